"""Pairs of texts worth comparing: those that share a run of words, found through the sampled runs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS, Collection, Ints, group_sizes, known_runs
from headwater.text.shingles import Hashes

# A sampled run that more texts share than the cap links each only to this many of its neighbours.
_NEIGHBOURS = 4
# Several short runs make a candidate too: about so many in all, or this share of the shorter text.
_MANY_RUNS = 24
_MANY_SHARE = 0.15
_FEW_RUNS = 6


@dataclass(frozen=True, slots=True)
class Anchors:
    """Places (words of the collection's row) where two texts share a sampled run."""

    low: Ints
    high: Ints


def candidate_pairs(collection: Collection, furniture: Hashes, *, settings: CopySettings) -> Ints:
    """Numbers (low, high) of texts that share a long run or several sampled ones, sorted; of shape (n, 2)."""
    anchors = _anchors(collection, furniture, settings=settings)
    if not len(anchors.low):
        return np.empty((0, 2), dtype=np.int64)
    lengths = _grown(collection, anchors, settings.firm_run)
    count = len(collection.bounds)
    codes = collection.text_of(anchors.low) * count + collection.text_of(anchors.high)
    order = np.argsort(codes, kind="stable")
    codes, lengths = codes[order], lengths[order]
    first = np.flatnonzero(np.append(True, codes[1:] != codes[:-1]))
    longest = np.maximum.reduceat(lengths, first)
    number = np.diff(np.append(first, len(codes))) * collection.rate
    sizes = np.diff(collection.bounds)
    shorter = np.minimum(sizes[codes[first] // count], sizes[codes[first] % count])
    many = np.clip(shorter * _MANY_SHARE, _FEW_RUNS, _MANY_RUNS)
    kept = codes[first][(longest >= settings.firm_run) | (number >= many)]
    return np.stack([kept // count, kept % count], axis=1)


def _anchors(collection: Collection, furniture: Hashes, *, settings: CopySettings) -> Anchors:
    sizes = group_sizes(collection.keys)
    shared = np.flatnonzero((sizes > 1) & ~known_runs(collection.keys, furniture))
    keys, places, sizes = collection.keys[shared], collection.places[shared], sizes[shared]
    low, high = [], []
    for step in range(1, min(settings.frequency_cap, len(keys))):
        alive = sizes[step:] > step
        if step > _NEIGHBOURS:
            alive &= sizes[step:] <= settings.frequency_cap
        at = np.flatnonzero(alive & (keys[step:] == keys[:-step]))
        if not len(at):
            continue
        low.append(places[at])
        high.append(places[at + step])
    if not low:
        return Anchors(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    return Anchors(np.concatenate(low), np.concatenate(high))


def _grown(collection: Collection, anchors: Anchors, enough: int) -> Ints:
    """How many words agree around each anchor, counted up to ``enough`` on either side."""
    low, high = anchors.low, anchors.high
    lengths = np.where(collection.words[low] == collection.words[high], RUN_WORDS, 0)
    last = len(collection.words) - 1
    for direction, reach in ((1, RUN_WORDS), (-1, 1)):
        alive = np.flatnonzero(lengths)
        for step in range(enough - RUN_WORDS + 1):
            one, other = low[alive] + direction * (reach + step), high[alive] + direction * (reach + step)
            inside = (one >= 0) & (other >= 0) & (one <= last) & (other <= last)
            alive, one, other = alive[inside], one[inside], other[inside]
            same = collection.words[one] == collection.words[other]
            alive = alive[same]
            lengths[alive] += 1
    return lengths
