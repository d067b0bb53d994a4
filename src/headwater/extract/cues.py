"""Cues: the wordings of furniture, read from ``cues.txt`` beside this file, and which of them a line can hold at all.

A page has some hundred lines and almost none is furniture, so each group of patterns names what its lines must have
(a beginning, an ending, a word): looking for that costs a hundredth of trying the patterns.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache, partial
from importlib import resources
from itertools import accumulate

from headwater.extract.grams import GramIndex, gram_index, key_places
from headwater.model.article import FurnitureKind

Key = tuple[str, int]

#: No longer line is a cue as a whole.
LONGEST_WHOLE = 260
#: A key marked as of the tail stands in so many last characters of a line, a digit in so many first ones.
_REACH = 90
#: Keys are looked up by so many of their letters; the lookups for so many beginnings of lines are remembered.
_EDGE = 5
_KEPT_EDGES = 16_384
#: No key of a beginning is longer.
_LONGEST_KEY = 40
_PART = re.compile(r"<([A-Z]+)>")
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[-/.]\d{1,2}[-/.]\d\d")
# Letters that a pattern without case takes for those beside them, while lowering a string leaves or splits them.
_ODD_CASE = {"ı": "i", "İ": "i", "ſ": "s", "\N{KELVIN SIGN}": "k"}


class Place(StrEnum):
    """Where in a line a cue's patterns match."""

    WHOLE = "whole"
    OPENING = "opening"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Cue:
    """Patterns of one kind and place, and the ``keys`` of which a line that matches has one (form: cues.txt)."""

    kind: FurnitureKind
    place: Place
    patterns: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """The keys of cues, each with the number of the cue that it lets through.

    ``openings`` and ``endings`` give the keys for the first and the last letters of a line; ``within`` has the keys
    that stand in it with how far from its end they may begin, ``index`` looks for them.
    """

    openings: Callable[[str], Sequence[Key]]
    endings: Callable[[str], Sequence[Key]]
    within: Mapping[str, Sequence[tuple[int, int]]]
    index: GramIndex
    dated: tuple[int, ...]
    always: tuple[int, ...]


def read_cues(text: str) -> tuple[Cue, ...]:
    """The cues that ``text`` lists, those of whole lines first, then of openings, then of what stands within."""
    parts: dict[str, str] = {}
    found: dict[tuple[str, str, int], list[str]] = {}
    keys: dict[tuple[str, str, int], list[str]] = {}
    group = ("", "", 0)
    for line in text.splitlines():
        if not line or line.startswith("# "):
            continue
        if line.startswith("$"):
            name, pattern = line[1:].split(" = ", 1)
            parts[name] = _filled(pattern, parts)
        elif line.startswith("@"):
            place, kind = line[1:].split()
            group = (place, kind, len(found))
        elif line.startswith("~ "):
            if group in found:
                group = (*group[:2], len(found))
            keys.setdefault(group, []).extend(key.replace("_", " ") for key in line[2:].split())
        else:
            found.setdefault(group, []).append(_filled(line, parts))
    cues = [
        Cue(FurnitureKind(kind), Place(place), tuple(patterns), tuple(keys.get((place, kind, number), ())))
        for (place, kind, number), patterns in found.items()
    ]
    return tuple(sorted(cues, key=lambda cue: list(Place).index(cue.place)))


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return _PART.sub(lambda match: parts[match.group(1)], pattern)


def screen_of(cues: Sequence[Cue]) -> Screen:
    """The screen for ``cues``, which are meant by their numbers."""
    entries = [(key, number) for number, cue in enumerate(cues) for key in cue.keys]
    beginning = [(key.removeprefix("^"), number) for key, number in entries if key[0] == "^"]
    ending = [(key[:-1], number) for key, number in entries if key[-1] == "$"]
    within: dict[str, list[tuple[int, int]]] = {}
    for key, number in entries:
        if key[0] not in "^#" and key[-1] != "$":
            reach = _REACH if key[-1] == "~" else sys.maxsize
            within.setdefault(key.removesuffix("~"), []).append((reach, number))
    return Screen(
        openings=lru_cache(_KEPT_EDGES)(partial(_openings, _by_edge(beginning, opening=True))),
        endings=lru_cache(_KEPT_EDGES)(partial(_endings, _by_edge(ending, opening=False))),
        within=within,
        index=gram_index(within),
        dated=tuple(number for key, number in entries if key == "#"),
        always=tuple(number for number, cue in enumerate(cues) if not cue.keys),
    )


