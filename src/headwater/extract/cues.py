"""Cues: the wordings of furniture, read from ``cues.txt`` beside this file, and which of them a line can hold at all.

A page has some hundred lines and almost none is furniture, so each group of patterns names what its lines must have
(a beginning, an ending, a word): looking for that costs a hundredth of trying the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from headwater.model.article import FurnitureKind

Keys = dict[str, tuple[tuple[str, int], ...]]

#: A key marked as of the tail stands in so many last characters of a line, a digit in so many first ones.
_REACH = 90
_PART = re.compile(r"<([A-Z]+)>")
_DIGIT = re.compile(r"\d")
# Letters that a pattern without case takes for those beside them, while lowering a string leaves or splits them.
_ODD_CASE = (("ı", "i"), ("İ", "i"), ("ſ", "s"))


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

    ``openings`` are by the key's first two letters, ``endings`` by its last two, by one where it has but one.
    """

    openings: Keys
    endings: Keys
    tails: tuple[tuple[str, int], ...]
    anywhere: tuple[tuple[str, int], ...]
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
    beginning = [(key.removeprefix("^"), number) for key, number in entries if key[0] in "^#"]
    ending = [(key[:-1], number) for key, number in entries if key[-1] == "$"]
    return Screen(
        openings=_by_letters((key[:2], key, number) for key, number in beginning),
        endings=_by_letters((key[-2:], key, number) for key, number in ending),
        tails=tuple((key[:-1], number) for key, number in entries if key[-1] == "~"),
        anywhere=tuple((key, number) for key, number in entries if key[0] not in "^#" and key[-1] not in "$~"),
        always=tuple(number for number, cue in enumerate(cues) if not cue.keys),
    )


def _by_letters(entries: Iterable[tuple[str, str, int]]) -> Keys:
    found: dict[str, list[tuple[str, int]]] = {}
    for letters, key, number in entries:
        found.setdefault(letters, []).append((key, number))
    return {letters: tuple(keys) for letters, keys in found.items()}


def possible_cues(lines: Sequence[str], screen: Screen) -> list[Sequence[int]]:
    """For each of ``lines`` (not blank, spaced singly) the numbers in order of the cues that it may match."""
    whole = "\n".join(lines)
    if not whole.isascii():
        for odd, plain in _ODD_CASE:
            whole = whole.replace(odd, plain)
    whole = whole.lower()
    # Few keys stand anywhere in a text, so that no line needs to be searched for the others.
    tails = [entry for entry in screen.tails if entry[0] in whole]
    anywhere = [entry for entry in screen.anywhere if entry[0] in whole]
    return [_possible(line, screen, tails, anywhere) for line in whole.split("\n")] if lines else []


def _possible(
    line: str, screen: Screen, tails: Sequence[tuple[str, int]], anywhere: Sequence[tuple[str, int]]
) -> Sequence[int]:
    # Loops, not comprehensions: most are over nothing, and this is done for every line of every input.
    openings, endings = screen.openings, screen.endings
    found = [*screen.always]
    for key, number in openings.get(line[:2], ()):
        if line.startswith(key):
            found.append(number)
    for sign in _signs_of_beginning(line):
        if sign in openings:
            found += [number for _, number in openings[sign]]
    for letters in (line[-2:], line[-1]):
        if letters in endings:
            found += [number for key, number in endings[letters] if line.endswith(key)]
    for key, number in tails:
        if key in line and key in line[-_REACH:]:
            found.append(number)
    for key, number in anywhere:
        if key in line:
            found.append(number)
    return sorted(set(found)) if len(found) > 1 else found


def _signs_of_beginning(line: str) -> Sequence[str]:
    """The first letter, and the signs of cues.txt for what else is to be said of the beginning."""
    first = line[0]
    numbered = "#" if _DIGIT.search(line, 0, _REACH) else ""
    return (first, numbered) if first.isalpha() else (first, "0" if first.isdecimal() else ".", numbered)


CUES = read_cues(resources.files("headwater.extract").joinpath("cues.txt").read_text(encoding="utf-8"))
SCREEN = screen_of(CUES)


@cache  # compiled when first tried: the lines of a small input try few
def expression(number: int) -> re.Pattern[str]:
    """The patterns of the cue of that number in ``CUES`` as one."""
    cue = CUES[number]
    return re.compile(f"(?:{'|'.join(cue.patterns)})" + (r"\Z" if cue.place is Place.WHOLE else ""), re.I)
