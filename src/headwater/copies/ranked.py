"""Sorted numbers in arrays: where each begins, each once, and the numbers of many ranges in one row."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Ints = NDArray[np.int64] | NDArray[np.int32]
Number = TypeVar("Number", np.int64, np.uint64)


def heads(ranked: NDArray[np.int64] | NDArray[np.uint64]) -> Places:
    """Where among sorted numbers each stands first."""
    return np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)])


def once(numbers: NDArray[Number]) -> NDArray[Number]:
    """The numbers sorted, each once."""
    ranked = np.sort(numbers)
    return ranked[heads(ranked)]


def ranges(first: Ints, counts: Ints) -> Places:
    """So many consecutive numbers from each of the first on, in one row."""
    found: Places = np.arange(int(counts.sum())) + np.repeat(first - np.cumsum(counts) + counts, counts)
    return found
