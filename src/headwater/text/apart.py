"""Equal runs of two texts freed of their overlaps, so that no word is used twice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]
Rows = tuple[Ints, Ints, Ints, Ints]


def apart(pairs: Ints, a: Ints, b: Ints, lengths: Ints) -> Rows:
    """The runs of many pairs that overlap no longer one in either text, trimmed where only their ends do.

    Runs in and out: pair, word of a, word of b and number of words, all of (n,), by pair and place in a.
    """
    crossed = _overlapping(pairs, a, lengths) | _overlapping(pairs, b, lengths)
    if not crossed.any():
        return pairs, a, b, lengths
    chosen = [(pairs[~crossed], a[~crossed], b[~crossed], lengths[~crossed])]
    rows = np.flatnonzero(crossed)
    rows = rows[np.lexsort((b[rows], a[rows], -lengths[rows], pairs[rows]))]
    rows = rows[_beyond_longest(pairs[rows], a[rows], b[rows], lengths[rows])]
    chosen.append(_longest_first(pairs[rows], a[rows], b[rows], lengths[rows]))
    pairs, a, b, lengths = (np.concatenate(column) for column in zip(*chosen, strict=True))
    order = np.lexsort((b, a, pairs))
    return pairs[order], a[order], b[order], lengths[order]


def _overlapping(pairs: Ints, starts: Ints, lengths: Ints) -> Truths:
    """Which of the spans share a word with another of their pair."""
    if len(pairs) < 2:
        return np.zeros(len(pairs), dtype=bool)
    # Pairs are set apart by more than any place, so that all lie on one line.
    width = int((starts + lengths).max()) + 1
    placed = starts + pairs * width
    order = np.argsort(placed, kind="stable")
    placed, ends = placed[order], (placed + lengths)[order]
    later = placed[1:] < np.maximum.accumulate(ends)[:-1]
    found = np.zeros(len(pairs), dtype=bool)
    found[order[1:][later]] = True
    found[order[:-1][later]] = True
    return found


def _beyond_longest(pairs: Ints, a: Ints, b: Ints, lengths: Ints) -> Truths:
    """Which of the runs, of each pair the longest first, do not lie within the first of their pair in either text."""
    fresh = np.append(True, pairs[1:] != pairs[:-1])
    longest = np.flatnonzero(fresh)[np.cumsum(fresh) - 1]
    within: Truths = np.zeros(len(pairs), dtype=bool)
    for places in (a, b):
        within |= (places >= places[longest]) & (places + lengths <= (places + lengths)[longest])
    return fresh | ~within


def _longest_first(pairs: Ints, a: Ints, b: Ints, lengths: Ints) -> Rows:
    """What is left of the runs, of each pair the longest first, when each takes the words that are free.

    Used words are cut from the ends of a run; one whose middle is used is left out.
    """
    kept: list[tuple[int, int, int, int]] = []
    current = -1
    # The used words of a text are the bits of a number.
    used_a = used_b = 0
    for pair, at_a, at_b, length in zip(pairs.tolist(), a.tolist(), b.tolist(), lengths.tolist(), strict=True):
        if pair != current:
            current, used_a, used_b = pair, 0, 0
        start, end, taken = 0, length, (1 << length) - 1
        free = taken & ~(used_a >> at_a | used_b >> at_b)
        if free != taken:
            start, end, taken = (free & -free).bit_length() - 1, free.bit_length(), free
            if not free or free.bit_count() != end - start:
                continue
        used_a |= taken << at_a
        used_b |= taken << at_b
        kept.append((pair, at_a + start, at_b + start, end - start))
    rows = np.array(kept, dtype=np.int64).reshape(-1, 4)
    return rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3]
