"""Headlines alone: too few words for a pair to tell, so that a headline's nearest neighbours speak with it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from headwater.stories.terms import Floats

_NEAREST = 8
_LEAST = 0.3  # probability below which a neighbour is none
_LIKELY, _CROWD = 0.5, 20  # so many likely companions half of the headlines have where stories are big
_OF_COMPANIONS = 0.35  # share of a steadied score that the likely companions of both have; the neighbours have the rest
_LEVELS = 32  # scores are counted in, so that sums of products are whole numbers, exact in any order up to 16,384 rows


def is_crowded(scores: Floats) -> bool:
    """Whether the stories are big: half of the headlines have enough likely companions to speak with them."""
    return bool(np.median((scores >= _LIKELY).sum(axis=1)) >= _CROWD)


def steadied(scores: Floats) -> Floats:
    """The symmetric matrix of scores, each replaced by what stands around both ends.

    That is what their nearest neighbours and they themselves score, and how far their likely companions are the same:
    two headlines of one event in other words are each like the same third ones.
    """
    if not len(scores):
        return scores
    result = (1 - _OF_COMPANIONS) * _of_neighbours(scores)
    result += _OF_COMPANIONS * _of_companions(scores)
    return result


def _of_neighbours(scores: Floats) -> Floats:
    """Short documents expanded by their neighbours, Singhal and Pereira (1999), done on the scores."""
    count = len(scores)
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


def _of_companions(scores: Floats) -> Floats:
    """The cosine of each two rows of likely scores, 0..1: neighbours in common, Jarvis and Patrick (1973), graded."""
    likely = np.where(scores >= _LIKELY, np.rint(scores * _LEVELS), 0).astype(np.float32)
    np.fill_diagonal(likely, _LEVELS)
    length = np.sqrt(np.square(likely).sum(axis=1))
    cosine: Floats = likely @ likely
    cosine /= length[:, None]
    cosine /= length
    return cosine
