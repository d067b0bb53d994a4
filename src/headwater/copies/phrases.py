"""Phrases that outlets and agencies put under any article, looked for in many texts at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

# Letters and marks from the commonest in English to the rarest: a phrase is looked for by its rarest four in a row.
_BY_FREQUENCY = " etaoinsrhldcumfpgwybvkxjqz-,"
_GRAM = 4
# Bytes looked through at a time.
_AT_ONCE = 1 << 16
_BITS = 16
_FACTOR = np.uint32(0x85EBCA6B)


@dataclass(frozen=True, slots=True)
class _Grams:
    """Which hashes of four bytes some phrase has, and by four bytes the phrases with where in them these stand.

    ``short``: phrases of fewer bytes.
    """

    known: NDArray[np.bool_]
    phrases: dict[int, tuple[tuple[bytes, int], ...]]
    short: tuple[bytes, ...]


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
    found: list[dict[bytes, None]] = [{} for _ in encoded]
    starts = [0, *accumulate(len(text) + 1 for text in encoded)]
    for at, phrase in _places(b"\n".join([*encoded, bytes(_GRAM)])):
        found[bisect_right(starts, at) - 1][phrase] = None
    return [[phrase.decode() for phrase in of] for of in found]


def _places(joined: bytes) -> list[tuple[int, bytes]]:
    """Where the phrases of stock are in the bytes; of the shortest ones one place between two line breaks."""
    known = _grams()
    grams = np.ndarray(len(joined) - _GRAM + 1, dtype="<u4", buffer=joined, strides=(1,)).copy()
    hits = known.known.take(_hashed(grams)).nonzero()[0]
    found = [
        (at - before, phrase)
        for at, gram in zip(hits.tolist(), grams[hits].tolist(), strict=True)
        for phrase, before in known.phrases.get(gram, ())
        if at >= before and joined.startswith(phrase, at - before)
    ]
    for phrase in known.short:
        at = joined.find(phrase)
        while at >= 0:
            found.append((at, phrase))
            end = joined.find(b"\n", at)
            at = joined.find(phrase, end) if end >= 0 else -1
    return found


@cache
def _grams() -> _Grams:
    known = np.zeros(1 << _BITS, dtype=bool)
    phrases: dict[int, tuple[tuple[bytes, int], ...]] = {}
    short = []
    for phrase in load_stock():
        if len(phrase) < _GRAM:
            short.append(phrase.encode())
            continue
        rarity = [_BY_FREQUENCY.find(sign) for sign in phrase]
        before = max(range(len(phrase) - _GRAM + 1), key=lambda at: sum(rarity[at : at + _GRAM]))
        gram = np.frombuffer(phrase[before : before + _GRAM].encode(), dtype="<u4")
        known[_hashed(gram)] = True
        phrases[int(gram[0])] = (*phrases.get(int(gram[0]), ()), (phrase.encode(), before))
    return _Grams(known, phrases, tuple(short))


def _hashed(grams: NDArray[np.uint32]) -> NDArray[np.int64]:
    return ((grams * _FACTOR) >> np.uint32(32 - _BITS)).astype(np.int64)
