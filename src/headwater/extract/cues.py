"""Cues: the wordings of furniture, read from ``cues.txt`` beside this file."""

from __future__ import annotations

import re
from importlib import resources

from headwater.model.article import FurnitureKind

Cues = tuple[tuple[FurnitureKind, re.Pattern[str]], ...]

_PLACES = ("whole", "opening", "within")
_PART = re.compile(r"<([A-Z]+)>")


def read_cues(text: str) -> dict[str, Cues]:
    """For each of "whole", "opening" and "within" one pattern a kind, in the order of ``text`` (form: see cues.txt)."""
    parts: dict[str, str] = {}
    found: dict[tuple[str, str], list[str]] = {}
    section: list[str] = []
    for line in text.splitlines():
        if not line or line.startswith("# "):
            continue
        if line.startswith("$"):
            name, pattern = line[1:].split(" = ", 1)
            parts[name] = _filled(pattern, parts)
        elif line.startswith("@"):
            place, kind = line[1:].split()
            section = found.setdefault((place, kind), [])
        else:
            section.append(_filled(line, parts))
    return {place: _compiled(place, found) for place in _PLACES}


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return _PART.sub(lambda match: parts[match.group(1)], pattern)


def _compiled(place: str, found: dict[tuple[str, str], list[str]]) -> Cues:
    tail = r"\Z" if place == "whole" else ""
    return tuple(
        (FurnitureKind(kind), re.compile(f"(?:{'|'.join(patterns)}){tail}", re.I))
        for (where, kind), patterns in found.items()
        if where == place
    )


_TABLE = read_cues(resources.files("headwater.extract").joinpath("cues.txt").read_text(encoding="utf-8"))
WHOLE: Cues = _TABLE["whole"]
OPENINGS: Cues = _TABLE["opening"]
WITHIN: Cues = _TABLE["within"]
