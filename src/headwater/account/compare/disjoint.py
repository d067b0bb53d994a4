"""Disjoint sets of numbered things that are found to be one, pair by pair."""

from __future__ import annotations


class DisjointSets:
    """Sets of the numbers below ``size``; each is known by its smallest, so the same in any order of joining."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, at: int) -> int:
        """The smallest number of the set that ``at`` is in."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, a: int, b: int) -> None:
        """Make the sets of ``a`` and ``b`` one."""
        low, high = sorted((self.root(a), self.root(b)))
        self._parent[high] = low
