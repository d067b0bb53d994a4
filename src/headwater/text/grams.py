"""Grams: where any of many short keys stand in a text, by four letters at a time.

Looking for each key by itself costs as many passes over the text as there are keys. Here all runs of four letters of
the text are looked up at once in a table of one run of each key, its rarest; a key is compared only where that stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.text.beginnings import REACH, Beginnings, beginnings_of

_SIZE = 4
_BITS = 16
_FACTOR = np.uint32(0x9E3779B1)
_SHIFT = np.uint32(32 - _BITS)
# What is not listed is rarer still.
_BY_FREQUENCY = " etaoinsrhldcumfpgwybvkxjqz"


@dataclass(frozen=True, slots=True)
class GramIndex:
    """Which hashed runs of four letters belong to a key, and where in it they stand.

    ``leads``: arrays of hash -> how many letters before such a run a key begins, -1 for none: several where runs of one
    hash stand at several places of keys. ``keys`` are those of four letters or more by their first four, ``short`` the
    others, of which few are expected: each costs a search of its own.
    """

    marked: NDArray[np.bool_]
    leads: tuple[NDArray[np.int16], ...]
    beginnings: Beginnings
    keys: Mapping[bytes, Sequence[bytes]]
    short: Sequence[bytes]


def gram_index(keys: Iterable[str]) -> GramIndex:
    """The index of ``keys``, which are ASCII."""
    leads: list[NDArray[np.int16]] = []
    long: dict[bytes, list[bytes]] = {}
    short: list[bytes] = []
    for key in sorted(set(keys)):
        written = key.encode("ascii")
        if len(written) < _SIZE:
            short.append(written)
            continue
        at = max(range(len(key) - _SIZE + 1), key=lambda start: _rarity(key[start : start + _SIZE]))
        _lead(leads, int(_hashed(written)[at]), at)
        long.setdefault(written[:_SIZE], []).append(written)
    marked = np.zeros(1 << _BITS, dtype=bool)
    for lead in leads:
        marked |= lead >= 0
    return GramIndex(marked, tuple(leads), beginnings_of(key for those in long.values() for key in those), long, short)


def _lead(leads: list[NDArray[np.int16]], code: int, at: int) -> None:
    """Notes that a key begins so many letters before a run of this hash."""
    for lead in leads:
        if lead[code] in (-1, at):
            lead[code] = at
            return
    leads.append(np.full(1 << _BITS, -1, dtype=np.int16))
    leads[-1][code] = at


def _rarity(gram: str) -> int:
    return sum(_BY_FREQUENCY.find(letter) % (len(_BY_FREQUENCY) + 1) for letter in gram)


def _hashed(text: bytes) -> NDArray[np.uint32]:
    grams: NDArray[np.uint32] = np.ndarray(len(text) - _SIZE + 1, dtype="<u4", buffer=text, strides=(1,))
    hashed = grams * _FACTOR
    hashed >>= _SHIFT
    return hashed


def key_places(text: bytes, index: GramIndex) -> list[tuple[int, str]]:
    """Where each key of ``index`` stands in ``text``, and the key; in no order."""
    met = [
        (place, key)
        for place in _beginnings(text, index)
        for key in index.keys.get(text[place : place + _SIZE], ())
        if text.startswith(key, place)
    ]
    for key in index.short:
        place = text.find(key)
        while place >= 0:
            met.append((place, key))
            place = text.find(key, place + 1)
    return [(place, key.decode("ascii")) for place, key in met]


def _beginnings(text: bytes, index: GramIndex) -> list[int]:
    """Where a key of four letters or more may begin, in order."""
    if len(text) < _SIZE or not index.leads:
        return []
    hashed = _hashed(text)
    places = np.flatnonzero(index.marked.take(hashed))
    codes = hashed[places]
    before = [(places, lead[codes]) for lead in index.leads]
    starts = np.concatenate([those[far >= 0] - far[far >= 0] for those, far in before])
    row = np.frombuffer(text + bytes(REACH), dtype=np.uint8)
    starts = starts[starts >= 0]
    return sorted(set(starts[index.beginnings.may_begin(row, starts)].tolist()))
