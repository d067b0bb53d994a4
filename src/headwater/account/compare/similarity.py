"""How alike clauses of different reports are: weighted terms of many kinds, compared sparsely."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
_ALL_SHARED = 0.5  # less than twice the cosine: of few sentences that are all alike nothing is rare
_LEAST = 0.004  # 0.02 left one in nine pairs of one claim without any score, on the labelled clusters
_COMMON_SHARE = 0.5  # terms in more than this share of a large story's units tell nothing and cost the most
_SMALL_STORY = 400
_BLOCK = 1 << 19  # sums held at once: rows of a block times all rows

Pairs = dict[tuple[int, int], float]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Similar:
    """Pairs of rows, ``one`` before ``other``, in ascending order: how ``alike`` they are and the share ``contained``.

    All of shape (pairs,); the shares 0..1.
    """

    one: Ints
    other: Ints
    alike: Floats
    contained: Floats


def similar_pairs(bags: Sequence[frozenset[str]]) -> Similar:
    """The pairs of bags that share enough; those with a similarity below 0.004 are left out.

    Similarity is a mixture of the cosine of idf weights and of containment in the smaller bag, so that a headline finds
    its sentence; less where all that is shared is common in the story.
    """
    index = _indexed(bags)
    blocks: list[Similar] = []
    first = 0
    for last in block_ends(len(bags)):
        blocks.append(_compare(first, last, index))
        first = last
    return Similar(
        *(np.concatenate([getattr(block, name) for block in blocks]) for name in ("one", "other", "alike", "contained"))
    )


@dataclass(frozen=True, slots=True)
class _Index:
    """What each of ``rows`` holds, one entry for each term of it, row after row and terms ascending.

    For each entry ``squared`` is the squared weight of its term, ``rarity`` the rarity, ``after`` where in ``postings``
    the later rows with that term begin and ``later`` how many there are; ``begins`` is where each row's entries begin.
    ``postings`` are the rows of the entries ordered by term. ``norms`` are of the rows; ``enough`` is the rarity from
    which what two rows share speaks for itself.
    """

    rows: Ints
    squared: Floats
    rarity: Floats
    after: Ints
    later: Ints
    begins: Ints
    postings: Ints
    norms: Floats
    enough: float


def _indexed(bags: Sequence[frozenset[str]]) -> _Index:
    counts = Counter(term for bag in bags for term in bag)
    names = sorted(counts)
    number = {term: position for position, term in enumerate(names)}
    total = len(bags)
    held = np.array([counts[term] for term in names], dtype=np.int64)
    rarity = np.array([_KIND_WEIGHT[term[0]] * math.log((total + 1) / (counts[term] + 1)) for term in names])
    weights = np.array([_weight(term, counts[term], total) for term in names])
    sets = [sorted(number[term] for term in bag) for bag in bags]
    sizes = np.array([len(row) for row in sets], dtype=np.int64)
    terms = np.array([term for row in sets for term in row], dtype=np.int64)
    begins = np.concatenate(([0], np.cumsum(sizes)))
    rows = np.repeat(np.arange(total), sizes)
    by_term = np.argsort(terms, kind="stable")
    after = np.empty(len(terms), dtype=np.int64)
    after[by_term] = np.arange(1, len(terms) + 1)
    frequent = total * _COMMON_SHARE if total > _SMALL_STORY else total
    later = np.where(held[terms] <= frequent, np.cumsum(held)[terms] - after, 0)
    norms = np.array([float(np.sum(weights[terms[a:b]] ** 2)) for a, b in pairwise(begins.tolist())])
    enough = _ENOUGH_RARITY * max(math.log((total + 1) / 3), 0.1)
    return _Index(rows, weights[terms] ** 2, rarity[terms], after, later, begins, rows[by_term], norms, enough)


def block_ends(total: int) -> Iterator[int]:
    """Where blocks of rows end that are compared with all rows at once: as many as keep the sums of a block small."""
    step = max(1, _BLOCK // max(1, total))
    yield from range(step, total, step)
    yield total


def _weight(term: str, count: int, total: int) -> float:
    idf = _FLAT + math.log((total + 1) / (count + 1))
    return _KIND_WEIGHT[term[0]] * idf * (_ALONE if count == 1 else 1.0)


def _compare(first: int, last: int, index: _Index) -> Similar:
    """The pairs of the rows ``first`` to ``last`` with rows behind each."""
    begin, end = index.begins[first], index.begins[last]
    later = index.later[begin:end]
    within = np.arange(later.sum()) - np.repeat(np.cumsum(later) - later, later)
    others = index.postings[np.repeat(index.after[begin:end], later) + within]
    total = len(index.norms)
    keys = np.repeat(index.rows[begin:end] - first, later) * total + others
    dots = np.bincount(keys, weights=np.repeat(index.squared[begin:end], later))
    found = np.flatnonzero(dots)
    shared = dots[found]
    i, j = found // max(1, total) + first, found % max(1, total)
    cosine = shared / np.sqrt(index.norms[i] * index.norms[j])
    contained = shared / np.minimum(index.norms[i], index.norms[j])
    rarity = np.bincount(keys, weights=np.repeat(index.rarity[begin:end], later))[found]
    few = np.minimum(1.0, np.bincount(keys)[found] / _ENOUGH_TERMS)
    rare = np.minimum(1.0, np.maximum(rarity / index.enough, 2 * cosine - _ALL_SHARED))
    alike = (_COSINE_SHARE * cosine + (1 - _COSINE_SHARE) * contained) * few * rare
    kept = alike >= _LEAST
    return Similar(i[kept], j[kept], alike[kept], contained[kept])


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
