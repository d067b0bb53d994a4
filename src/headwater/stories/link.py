"""Average link: from scored pairs to groups that hang together as a whole, so that no chain forms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.stories.steady import is_crowded, steadied
from headwater.stories.terms import Ints
from headwater.stories.weigh import Doubles
from headwater.text.components import component_labels

_OF_STEADIED = 0.655  # share of the threshold that steadied scores, which are means, are held to


@dataclass(frozen=True, slots=True)
class Pairs:
    """Scored pairs of items: ``one[n] < other[n]``, ``score[n]`` in 0..1; no pair twice."""

    one: Ints
    other: Ints
    score: Doubles


def average_link(
    count: int, pairs: Pairs, threshold: float, *, apart: float = 0.0, bare: NDArray[np.bool_] | None = None
) -> Ints:
    """For each item the smallest item of its group.

    Two groups are joined while the mean score over all pairs across them, a pair that is not listed counting as 0, is
    at least ``threshold``, the best first (UPGMA, Sokal and Michener 1958). Of two groups that both hang together more
    closely than with each other, the mean counts less by the share ``apart`` of the difference (after the relative
    closeness of Karypis, Han and Kumar 1999). Among big stories of ``bare`` items, headlines alone, the scores are
    steadied by the neighbours'.
    """
    # No mean reaches the threshold where no pair does; headlines may be lifted above it by their neighbours.
    linked = pairs.score >= threshold
    if bare is not None:
        linked |= (bare[pairs.one] | bare[pairs.other]) & (pairs.score > 0)
    label = component_labels(count, pairs.one[linked], pairs.other[linked])
    inside = label[pairs.one] == label[pairs.other]
    pairs = Pairs(pairs.one[inside], pairs.other[inside], pairs.score[inside])
    result = np.arange(count, dtype=np.int64)
    place = np.zeros(count, dtype=np.int64)
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
        result[items] = items[_link_dense(sums, least, apart)]
    return result


def _link_dense(sums: NDArray[np.float32], threshold: float, apart: float) -> Ints:
    """Average link of one component from its full matrix of scores, which is overwritten."""
    groups = _Groups(sums, apart)
    label = np.arange(len(sums), dtype=np.int64)
    while True:
        a = int(np.argmax(groups.best))
        if groups.best[a] < threshold:
            return label
        a, b = sorted((a, int(groups.nearest[a])))
        groups.join(a, b)
        label[label == b] = a


class _Groups:
    """The groups while they are being joined, each under its first item, with their nearest ones."""

    def __init__(self, sums: NDArray[np.float32], apart: float) -> None:
        """Every item on its own; ``sums`` is taken over, its diagonal is 0."""
        count = len(sums)
        self.apart = apart
        self.sums = sums  # of the scores across each two groups
        self.size = np.ones(count)
        self.within = np.zeros(count)  # the sum of the scores inside each group
        self.cohesion = np.zeros(count)  # their mean; 0 for a single item
        self.alive = np.ones(count, dtype=bool)
        self.nearest = np.zeros(count, dtype=np.int64)
        self.best = np.full(count, -1.0)
        for item in range(count):
            self._look_again(item, self._closeness(item))

    def join(self, a: int, b: int) -> None:
        """Put group ``b`` into group ``a``."""
        self.within[a] += self.within[b] + self.sums[a, b]
        self.sums[a] += self.sums[b]
        self.sums[:, a] = self.sums[a]
        self.sums[a, a] = 0
        self.size[a] += self.size[b]
        self.cohesion[a] = 2 * self.within[a] / (self.size[a] * (self.size[a] - 1))
        self.alive[b], self.best[b] = False, -1.0
        stale = self.alive & ((self.nearest == a) | (self.nearest == b))
        stale[a] = False
        for item in np.flatnonzero(stale).tolist():
            self._look_again(item, self._closeness(item))
        near = self._closeness(a)
        self._look_again(a, near)
        closer = near > self.best
        closer[a] = False
        self.nearest[closer], self.best[closer] = a, near[closer]

    def _look_again(self, item: int, near: Doubles) -> None:
        other = int(np.argmax(near))
        self.nearest[item], self.best[item] = other, near[other]

    def _closeness(self, item: int) -> Doubles:
        """How near each group is to this one; -1 for itself and for those that are no more."""
        near: Doubles = self.sums[item] / (self.size * self.size[item])
        if self.apart and self.cohesion[item] > 0:
            near -= self.apart * np.maximum(np.minimum(self.cohesion, self.cohesion[item]) - near, 0)
        near[~self.alive] = -1.0
        near[item] = -1.0
        return near
