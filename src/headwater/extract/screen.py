"""Screen: which of the cues a line can match at all, for many lines at once.

A page has some hundred lines and almost none is furniture, so each group of patterns names what its lines must have
(a beginning, an ending, a word): looking for that costs a hundredth of trying the patterns.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.extract.cues import CUES, LONGEST_WHOLE, Cue
from headwater.extract.dates import dated_years
from headwater.text.beginnings import REACH, Beginnings, Places, Row, beginnings_of
from headwater.text.grams import GramIndex, gram_index, key_places

# A key marked as of the tail stands in so many last characters of a line, a digit in so many first ones.
_REACH = 90
# Keys of an edge of a line are looked up by so many of their letters.
_EDGE = 3
# No key of an edge is longer.
_LONGEST_KEY = 40
_DIGIT = re.compile(r"\d")
_OPEN_YEAR = re.compile(r"(?:19|20)\d\d[\d.]")
_PARTED = re.compile(r"[-/.]\d{1,2}[-/.]\d\d")
_FEWEST_FIGURES = 4
# The keys of a beginning that stand for any digit, and for three signs of which none is a letter or a digit.
_ANY_DIGIT, _ANY_SIGNS = "0", "."
_BREAK, _BEYOND = ord("\n"), ord("?")
# What may be a figure, or one of another script in a text of which only ASCII is left; and letters with figures.
_FIGURES = np.isin(np.arange(256), [*b"0123456789", _BEYOND])
_STROKES = np.isin(np.arange(256), [*b"-/."])
_LETTERS = np.isin(np.arange(256), [sign for sign in range(128) if chr(sign).isalnum()])
# Letters that a pattern without case takes for those beside them, while lowering a string leaves or splits them.
_ODD_CASE = {"ı": "i", "İ": "i", "ſ": "s", "\N{KELVIN SIGN}": "k"}


@dataclass(frozen=True, slots=True)
class Edge:
    """The keys of one edge of lines, each with the number of its cue, by their ``_EDGE`` letters nearest to it."""

    keys: Mapping[str, Sequence[tuple[str, int]]]
    beginnings: Beginnings


@dataclass(frozen=True, slots=True)
class Screen:
    """The keys of cues, each with the number of the cue that it lets through.

    ``openings`` and ``endings`` have those at the edges of a line, the latter spelled backwards; ``digits`` and
    ``signs`` are the cues of lines that begin with a digit, or with three signs. ``within`` has the keys that stand in
    a line with how far from its end they may begin, ``index`` looks for them.
    """

    openings: Edge
    endings: Edge
    digits: tuple[int, ...]
    signs: tuple[int, ...]
    within: Mapping[str, Sequence[tuple[int, int]]]
    index: GramIndex
    dated: tuple[int, ...]
    always: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines as one row of ASCII letters in small case, other characters "?", with line breaks around each.

    ``starts`` and ``ends``: where in the row each line begins and ends.
    """

    whole: bytes
    row: Row
    starts: Places
    ends: Places


def screen_of(cues: Sequence[Cue]) -> Screen:
    """The screen for ``cues``, which are meant by their numbers."""
    entries = [(key, number) for number, cue in enumerate(cues) for key in cue.keys]
    beginning = [(key[1:], number) for key, number in entries if key[0] == "^"]
    ending = [(key[:-1], number) for key, number in entries if key[-1] == "$"]
    within: dict[str, list[tuple[int, int]]] = {}
    for key, number in entries:
        if key[0] not in "^#" and key[-1] != "$":
            reach = _REACH if key[-1] == "~" else sys.maxsize
            within.setdefault(key.removesuffix("~"), []).append((reach, number))
    stood_for = (_ANY_DIGIT, _ANY_SIGNS)
    return Screen(
        openings=_edge([entry for entry in beginning if entry[0] not in stood_for]),
        endings=_edge([(key[::-1], number) for key, number in ending]),
        digits=tuple(number for key, number in beginning if key == _ANY_DIGIT),
        signs=tuple(number for key, number in beginning if key == _ANY_SIGNS),
        within=within,
        index=gram_index(within),
        dated=tuple(number for key, number in entries if key == "#"),
        always=tuple(number for number, cue in enumerate(cues) if not cue.keys),
    )


def _edge(entries: Iterable[tuple[str, int]]) -> Edge:
    keys: dict[str, list[tuple[str, int]]] = {}
    for key, number in entries:
        keys.setdefault(key[:_EDGE], []).append((key, number))
    ascii = (key.encode("ascii") for key, _ in entries if key.isascii())
    return Edge(keys, beginnings_of(ascii))


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
    joined = _joined(whole.encode("ascii", "replace").lower())
    dated = [(at, screen.dated) for at in _dated(joined, lines)] if screen.dated else []
    found: dict[int, set[int]] = {}
    for at, numbers in (
        *_inside(joined, screen),
        *dated,
        *_at_beginnings(joined, lines, screen),
        *_at_ends(joined, screen),
    ):
        if numbers:
            found.setdefault(at, set(screen.always)).update(numbers)
    possible: list[Sequence[int]] = [screen.always] * len(lines)
    for at, allowed in found.items():
        possible[at] = sorted(allowed)
    return possible


