"""Where two sequences of hashed words agree: maximal equal runs, chained into passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.text.shingles import Hashes, shingles

Ints = NDArray[np.int64]

# Of a run that one text repeats, so many places are tried; tables and refrains would cost the square of their length.
_REPEATS = 4
# Room for the place of a run beside its hash; runs compare by the bits above.
PLACE_BITS = np.uint64(28)


@dataclass(frozen=True, slots=True)
class RunIndex:
    """All runs of ``size`` words of one text: ``ranked`` their hashes in ascending order, ``order`` their places."""

    size: int
    ranked: Hashes
    order: Ints

    @property
    def distinct(self) -> int:
        """How many different runs there are."""
        return int(np.count_nonzero(self.ranked[1:] != self.ranked[:-1])) + min(1, len(self.ranked))


# Run and Chain are made by the million: a named tuple takes a third of the time of a frozen dataclass.
class Run(NamedTuple):
    """``length`` equal words, from word ``a`` of one text and word ``b`` of the other."""

    a: int
    b: int
    length: int


class Chain(NamedTuple):
    """Aligned half-open word spans of two texts and how many of their words are equal and in order."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    equal: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Maximal equal ``runs`` of two texts and how many different indexed runs they ``share``."""

    runs: tuple[Run, ...]
    shared: int


def index_runs(words: Hashes, size: int) -> RunIndex:
    """The runs of ``size`` words of a text, ready for comparison."""
    runs = shingles(words, size)
    # Hash and place in one number sort faster than any argsort, and alike on every machine.
    bits = np.uint64(len(runs).bit_length())
    packed = np.sort((runs >> bits << bits) | np.arange(len(runs), dtype=np.uint64))
    places = packed & ((np.uint64(1) << bits) - np.uint64(1))
    return RunIndex(size, packed >> PLACE_BITS, places.astype(np.int64))


def compare_runs(a: RunIndex, b: RunIndex) -> Agreement:
    """All maximal runs of equal words, at least as long as indexed, by place in ``a``; of repeats the first few."""
    if not len(a.ranked) or not len(b.ranked):
        return Agreement((), 0)
    low = np.searchsorted(b.ranked, a.ranked)
    hit = np.flatnonzero(b.ranked[np.minimum(low, len(b.ranked) - 1)] == a.ranked)
    if not len(hit):
        return Agreement((), 0)
    low = low[hit]
    shared = int(np.count_nonzero(low[1:] != low[:-1])) + 1
    count = np.minimum(np.searchsorted(b.ranked, a.ranked[hit], side="right") - low, _REPEATS)
    at_a = np.repeat(a.order[hit], count)
    within = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = b.order[np.repeat(low, count) + within]
    return Agreement(_diagonals(at_a, at_b, a.size), shared)


def _diagonals(at_a: Ints, at_b: Ints, size: int) -> tuple[Run, ...]:
    """Matches of single runs joined along the diagonals on which they lie."""
    order = np.lexsort((at_a, at_b - at_a))
    at_a, at_b = at_a[order], at_b[order]
    parted = (np.diff(at_b - at_a) != 0) | (np.diff(at_a) != 1)
    first = np.concatenate([[0], np.flatnonzero(parted) + 1])
    last = np.append(first[1:] - 1, len(at_a) - 1)
    lengths = at_a[last] - at_a[first] + size
    return tuple(sorted(map(Run, at_a[first].tolist(), at_b[first].tolist(), lengths.tolist())))


def chains(runs: Sequence[Run], gap: int) -> list[Chain]:
    """Runs joined where they follow each other in both texts with at most ``gap`` words between.

    Longer runs go first, and a word of either text is used once; what is left of an overlapping run is dropped.
    """
    joined: list[Chain] = []
    for run in _apart(runs):
        before = joined[-1] if joined else None
        if before and 0 <= run.a - before.a_end <= gap and 0 <= run.b - before.b_end <= gap:
            joined[-1] = Chain(
                before.a_start, run.a + run.length, before.b_start, run.b + run.length, before.equal + run.length
            )
        else:
            joined.append(Chain(run.a, run.a + run.length, run.b, run.b + run.length, run.length))
    return joined


def _apart(runs: Sequence[Run]) -> list[Run]:
    """The runs that overlap no longer one in either text, trimmed where only their ends do, by place."""
    if len(runs) < 2:
        return list(runs)
    used_a = bytearray(max(run.a + run.length for run in runs))
    used_b = bytearray(max(run.b + run.length for run in runs))
    chosen = []
    for run in sorted(runs, key=_longest_first):
        a, b, length = run = _trimmed(run, used_a, used_b)
        if length > 0:
            used_a[a : a + length] = used_b[b : b + length] = b"\1" * length
            chosen.append(run)
    return sorted(chosen)


def _longest_first(run: Run) -> tuple[int, int, int]:
    return -run.length, run.a, run.b


def _trimmed(run: Run, used_a: bytearray, used_b: bytearray) -> Run:
    """What is left of the run when used words are cut from its ends; of length 0 where its middle is used."""
    a, b, length = run
    if used_a.find(1, a, a + length) < 0 and used_b.find(1, b, b + length) < 0:
        return run
    start, end = 0, length
    while start < end and (used_a[a + start] or used_b[b + start]):
        start += 1
    while end > start and (used_a[a + end - 1] or used_b[b + end - 1]):
        end -= 1
    taken = used_a.find(1, a + start, a + end) >= 0 or used_b.find(1, b + start, b + end) >= 0
    return Run(a + start, b + start, 0 if taken else end - start)
