"""Reuse: who shares wording with whom, and the independent lines that follow from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class ReuseKind(StrEnum):
    """How much wording two articles share, and in what way."""

    COPY = "copy"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    SHARED_PASSAGE = "shared-passage"
    SHARED_QUOTE = "shared-quote"


#: What makes one of two articles depend on the other as a whole, or both on a third.
DEPENDENT_KINDS = frozenset((ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE))


class Direction(StrEnum):
    """Who took from whom."""

    A_FROM_B = "a-from-b"
    B_FROM_A = "b-from-a"
    COMMON_SOURCE = "common-source"
    UNKNOWN = "unknown"


class Match(StrEnum):
    """How closely two aligned passages agree."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Aligned spans of two texts, half open, in code points of each article's ``text``."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    match: Match


@dataclass(frozen=True, slots=True)
class Trace:
    """What shows that one of two texts was made from the other: whether ``a`` was, and why."""

    a_made: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """Shared wording of articles ``a`` and ``b`` (ids, a < b).

    ``contained_a`` is the share of a's 5-word runs found in b, 0..1 (Broder 1997); ``via`` is the agency or outlet
    that both draw on, where a text says so; ``trace`` is what single words show in which a copy differs.
    """

    a: str
    b: str
    kind: ReuseKind
    direction: Direction
    contained_a: float
    contained_b: float
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    via: str | None = None
    trace: Trace | None = None

    def __post_init__(self) -> None:
        if not self.a < self.b:
            raise ValueError(f"a reuse names its articles in order: {self.a} < {self.b}")


@dataclass(frozen=True, slots=True)
class OriginRange:
    """How many independent lines carry something: at least ``min``, at most ``max``."""

    min: int
    max: int

    def __post_init__(self) -> None:
        if not 1 <= self.min <= self.max:
            raise ValueError(f"not a range of lines: {self.min}..{self.max}")


@dataclass(frozen=True, slots=True)
class Line:
    """Articles (ids, sorted) that certainly depend on each other's wording: one line of reporting."""

    articles: tuple[str, ...]
    credit: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MaybeJoined:
    """Positions of lines that may be one, and why it is not certain."""

    groups: tuple[int, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The independent lines of a story's articles; every article is in exactly one of ``groups``."""

    groups: tuple[Line, ...]
    maybe_joined: tuple[MaybeJoined, ...] = ()

    def line_of(self, article: str) -> int:
        """The position of the line that holds ``article``; raises KeyError where none does."""
        for position, line in enumerate(self.groups):
            if article in line.articles:
                return position
        raise KeyError(article)

    def carrying(self, articles: Collection[str]) -> OriginRange:
        """How many lines the given articles (at least one) stand for: all their lines, and those left after joining."""
        lines = {self.line_of(article) for article in articles}
        parent = {line: line for line in lines}

        def root(line: int) -> int:
            while parent[line] != line:
                line = parent[line]
            return line

        for doubt in self.maybe_joined:
            touched = [line for line in doubt.groups if line in lines]
            for line in touched[1:]:
                parent[root(line)] = root(touched[0])
        return OriginRange(len({root(line) for line in lines}), len(lines))

    @property
    def range(self) -> OriginRange:
        """How many lines there are in all."""
        return self.carrying([article for line in self.groups for article in line.articles])
