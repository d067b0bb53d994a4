"""Average-link grouping of similar things, with pairs that must never come together."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping

import numpy as np

from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.similarity import Ints

_Heap = list[tuple[float, int, int, int]]


def average_link(
    count: int,
    pairs: Mapping[tuple[int, int], float],
    forbidden: Collection[tuple[int, int]],
    *,
    threshold: float,
) -> list[list[int]]:
    """Groups of 0..count-1, merged greedily while the mean similarity over all pairs reaches ``threshold``.

    An absent pair counts as 0, so that no chain of neighbours joins different things (Sokal and Michener 1958,
    UPGMA). No group holds both of a ``forbidden`` pair. Members ascend, groups stand by first member.
    """
    state = _State(count, pairs, forbidden, threshold)
    while state.heap:
        state.merge_best()
    return sorted(sorted(members) for members in state.members.values())


def connected(count: int, one: Ints, other: Ints) -> Ints:
    """A number for each of 0..count-1, the same for those that a path of the pairs ``one``, ``other`` joins."""
    sets = DisjointSets(count)
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        sets.join(a, b)
    return np.array([sets.root(i) for i in range(count)], dtype=np.int64)


class _State:
    """The groups while they are being merged; a resource that lives only inside ``average_link``."""

    def __init__(
        self,
        count: int,
        pairs: Mapping[tuple[int, int], float],
        forbidden: Collection[tuple[int, int]],
        threshold: float,
    ) -> None:
        self.threshold = threshold
        self.members = {i: [i] for i in range(count)}
        self.sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        self.barred: dict[int, set[int]] = {i: set() for i in range(count)}
        for (a, b), value in pairs.items():
            self.sums[a][b] = self.sums[b][a] = value
        for a, b in forbidden:
            self.barred[a].add(b)
            self.barred[b].add(a)
        self.heap: _Heap = [
            (-value, a, b, 2) for (a, b), value in pairs.items() if value >= threshold and b not in self.barred[a]
        ]
        heapq.heapify(self.heap)

    def merge_best(self) -> None:
        """Merge the most alike two groups, unless the entry is stale or the merge barred."""
        _, a, b, size = heapq.heappop(self.heap)
        if a not in self.members or b not in self.members or b in self.barred[a]:
            return
        if len(self.members[a]) + len(self.members[b]) != size:
            return
        self._take_over(a, b)
        self._offer(a)

    def _take_over(self, a: int, b: int) -> None:
        self.members[a] += self.members.pop(b)
        mine = self.sums[a]
        for other, total in self.sums.pop(b).items():
            theirs = self.sums[other]
            del theirs[b]
            if other != a:
                mine[other] = theirs[a] = mine.get(other, 0.0) + total
        for other in self.barred.pop(b):
            self.barred[other].discard(b)
            self.barred[other].add(a)
            self.barred[a].add(other)

    def _offer(self, a: int) -> None:
        """Lay up the merges of a group that has grown: one loop, for it is run for every pair of groups."""
        members, barred, size = self.members, self.barred[a], len(self.members[a])
        for other, total in self.sums[a].items():
            count = len(members[other])
            mean = total / (size * count)
            if mean >= self.threshold and other not in barred:
                low, high = (a, other) if a < other else (other, a)
                heapq.heappush(self.heap, (-mean, low, high, size + count))
