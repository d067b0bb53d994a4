"""Sparse rows of weighted terms, and their cosines within a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.stories.terms import Counts, Floats, Ints, Shorts

Doubles = NDArray[np.float64]

_ROWS_WEIGHED = 2048  # at a time, to bound memory
_ROWS_COMPARED, _PAIRS_COMPARED = 128, 4000  # at a time: what their terms need stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of unit length over a vocabulary of ``width`` terms: those of row n lie in ``start[n]:start[n + 1]``."""

    start: Ints
    term: Shorts
    weight: Floats
    width: int

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.start) - 1


@dataclass(frozen=True, slots=True)
class Postings:
    """The same entries by term: ``key`` = term * rows + row, ascending."""

    key: Ints
    weight: Floats
    rows: int


def weighted(counts: Counts, idf: Doubles, rows: int, *, most: int) -> Rows:
    """Rows of (1 + log count) * idf, each of unit length, only the ``most`` heaviest terms of each kept."""
    parts = []
    for first in range(0, max(rows, 1), _ROWS_WEIGHED):
        span = slice(*np.searchsorted(counts.row, [first, first + _ROWS_WEIGHED]))
        row, term = counts.row[span] - np.int32(first), counts.term[span]
        weight = (1 + np.log(counts.count[span], dtype=np.float32)) * idf[term]
        keep = _heaviest(row, weight, most) & (weight > 0)
        parts.append(_unit_rows(row[keep], term[keep], weight[keep], min(_ROWS_WEIGHED, rows - first), len(idf)))
    start = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(part.start) for part in parts]))])
    term = np.concatenate([part.term for part in parts])
    return Rows(start, term, np.concatenate([part.weight for part in parts]), len(idf))


def _heaviest(row: Shorts, weight: Doubles, most: int) -> NDArray[np.bool_]:
    """Which entries, sorted by row, are among the ``most`` heaviest of their row; of equal ones the first."""
    sizes = np.bincount(row) if len(row) else np.zeros(0, dtype=np.int64)
    if not len(row) or sizes.max() <= most:
        return np.ones(len(row), dtype=bool)
    # The bits of positive numbers ascend as they do.
    bits = np.maximum(weight, 0).astype(np.float32).view(np.uint32)
    key = row.astype(np.uint64) << np.uint64(32) | ~bits
    key.sort()
    end = np.cumsum(sizes)
    bar = ~key[np.minimum(end - sizes + most, end) - 1].astype(np.uint32)
    level = np.flatnonzero(bits == bar[row])
    above: NDArray[np.bool_] = bits > bar[row]
    rank = np.arange(len(level)) - np.searchsorted(row[level], row[level])
    room = most - np.bincount(row[above], minlength=len(sizes))
    above[level[rank < room[row[level]]]] = True
    return above


def some_of(rows: Rows, spans: Sequence[tuple[int, int]], number: Shorts, width: int) -> Rows:
    """The rows in ``spans`` (half open), their terms under the ``number`` that each has among ``width`` terms."""
    sizes = np.concatenate([np.diff(rows.start[low : high + 1]) for low, high in spans])
    entries = [slice(int(rows.start[low]), int(rows.start[high])) for low, high in spans]
    term, weight = (np.concatenate([column[each] for each in entries]) for column in (rows.term, rows.weight))
    return Rows(np.concatenate([[0], np.cumsum(sizes)]), number[term], weight, width)


def postings(rows: Rows) -> Postings:
    """The entries of ``rows`` by term."""
    count = max(rows.count, 1)
    row = np.repeat(np.arange(rows.count, dtype=np.int64), np.diff(rows.start))
    # Sorting numbers that hold their own place is several times as fast as sorting places.
    order = rows.term.astype(np.int64) << 32 | np.arange(len(row))
    order.sort()
    order &= (1 << 32) - 1
    return Postings(rows.term[order].astype(np.int64) * count + row[order], rows.weight[order], count)


