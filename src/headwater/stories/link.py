"""Average link: from scored pairs to groups that hang together as a whole, so that no chain forms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.stories.steady import is_crowded, steadied
from headwater.stories.terms import Ints
from headwater.stories.weigh import Doubles

_OF_STEADIED = 0.62  # share of the threshold that steadied scores, which are means, are held to


@dataclass(frozen=True, slots=True)
class Pairs:
    """Scored pairs of items: ``one[n] < other[n]``, ``score[n]`` in 0..1; no pair twice."""

    one: Ints
    other: Ints
    score: Doubles


def components(count: int, pairs: Pairs) -> Ints:
    """For each item the smallest item that a path of pairs leads to."""
    label = np.arange(count, dtype=np.int64)
    while True:
        lower = np.minimum(label[pairs.one], label[pairs.other])
        new = label.copy()
        np.minimum.at(new, pairs.one, lower)
        np.minimum.at(new, pairs.other, lower)
        new = new[new]
        if np.array_equal(new, label):
            return label
        label = new


def average_link(sizes: Ints, pairs: Pairs, threshold: float, *, bare: NDArray[np.bool_] | None = None) -> Ints:
    """For each item the smallest item of its group.

    Two groups are joined while the mean score over all pairs across them, a pair that is not listed counting as 0, is
    at least ``threshold``, the best first (UPGMA, Sokal and Michener 1958). ``sizes`` are the items' own weights.
    Among big stories of ``bare`` items, headlines alone, the scores are steadied by the neighbours'.
    """
    # No mean reaches the threshold where no pair does; headlines may be lifted above it by their neighbours.
    linked = pairs.score >= threshold
    if bare is not None:
        linked |= (bare[pairs.one] | bare[pairs.other]) & (pairs.score > 0)
    label = components(len(sizes), Pairs(pairs.one[linked], pairs.other[linked], pairs.score[linked]))
    inside = label[pairs.one] == label[pairs.other]
    pairs = Pairs(pairs.one[inside], pairs.other[inside], pairs.score[inside])
    result = np.arange(len(sizes), dtype=np.int64)
    place = np.zeros(len(sizes), dtype=np.int64)
    order = np.argsort(label[pairs.one], kind="stable")
    bounds = np.flatnonzero(np.diff(label[pairs.one][order])) + 1
    for chosen in np.split(order, bounds) if len(order) else []:
        items = np.unique(np.concatenate([pairs.one[chosen], pairs.other[chosen]]))
        place[items] = np.arange(len(items))
        sums = np.zeros((len(items), len(items)), dtype=np.float32)
        one, other = place[pairs.one[chosen]], place[pairs.other[chosen]]
        sums[one, other] = sums[other, one] = pairs.score[chosen]
        least = threshold
        if bare is not None and 2 * bare[items].sum() > len(items) and is_crowded(sums):
            sums, least = steadied(sums), threshold * _OF_STEADIED
            np.fill_diagonal(sums, 0)
        result[items] = items[_link_dense(sums, sizes[items].astype(np.float64), least)]
    return result


def _link_dense(sums: NDArray[np.float32], sizes: Doubles, threshold: float) -> Ints:
    """Average link of one component from its full matrix of scores, which is overwritten."""
    count = len(sizes)
    label = np.arange(count, dtype=np.int64)
    if sizes.max() > 1:
        sums *= np.outer(sizes, sizes)
    alive = np.ones(count, dtype=bool)
    nearest = np.zeros(count, dtype=np.int64)
    best = np.full(count, -1.0)
    for item in range(count):
        nearest[item], best[item] = _nearest(sums[item], sizes, alive, item)
    while True:
        a = int(np.argmax(best))
        if best[a] < threshold:
            return label
        a, b = sorted((a, int(nearest[a])))
        sums[a] += sums[b]
        sums[:, a] = sums[a]
        sums[a, a] = 0
        sizes[a] += sizes[b]
        alive[b], best[b] = False, -1.0
        label[label == b] = a
        _refresh(a, b, sums, sizes, alive, nearest, best)


def _nearest(row: NDArray[np.float32], sizes: Doubles, alive: NDArray[np.bool_], item: int) -> tuple[int, float]:
    mean = np.where(alive, row / sizes, -1.0)
    mean[item] = -1.0
    other = int(np.argmax(mean))
    return other, float(mean[other] / sizes[item])


def _refresh(  # noqa: PLR0913 - the state of one merge, which lives in the caller's arrays
    a: int,
    b: int,
    sums: NDArray[np.float32],
    sizes: Doubles,
    alive: NDArray[np.bool_],
    nearest: Ints,
    best: Doubles,
) -> None:
    """Bring the nearest neighbours up to date after ``b`` was joined to ``a``."""
    nearest[a], best[a] = _nearest(sums[a], sizes, alive, a)
    stale = alive & ((nearest == a) | (nearest == b))
    stale[a] = False
    for item in np.flatnonzero(stale):
        nearest[item], best[item] = _nearest(sums[item], sizes, alive, int(item))
    closer = alive & (sums[a] / (sizes * sizes[a]) > best)
    closer[a] = False
    nearest[closer], best[closer] = a, (sums[a] / (sizes * sizes[a]))[closer]
