"""Grams: where any of many short keys stand in a text, by four letters at a time.

Looking for each key by itself costs as many passes over the text as there are keys. Here all runs of four letters of
the text are looked up at once in a table of one run of each key, its rarest; a key is compared only where that stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SIZE = 4
_BITS = 16
_FACTOR = np.uint32(0x9E3779B1)
_SHIFT = np.uint32(32 - _BITS)
# What is not listed is rarer still.
_BY_FREQUENCY = " etaoinsrhldcumfpgwybvkxjqz"


# Keys by where in them what leads to them stands.
Placed = Sequence[tuple[int, tuple[bytes, ...]]]


@dataclass(frozen=True, slots=True)
class GramIndex:
    """Which hashed runs of four letters belong to a key, and the keys of each by where it stands in them.

    ``short`` are the keys that are too short for one, by their rarest letter.
    """

    marked: NDArray[np.bool_]
    keys: Mapping[int, Placed]
    short: Mapping[bytes, Placed]


def gram_index(keys: Iterable[str]) -> GramIndex:
    """The index of ``keys``, which are ASCII."""
    marked = np.zeros(1 << _BITS, dtype=bool)
    long: dict[int, dict[int, list[bytes]]] = {}
    short: dict[bytes, dict[int, list[bytes]]] = {}
    for key in sorted(set(keys)):
        size = _SIZE if len(key) >= _SIZE else 1
        at = max(range(len(key) - size + 1), key=lambda start: _rarity(key[start : start + size]))
        written = key.encode("ascii")
        if size == _SIZE:
            code = int(_hashed(written)[at])
            marked[code] = True
            long.setdefault(code, {}).setdefault(at, []).append(written)
        else:
            short.setdefault(written[at : at + 1], {}).setdefault(at, []).append(written)
    return GramIndex(
        marked,
        {code: _placed(found) for code, found in long.items()},
        {letter: _placed(found) for letter, found in short.items()},
    )


def _placed(keys: Mapping[int, Sequence[bytes]]) -> Placed:
    return [(at, tuple(those)) for at, those in sorted(keys.items())]


def _rarity(gram: str) -> int:
    return sum(_BY_FREQUENCY.find(letter) % (len(_BY_FREQUENCY) + 1) for letter in gram)


def _hashed(text: bytes) -> NDArray[np.uint32]:
    grams: NDArray[np.uint32] = np.ndarray(len(text) - _SIZE + 1, dtype="<u4", buffer=text, strides=(1,))
    hashed = grams * _FACTOR
    hashed >>= _SHIFT
    return hashed


def key_places(text: bytes, index: GramIndex) -> list[tuple[int, str]]:
    """Where each key of ``index`` stands in ``text``, which is ASCII, and the key; in no order."""
    met: list[tuple[int, tuple[bytes, ...]]] = []
    if len(text) >= _SIZE:
        hashed = _hashed(text)
        places = np.flatnonzero(index.marked.take(hashed))
        of, begins = index.keys, text.startswith
        marked = zip(places.tolist(), hashed[places].tolist(), strict=True)
        met = [(place - at, keys) for place, code in marked for at, keys in of[code] if begins(keys, place - at)]
    for letter, placed in index.short.items():
        place = text.find(letter)
        while place >= 0:
            met += [(place - at, keys) for at, keys in placed]
            place = text.find(letter, place + 1)
    return [
        (start, key.decode("ascii")) for start, keys in met if start >= 0 for key in keys if text.startswith(key, start)
    ]
