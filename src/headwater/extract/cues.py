"""Cues: the wordings of furniture, read from ``cues.txt`` beside this file, and which of them a line can hold at all.

A page has some hundred lines and almost none is furniture, so each group of patterns names what its lines must have
(a beginning, an ending, a word): looking for that costs a hundredth of trying the patterns.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache, partial
from importlib import resources
from itertools import accumulate, product

from headwater.extract.dates import dated_years
from headwater.extract.grams import GramIndex, gram_index, key_places
from headwater.model.article import FurnitureKind

#: No longer line is a cue as a whole.
LONGEST_WHOLE = 260
#: A key marked as of the tail stands in so many last characters of a line, a digit in so many first ones.
_REACH = 90
#: Keys are looked up by so many of their letters; the lookups for so many beginnings of lines are remembered.
_EDGE = 3
_KEPT_EDGES = 16_384
#: No key of a beginning is longer.
_LONGEST_KEY = 40
_PART = re.compile(r"<([A-Z]+)>")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_DIGIT = re.compile(r"\d")
_OPEN_YEAR = re.compile(r"(?:19|20)\d\d[\d.]")
_PARTED = re.compile(r"[-/.]\d{1,2}[-/.]\d\d")
# All but figures, what may be some in a text of which only ASCII is left, and the ends of lines.
_NO_FIGURES = bytes(sign for sign in range(128) if sign not in b"0123456789?\n")
_FEWEST_FIGURES = 4
_SIGNS = ("0", ".")
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
class Edge:
    """The keys of which a line of one beginning or ending may have one, each with the number of its cue.

    ``numbers`` are the cues that the beginning or ending alone lets through.
    """

    keys: tuple[str, ...]
    entries: tuple[tuple[str, int], ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """The keys of cues, each with the number of the cue that it lets through.

    ``openings`` and ``endings`` give the keys for the first and the last letters of a line, None for no key; ``within``
    has the keys that stand in it with how far from its end they may begin, ``index`` looks for them.
    """

    openings: Callable[[str], Edge | None]
    endings: Callable[[str], Edge | None]
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
            keys.setdefault(group, []).extend(key.replace("_", " ") for one in line[2:].split() for key in _keys(one))
        else:
            found.setdefault(group, []).append(_filled(line, parts))
    cues = [
        Cue(FurnitureKind(kind), Place(place), tuple(patterns), tuple(keys.get((place, kind, number), ())))
        for (place, kind, number), patterns in found.items()
    ]
    return tuple(sorted(cues, key=lambda cue: list(Place).index(cue.place)))


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return _PART.sub(lambda match: parts[match.group(1)], pattern)


def _keys(written: str) -> Iterator[str]:
    """The keys that ``written`` stands for: "a{b,c}" for "ab" and "ac"."""
    pieces = _CHOICE.split(written)
    return map("".join, product(*(piece.split(",") if at % 2 else [piece] for at, piece in enumerate(pieces))))


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
        openings=lru_cache(_KEPT_EDGES)(partial(_openings, beginning)),
        endings=lru_cache(_KEPT_EDGES)(partial(_endings, ending)),
        within=within,
        index=gram_index(within),
        dated=tuple(number for key, number in entries if key == "#"),
        always=tuple(number for number, cue in enumerate(cues) if not cue.keys),
    )


def _openings(keys: Sequence[tuple[str, int]], edge: str) -> Edge | None:
    """The keys of which a line that begins with ``edge``, in small letters, may have one."""
    entries = [(key, number) for key, number in keys if edge.startswith(key[:_EDGE]) and key not in _SIGNS]
    signs = ("0",) if edge[0].isdecimal() else () if any(map(str.isalnum, edge)) else (".",)
    return _edge(entries, [number for key, number in keys if key in signs])


def _endings(keys: Sequence[tuple[str, int]], edge: str) -> Edge | None:
    """The keys of which a line that ends with ``edge``, in small letters, may have one."""
    return _edge([(key, number) for key, number in keys if edge.endswith(key[-_EDGE:])], ())


def _edge(entries: Sequence[tuple[str, int]], numbers: Sequence[int]) -> Edge | None:
    keys = tuple(dict.fromkeys(key for key, _ in entries))
    return Edge(keys, tuple(entries), tuple(numbers)) if entries or numbers else None


def possible_cues(lines: Sequence[str], screen: Screen) -> list[Sequence[int]]:
    """For each of ``lines`` (not blank, spaced singly) the numbers in order of the cues that it may match."""
    if not lines:
        return []
    whole = "\n".join(lines)
    if not whole.isascii() and any(odd in whole for odd in _ODD_CASE):
        for odd, plain in _ODD_CASE.items():
            whole = whole.replace(odd, plain)
        lines = whole.split("\n")
    # But for some that open a line, keys have no other letters than these, and to lower them alone costs a tenth.
    small = whole.encode("ascii", "replace").lower()
    inside = _inside(small, lines, screen)
    openings, endings = screen.openings, screen.endings
    possible: list[Sequence[int]] = [screen.always] * len(lines)
    # Nearly all lines have no key: this is done for every line of every input.
    for at, line in enumerate(small.decode("ascii").split("\n")):
        head = line if line[0] != "?" else lines[at][:_LONGEST_KEY].lower()
        first, last = openings(head[:_EDGE]), endings(line[-_EDGE:])
        begins = first is not None and (first.numbers or head.startswith(first.keys))
        ends = last is not None and line.endswith(last.keys)
        if begins or ends or at in inside:
            found = [*screen.always, *inside.get(at, ())]
            if first and begins:
                found += [*first.numbers, *(number for key, number in first.entries if head.startswith(key))]
            if last and ends:
                found += [number for key, number in last.entries if line.endswith(key)]
            possible[at] = sorted(set(found)) if len(found) > 1 else found
    return possible


def _inside(small: bytes, lines: Sequence[str], screen: Screen) -> dict[int, list[int]]:
    """For each of ``lines`` with a key anywhere or in its tail, or a date, the cues'; ``small`` is the lines joined."""
    found: dict[int, list[int]] = {}
    ends: list[int] = []
    for place, key in key_places(small, screen.index):
        ends = ends or list(accumulate([len(line) + 1 for line in lines]))
        at = bisect_right(ends, place)
        for reach, number in screen.within[key]:
            if place >= ends[at] - 1 - reach:
                found.setdefault(at, []).append(number)
    for at in _dated(small, lines) if screen.dated else ():
        found.setdefault(at, []).extend(screen.dated)
    return found


