"""Grams: where any of many short keys stand in a text, by four letters at a time.

Looking for each key by itself costs as many passes over the text as there are keys. Here all runs of four letters of
the text are looked up at once in a table of one run of each key, its rarest; a key is compared only where that stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SIZE = 4
_BITS = 16
_FACTOR = np.uint32(0x9E3779B1)
_SHIFT = np.uint32(32 - _BITS)
# What is not listed is rarer still.
_BY_FREQUENCY = " etaoinsrhldcumfpgwybvkxjqz"


@dataclass(frozen=True, slots=True)
class GramIndex:
    """Which hashed runs of four letters belong to a key, and the keys of each with where it stands in them.

    ``short`` are the keys that are too short for one.
    """

    marked: NDArray[np.bool_]
    keys: Mapping[int, Sequence[tuple[str, int]]]
    short: Sequence[str]


def gram_index(keys: Iterable[str]) -> GramIndex:
    """The index of ``keys``, which are ASCII."""
    marked = np.zeros(1 << _BITS, dtype=bool)
    found: dict[int, list[tuple[str, int]]] = {}
    listed = sorted(set(keys))
    for key in listed:
        if len(key) >= _SIZE:
            at = max(range(len(key) - _SIZE + 1), key=lambda start: _rarity(key[start : start + _SIZE]))
            code = int(_hashed(key.encode("ascii"))[at])
            found.setdefault(code, []).append((key, at))
            marked[code] = True
    return GramIndex(marked, found, [key for key in listed if len(key) < _SIZE])


def _rarity(gram: str) -> int:
    return sum(_BY_FREQUENCY.find(letter) % (len(_BY_FREQUENCY) + 1) for letter in gram)


def _hashed(text: bytes) -> NDArray[np.uint32]:
    grams: NDArray[np.uint32] = np.ndarray(len(text) - _SIZE + 1, dtype="<u4", buffer=text, strides=(1,))
    hashed = grams * _FACTOR
    hashed >>= _SHIFT
    return hashed


def key_places(text: str, index: GramIndex) -> Iterator[tuple[int, str]]:
    """Where each key of ``index`` stands in ``text``, which is ASCII, and the key; in no order."""
    if len(text) >= _SIZE:
        hashed = _hashed(text.encode("ascii"))
        places = np.flatnonzero(index.marked.take(hashed))
        for place, code in zip(places.tolist(), hashed[places].tolist(), strict=True):
            for key, at in index.keys[code]:
                if place >= at and text.startswith(key, place - at):
                    yield place - at, key
    for key in index.short:
        place = text.find(key)
        while place >= 0:
            yield place, key
            place = text.find(key, place + 1)
