"""Late merge: fragments of a big story find their way back to it."""

from __future__ import annotations

import numpy as np

from headwater.stories.link import Pairs
from headwater.stories.terms import Ints
from headwater.stories.weigh import Doubles

_BIG = 4  # articles from which a group counts as a big story
_NEAREST = 3  # a report of a big story is like some of it, hardly like all of it
_FRAGMENT = 2  # a big story is at least so many times as large as its fragment; equals are two events of one kind,
_DOZENS = 20  # but for one of so many articles, which comes apart into large fragments too
_ROUNDS = 4


def gather_fragments(label: Ints, pairs: Pairs, threshold: float) -> Ints:
    """The labels after each fragment has joined the big group whose nearest articles it is most like.

    Average link asks a new report to be like the whole of a story; a story told by dozens has many sides, so its
    fragments are asked only for a mean score of ``threshold`` with their ``_NEAREST`` nearest articles there.
    """
    for _ in range(_ROUNDS):
        merged = _joined_once(label, pairs, threshold)
        if np.array_equal(merged, label):
            return label
        label = merged
    return label


def _joined_once(label: Ints, pairs: Pairs, threshold: float) -> Ints:
    size = np.bincount(label, minlength=len(label))
    article, group, near = _nearness(label, size, pairs)
    fragment = label[article]
    order = np.lexsort((group, fragment))
    fragment, group, near = fragment[order], group[order], near[order]
    first = np.flatnonzero(np.concatenate([[True], (np.diff(fragment) != 0) | (np.diff(group) != 0)]))[: len(order)]
    if not len(first):
        return label
    mean = np.add.reduceat(near, first) / size[fragment[first]]
    good = mean >= threshold
    fragment, group, mean = fragment[first][good], group[first][good], mean[good]
    target = np.arange(len(label), dtype=np.int64)
    taken = np.zeros(len(label), dtype=bool)
    for at in np.lexsort((group, fragment, -mean)):
        if not taken[fragment[at]] and not taken[group[at]]:
            target[fragment[at]] = group[at]
            taken[fragment[at]] = taken[group[at]] = True
    return _by_smallest(target[label])


def _nearness(label: Ints, size: Ints, pairs: Pairs) -> tuple[Ints, Ints, Doubles]:
    """For each article and each big group that its own may be a fragment of: the mean of its best scores there."""
    article = np.concatenate([pairs.one, pairs.other])
    group = label[np.concatenate([pairs.other, pairs.one])]
    score = np.concatenate([pairs.score, pairs.score])
    own = label[article]
    least = np.where(size[group] >= _DOZENS, 1, _FRAGMENT) * size[own]
    keep = (own != group) & (size[group] >= _BIG) & (size[group] >= least)
    article, group, score = article[keep], group[keep], score[keep]
    order = np.lexsort((-score, group, article))
    article, group, score = article[order], group[order], score[order]
    new = np.concatenate([[True], (np.diff(article) != 0) | (np.diff(group) != 0)])[: len(order)]
    first = np.flatnonzero(new)
    rank = np.arange(len(order)) - np.repeat(first, np.diff(np.append(first, len(order))))
    best = np.where(rank < _NEAREST, score, 0.0)
    if not len(first):
        return article, group, score
    return article[first], group[first], np.add.reduceat(best, first) / _NEAREST


def _by_smallest(label: Ints) -> Ints:
    """The same groups, each labelled by its smallest member."""
    smallest = np.full(len(label), len(label), dtype=np.int64)
    np.minimum.at(smallest, label, np.arange(len(label)))
    renamed: Ints = smallest[label]
    return renamed
