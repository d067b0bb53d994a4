"""Where sequences of hashed words agree: maximal equal runs, chained into passages, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.text.apart import apart
from headwater.text.shingles import Hashes, shingles

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]

# Of a run that one text repeats, so many places are tried; tables and refrains would cost the square of their length.
_REPEATS = 4
_ONE = np.uint64(1)


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
    """Maximal equal ``runs`` of two texts, how many different runs of the size asked for they ``share``, and have."""

    runs: tuple[Run, ...]
    shared: int
    distinct_a: int
    distinct_b: int


class Runs(NamedTuple):
    """Maximal equal runs of many pairs of texts, one in each row, by pair, place in a and place in b; all of (n,)."""

    pairs: Ints
    a: Ints
    b: Ints
    lengths: Ints

    def where(self, kept: Truths) -> Runs:
        """Those of the rows."""
        return Runs(*(column[kept] for column in self))


class Chains(NamedTuple):
    """Aligned half-open word spans of many pairs of texts, by pair and place in a, and their ``equal`` words; (n,)."""

    pairs: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints
    equal: Ints

    def where(self, kept: Truths) -> Chains:
        """Those of the rows."""
        return Chains(*(column[kept] for column in self))


@dataclass(frozen=True, slots=True)
class Agreements:
    """The ``runs`` of many pairs, and for each pair how many different runs are ``shared``, and those of each side."""

    runs: Runs
    shared: Ints
    distinct_a: Ints
    distinct_b: Ints


@dataclass(frozen=True, slots=True)
class _Fields:
    """What one 64-bit number holds, from above: ``pair`` bits, bits of a hash, the side, ``place`` bits."""

    pair: int
    place: int

    @property
    def mask(self) -> np.uint64:
        return np.uint64((1 << self.place) - 1)


def compare_runs(a: Hashes, b: Hashes, size: int) -> Agreement:
    """All maximal runs of at least ``size`` equal words, by place in ``a``; of repeats the first few."""
    bounds = np.array([0, len(a), len(a) + len(b)])
    found = compare_pairs(np.concatenate([a, b]), bounds, np.array([[0, 1]]), size)
    runs = zip(found.runs.a.tolist(), found.runs.b.tolist(), found.runs.lengths.tolist(), strict=True)
    return Agreement(
        tuple(map(Run._make, runs)), int(found.shared[0]), int(found.distinct_a[0]), int(found.distinct_b[0])
    )


def compare_pairs(words: Hashes, bounds: Ints, pairs: Ints, size: int) -> Agreements:
    """What the ``pairs`` (n, 2) of texts share, text t being ``words`` from ``bounds[t]`` to ``bounds[t + 1]``.

    The runs of both sides of all pairs are sorted together, so that equal ones come to stand beside each other.
    """
    counts = np.maximum(np.diff(bounds) - size + 1, 0)
    fields = _Fields(len(pairs).bit_length(), max(1, int(counts.max(initial=0)).bit_length()))
    sides = counts[pairs.ravel()]
    ranked = _ranked(shingles(words, size), bounds[:-1], counts, pairs, fields)
    # What is left of the difference to the next: 0 for a repeat on one side, 1 where side a goes over into side b.
    apart = (ranked[1:] ^ ranked[:-1]) >> np.uint64(fields.place)
    crossing = (apart == _ONE).nonzero()[0]
    repeats = apart == 0
    repeated = ranked[1:][repeats] >> np.uint64(fields.place)
    side = (_pair_of(repeated << np.uint64(fields.place), fields) << 1) + (repeated & _ONE).astype(np.int64)
    distinct = sides - np.bincount(side, minlength=len(sides))
    shared = np.bincount(_pair_of(ranked[crossing], fields), minlength=len(pairs))
    one, other = _matches(crossing, repeats)
    runs = _diagonals(ranked[one], ranked[other], size, fields)
    return Agreements(runs, shared, distinct[0::2], distinct[1::2])


def _ranked(runs: Hashes, starts: Ints, counts: Ints, pairs: Ints, fields: _Fields) -> Hashes:
    """The runs of both texts of all pairs, packed and sorted."""
    low = np.uint64(fields.place + 1)
    hashed = runs >> (np.uint64(fields.pair) + low) << low
    texts = pairs.ravel()
    spans = zip(starts[texts].tolist(), (starts + counts)[texts].tolist(), strict=True)
    packed = np.concatenate([np.empty(0, dtype=np.uint64), *(hashed[start:end] for start, end in spans)])
    sides = counts[texts]
    numbers = np.arange(len(pairs), dtype=np.uint64) << np.uint64(64 - fields.pair)
    above = np.stack([numbers, numbers | (_ONE << np.uint64(fields.place))], axis=1).ravel()
    # Places count from the beginning of each side.
    above -= (np.cumsum(sides) - sides).astype(np.uint64)
    packed += np.repeat(above, sides)
    packed += np.arange(len(packed), dtype=np.uint64)
    packed.sort()
    return packed


def _pair_of(packed: Hashes, fields: _Fields) -> Ints:
    return (packed >> np.uint64(64 - fields.pair)).astype(np.int64)


def _matches(crossing: Ints, repeats: Truths) -> tuple[Ints, Ints]:
    """Where the equal runs of side a and of side b stand among the ranked; each of a with the first few of b."""
    several = np.append(repeats, [False, False])
    several = several[crossing - 1] | several[crossing + 1]
    if not several.any():
        return crossing, crossing + 1
    last = crossing[several]
    ends = np.append(~repeats, True).nonzero()[0]
    group = np.searchsorted(ends, last)
    before = np.where(group > 0, ends[group - 1], -1)
    of_a = last - before
    of_b = np.minimum(ends[group + 1] - last, _REPEATS)
    count = of_a * of_b
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    width = np.repeat(of_b, count)
    one = np.repeat(before + 1, count) + within // width
    other = np.repeat(last + 1, count) + within % width
    single = crossing[~several]
    return np.concatenate([single, one]), np.concatenate([single + 1, other])


def _diagonals(one: Hashes, other: Hashes, size: int, fields: _Fields) -> Runs:
    """Matches of single runs joined along the diagonals on which they lie."""
    place = np.uint64(fields.place)
    at_a = one & fields.mask
    diagonal = (other & fields.mask) + (_ONE << place) - at_a
    pairs = one >> np.uint64(64 - fields.pair)
    # Neighbours on a diagonal differ by one, and one plain sort does.
    packed = (((pairs << (place + _ONE)) | diagonal) << place) | at_a
    packed.sort()
    edge = (packed[1:] - packed[:-1] != 1).nonzero()[0]
    if not len(packed):
        return Runs(*(np.empty(0, dtype=np.int64) for _ in range(4)))
    first = packed[np.append(0, edge + 1)]
    lengths = (packed[np.append(edge, len(packed) - 1)] - first).astype(np.int64) + size
    at_a = first & fields.mask
    at_b = at_a + ((first >> place) & np.uint64((1 << fields.place + 1) - 1)) - (_ONE << place)
    pairs = first >> (place + place + _ONE)
    order = np.argsort((((pairs << place) | at_a) << place) | at_b)
    columns = (column[order].astype(np.int64) for column in (pairs, at_a, at_b, lengths))
    return Runs(*columns)


def chains(runs: Sequence[Run], gap: int) -> list[Chain]:
    """Runs joined where they follow each other in both texts with at most ``gap`` words between.

    Longer runs go first, and a word of either text is used once; what is left of an overlapping run is dropped.
    """
    rows = np.array(runs, dtype=np.int64).reshape(-1, 3)
    found = chained(Runs(np.zeros(len(rows), dtype=np.int64), rows[:, 0], rows[:, 1], rows[:, 2]), gap)
    columns = (found.a_start, found.a_end, found.b_start, found.b_end, found.equal)
    return [Chain._make(row) for row in np.stack(columns, axis=1).tolist()]


def chained(runs: Runs, gap: int) -> Chains:
    """The same for many pairs, the runs sorted by pair and place in a."""
    pairs, a, b, lengths = apart(runs.pairs, runs.a, runs.b, runs.lengths)
    if not len(pairs):
        return Chains(*(pairs for _ in range(6)))
    a_end, b_end = a + lengths, b + lengths
    between_a, between_b = a[1:] - a_end[:-1], b[1:] - b_end[:-1]
    joined = (pairs[1:] == pairs[:-1]) & (between_a >= 0) & (between_a <= gap) & (between_b >= 0) & (between_b <= gap)
    first = np.append(0, (~joined).nonzero()[0] + 1)
    last = np.append(first[1:], len(pairs)) - 1
    return Chains(pairs[first], a[first], a_end[last], b[first], b_end[last], np.add.reduceat(lengths, first))