def _joined(small: bytes) -> _Lines:
    """The lines of ``small``, as many line breaks around them as letters are looked at beyond an edge."""
    around = b"\n" * REACH
    padded = around + small + around
    row = np.frombuffer(padded, dtype=np.uint8)
    breaks = np.flatnonzero(row == _BREAK)[REACH - 1 : 1 - REACH]
    return _Lines(padded, row, breaks[:-1] + 1, breaks[1:])


def _at_beginnings(joined: _Lines, lines: Sequence[str], screen: Screen) -> list[tuple[int, list[int]]]:
    """The cues that the beginning of each line lets through, with the line; those of which there may be some."""
    first, second, third = (joined.row[joined.starts + at] for at in range(_EDGE))
    third = np.where(second == _BREAK, second, third)
    signs = ~(_LETTERS[first] | _LETTERS[second] | _LETTERS[third])
    begun = screen.openings.beginnings.may_begin(joined.row, joined.starts)
    marked = np.flatnonzero(begun | _FIGURES[first] | signs)
    found: list[tuple[int, list[int]]] = []
    for at, start, end in _spans(joined, marked):
        head = joined.whole[start : min(end, start + _LONGEST_KEY)].decode("ascii")
        if head[0] == chr(_BEYOND):
            head = lines[at][:_LONGEST_KEY].lower()
        numbers = _begun(head, screen.openings)
        if head[0].isdecimal():
            numbers += screen.digits
        elif not any(map(str.isalnum, head[:_EDGE])):
            numbers += screen.signs
        found.append((at, numbers))
    return found


def _at_ends(joined: _Lines, screen: Screen) -> list[tuple[int, list[int]]]:
    """The cues that the ending of each line lets through, with the line; those of which there may be some."""
    marked = np.flatnonzero(screen.endings.beginnings.may_begin(joined.row, joined.ends - 1, step=-1))
    found: list[tuple[int, list[int]]] = []
    for at, start, end in _spans(joined, marked):
        tail = joined.whole[max(start, end - _LONGEST_KEY) : end].decode("ascii")
        found.append((at, _begun(tail[::-1], screen.endings)))
    return found


def _spans(joined: _Lines, marked: Places) -> Iterator[tuple[int, int, int]]:
    """The numbers of the ``marked`` lines, and where each begins and ends."""
    return zip(marked.tolist(), joined.starts[marked].tolist(), joined.ends[marked].tolist(), strict=True)


def _begun(letters: str, edge: Edge) -> list[int]:
    """The cues of the keys with which ``letters`` begin."""
    found: list[int] = []
    for size in range(1, min(_EDGE, len(letters)) + 1):
        if entries := edge.keys.get(letters[:size]):
            found += [number for key, number in entries if letters.startswith(key)]
    return found


def _inside(joined: _Lines, screen: Screen) -> list[tuple[int, list[int]]]:
    """The cues that the keys anywhere or in the tail of each line let through, with the line."""
    found = sorted(key_places(joined.whole, screen.index))
    lines = np.searchsorted(joined.ends, [place for place, _ in found], side="right")
    left = (joined.ends[lines] - [place for place, _ in found]).tolist()
    return [
        (at, [number for reach, number in screen.within[key] if behind <= reach])
        for at, behind, (_, key) in zip(lines.tolist(), left, found, strict=True)
    ]


def _dated(joined: _Lines, lines: Sequence[str]) -> Iterator[int]:
    """Which of ``lines`` have a figure near their beginning, and what every date in figures or with a year has."""
    row = joined.row
    figures = np.flatnonzero(_FIGURES.take(row))
    first, second = row[figures], row[figures + 1]
    century = np.where(first == ord("1"), second == ord("9"), (first == ord("2")) & (second == ord("0")))
    behind = _STROKES[second] | (_FIGURES[second] & _STROKES[row[figures + 2]])
    telling = century | (_STROKES[row[figures - 1]] & behind)
    bounds = np.searchsorted(figures, joined.ends)
    some = np.diff(bounds, prepend=0) >= _FEWEST_FIGURES
    some &= np.diff(np.append(0, np.cumsum(telling))[bounds], prepend=0) > 0
    some &= joined.ends - joined.starts <= LONGEST_WHOLE
    return (at for at in np.flatnonzero(some).tolist() if _may_be_dated(lines[at]))


def _may_be_dated(line: str) -> bool:
    is_dated = ("20" in line or "19" in line) and (bool(dated_years(line)) or _OPEN_YEAR.search(line) is not None)
    signs = 0 if is_dated else line.count(".") + line.count("-") + line.count("/")
    return (is_dated or (signs > 1 and _PARTED.search(line) is not None)) and _DIGIT.search(line, 0, _REACH) is not None


SCREEN = screen_of(CUES)
