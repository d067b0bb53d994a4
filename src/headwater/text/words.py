"""Word spans, script-neutral."""

from __future__ import annotations

import re

#: Scripts written without spaces have no words that a pattern could find: each sign counts as one.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: Vowel signs and other marks that belong to the word although Python's \w leaves them out.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0963\u0980-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u1000-\u109f"
    "\u17b4-\u17d3\u200c\u200d"
)
#: Marks that belong to a word between two of its letters.
JOINTS = "'’.,-"
_JOINT = re.escape(JOINTS)
WORD = re.compile(rf"[^\W{UNSPACED}]+(?:[{_JOINT}][^\W{UNSPACED}]+|[{MARKS}]+[^\W{UNSPACED}]*)*|[{UNSPACED}]")


def word_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the words of ``text``; an inner apostrophe, hyphen, point or comma belongs to the word."""
    return [match.span() for match in WORD.finditer(text)]


def words(text: str) -> list[str]:
    """The words of ``text``, case folded, typographic apostrophes made plain."""
    return [word.replace("’", "'") for word in WORD.findall(text.casefold())]
