"""How a pair of sentences stands out among all the pairs that the two make, by all their words.

A sentence that retells another is not only like it, but more like it than the sentences around either are: margins as
in the mining of parallel sentences (Artetxe and Schwenk 2019). Function words count too, weighted by tf-idf: when and
where something happened is often told in them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np

from headwater.account.compare.similarity import Floats, Ints, block_ends

_LEAST = 0.02  # cosine of a pair that is kept
_LEAST_LARGE = 0.08
_LARGE = 1500  # rows from which only what is rarer and liker is kept, so that time and memory stay bounded
_COMMON = 0.2  # share of the rows of a large story in which a word tells nothing
_NEAREST = 3  # neighbours whose mean similarity tells how crowded it is around a sentence
_BRIDGES = 8  # nearest neighbours of a sentence over which it may be like another


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of rows of two articles, ``one`` before ``other``, ascending, with their ``cosine``; each (pairs,)."""

    one: Ints
    other: Ints
    cosine: Floats


@dataclass(frozen=True, slots=True)
class Margins:
    """For each pair asked for: its ``cosine``; that as a share of the best that either has in the other's article, the
    greater (``best``) and the lesser (``both_best``); twice it less the mean of the nearest neighbours' (``margin``);
    and the way over a third sentence, as like as its weaker half (``bridge``). All of shape (pairs,).
    """

    cosine: Floats
    best: Floats
    both_best: Floats
    margin: Floats
    bridge: Floats


def margins_of(rows: Sequence[Sequence[str]], articles: Ints, one: Ints, other: Ints) -> Margins:
    """The margins of the pairs of ``rows`` (folded words) that ``one`` and ``other`` number; ``articles``, shape
    (rows,), numbers the article of each row. Rows of one article are not held against each other: all 0 for those.
    """
    if not len(articles) or (articles == articles[0]).all():
        return Margins(*(np.zeros(len(one)) for _ in fields(Margins)))
    edges = cosines(rows, articles)
    cosine_of = _looking_up(edges, len(rows))
    nearest = _nearest(edges, len(rows))
    best = _best_by_article(edges, articles)
    cosine = cosine_of(one, other)
    there = cosine / np.maximum(_best_of(best, one, articles[other]), _LEAST)
    back = cosine / np.maximum(_best_of(best, other, articles[one]), _LEAST)
    crowd = nearest.alike[:, :_NEAREST].mean(axis=1)
    margin = 2 * cosine - (crowd[one] + crowd[other]) / 2
    bridge = np.zeros(len(one))
    for a, b in ((one, other), (other, one)):
        for n in range(_BRIDGES):
            beyond = cosine_of(nearest.rows[a, n], b)
            bridge = np.maximum(bridge, np.minimum(beyond, nearest.alike[a, n]))
    return Margins(cosine, np.maximum(there, back), np.minimum(there, back), margin, bridge)


def cosines(rows: Sequence[Sequence[str]], articles: Ints) -> Edges:
    """The pairs of rows of two articles whose tf-idf vectors have a cosine of 0.02 (0.08 in large stories) and more."""
    total = len(rows)
    row, term, times = _counted(rows)
    held = np.bincount(term)
    idf = np.array([math.log(total / n + 1) for n in held.tolist()])
    common = held > (total * _COMMON if total > _LARGE else total)
    often = np.array([1 + math.log(max(1, n)) for n in range(int(times.max(initial=0)) + 1)])
    weight = often[times] * idf[term] if len(term) else np.zeros(0)
    weight = weight / np.sqrt(np.bincount(row, weights=weight**2, minlength=total))[row] if len(row) else weight
    kept = ~common[term] if len(term) else np.zeros(0, dtype=bool)
    blocks = list(_products(row[kept], term[kept], weight[kept], articles))
    names = ("one", "other", "cosine")
    return Edges(*(np.concatenate([getattr(block, name) for block in blocks]) for name in names))


