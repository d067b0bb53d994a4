"""Phrases that outlets and agencies put under any article, looked for in many texts at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate

import numpy as np

from headwater.text.grams import GramIndex, gram_index, key_places

# Bytes looked through at a time.
_AT_ONCE = 1 << 16


@cache
def load_stock() -> tuple[str, ...]:
    """The package's own list of phrases, in small letters."""
    listed = files("headwater.copies").joinpath("stock_phrases.txt").read_text("utf-8").split("\n")
    return tuple(line for line in listed if line)


def stock_phrases_in(texts: Sequence[str]) -> list[list[str]]:
    """The phrases of stock that each text has anywhere in it, whatever the case of its letters."""
    # Bytes are made small many times faster than characters beyond ASCII, of which no phrase has any.
    encoded = [text.encode("utf-8", "surrogatepass").lower() for text in texts]
    ends = np.cumsum([len(text) + 1 for text in encoded])
    found: list[list[str]] = []
    while len(found) < len(encoded):
        first = len(found)
        waiting = ends[first] - len(encoded[first]) - 1 + _AT_ONCE
        found += _phrases(encoded[first : max(first + 1, int(np.searchsorted(ends, waiting)))])
    return found


def _phrases(encoded: Sequence[bytes]) -> list[list[str]]:
    found: list[set[str]] = [set() for _ in encoded]
    starts = [0, *accumulate(len(text) + 1 for text in encoded)]
    for at, phrase in key_places(b"\n".join(encoded), _index()):
        found[bisect_right(starts, at) - 1].add(phrase)
    return [sorted(phrases) for phrases in found]


@cache
def _index() -> GramIndex:
    return gram_index(load_stock())
