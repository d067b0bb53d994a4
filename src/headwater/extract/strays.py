"""Strays: lines without a final stop among the paragraphs of a body: headlines of other stories, captions.

A sub-heading, a list, a quotation or an embedded post has no final stop either, and is content. What parts the strays
from them is length, capitals, the tense of the verb, and where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from headwater.extract.captions import is_posted, is_shown
from headwater.extract.stops import has_final_stop, stopped_lines
from headwater.model.article import FurnitureKind

_PROSE_SHARE = 0.7
_FEWEST_PROSE = 4
_LONGEST_TAIL = 12
# Some outlets set captions between the paragraphs: whole sentences without their stop, too long for a sub-heading.
_LONGEST_CAPTION = 400
_CAPTION_WORDS = 15
_CAPTION_PROSE = 8
_CAPTION_SHARE = 0.5
_CAPTION_RUN = 3
_LONGEST_STRAY = 200
_LIST_ITEM = re.compile(r"(?:--|[-–—•*·▪◦‣]|\(?[0-9a-zA-Z]{1,3}[.)]|[A-Z]:|\[\d+\])\s?")
_SECTION = re.compile(
    r"(?:how|what|why|where|who|when|which|tips|top|best|the best|the top|final|frequently|conclusion|key)\b", re.I
)
_INNER_STOP = re.compile(r"[a-z0-9)”\"][.!?][”\")]?\s+[A-Z“\"(]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "is",
        "are",
        "was",
        "be",
        "it",
        "its",
        "into",
        "over",
        "after",
        "amid",
        "vs",
        "via",
        "not",
        "than",
        "that",
    ]
)


def stray_kinds(lines: Sequence[str]) -> list[FurnitureKind | None]:
    """For each line of a body the kind of furniture that it is by its shape, None for content."""
    kinds: list[FurnitureKind | None] = [None] * len(lines)
    prose = stopped_lines(lines)
    _mark_long_captions(lines, prose, kinds)
    if len(prose) < _FEWEST_PROSE or len(prose) < _PROSE_SHARE * len(lines):
        return kinds
    last = prose[-1]
    for at in sorted(set(range(1, last)).difference(prose)):
        if kinds[at] is None and _may_stray(lines, at):
            kinds[at] = _inner_kind(lines[at])
    tail = range(last + 1, len(lines))
    if len(tail) <= _LONGEST_TAIL and not lines[last].endswith(":") and all(_may_stray(lines, at) for at in tail):
        for at in tail:
            kinds[at] = FurnitureKind.RELATED if len(lines[at].split()) >= 4 else FurnitureKind.OTHER
    return kinds


def _mark_long_captions(lines: Sequence[str], prose: Sequence[int], kinds: list[FurnitureKind | None]) -> None:
    """Sentences without a stop between paragraphs that have theirs are captions, unless many stand together."""
    if len(prose) < _CAPTION_PROSE or len(prose) < _CAPTION_SHARE * len(lines):
        return
    if prose[-1] - prose[0] < len(prose):
        return  # nothing stands between them
    for before, after in pairwise(prose):
        for at in range(before + 1, after) if 1 < after - before <= _CAPTION_RUN + 1 else ():
            whole = _begins(lines, at + 1) and lines[at].count('"') % 2 == 0
            if (
                whole
                and len(lines[at]) >= 2 * _CAPTION_WORDS - 1
                and _may_stray(lines, at, _LONGEST_CAPTION)
                and len(_WORD.findall(lines[at])) >= _CAPTION_WORDS
            ):
                kinds[at] = FurnitureKind.CAPTION


def _begins(lines: Sequence[str], at: int) -> bool:
    """Whether the line at ``at`` begins anew rather than going on where the one above was broken off."""
    return not lines[at][:1].islower()


def _may_stray(lines: Sequence[str], at: int, longest: int = _LONGEST_STRAY) -> bool:
    line = lines[at]
    above = lines[at - 1] if at else ""
    return (
        len(line) <= longest
        and not has_final_stop(line)
        and line[0] not in "\"“'‘«„("
        and line[-1] not in "\"”'’»)-–—,"
        and not above.endswith(":")
        and _LIST_ITEM.match(line) is None
        and not is_posted(line)
        and not (("." in line or "!" in line or "?" in line) and _INNER_STOP.search(line))
    )


def _inner_kind(line: str) -> FurnitureKind | None:
    words = _WORD.findall(line)
    if line.isupper():
        return FurnitureKind.RELATED if len(words) >= 6 else None
    if len(words) >= 8 and is_shown(line):
        return FurnitureKind.CAPTION
    if _SECTION.match(line):
        return None
    large = [word for word in words if word.lower() not in _SMALL]
    if len(words) >= 8 and sum(word[0].isupper() for word in large) >= 0.9 * len(large):
        return FurnitureKind.RELATED
    return None
