"""Where two sequences of hashed words agree: maximal equal runs, chained into passages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.text.shingles import Hashes, shingles

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """``length`` equal words, from word ``a`` of one text and word ``b`` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True, order=True)
class Chain:
    """Aligned half-open word spans of two texts and how many of their words are equal and in order."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    equal: int


def equal_runs(a: Hashes, b: Hashes, size: int) -> list[Run]:
    """All maximal runs of at least ``size`` equal words, by their place in ``a``; of repeats the first few."""
    grams_a, grams_b = shingles(a, size), shingles(b, size)
    order = np.argsort(grams_b, kind="stable")
    ranked = grams_b[order]
    low = np.searchsorted(ranked, grams_a, side="left")
    count = np.minimum(np.searchsorted(ranked, grams_a, side="right") - low, _REPEATS)
    at_a = np.repeat(np.arange(len(grams_a)), count)
    if not len(at_a):
        return []
    within = np.arange(len(at_a)) - np.repeat(np.cumsum(count) - count, count)
    at_b = order[np.repeat(low, count) + within]
    return _diagonals(at_a, at_b, size)


_REPEATS = 8


def _diagonals(at_a: Ints, at_b: Ints, size: int) -> list[Run]:
    order = np.lexsort((at_a, at_b - at_a))
    at_a, at_b = at_a[order], at_b[order]
    parted = (np.diff(at_b - at_a) != 0) | (np.diff(at_a) != 1)
    first = np.concatenate([[0], np.flatnonzero(parted) + 1])
    last = np.append(first[1:] - 1, len(at_a) - 1)
    lengths = at_a[last] - at_a[first] + size
    return sorted(Run(*run) for run in zip(at_a[first].tolist(), at_b[first].tolist(), lengths.tolist(), strict=True))


def chains(runs: list[Run], gap: int) -> list[Chain]:
    """Runs joined where they follow each other in both texts with at most ``gap`` words between.

    Longer runs go first, and a word of either text is used once.
    """
    chosen: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.length, run.a, run.b)):
        trimmed = _trimmed(run, chosen)
        if trimmed is not None:
            chosen.append(trimmed)
    joined: list[Chain] = []
    for run in sorted(chosen):
        before = joined[-1] if joined else None
        if before and 0 <= run.a - before.a_end <= gap and 0 <= run.b - before.b_end <= gap:
            joined[-1] = Chain(
                before.a_start, run.a + run.length, before.b_start, run.b + run.length, before.equal + run.length
            )
        else:
            joined.append(Chain(run.a, run.a + run.length, run.b, run.b + run.length, run.length))
    return joined


def _trimmed(run: Run, chosen: list[Run]) -> Run | None:
    for other in chosen:
        overlap_a = run.a < other.a + other.length and other.a < run.a + run.length
        overlap_b = run.b < other.b + other.length and other.b < run.b + run.length
        if overlap_a or overlap_b:
            return None
    return run
