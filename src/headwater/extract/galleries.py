"""Captions that no line's own wording shows: numbered slides of a gallery, descriptions as long as paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import MutableSequence, Sequence

from headwater.model.article import FurnitureKind

_SLIDE = re.compile(r"\d{1,3} ?/ ?(\d{1,3})\b")
_SLIDES = 3  # so many numbered lines of one total are a gallery; fewer may be scores and dates
_TOGGLED = re.compile(r"\b(?:hide|toggle|show) caption\b", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"(?:FILE ?[-–—:] |In this (?:[\w.,]+ ){0,6}?(?:file |handout |combination )?(?:photo|photograph|image|picture)\b)"
)
_DESCRIBING = ("FILE", "In this ")
_OF_THE_REST = 2  # a paragraph is a caption only beside an article of so many times its length


def mark_galleries(lines: Sequence[str], kinds: MutableSequence[FurnitureKind | None]) -> None:
    """Sets the kind of the lines that are captions of a gallery, or a long caption beside a longer article."""
    opening = [line for line in lines if line.startswith(_DESCRIBING) or line[:1].isdigit()]
    if not opening and "aption" not in "\n".join(lines):
        return
    totals = [match.group(1) if line[:1].isdigit() and (match := _SLIDE.match(line)) else None for line in lines]
    slides = Counter(total for total in totals if total is not None)
    content = sum(len(line) for line, kind in zip(lines, kinds, strict=True) if kind is None)
    for at, line in enumerate(lines):
        if kinds[at] is not None:
            continue
        gallery = totals[at] is not None and slides[totals[at]] >= _SLIDES
        toggled = "aption" in line and line[:1].isalpha() and len(_TOGGLED.findall(line)) >= _SLIDES
        described = line.startswith(_DESCRIBING) and _DESCRIBED.match(line) is not None
        if gallery or toggled or (described and len(line) * (1 + _OF_THE_REST) <= content):
            kinds[at] = FurnitureKind.CAPTION
