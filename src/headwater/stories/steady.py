"""Headlines alone: too few words for a pair to tell, so that a headline's nearest neighbours speak with it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from headwater.stories.terms import Floats

_NEAREST = 8
_LEAST = 0.3  # probability below which a neighbour is none
_LIKELY, _CROWD = 0.5, 20  # so many likely companions half of the headlines have where stories are big


def is_crowded(scores: Floats) -> bool:
    """Whether the stories are big: half of the headlines have enough likely companions to speak with them."""
    return bool(np.median((scores >= _LIKELY).sum(axis=1)) >= _CROWD)


def steadied(scores: Floats) -> Floats:
    """The symmetric matrix of scores, each replaced by what both ends' nearest neighbours and they themselves score.

    Expanding short documents by their neighbours, Singhal and Pereira (1999), done on the scores: two headlines of one
    event in other words are each like the same third ones.
    """
    count = len(scores)
    if not count:
        return scores
    most = min(_NEAREST, count)
    near = np.argpartition(-scores, most - 1, axis=1)[:, :most]
    weight = np.take_along_axis(scores, near, axis=1)
    weight[weight < _LEAST] = 0.0
    total = 1 + weight.sum(axis=1, keepdims=True)
    mean = scores / total
    for rank in range(most):
        mean += (weight[:, rank, None] / total) * scores[near[:, rank]]
    result: NDArray[np.float32] = ((mean + mean.T) / 2).astype(np.float32)
    return result
