"""Sparse rows of weighted terms, and their cosines within a window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.stories.terms import Counts, Floats, Ints

Doubles = NDArray[np.float64]

_PAIRS = 20_000  # compared at a time, to bound memory


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of unit length over a vocabulary of ``width`` terms: those of row n lie in ``start[n]:start[n + 1]``."""

    start: Ints
    term: Ints
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
    row: Ints
    weight: Floats
    rows: int


def weighted(counts: Counts, idf: Doubles, rows: int, *, most: int) -> Rows:
    """Rows of (1 + log count) * idf, each of unit length, only the ``most`` heaviest terms of each kept."""
    weight = (1 + np.log(counts.count)) * idf[counts.term]
    keep = _heaviest(counts.row, weight, most) & (weight > 0)
    return _unit_rows(counts.row[keep], counts.term[keep], weight[keep], rows, len(idf))


def _heaviest(row: Ints, weight: Doubles, most: int) -> NDArray[np.bool_]:
    """Which entries are among the ``most`` heaviest of their row; the smaller term number wins a tie."""
    sizes = np.bincount(row) if len(row) else np.zeros(0, dtype=np.int64)
    if not len(row) or sizes.max() <= most:
        return np.ones(len(row), dtype=bool)
    order = np.lexsort((-weight, row))
    first = np.cumsum(sizes) - sizes
    rank = np.arange(len(row)) - first[row[order]]
    keep = np.zeros(len(row), dtype=bool)
    keep[order[rank < most]] = True
    return keep


def postings(rows: Rows) -> Postings:
    """The entries of ``rows`` by term."""
    row = np.repeat(np.arange(rows.count, dtype=np.int64), np.diff(rows.start))
    order = np.lexsort((row, rows.term))
    return Postings(
        rows.term[order] * max(rows.count, 1) + row[order], row[order], rows.weight[order], max(rows.count, 1)
    )


def cosines(rows: Rows, among: Postings, block: tuple[int, int], window: tuple[int, int]) -> Floats:
    """Cosines of the rows in ``block`` with those in ``window`` (both half open), of shape (block, window)."""
    (first, last), (low, high) = block, window
    width = high - low
    entries = slice(int(rows.start[first]), int(rows.start[last]))
    term, weight = rows.term[entries], rows.weight[entries]
    row = np.repeat(np.arange(last - first, dtype=np.int64), np.diff(rows.start[first : last + 1]))
    begin = np.searchsorted(among.key, term * among.rows + low)
    found = np.searchsorted(among.key, term * among.rows + high) - begin
    total = int(found.sum())
    at = np.repeat(begin - (np.cumsum(found) - found), found) + np.arange(total)
    cell = np.repeat(row * width - low, found) + among.row[at]
    product = np.repeat(weight, found) * among.weight[at]
    summed = np.bincount(cell, weights=product, minlength=(last - first) * width)
    return summed.reshape(last - first, width).astype(np.float32)


def pair_cosines(rows: Rows, others: Rows, one: Ints, other: Ints) -> Floats:
    """Cosine of row ``one[n]`` of ``rows`` with row ``other[n]`` of ``others``, for each n."""
    row = np.repeat(np.arange(others.count, dtype=np.int64), np.diff(others.start))
    among = row * others.width + others.term
    parts = [
        _some_cosines(rows, others, among, one[at : at + _PAIRS], other[at : at + _PAIRS])
        for at in range(0, len(one), _PAIRS)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _some_cosines(rows: Rows, others: Rows, among: Ints, one: Ints, other: Ints) -> Floats:
    sizes = rows.start[one + 1] - rows.start[one]
    pair = np.repeat(np.arange(len(one), dtype=np.int64), sizes)
    at = np.repeat(rows.start[one] - (np.cumsum(sizes) - sizes), sizes) + np.arange(len(pair))
    key = other[pair] * others.width + rows.term[at]
    place = np.searchsorted(among, key)
    found = place < len(among)
    found[found] = among[place[found]] == key[found]
    product = rows.weight[at[found]] * others.weight[place[found]]
    return np.bincount(pair[found], weights=product, minlength=len(one)).astype(np.float32)


def merged(rows: Rows, label: Ints, *, most: int) -> Rows:
    """One row of unit length for each of the groups that ``label`` (0, 1, ...) puts the rows into: their mean."""
    groups = int(label.max()) + 1 if len(label) else 0
    key = label[np.repeat(np.arange(rows.count), np.diff(rows.start))] * rows.width + rows.term
    keys, place = np.unique(key, return_inverse=True)
    counts = Counts(
        keys // rows.width, keys % rows.width, np.bincount(place, rows.weight, len(keys)).astype(np.float32)
    )
    keep = _heaviest(counts.row, counts.count.astype(np.float64), most)
    return _unit_rows(counts.row[keep], counts.term[keep], counts.count[keep].astype(np.float64), groups, rows.width)


def _unit_rows(row: Ints, term: Ints, weight: Doubles, rows: int, width: int) -> Rows:
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=rows))
    start = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=rows))]).astype(np.int64)
    return Rows(start, term, (weight / norm[row]).astype(np.float32), width)
