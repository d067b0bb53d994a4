"""Extraction explained: what became of each piece of an input, and what the facts of its article rest on."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.article import Article, FurnitureKind, Part

Role = Part | FurnitureKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of HTML or a line of text: what it became, None where it was dropped, and a reason in words.

    ``score`` is the probability 0..1 that it is text by the fitted trees, None where they were not asked.
    """

    text: str
    role: Role | None
    score: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an article, None where nothing gives it, and the places that say it ("JSON-LD headline")."""

    name: str
    value: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """An article with all ``pieces`` of its input in page order, and its ``facts`` with their evidence."""

    article: Article
    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
