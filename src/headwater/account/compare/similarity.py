"""How alike clauses of different reports are: weighted terms of many kinds, compared sparsely."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

# A term is a kind and a value in one string; its weight is idf times the weight of its kind.
_KIND_WEIGHT = {"w": 1.0, "e": 0.7, "v": 1.2, "n": 0.6, "d": 0.5, "q": 1.3, "s": 0.3, "f": 0.9}
_COSINE_SHARE = 0.75
# A term that no other clause has shows another wording at least as often as another statement.
_ALONE = 0.75
_FLAT = 2.0  # added to each idf, so that what a whole story is about still counts where it is said again
_LEAST = 0.12
_COMMON_SHARE = 0.5  # terms in more than this share of a large story's units tell nothing and cost the most
_SMALL_STORY = 400

Pairs = dict[tuple[int, int], float]


def similar_pairs(bags: Sequence[frozenset[str]]) -> Pairs:
    """Similarity, 0..1, of each pair (i < j) of bags that share enough; pairs below 0.12 are left out.

    A mixture of the cosine of idf weights and of containment in the smaller bag, so that a headline finds its sentence.
    """
    vocabulary, weights = _weights(bags)
    rows = [np.array(sorted(vocabulary[term] for term in bag if term in vocabulary), dtype=np.int64) for bag in bags]
    squares = np.array([float(np.sum(weights[row] ** 2)) for row in rows])
    postings = _postings(rows, len(vocabulary))
    pairs: Pairs = {}
    for i, row in enumerate(rows):
        if len(row):
            _compare(i, row, pairs, (weights, squares, postings))
    return pairs


def _compare(i: int, row: np.ndarray, pairs: Pairs, index: tuple[np.ndarray, np.ndarray, list[np.ndarray]]) -> None:
    weights, squares, postings = index
    lists = [postings[term] for term in row]
    later = [entries[np.searchsorted(entries, i, side="right") :] for entries in lists]
    others = np.concatenate(later)
    if not len(others):
        return
    repeated = np.repeat(weights[row] ** 2, [len(entries) for entries in later])
    dots = np.bincount(others, weights=repeated)
    found = np.flatnonzero(dots)
    shared = dots[found]
    cosine = shared / np.sqrt(squares[i] * squares[found])
    contained = shared / np.minimum(squares[i], squares[found])
    alike = _COSINE_SHARE * cosine + (1 - _COSINE_SHARE) * contained
    for j, value in zip(found[alike >= _LEAST].tolist(), alike[alike >= _LEAST].tolist(), strict=True):
        pairs[i, j] = value


def _weights(bags: Sequence[frozenset[str]]) -> tuple[dict[str, int], np.ndarray]:
    counts = Counter(term for bag in bags for term in bag)
    total = len(bags)
    most = total * _COMMON_SHARE if total > _SMALL_STORY else total
    terms = sorted(term for term, count in counts.items() if 1 < count <= most or count == 1)
    weights = np.array([_weight(term, counts[term], total) for term in terms])
    return {term: position for position, term in enumerate(terms)}, weights


def _weight(term: str, count: int, total: int) -> float:
    idf = _FLAT + math.log((total + 1) / (count + 1))
    return _KIND_WEIGHT[term[0]] * idf * (_ALONE if count == 1 else 1.0)


def _postings(rows: Sequence[np.ndarray], terms: int) -> list[np.ndarray]:
    lists: list[list[int]] = [[] for _ in range(terms)]
    for i, row in enumerate(rows):
        for term in row.tolist():
            lists[term].append(i)
    return [np.array(entries, dtype=np.int64) for entries in lists]


def neighbours_of(pairs: Mapping[tuple[int, int], float], members: Iterable[int]) -> dict[int, float]:
    """The sum of each member's similarities to the other members: how central it is."""
    wanted = set(members)
    sums: dict[int, float] = defaultdict(float)
    for a in wanted:
        for b in wanted:
            if a < b:
                value = pairs.get((a, b), 0.0)
                sums[a] += value
                sums[b] += value
    return sums