def _by_edge(entries: Iterable[Key], *, opening: bool) -> dict[str, list[Key]]:
    """The keys by their first or last letters, as many as a screen looks up at once, all where they have no more."""
    found: dict[str, list[Key]] = {}
    for key, number in entries:
        found.setdefault(key[:_EDGE] if opening else key[-_EDGE:], []).append((key, number))
    return found


def _openings(keys: Mapping[str, Sequence[Key]], edge: str) -> Sequence[Key]:
    """The keys of which a line that begins with ``edge`` may have one; "" stands for a sign that it has."""
    small = edge.lower()
    found = [entry for size in range(1, _EDGE + 1) if size <= len(small) for entry in keys.get(small[:size], ())]
    first = small[0]
    sign = "" if first.isalpha() else "0" if first.isdecimal() else "."
    if sign == "0" or (sign and not any(map(str.isalnum, small))):
        found += [("", number) for _, number in keys.get(sign, ())]
    return tuple(found)


def _endings(keys: Mapping[str, Sequence[Key]], edge: str) -> Sequence[Key]:
    """The keys of which a line that ends with ``edge`` may have one."""
    small = edge.lower()
    return tuple(entry for size in range(1, _EDGE + 1) if size <= len(small) for entry in keys.get(small[-size:], ()))


def possible_cues(lines: Sequence[str], screen: Screen) -> list[Sequence[int]]:
    """For each of ``lines`` (not blank, spaced singly) the numbers in order of the cues that it may match."""
    if not lines:
        return []
    whole = "\n".join(lines)
    if any(odd in whole for odd in _ODD_CASE):
        for odd, plain in _ODD_CASE.items():
            whole = whole.replace(odd, plain)
        lines = whole.split("\n")
    inside = _inside(whole, lines, screen)
    openings, endings, dated, always = screen.openings, screen.endings, screen.dated, screen.always
    possible: list[Sequence[int]] = [always] * len(lines)
    # Nearly all lines have no key: this is done for every line of every input.
    for at, line in enumerate(lines):
        first, last = openings(line[:_EDGE]), endings(line[-_EDGE:])
        is_dated = len(line) <= LONGEST_WHOLE and _may_be_dated(line)
        if not (first or last or is_dated or at in inside):
            continue
        found = [*always, *inside.get(at, ())]
        if first:
            beginning = line[:_LONGEST_KEY].lower()
            found += [number for key, number in first if beginning.startswith(key)]
        if last:
            found += [number for key, number in last if line[-len(key) :].lower() == key]
        if is_dated:
            found += dated
        possible[at] = sorted(set(found)) if len(found) > 1 else found
    return possible


def _inside(whole: str, lines: Sequence[str], screen: Screen) -> dict[int, list[int]]:
    """For each of ``lines`` that has a key anywhere or in its tail the cues'; ``whole`` is the lines joined."""
    # No such key has other letters than these, and to lower them alone costs a tenth.
    small = whole.encode("ascii", "replace").decode("ascii").lower()
    places = list(key_places(small, screen.index))
    if not places:
        return {}
    ends = list(accumulate(len(line) + 1 for line in lines))
    found: dict[int, list[int]] = {}
    for place, key in places:
        at = bisect_right(ends, place)
        for reach, number in screen.within[key]:
            if place >= ends[at] - 1 - reach:
                found.setdefault(at, []).append(number)
    return found


def _may_be_dated(line: str) -> bool:
    """Whether ``line`` has a figure near its beginning, and what every date in figures or with a year has."""
    is_possible = (
        "20" in line
        or "19" in line
        or (line.count(".") + line.count("-") + line.count("/") > 1 and _PARTED.search(line) is not None)
    )
    return is_possible and _DIGIT.search(line, 0, _REACH) is not None


CUES = read_cues(resources.files("headwater.extract").joinpath("cues.txt").read_text(encoding="utf-8"))
SCREEN = screen_of(CUES)


@cache  # compiled when first tried: the lines of a small input try few
def expression(number: int) -> re.Pattern[str]:
    """The patterns of the cue of that number in ``CUES`` as one."""
    cue = CUES[number]
    return re.compile(f"(?:{'|'.join(cue.patterns)})" + (r"\Z" if cue.place is Place.WHOLE else ""), re.I)
