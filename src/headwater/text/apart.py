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
    """What is left of the runs, of each pair the longest first, when each takes the words that are free."""
    width_a, width_b = int((a + lengths).max()), int((b + lengths).max())
    used_a, used_b = bytearray(), bytearray()
    kept: list[tuple[int, int, int, int]] = []
    current = -1
    for pair, at_a, at_b, length in zip(pairs.tolist(), a.tolist(), b.tolist(), lengths.tolist(), strict=True):
        if pair != current:
            current, used_a, used_b = pair, bytearray(width_a), bytearray(width_b)
        start, end = 0, length
        if used_a.find(1, at_a, at_a + length) >= 0 or used_b.find(1, at_b, at_b + length) >= 0:
            start, end = _free(used_a, used_b, (at_a, at_b, length))
        if start < end:
            used_a[at_a + start : at_a + end] = used_b[at_b + start : at_b + end] = b"\1" * (end - start)
            kept.append((pair, at_a + start, at_b + start, end - start))
    rows = np.array(kept, dtype=np.int64).reshape(-1, 4)
    return rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3]


def _free(used_a: bytearray, used_b: bytearray, run: tuple[int, int, int]) -> tuple[int, int]:
    """Which words of the run are left when used ones are cut from its ends; none where its middle is used."""
    a, b, length = run
    start, end = 0, length
    while start < end and (used_a[a + start] or used_b[b + start]):
        start += 1
    while end > start and (used_a[a + end - 1] or used_b[b + end - 1]):
        end -= 1
    taken = used_a.find(1, a + start, a + end) >= 0 or used_b.find(1, b + start, b + end) >= 0
    return (0, 0) if taken else (start, end)
