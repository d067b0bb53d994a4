"""Furniture: which lines of a page's text are not editorial content, and what each is there for.

A line is judged by its own wording first (``cues``), then by its neighbours: a heading above a sign-up line is the
newsletter's, a line above "Read more" is another story's headline, a description above a picture credit is a caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from headwater.extract.captions import is_caption
from headwater.extract.cues import CUES, LONGEST_WHOLE, Place, expression
from headwater.extract.galleries import mark_galleries
from headwater.extract.screen import SCREEN, possible_cues
from headwater.extract.stops import has_final_stop
from headwater.extract.years import lines_with_years
from headwater.model.article import FurnitureKind

Kind = FurnitureKind | None

_LONGEST_OTHER = 700
# Credits of pictures end a line; looking for them in its tail alone keeps long lines cheap.
_LONGEST_TAIL = 220
# So many short lines are remembered with what they show.
_KEPT_LINES = 8192
_LONGEST_KEPT = 60
_TAILS = (FurnitureKind.CAPTION,)
_PICTURE_CREDITS = tuple(
    number for number, cue in enumerate(CUES) if cue.kind is FurnitureKind.CREDIT and cue.place is Place.WHOLE
)

_READ_MORE = re.compile(
    r"(?:read|see|view|find out|learn|watch|continue) (?:more|now|reading|story|article"
    r"|full story)\s*(?:[»›>→…:.-]{0,3}|here\.?)\Z",
    re.I,
)
_LIST_HEADING = re.compile(
    r"(?:most|more) (?:popular|read|viewed|shared|watched|commented)\b|related\b|recommended\b"
    r"|trending\b|you (?:may|might) also like|see also\b"
    r"|read also\b|also read\b|more from\b|more stories\b|read next|what to read next"
    r"|promoted stories|around the web|top stories|latest (?:news|stories)"
    r"|editor'?s'? picks|more (?:on this|like this|coverage|in)\b|further reading|in case you missed",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The lines of a page, the kind of each by its own wording alone, and those of them in which a year stands."""

    lines: Sequence[str]
    kinds: Sequence[Kind]
    years: Set[str]


def furniture_kind(line: str) -> Kind:
    """What kind of furniture ``line`` is by its own wording; None for content."""
    return own_kinds([line])[0]


def own_kinds(lines: Sequence[str]) -> list[Kind]:
    """What kind of furniture each of ``lines`` is by its own wording; None for content."""
    return [None if cue is None else cue[0] for cue in own_cues(lines)]


def own_cues(lines: Sequence[str]) -> list[tuple[FurnitureKind, str] | None]:
    """For each of ``lines`` the kind of furniture that its own wording tells, with the words that do."""
    cues: list[tuple[FurnitureKind, str] | None] = [None] * len(lines)
    spaced = _spaced(lines)
    judged = [at for at, line in enumerate(spaced) if 0 < len(line) <= _LONGEST_OTHER]
    possible = possible_cues([spaced[at] for at in judged], SCREEN)
    for at, numbers in zip(judged, possible, strict=True):
        if numbers:
            line = spaced[at]
            cues[at] = _short_cue(line, tuple(numbers)) if len(line) <= _LONGEST_KEPT else _cue(line, numbers)
    return cues


def _cue(line: str, numbers: Sequence[int]) -> tuple[FurnitureKind, str] | None:
    """The first of the cues ``numbers`` that ``line`` shows."""
    for number in numbers:
        match = _match(line, number)
        if match:
            return CUES[number].kind, match.group()
    return None


# Outlets repeat their short lines ("Advertisement") over all their pages.
_short_cue = lru_cache(_KEPT_LINES)(_cue)


def _spaced(lines: Sequence[str]) -> list[str]:
    """The beginnings of ``lines``, long enough to be judged, their words parted by single spaces."""
    heads = [line if len(line) <= 2 * _LONGEST_OTHER else line[: 2 * _LONGEST_OTHER] for line in lines]
    # No white space but the blank is printable.
    return [
        head
        if head.isprintable() and "  " not in head and head[:1] != " " and head[-1:] != " "
        else " ".join(head.split())
        for head in heads
    ]


def _match(line: str, number: int) -> re.Match[str] | None:
    kind, place = CUES[number].kind, CUES[number].place
    if place is Place.WITHIN:
        start = max(0, len(line) - _LONGEST_TAIL) if kind in _TAILS else 0
        return expression(number).search(line, start)
    limit = LONGEST_WHOLE if place is Place.WHOLE else _LONGEST_OTHER
    return expression(number).match(line) if len(line) <= limit else None


def judged_pages(pages: Sequence[Sequence[str]]) -> list[Judged]:
    """The lines of each of ``pages`` judged: every line once, and all of them together."""
    seen = list(dict.fromkeys(chain.from_iterable(pages)))
    kinds = dict(zip(seen, own_kinds(seen), strict=True))
    years = {seen[at] for at in lines_with_years(seen)}
    return [
        Judged(lines, [kinds[line] for line in lines], years.intersection(lines) if years else frozenset())
        for lines in pages
    ]


def furniture_kinds(page: Judged) -> list[Kind]:
    """The kind of each line of a page, None for content, judged by its own wording and by its neighbours."""
    lines, kinds = page.lines, list(page.kinds)
    mark_galleries(lines, kinds)
    for at, kind in enumerate(kinds):
        if kind is None:
            continue
        above = at - 1
        if above >= 1 and kinds[above] is None and _belongs_below(lines[above], lines[at], kind):
            kinds[above] = _kind_above(kind)
        if _LIST_HEADING.match(lines[at]) and len(lines[at]) < 60:
            _mark_list(lines, kinds, at + 1)
    return kinds


def _kind_above(kind: FurnitureKind) -> FurnitureKind:
    return FurnitureKind.CAPTION if kind is FurnitureKind.CREDIT else kind


def _belongs_below(line: str, furniture: str, kind: FurnitureKind) -> bool:
    """Whether a content ``line`` right above ``furniture`` is a part of it."""
    if kind is FurnitureKind.RELATED and _READ_MORE.match(furniture):
        return len(line) <= 200 and not line.endswith((".", "”", '"'))
    if kind is FurnitureKind.NEWSLETTER:
        return len(line) <= 90 and not has_final_stop(line)
    if kind is FurnitureKind.CREDIT:
        return _is_picture_credit(furniture) and is_caption(line)
    return False


def _is_picture_credit(line: str) -> bool:
    return any(expression(number).match(line) for number in _PICTURE_CREDITS)


def _mark_list(lines: Sequence[str], kinds: list[Kind], start: int) -> None:
    """Headlines under a heading such as "Most popular" are other stories'."""
    for at in range(start, len(lines)):
        if kinds[at] is None and (len(lines[at]) > 160 or lines[at].endswith((".", "”", '"'))):
            return
        kinds[at] = kinds[at] or FurnitureKind.RELATED
