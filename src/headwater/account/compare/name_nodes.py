"""Nodes of names: all mentions of one name in one article, and which of them are worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from headwater.model.particulars import EntityType, NameMention


@dataclass(frozen=True, slots=True)
class Node:
    """All mentions of one key in one article."""

    article: str
    key: str
    type: EntityType
    mentions: tuple[NameMention, ...]
    context: frozenset[str]
    stem: str


def alike(members: Sequence[int], traits: Sequence[str | int]) -> Iterator[tuple[int, int]]:
    """Pairs of members that share a trait, in order; only they are worth comparing."""
    by_trait: dict[str | int, list[int]] = defaultdict(list)
    for at, trait in zip(members, traits, strict=True):
        by_trait[trait].append(at)
    for found in by_trait.values():
        yield from combinations(found, 2)
