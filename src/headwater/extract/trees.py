"""Trees: boosted decision trees read from JSON and evaluated without a loop over trees or rows.

Each tree has at most eight leaves, numbered from left to right, and each of its inner nodes knows the leaves to its
left as a bit mask. The masks of all nodes that send a row to the right are taken out of the tree's leaves: the first
leaf that remains is the row's (QuickScorer, Lucchese et al. 2015).
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.extract.wording import Matrix

LEAVES = 8
_FIRST_LEAF = np.array([(mask & -mask).bit_length() - 1 for mask in range(2**LEAVES)], dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of ``LEAVES`` leaves each; arrays of shape (trees, LEAVES - 1), ``values`` of shape (trees, LEAVES).

    A node sends a row to the left where its ``features`` column is at most ``thresholds``; ``masks`` lack the bits of
    the leaves to the node's left. Nodes and leaves that a tree does not need change nothing.
    """

    features: NDArray[np.intp]
    thresholds: NDArray[np.float32]
    masks: NDArray[np.uint8]
    values: NDArray[np.float64]
    base: float


def read_trees(text: str) -> Trees:
    """The trees of a JSON document: "features", "thresholds", "masks", "values" (lists a tree) and "base"."""
    written = json.loads(text)
    return Trees(
        np.array(written["features"], dtype=np.intp),
        np.array(written["thresholds"], dtype=np.float32),
        np.array(written["masks"], dtype=np.uint8),
        np.array(written["values"], dtype=np.float64),
        float(written["base"]),
    )


def probabilities(trees: Trees, rows: Matrix) -> NDArray[np.float64]:
    """The probability that the trees give each of ``rows``, 0..1."""
    count, nodes = trees.features.shape
    right = rows.T[trees.features.ravel()] > trees.thresholds.reshape(-1, 1)
    # A node that sends a row to the left keeps all leaves: 0 - 1 is all bits of a byte.
    left = (right.view(np.uint8) - np.uint8(1)) | trees.masks.reshape(-1, 1)
    leaves = _FIRST_LEAF[np.bitwise_and.reduce(left.reshape(count, nodes, len(rows)), axis=1)]
    sums = trees.base + np.take_along_axis(trees.values, leaves, axis=1).sum(axis=0)
    given: NDArray[np.float64] = 1 / (1 + np.exp(-sums))
    return given
