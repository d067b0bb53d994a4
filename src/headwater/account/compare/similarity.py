"""How alike clauses of different reports are: weighted terms of many kinds, compared sparsely."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

# A term is a kind and a value in one string; its weight is idf times the weight of its kind.
_KIND_WEIGHT = {"w": 1.0, "e": 0.7, "v": 1.2, "u": 1.0, "n": 1.0, "d": 0.5, "q": 1.3, "s": 0.3, "f": 0.9}
_COSINE_SHARE = 0.75
# A term that no other clause has shows another wording at least as often as another statement.
_ALONE = 0.75
_FLAT = 2.0  # added to each idf, so that what a whole story is about still counts where it is said again
_ENOUGH_TERMS = 2  # that two clauses share; one striking word in common is not one statement
# Least sum of idf of what is shared, in idf of a term that two clauses have; less is what every sentence has.
_ENOUGH_RARITY = 1.25
_LEAST = 0.12
_COMMON_SHARE = 0.5  # terms in more than this share of a large story's units tell nothing and cost the most
_SMALL_STORY = 400

Pairs = dict[tuple[int, int], float]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def similar_pairs(bags: Sequence[frozenset[str]]) -> Pairs:
    """Similarity, 0..1, of each pair (i < j) of bags that share enough; pairs below 0.12 are left out.

    A mixture of the cosine of idf weights and of containment in the smaller bag, so that a headline finds its sentence;
    less where all that is shared is common in the story.
    """
    index = _indexed(bags)
    pairs: Pairs = {}
    for i, row in enumerate(index.rows):
        if len(row):
            _compare(i, row, pairs, index)
    return pairs


@dataclass(frozen=True, slots=True)
class _Index:
    """Rows of term numbers, and for each term its squared weight, its rarity and the rows that hold it.

    ``enough`` is the rarity from which what two rows share speaks for itself.
    """

    rows: list[Ints]
    squared: Floats
    rarity: Floats
    norms: Floats
    postings: list[Ints]
    enough: float


def _indexed(bags: Sequence[frozenset[str]]) -> _Index:
    counts = Counter(term for bag in bags for term in bag)
    terms = sorted(counts)
    number = {term: position for position, term in enumerate(terms)}
    total = len(bags)
    rarity = np.array([_KIND_WEIGHT[term[0]] * math.log((total + 1) / (counts[term] + 1)) for term in terms])
    weights = np.array([_weight(term, counts[term], total) for term in terms])
    rows = [np.array(sorted(number[term] for term in bag), dtype=np.int64) for bag in bags]
    norms = np.array([float(np.sum(weights[row] ** 2)) for row in rows])
    frequent = total * _COMMON_SHARE if total > _SMALL_STORY else total
    postings: list[list[int]] = [[] for _ in terms]
    for i, row in enumerate(rows):
        for term in row.tolist():
            if counts[terms[term]] <= frequent:
                postings[term].append(i)
    arrays = [np.array(entries, dtype=np.int64) for entries in postings]
    enough = _ENOUGH_RARITY * max(math.log((total + 1) / 3), 0.1)
    return _Index(rows, weights**2, rarity, norms, arrays, enough)


def _weight(term: str, count: int, total: int) -> float:
    idf = _FLAT + math.log((total + 1) / (count + 1))
    return _KIND_WEIGHT[term[0]] * idf * (_ALONE if count == 1 else 1.0)


def _compare(i: int, row: Ints, pairs: Pairs, index: _Index) -> None:
    lists = [index.postings[term] for term in row]
    later = [entries[np.searchsorted(entries, i, side="right") :] for entries in lists]
    others = np.concatenate(later)
    if not len(others):
        return
    lengths = [len(entries) for entries in later]
    dots = np.bincount(others, weights=np.repeat(index.squared[row], lengths))
    found = np.flatnonzero(dots)
    shared = dots[found]
    cosine = shared / np.sqrt(index.norms[i] * index.norms[found])
    contained = shared / np.minimum(index.norms[i], index.norms[found])
    rarity = np.bincount(others, weights=np.repeat(index.rarity[row], lengths))[found]
    few = np.minimum(1.0, np.bincount(others)[found] / _ENOUGH_TERMS)
    rare = np.minimum(1.0, rarity / index.enough)
    alike = (_COSINE_SHARE * cosine + (1 - _COSINE_SHARE) * contained) * few * rare
    kept = alike >= _LEAST
    pairs.update(zip(((i, j) for j in found[kept].tolist()), alike[kept].tolist(), strict=True))


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
