"""Cues: the wordings of furniture, read from ``cues.txt`` beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import product

from headwater.model.article import FurnitureKind

#: No longer line is a cue as a whole.
LONGEST_WHOLE = 260
_PART = re.compile(r"<([A-Z]+)>")
_CHOICE = re.compile(r"\{([^{}]*)\}")


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


CUES = read_cues(resources.files("headwater.extract").joinpath("cues.txt").read_text(encoding="utf-8"))


@cache  # compiled when first tried: the lines of a small input try few
def expression(number: int) -> re.Pattern[str]:
    """The patterns of the cue of that number in ``CUES`` as one."""
    cue = CUES[number]
    return re.compile(f"(?:{'|'.join(cue.patterns)})" + (r"\Z" if cue.place is Place.WHOLE else ""), re.I)
