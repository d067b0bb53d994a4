"""Pairs of the same two texts: what holds of one holds of all."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from headwater.copies.sketch import Ints


def one_of_each(pairs: Ints, texts: Sequence[Hashable]) -> tuple[Ints, Ints]:
    """Of the ``pairs`` (n, 2) of numbers of texts the first of each two texts, sorted as they are, of shape (m, 2).

    With them which of these stands for each of the pairs, (n,). Two texts the other way round are two others.
    """
    known: dict[Hashable, int] = {}
    kinds = np.zeros(len(texts), dtype=np.int64)
    for number in np.unique(pairs).tolist():
        kinds[number] = known.setdefault(texts[number], len(known))
    codes = kinds[pairs[:, 0]] * max(1, len(known)) + kinds[pairs[:, 1]]
    _, first, which = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    ranks = np.zeros_like(order)
    ranks[order] = np.arange(len(order))
    return pairs[first[order]], ranks[which]
