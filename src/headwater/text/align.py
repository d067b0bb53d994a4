"""Where sequences of hashed words agree: maximal equal runs, chained into passages, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.text.apart import apart
from headwater.text.shingles import Hashes, Words

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]

# Of a run that one text repeats, so many places are tried; tables and refrains would cost the square of their length.
_REPEATS = 4
_ONE = np.uint64(1)
_LAST = np.uint64((1 << 64) - 1)
# An odd number without pattern, which spreads what it multiplies over the upper bits.
_FACTOR = np.uint64(0xD6E8FEB86659FD93)


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


class Gaps(NamedTuple):
    """Half-open word spans of many pairs of texts that lie between two runs of one chain, by pair and place in a; (n,).

    One side of a gap may be empty.
    """

    pairs: Ints
    a_start: Ints
    a_end: Ints
    b_start: Ints
    b_end: Ints

    def where(self, kept: Truths) -> Gaps:
        """Those of the rows."""
        return Gaps(*(column[kept] for column in self))


@dataclass(frozen=True, slots=True)
class Agreements:
    """The ``runs`` of many pairs, and for each pair how many different runs are ``shared``, and those of each side."""

    runs: Runs
    shared: Ints
    distinct_a: Ints
    distinct_b: Ints


class _Shared(NamedTuple):
    """Runs of words that several texts have, by run and text: each row the places of one run in one text.

    ``first`` and ``counts`` (n,) say which of ``places``, ``texts`` (n,) whose they are, ``behind`` (n,) how many
    further texts have the run.
    """

    places: Ints
    first: Ints
    counts: Ints
    texts: Ints
    behind: Ints


def compare_runs(a: Hashes, b: Hashes, size: int) -> Agreement:
    """All maximal runs of at least ``size`` equal words, by place in ``a``; of repeats the first few."""
    bounds = np.array([0, len(a), len(a) + len(b)])
    found = compare_pairs(np.concatenate([a, b]), bounds, np.array([[0, 1]]), size)
    runs = zip(found.runs.a.tolist(), found.runs.b.tolist(), found.runs.lengths.tolist(), strict=True)
    return Agreement(
        tuple(map(Run._make, runs)), int(found.shared[0]), int(found.distinct_a[0]), int(found.distinct_b[0])
    )


def compare_pairs(words: Hashes | Words, bounds: Ints, pairs: Ints, size: int) -> Agreements:
    """What the ``pairs`` (n, 2), a < b in each, of texts share, text t being ``words`` from ``bounds[t]`` on.

    The runs of all texts are sorted once, whatever the number of pairs that a text is in. Memory grows with the square
    of the number of texts, and with the words of all pairs.
    """
    count = len(bounds) - 1
    # The highest two numbers stand for no word.
    words = np.minimum(words, np.iinfo(words.dtype).max - 2)
    found, repeats = _shared_runs(words, bounds, size)
    table = np.full(count * count, -1, dtype=np.int32)
    table[pairs[:, 0] * count + pairs[:, 1]] = np.arange(len(pairs))
    numbers, one, other = _paired(found, table.reshape(count, count))
    shared = np.bincount(numbers, minlength=len(pairs))
    distinct = np.maximum(np.diff(bounds) - size + 1, 0) - np.bincount(repeats, minlength=count)
    rows = _placed(found, numbers, one, other)
    runs = _maximal(words, bounds, _late(found), rows, size)
    starts = bounds[pairs[runs.pairs]]
    runs = runs._replace(a=runs.a - starts[:, 0], b=runs.b - starts[:, 1])
    return Agreements(runs, shared, distinct[pairs[:, 0]], distinct[pairs[:, 1]])


def _shared_runs(words: Hashes | Words, bounds: Ints, size: int) -> tuple[_Shared, Ints]:
    """The runs that more than one text has, and the number of the text of each run that repeats one before it."""
    place = np.uint64(len(words).bit_length())
    packed = _run_keys(words, size)
    packed &= ~((_ONE << place) - _ONE)
    packed |= np.arange(len(packed), dtype=np.uint64)
    # Runs across the border of two texts are sorted to the end and cut off.
    across = (bounds[1:-1, None] - np.arange(1, size)).ravel()
    across = np.unique(across[(across >= 0) & (across < len(packed))])
    packed[across] = _LAST
    packed.sort()
    packed = packed[: len(packed) - len(across)]
    # Most runs are the only ones of their kind.
    fresh = np.ones(len(packed) + 1, dtype=bool)
    np.greater_equal(packed[1:] ^ packed[:-1], _ONE << place, out=fresh[1:-1])
    kept = (~(fresh[:-1] & fresh[1:])).nonzero()[0]
    places, fresh = (packed[kept] & ((_ONE << place) - _ONE)).view(np.int64), fresh[kept]
    owners = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds)).take(places)
    changed = fresh.copy()
    changed[1:] |= owners[1:] != owners[:-1]
    first = changed.nonzero()[0]
    heads = fresh[first].nonzero()[0]
    ends = np.repeat(np.append(heads[1:], len(first))[: len(heads)], np.diff(np.append(heads, len(first))))
    behind = ends - 1 - np.arange(len(first))
    found = _Shared(places, first, np.diff(np.append(first, len(places))), owners[first], behind)
    return found, owners[~changed]


def _run_keys(words: Hashes | Words, size: int) -> Hashes:
    """A hash of each run of ``size`` words, of which the upper bits are spread well; empty for fewer words."""
    count = max(0, len(words) - size + 1)
    run = words[:count].astype(np.uint64)
    for at in range(1, size):
        run *= _FACTOR
        run += words[at : at + count]
    run *= _FACTOR
    return run


def _paired(found: _Shared, table: NDArray[np.int32]) -> tuple[Ints, Ints, Ints]:
    """The shared runs that both texts of a pair have: the number of the pair, and the rows of both; all of (n,)."""
    columns = [(np.empty(0, dtype=np.int64),) * 3]
    # Texts stand in their order among those that have a run.
    low, high = (table >= 0).nonzero()
    reach, count, table = int((high - low).max(initial=0)), len(table), table.ravel()
    one, step = found.behind.nonzero()[0], 1
    while len(one) and step <= reach:
        of_both = table.take(found.texts.take(one) * count + found.texts.take(one + step))
        paired = (of_both >= 0).nonzero()[0]
        first = one.take(paired)
        columns.append((of_both.take(paired).astype(np.int64), first, first + step))
        step += 1
        one = one.take((found.behind.take(one) >= step).nonzero()[0])
    numbers, one, other = (np.concatenate(column) for column in zip(*columns, strict=True))
    return numbers, one, other


def _placed(found: _Shared, numbers: Ints, one: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
    """The pair and the two places of each match: each place of one with the first few of the other."""
    of_a, of_b = found.counts.take(one), np.minimum(found.counts.take(other), _REPEATS)
    a, b = found.first.take(one), found.first.take(other)
    several = ((of_a > 1) | (of_b > 1)).nonzero()[0]
    if len(several):
        count = (of_a * of_b)[several]
        within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        width = np.repeat(of_b[several], count)
        single = np.ones(len(numbers), dtype=bool)
        single[several] = False
        numbers = np.concatenate([numbers[single], np.repeat(numbers[several], count)])
        a = np.concatenate([a[single], np.repeat(a[several], count) + within // width])
        b = np.concatenate([b[single], np.repeat(b[several], count) + within % width])
    return numbers, found.places.take(a), found.places.take(b)


def _late(found: _Shared) -> Ints:
    """The places in the row of words that repeat a run once more than is tried."""
    often = (found.counts > _REPEATS).nonzero()[0]
    spans = zip((found.first[often] + _REPEATS).tolist(), (found.first + found.counts)[often].tolist(), strict=True)
    return np.concatenate([found.places[:0], *(found.places[start:end] for start, end in spans)])


def _maximal(words: Hashes | Words, bounds: Ints, late: Ints, rows: tuple[Ints, Ints, Ints], size: int) -> Runs:
    """Matches of single runs joined where they follow each other in both texts, with places in the row of words.

    A stretch of matches begins where the words before differ, and ends where those behind do: only these are sorted.
    """
    wide = len(words) + 1
    # Beside the first and the last run of a text stands no word that could be equal.
    edge = np.iinfo(words.dtype).max
    found = []
    # The word before a run and the one behind it, and which runs are the first or the last of their text.
    for beside, last, shift in (
        (np.roll(words, 1), bounds[:-1], 1),
        (np.roll(words, -size), bounds[1:] - size, -1),
    ):
        last = last[(last >= 0) & (last < len(words))]
        beside_b = beside.copy()
        beside[last], beside_b[last] = edge, edge - 1
        # A match at a place that is not tried continues none.
        beside_b[(late + shift) % len(words)] = edge - 1
        differing = (beside.take(rows[1]) != beside_b.take(rows[2])).nonzero()[0]
        numbers, a, b = (column.take(differing) for column in rows)
        for at in range(size):
            same = words[a + at] == words[b + at]
            numbers, a, b = numbers[same], a[same], b[same]
        found.append(np.sort((numbers * (2 * wide) + (b - a + wide)) * wide + a))
    first, last_one = found
    a, diagonal = first % wide, first // wide % (2 * wide) - wide
    runs = Runs(first // wide // (2 * wide), a, a + diagonal, last_one - first + size)
    return Runs(*(column[np.lexsort((runs.b, runs.a, runs.pairs))] for column in runs))


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
    return linked(runs, gap)[0]


def linked(runs: Runs, gap: int) -> tuple[Chains, Gaps]:
    """The same chains, and the gaps between their runs."""
    pairs, a, b, lengths = apart(runs.pairs, runs.a, runs.b, runs.lengths)
    if not len(pairs):
        return Chains(*(pairs for _ in range(6))), Gaps(*(pairs for _ in range(5)))
    a_end, b_end = a + lengths, b + lengths
    between_a, between_b = a[1:] - a_end[:-1], b[1:] - b_end[:-1]
    joined = (pairs[1:] == pairs[:-1]) & (between_a >= 0) & (between_a <= gap) & (between_b >= 0) & (between_b <= gap)
    first = np.append(0, (~joined).nonzero()[0] + 1)
    last = np.append(first[1:], len(pairs)) - 1
    found = Chains(pairs[first], a[first], a_end[last], b[first], b_end[last], np.add.reduceat(lengths, first))
    return found, Gaps(pairs[1:], a_end[:-1], a[1:], b_end[:-1], b[1:]).where(joined)
