"""Word spans, script-neutral."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+(?:['’.,\-]\w+)*")


def word_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the words of ``text``; an inner apostrophe, hyphen, point or comma belongs to the word."""
    return [match.span() for match in WORD.finditer(text)]


def words(text: str) -> list[str]:
    """The words of ``text``, case folded, typographic apostrophes made plain."""
    return [match.group().casefold().replace("’", "'") for match in WORD.finditer(text)]
