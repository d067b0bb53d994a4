"""Beginnings: at which places of a row of letters one of many keys may begin, for all places at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.uint8]
Places = NDArray[np.int64]
Truths = NDArray[np.bool_]

#: So many letters from a place on are looked at; a row needs as many beyond its last place.
REACH = 8
_BITS = 16
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(64 - _BITS)


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The first letters of keys, at most ``REACH`` of each, hashed.

    ``masks`` (lengths,): which of the letters count for keys of each length; ``marked``: which hashes are of a key.
    """

    masks: NDArray[np.uint64]
    marked: Truths

    def may_begin(self, row: Row, places: Places, *, step: int = 1) -> Truths:
        """Which of ``places`` a key begins at, read onwards or, with ``step`` -1, backwards; seldom one too many."""
        letters = np.ascontiguousarray(row[places[:, None] + np.arange(0, step * REACH, step)])
        codes = letters.view("<u8")[:, 0]
        found: Truths = self.marked[(codes[:, None] & self.masks) * _FACTOR >> _SHIFT].any(axis=1)
        return found


def beginnings_of(keys: Iterable[bytes]) -> Beginnings:
    """The beginnings of ``keys``."""
    heads = [key[:REACH] for key in keys if key]
    masks = np.array([(1 << 8 * size) - 1 for size in sorted(set(map(len, heads)))], dtype=np.uint64)
    marked = np.zeros(1 << _BITS, dtype=bool)
    codes = np.array([int.from_bytes(head, "little") for head in heads], dtype=np.uint64)
    marked[codes * _FACTOR >> _SHIFT] = True
    return Beginnings(masks, marked)