def _counted(rows: Sequence[Sequence[str]]) -> tuple[Ints, Ints, Ints]:
    """Row, number and count of each different word of each row, the words of a row as they first stand in it."""
    number: dict[str, int] = {}
    words = np.array([number.setdefault(word, len(number)) for row in rows for word in row], dtype=np.int64)
    keys = np.repeat(np.arange(len(rows)), [len(row) for row in rows]) * max(1, len(number)) + words
    keys, first, times = np.unique(keys, return_index=True, return_counts=True)
    keys, times = keys[order := np.argsort(first)], times[order]
    return keys // max(1, len(number)), keys % max(1, len(number)), times


def _products(row: Ints, term: Ints, weight: Floats, articles: Ints) -> Iterator[Edges]:
    """The edges, a block of rows at a time; the entries are ordered by row."""
    total = len(articles)
    by_term = np.argsort(term, kind="stable")
    place = np.empty(len(term), dtype=np.int64)
    place[by_term] = np.arange(len(term))
    ends = np.cumsum(np.bincount(term, minlength=1))
    later = ends[term] - place - 1 if len(term) else place
    begins = np.searchsorted(row, np.arange(total + 1))
    least = _LEAST_LARGE if total > _LARGE else _LEAST
    first = 0
    for last in block_ends(total):
        part = slice(begins[first], begins[last])
        count = later[part]
        within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        behind = by_term[np.repeat(place[part] + 1, count) + within]
        keys = np.repeat(row[part] - first, count) * total + row[behind]
        sums = np.bincount(keys, weights=np.repeat(weight[part], count) * weight[behind])
        found = np.flatnonzero(sums >= least)
        one, other = found // max(1, total) + first, found % max(1, total)
        across = articles[one] != articles[other]
        yield Edges(one[across], other[across], sums[found][across])
        first = last


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The nearest rows of each row and how alike they are, shape (rows, 8); -1 and 0 where there are fewer."""

    rows: Ints
    alike: Floats


def _both_ways(edges: Edges) -> tuple[Ints, Ints, Floats]:
    """Each row with each other it is paired with, the others of a row ascending, and their cosines."""
    one, other = np.concatenate([edges.other, edges.one]), np.concatenate([edges.one, edges.other])
    return one, other, np.concatenate([edges.cosine, edges.cosine])


def _nearest(edges: Edges, count: int) -> _Nearest:
    rows, others, alike = _both_ways(edges)
    order = np.lexsort((-alike, rows))
    sizes = np.bincount(rows, minlength=count)
    rank = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    near = rank < _BRIDGES
    kept, rank = order[near], rank[near]
    found = _Nearest(np.full((count, _BRIDGES), -1), np.zeros((count, _BRIDGES)))
    found.rows[rows[kept], rank] = others[kept]
    found.alike[rows[kept], rank] = alike[kept]
    return found


def _best_by_article(edges: Edges, articles: Ints) -> tuple[Ints, Floats, int]:
    """Sorted keys of row and article, the greatest cosine of each, and the number of articles in the keys."""
    count = int(articles.max(initial=-1)) + 1
    rows, others, alike = _both_ways(edges)
    keys, group = np.unique(rows * max(1, count) + articles[others], return_inverse=True)
    best = np.zeros(len(keys))
    np.maximum.at(best, group, alike)
    return keys, best, max(1, count)


def _best_of(best: tuple[Ints, Floats, int], rows: Ints, articles: Ints) -> Floats:
    keys, values, count = best
    return _values(keys, values, rows * count + articles)


def _looking_up(edges: Edges, total: int) -> Callable[[Ints, Ints], Floats]:
    """What gives the cosine of each of the pairs asked for, in any order of the two; 0 for none and where one is -1."""
    if total <= _LARGE:
        table = np.zeros((total + 1, total + 1))  # the last row and column are those of -1
        table[edges.one, edges.other] = table[edges.other, edges.one] = edges.cosine
        return lambda one, other: table[one, other]
    keys = edges.one * total + edges.other

    def looked_up(one: Ints, other: Ints) -> Floats:
        wanted = np.where((one >= 0) & (other >= 0), np.minimum(one, other) * total + np.maximum(one, other), -1)
        return _values(keys, edges.cosine, wanted)

    return looked_up


def _values(keys: Ints, values: Floats, wanted: Ints) -> Floats:
    if not len(keys):
        return np.zeros(len(wanted))
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], 0.0)