def cosines(rows: Rows, among: Postings, block: tuple[int, int], window: tuple[int, int]) -> Floats:
    """Cosines of the rows in ``block`` with those in ``window`` (both half open), of shape (block, window)."""
    (first, last), (low, high) = block, window
    width = high - low
    entries = slice(int(rows.start[first]), int(rows.start[last]))
    weight = rows.weight[entries]
    terms, column = numbered(rows.term[entries], rows.width)
    place = column[rows.term[entries]]
    base = terms * among.rows
    begins = np.searchsorted(among.key, base + low)
    sizes = np.searchsorted(among.key, base + high) - begins
    begin, found = begins[place], sizes[place]
    row = np.repeat(np.arange(last - first, dtype=np.int64), np.diff(rows.start[first : last + 1]))
    at = _runs(begin, found)
    cell = np.repeat(row * width - low - base[place], found) + among.key[at]
    product = np.repeat(weight, found) * among.weight[at]
    summed = np.bincount(cell, weights=product, minlength=(last - first) * width)
    return summed.reshape(last - first, width).astype(np.float32)


def numbered(terms: Shorts, width: int) -> tuple[Ints, Shorts]:
    """The distinct terms, ascending, and the place of each among them; of other terms one past the end."""
    present = np.zeros(width, dtype=bool)
    present[terms] = True
    distinct = np.flatnonzero(present)
    column = np.full(width, len(distinct), dtype=np.int32)
    column[distinct] = np.arange(len(distinct), dtype=np.int32)
    return distinct, column


def _runs(begin: Ints, sizes: Ints) -> Ints:
    """The numbers ``begin[n]``, ``begin[n]`` + 1, ... of each run, ``sizes[n]`` of them, one run after the other."""
    total = int(sizes.sum())
    return np.repeat(begin - (np.cumsum(sizes) - sizes), sizes) + np.arange(total)


def pair_cosines(rows: Rows, others: Rows, one: Ints, other: Ints) -> Floats:
    """Cosine of row ``one[n]`` of ``rows`` with row ``other[n]`` of ``others``, for each n."""
    result = np.zeros(len(one), dtype=np.float32)
    order = np.argsort(one, kind="stable")
    one, other = one[order], other[order]
    at = 0
    while at < len(order):
        stop = min(int(np.searchsorted(one, one[at] + _ROWS_COMPARED)), at + _PAIRS_COMPARED)
        result[order[at:stop]] = _some_cosines(rows, others, one[at:stop], other[at:stop])
        at = stop
    return result


def _some_cosines(rows: Rows, others: Rows, one: Ints, other: Ints) -> Floats:
    """The cosines of a few pairs: the rows ``one``, not many, as a dense table of their own terms."""
    first, last = int(one[0]), int(one[-1]) + 1
    entries = slice(int(rows.start[first]), int(rows.start[last]))
    distinct, column = numbered(rows.term[entries], rows.width)
    wide = len(distinct) + 1  # the last column, of other terms, stays 0
    table = np.zeros((last - first) * wide, dtype=np.float32)
    row = np.repeat(np.arange(last - first) * wide, np.diff(rows.start[first : last + 1]))
    table[row + column[rows.term[entries]]] = rows.weight[entries]
    sizes = others.start[other + 1] - others.start[other]
    at = _runs(others.start[other], sizes)
    cell = np.repeat((one - first) * wide, sizes) + column[others.term[at]]
    product = table[cell] * others.weight[at]
    pair = np.repeat(np.arange(len(one), dtype=np.int64), sizes)
    return np.bincount(pair, weights=product, minlength=len(one)).astype(np.float32)


def merged(rows: Rows, label: Ints, *, most: int) -> Rows:
    """One row of unit length for each of the groups that ``label`` (0, 1, ...) puts the rows into: their mean."""
    groups = int(label.max()) + 1 if len(label) else 0
    key = label[np.repeat(np.arange(rows.count), np.diff(rows.start))] * rows.width + rows.term
    keys, place = np.unique(key, return_inverse=True)
    weight: Doubles = np.bincount(place, rows.weight, len(keys)).astype(np.float64)
    row, term = (keys // rows.width).astype(np.int32), (keys % rows.width).astype(np.int32)
    keep = _heaviest(row, weight, most)
    return _unit_rows(row[keep], term[keep], weight[keep], groups, rows.width)


def _unit_rows(row: Shorts, term: Shorts, weight: Doubles, rows: int, width: int) -> Rows:
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=rows))
    start = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=rows))]).astype(np.int64)
    return Rows(start, term, (weight / norm[row]).astype(np.float32), width)
