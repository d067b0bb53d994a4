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
_PLACE = 32
_ZERO = np.zeros(1, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class RunIndex:
    """All runs of ``size`` words of one text: ``ranked`` their hashes in ascending order, ``order`` their places.

    ``distinct`` is the number of different runs.
    """

    size: int
    ranked: Hashes
    order: Ints
    distinct: int


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
    ranked = packed >> PLACE_BITS
    distinct = int(np.count_nonzero(ranked[1:] != ranked[:-1])) + min(1, len(ranked))
    return RunIndex(size, ranked, places.astype(np.int64), distinct)


def compare_runs(a: RunIndex, b: RunIndex) -> Agreement:
    """All maximal runs of equal words, at least as long as indexed, by place in ``a``; of repeats the first few."""
    if not len(a.ranked) or not len(b.ranked):
        return Agreement((), 0)
    low = b.ranked.searchsorted(a.ranked)
    hit = (b.ranked.take(low, mode="clip") == a.ranked).nonzero()[0]
    if not len(hit):
        return Agreement((), 0)
    low = low[hit]
    shared = int(np.count_nonzero(low[1:] != low[:-1])) + 1
    if b.distinct == len(b.ranked):
        return Agreement(_diagonals(a.order[hit], b.order[low], a.size), shared)
    count = np.minimum(b.ranked.searchsorted(a.ranked[hit], side="right") - low, _REPEATS)
    at_a = np.repeat(a.order[hit], count)
    within = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = b.order[np.repeat(low, count) + within]
    return Agreement(_diagonals(at_a, at_b, a.size), shared)


def _diagonals(at_a: Ints, at_b: Ints, size: int) -> tuple[Run, ...]:
    """Matches of single runs joined along the diagonals on which they lie."""
    # Diagonal and place in one number: neighbours on a diagonal differ by one, and one plain sort does.
    packed = ((at_b - at_a) << _PLACE) + at_a
    packed.sort()
    edge = (packed[1:] - packed[:-1] != 1).nonzero()[0] + 1
    first = packed[np.concatenate([_ZERO, edge])]
    last = packed[np.concatenate([edge, [len(packed)]]) - 1]
    places = first & ((1 << _PLACE) - 1)
    found = zip(places.tolist(), (places + (first >> _PLACE)).tolist(), (last - first + size).tolist(), strict=True)
    return tuple(sorted(map(Run._make, found)))


def chains(runs: Sequence[Run], gap: int) -> list[Chain]:
    """Runs joined where they follow each other in both texts with at most ``gap`` words between.

    Longer runs go first, and a word of either text is used once; what is left of an overlapping run is dropped.
    """
    apart = _apart(runs)
    if not apart:
        return []
    joined: list[Chain] = []
    a_start, b_start, equal = apart[0]
    a_end, b_end = a_start + equal, b_start + equal
    for a, b, length in apart[1:]:
        if not (0 <= a - a_end <= gap and 0 <= b - b_end <= gap):
            joined.append(Chain(a_start, a_end, b_start, b_end, equal))
            a_start, b_start, equal = a, b, 0
        a_end, b_end, equal = a + length, b + length, equal + length
    joined.append(Chain(a_start, a_end, b_start, b_end, equal))
    return joined


def _apart(runs: Sequence[Run]) -> list[Run]:
    """The runs that overlap no longer one in either text, trimmed where only their ends do, by place."""
    if _follow_each_other(runs):
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


def _follow_each_other(runs: Sequence[Run]) -> bool:
    """Whether each run begins after the end of the one before it, in both texts."""
    a_end = b_end = 0
    for a, b, length in runs:
        if a < a_end or b < b_end:
            return False
        a_end, b_end = a + length, b + length
    return True


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