def _dated(small: bytes, lines: Sequence[str]) -> list[int]:
    """Which of ``lines`` have a figure near their beginning, and what every date in figures or with a year has."""
    figures = enumerate(small.translate(None, _NO_FIGURES).split(b"\n"))
    return [
        at
        for at, some in figures
        if len(some) >= _FEWEST_FIGURES and len(lines[at]) <= LONGEST_WHOLE and _may_be_dated(lines[at])
    ]


def _may_be_dated(line: str) -> bool:
    is_dated = ("20" in line or "19" in line) and (bool(dated_years(line)) or _OPEN_YEAR.search(line) is not None)
    signs = 0 if is_dated else line.count(".") + line.count("-") + line.count("/")
    return (is_dated or (signs > 1 and _PARTED.search(line) is not None)) and _DIGIT.search(line, 0, _REACH) is not None


CUES = read_cues(resources.files("headwater.extract").joinpath("cues.txt").read_text(encoding="utf-8"))
SCREEN = screen_of(CUES)


@cache  # compiled when first tried: the lines of a small input try few
def expression(number: int) -> re.Pattern[str]:
    """The patterns of the cue of that number in ``CUES`` as one."""
    cue = CUES[number]
    return re.compile(f"(?:{'|'.join(cue.patterns)})" + (r"\Z" if cue.place is Place.WHOLE else ""), re.I)
