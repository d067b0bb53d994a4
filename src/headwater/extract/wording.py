"""Wording: what the words of blocks tell of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.extract.stops import has_final_stop

Matrix = NDArray[np.float32]

_CUE_WORDS = (
    "subscri|newsletter|sign up|sign in|login|log in|regist|cookie|©|copyright|all rights|read more|follow us|comment"
    "|privacy|abonn|anmeld|weiterlesen|suscr|inscri|lire aussi|lees ook|leia|assin|iscriv|facebook|twitter"
    "|whatsapp|telegram|instagram|share|click|photo|image|credit|foto"
)
_CUES = _CUE_WORDS.split("|")
# In these scripts a character says as much as two to three of the Latin one.
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DENSITY = 2.5
# The bytes that begin none of these characters in UTF-8.
_NOT_DENSE = bytes([*range(0xE3), 0xEE, *range(0xF0, 0x100)])
_LONGEST = 2000
_HEAD = 400
_LEAST_LIKE_DESCRIPTION = 20
_LEAST_LIKE_BODY = 12
_LEAST_PROSE = 8
_MOST_LINKS = 0.3

#: The columns of ``measures``, in order.
SIZE, WORDS, LINK, STOP, TITLE, PROSE = range(6)


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of its article, letters and digits alone: its titles, its description, its text."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""


def measures(texts: Sequence[str], link_chars: Sequence[int], keys: Sequence[str], told: Told) -> Matrix:
    """For each block size, words, share of links, final stop, whether it is the title, and how much of it is prose.

    ``keys`` are the texts' letters and digits. A character of a dense script counts as 2.5.
    """
    sizes = np.array([len(text) for text in texts], dtype=np.float64)
    words = np.array([text.count(" ") + 1 for text in texts], dtype=np.float64)
    links = np.array(link_chars) / sizes
    if "".join(texts).encode("utf-8", "surrogatepass").translate(None, _NOT_DENSE):
        dense = np.array([len(_DENSE.findall(text)) for text in texts])
        sizes += (_DENSITY - 1) * dense
        words += dense / 2
    stops = np.array([has_final_stop(text) for text in texts])
    prose = np.where((links < _MOST_LINKS) & stops & (words >= _LEAST_PROSE), sizes, 0)
    titled = [key in told.titles for key in keys]
    return np.column_stack([np.minimum(sizes, _LONGEST), words, links, stops, titled, prose]).astype(np.float32)


def details(texts: Sequence[str], bold_chars: Sequence[int], keys: Sequence[str], told: Told) -> Matrix:
    """Length of words, punctuation, capitals, bold, addresses, cue words; likeness to what the page tells, a block."""
    heads = [text[:_HEAD] for text in texts]
    sizes = np.array([len(text) for text in texts])
    words = np.array([text.count(" ") + 1 for text in texts])
    commas = [text.count(",") for text in texts]
    stops = [text.count(". ") for text in texts]
    for at in [at for at, text in enumerate(texts) if not text.isascii()]:
        commas[at] += sum(map(texts[at].count, "，、،"))
        stops[at] += texts[at].count("。")
    columns = [
        sizes / words,
        commas / words,
        stops,
        list(map(str.isupper, texts)),
        np.array(bold_chars) / sizes,
        ["@" in head or "http" in head for head in heads],
        [len(key) >= _LEAST_LIKE_DESCRIPTION and key[:300] in told.description for key in keys],
        [_likeness(key, told.body) for key in keys] if told.body else np.zeros(len(keys)),
        _cue_words(heads),
    ]
    return np.column_stack(columns).astype(np.float32)


def _cue_words(heads: Sequence[str]) -> list[int]:
    """How many cue words each of ``heads`` has; most pages have few of them."""
    lower = [head.lower() for head in heads]
    whole = "\n".join(lower)
    cues = [cue for cue in _CUES if cue in whole]
    return [sum([head.count(cue) for cue in cues]) for head in lower]


def _likeness(key: str, body: str) -> int:
    """1 where ``key`` begins like a piece of the ``body`` that the page tells, -1 where not, 0 if too short to say."""
    return 0 if len(key) < _LEAST_LIKE_BODY else 1 if key[:1000] in body else -1


def repeats(keys: Sequence[str], some: Sequence[int]) -> Matrix:
    """How often the text of each of ``some`` blocks stands on the page, as a column."""
    counts = Counter(keys)
    return np.array([[counts[keys[at]]] for at in some], dtype=np.float32)
