"""Diff: two articles compared word by word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from headwater.model.reuse import Direction, Passage, ReuseKind

Span = tuple[int, int]


class Change(StrEnum):
    """What became of words of a in b."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a (``a``, a span of its text, empty where added) and what stands for them in b."""

    change: Change
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Aligned:
    """A shared passage with its edits, in order; a single ``same`` where it agrees word for word."""

    passage: Passage
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class ArticleDiff:
    """Two articles (ids) compared: aligned passages by their place in a, and the sentences only one side has."""

    a: str
    b: str
    aligned: tuple[Aligned, ...]
    only_a: tuple[Span, ...]
    only_b: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """The reuse between two articles in the order they are compared, which need not be that of their ids."""

    kind: ReuseKind
    direction: Direction
    contained_a: float
    contained_b: float
    reasons: tuple[str, ...]
    via: str | None = None
