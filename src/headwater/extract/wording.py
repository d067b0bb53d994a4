"""Wording: what the words of one block tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.extract.blocks import Block
from headwater.extract.stops import has_final_stop

_DIGITS = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CUE = re.compile(
    r"subscri|newsletter|sign (?:up|in)|log ?in|regist|cookie|©|copyright|all rights|read more|follow us|comment"
    r"|privacy|abonn|anmeld|weiterlesen|suscr|inscri|s'inscrire|lire aussi|lees ook|leia|assin|iscriv|facebook|twitter"
    r"|whatsapp|telegram|instagram|share|click|photo|image|credit|foto"
)
# In these scripts a character says as much as two to three of the Latin one.
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DENSITY = 2.5
_LONGEST = 2000
_HEAD = 400

#: The columns of ``measures``, in order.
SIZE, WORDS, LINK, STOP, TITLE, PROSE = range(6)


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of its article, letters and digits alone: its titles, its description, its text."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""


def measures(block: Block, key: str, told: Told) -> tuple[float, ...]:
    """Size, words, share of links, final stop, whether it is the title, and how much of it is prose.

    ``key`` is the text's letters and digits. A character of a dense script counts as 2.5.
    """
    text = block.text
    whole = len(text)
    size: float = whole
    words: float = text.count(" ") + 1
    if not text.isascii() and (dense := len(_DENSE.findall(text))):
        size += (_DENSITY - 1) * dense
        words += dense / 2
    stop = has_final_stop(text)
    link = block.link_chars / whole
    prose = size if link < 0.3 and stop and words >= 8 else 0
    return min(size, _LONGEST), words, link, stop, key in told.titles, prose


def details(block: Block, key: str, count: int, told: Told) -> tuple[float, ...]:
    """Punctuation, capitals, figures, cue words; likeness to what the page tells; how often the text stands on it."""
    text = block.text
    whole = len(text)
    words = text.count(" ") + 1
    head = text[:_HEAD]
    lower = head.lower()
    return (
        whole / words,
        (text.count(",") + text.count("，") + text.count("、") + text.count("،")) / words,
        text.count(". ") + text.count("。"),
        text[0].islower(),
        len(_DIGITS.findall(head)) / len(head),
        text.isupper(),
        any(title.startswith(key) for title in told.titles) if key and whole < 200 else False,
        text[-1] == ":",
        "|" in text,
        "©" in text,
        text[0] in "\"“„«'‘»",
        block.bold_chars / whole,
        _YEAR.search(head) is not None,
        "@" in head or "http" in head,
        len(key) >= 20 and key[:300] in told.description,
        (1 if key[:1000] in told.body else -1) if told.body and len(key) >= 12 else 0,
        len(_CUE.findall(lower)),
        count,
    )
