"""What hangs together, directly or through others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", int, str, tuple[str, int, int])
Ints = NDArray[np.int64]


def components(keys: Sequence[Key], joined: Sequence[tuple[Key, Key]]) -> list[tuple[Key, ...]]:
    """The connected components of ``keys``, each sorted, by their smallest key (union-find with path halving)."""
    parent = {key: key for key in keys}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in joined:
        low, high = root(one), root(other)
        if high < low:
            low, high = high, low
        parent[high] = low
    groups: dict[Key, list[Key]] = {}
    for key in sorted(keys):
        groups.setdefault(root(key), []).append(key)
    return [tuple(groups[first]) for first in sorted(groups)]


def component_labels(count: int, one: Ints, other: Ints) -> Ints:
    """For each of 0..``count`` - 1 the smallest that a path of the pairs ``one[n]``, ``other[n]`` leads to.

    The same as ``components`` for very many pairs, without a step of Python for each.
    """
    label = np.arange(count, dtype=np.int64)
    while True:
        lower = np.minimum(label[one], label[other])
        new = label.copy()
        np.minimum.at(new, one, lower)
        np.minimum.at(new, other, lower)
        new = new[new]
        if np.array_equal(new, label):
            return label
        label = new
