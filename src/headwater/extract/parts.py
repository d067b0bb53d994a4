"""Parts: a page's lines as title, standfirst, body and furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.extract.bylines import names_alone
from headwater.extract.captions import has_full_date, is_dated_caption
from headwater.extract.dateline import read_dateline
from headwater.extract.furniture import Judged, Kind, furniture_kinds, judged_pages
from headwater.extract.lines import folded
from headwater.extract.stops import has_final_stop
from headwater.extract.strays import stray_kinds
from headwater.model.article import FurnitureKind, Part

_LONGEST_TITLE = 220
_LONGEST_STANDFIRST = 400
_HEAD_LINES = 12
_BYLINE_LINES = 3
_FOLDED_CHARS = 24


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one page in reading order; ``furniture`` is verbatim, in page order.

    ``roles`` says of each line that was parted what it became.
    """

    title: str | None
    standfirst: str | None
    body: tuple[str, ...]
    furniture: tuple[tuple[str, FurnitureKind], ...]
    roles: tuple[Part | FurnitureKind, ...] = ()


def part_lines(
    lines: Sequence[str], title: str | None = None, standfirst: str | None = None, judged: Judged | None = None
) -> Parts:
    """The parts of a page of ``lines``; ``title`` and ``standfirst`` where they are known from elsewhere.

    ``judged`` are the lines where they were judged with those of other pages.
    """
    judged = judged or judged_pages([lines])[0]
    kinds = furniture_kinds(judged)
    _mark_captions(judged, kinds)
    rest = _content(kinds)
    at_title = _title_at(lines, kinds, rest, title)
    if at_title is not None:
        kinds[at_title] = None
        for at in rest:
            if at < at_title:
                kinds[at] = FurnitureKind.OTHER
        rest = [at for at in rest if at > at_title]
        title = lines[at_title]
    elif title is None:
        _mark_lone_captions(lines, kinds, rest)
        rest = _content(kinds)
    if title:
        _mark_names(lines, kinds, rest)
        rest = [at for at in rest if kinds[at] is None]
    ahead = _standfirst_at(lines, kinds, rest, standfirst) if title else []
    if ahead:
        standfirst = "\n\n".join(lines[at] for at in ahead)
        rest = rest[len(ahead) :]
    elif standfirst and rest and folded(standfirst) in folded(lines[rest[0]]):
        standfirst = None
    for at, kind in zip(rest, stray_kinds([lines[at] for at in rest]), strict=True):
        kinds[at] = kind
    rest = [at for at in rest if kinds[at] is None]
    furniture = tuple((lines[at], kind) for at, kind in enumerate(kinds) if kind is not None)
    roles = [kind or Part.BODY for kind in kinds]
    for at in ahead:
        roles[at] = Part.STANDFIRST
    if at_title is not None:
        roles[at_title] = Part.TITLE
    return Parts(title, standfirst, tuple(lines[at] for at in rest), furniture, tuple(roles))


def _content(kinds: Sequence[Kind]) -> list[int]:
    return [at for at, kind in enumerate(kinds) if kind is None]


def _mark_captions(judged: Judged, kinds: list[Kind]) -> None:
    for at, line in enumerate(judged.lines) if judged.years else ():
        if kinds[at] is None and line in judged.years and is_dated_caption(line):
            kinds[at] = FurnitureKind.CAPTION


def _title_at(lines: Sequence[str], kinds: Sequence[Kind], rest: Sequence[int], known: str | None) -> int | None:
    """The line that is the headline; where the title is known, the line that repeats it."""
    if known is not None:
        same = folded(known)
        return next((at for at, line in enumerate(lines[:_HEAD_LINES]) if _folds_to(line, same)), None)
    opening = (FurnitureKind.NAVIGATION, FurnitureKind.METADATA, FurnitureKind.NEWSLETTER, FurnitureKind.NOTICE)
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if kinds[at] is None or kinds[at] is FurnitureKind.RELATED:
            return at if rest and rest[-1] > at and _is_headline(line) else None
        if kinds[at] not in opening:
            return None
    return None


def _folds_to(line: str, same: str) -> bool:
    """Whether ``line``, folded, is ``same``; most lines show in their first words that they are not."""
    return same.startswith(folded(line[:_FOLDED_CHARS])) and folded(line) == same


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith((".", ":", ",")) and read_dateline(line) is None


def _mark_lone_captions(lines: Sequence[str], kinds: list[Kind], rest: Sequence[int]) -> None:
    """On a page without a title, dated one-line descriptions above the dateline are captions."""
    lede = next((at for at in rest[:4] if read_dateline(lines[at])), None)
    for at in rest:
        if lede is None or at >= lede:
            return
        if has_full_date(lines[at]):
            kinds[at] = FurnitureKind.CAPTION


def _mark_names(lines: Sequence[str], kinds: list[Kind], rest: Sequence[int]) -> None:
    """A line of names alone under the headline is a byline where a line of metadata stands beside it."""
    for at in rest[:_BYLINE_LINES]:
        beside = kinds[max(0, at - 1) : at] + kinds[at + 1 : at + 2]
        if FurnitureKind.METADATA in beside and names_alone(lines[at]):
            kinds[at] = FurnitureKind.METADATA


def _is_label(line: str) -> bool:
    """Whether ``line`` is too short to sum an article up: a kicker, a section's name, a sub-heading."""
    return len(line.split()) < 4 and len(line) < 20


def _standfirst_at(lines: Sequence[str], kinds: Sequence[Kind], rest: Sequence[int], known: str | None) -> list[int]:
    """The lines between headline and body: all without a final stop, or one sentence parted from the body."""
    if known is not None:
        same = folded(known)
        return [at for at in rest[:1] if _folds_to(lines[at], same)]
    found: list[int] = []
    for position, at in enumerate(rest[:4]):
        line = lines[at]
        if len(line) > _LONGEST_STANDFIRST or has_final_stop(line) or read_dateline(line) or _is_label(line):
            break
        if position + 1 >= len(rest):
            return []
        found.append(at)
    if found or len(rest) < 2:
        return found
    first, second = rest[0], rest[1]
    parted = any(
        kinds[at] in (FurnitureKind.METADATA, FurnitureKind.CAPTION, FurnitureKind.CREDIT)
        for at in range(first, second)
    )
    is_lede = read_dateline(lines[first]) is not None
    return [first] if not is_lede and len(lines[first]) <= 300 and (parted or read_dateline(lines[second])) else []
