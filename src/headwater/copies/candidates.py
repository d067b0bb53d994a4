"""Pairs of texts worth comparing: those that share a run of words, found through the sampled runs."""

from __future__ import annotations

import numpy as np

from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS, Collection, Ints, Places, known_runs
from headwater.text.shingles import Hashes

# A sampled run that more texts share than the cap links each only to this many of its neighbours.
_NEIGHBOURS = 4
# Several short runs make a candidate too: about so many in all, or this share of the shorter text.
_MANY_RUNS = 24
_MANY_SHARE = 0.15
_FEW_RUNS = 6


def candidate_pairs(collection: Collection, furniture: Hashes, *, settings: CopySettings) -> Ints:
    """Numbers (low, high) of texts that share a long run or several sampled ones, sorted; of shape (n, 2)."""
    low, high = _anchors(collection, furniture, settings=settings)
    count = len(collection.bounds)
    codes = collection.texts[low].astype(np.int64) * count + collection.texts[high]
    order = np.argsort(codes, kind="stable")
    codes = codes[order]
    first = np.flatnonzero(np.append(True, codes[1:] != codes[:-1])[: len(codes)])
    number, codes = np.diff(np.append(first, len(codes))), codes[first]
    sizes = np.diff(collection.bounds)
    shorter = np.minimum(sizes[codes // count], sizes[codes % count])
    kept = number * collection.rate >= np.clip(shorter * _MANY_SHARE, _FEW_RUNS, _MANY_RUNS)
    # Only pairs that share few runs are kept for a long one: most anchors need not be grown.
    doubted = order[np.repeat(~kept, number)]
    if len(doubted):
        lengths = _grown(collection, (low[doubted], high[doubted]), settings.firm_run)
        starts = np.cumsum(number[~kept]) - number[~kept]
        kept[~kept] = np.maximum.reduceat(lengths, starts) >= settings.firm_run
    return np.stack([codes[kept] // count, codes[kept] % count], axis=1)


def _anchors(collection: Collection, furniture: Hashes, *, settings: CopySettings) -> tuple[Places, Places]:
    """Pairs of the sampled runs that are equal and of two texts: their numbers among all that are sampled."""
    shared = _shared(collection, furniture)
    behind = _behind(collection.keys[shared], settings.frequency_cap)
    low, high = [shared[:0]], [shared[:0]]
    alive, step = np.flatnonzero(behind).astype(np.int32), 1
    while len(alive):
        low.append(shared[alive])
        high.append(shared[alive] + step)
        step += 1
        alive = alive[behind[alive] >= step]
    return np.concatenate(low), np.concatenate(high)


def _shared(collection: Collection, furniture: Hashes) -> Places:
    """The numbers of the sampled runs that several texts have, furniture left out."""
    keys = collection.keys
    again = keys[1:] == keys[:-1]
    several = ~known_runs(keys, furniture)
    several &= np.append(again, False)[: len(keys)] | np.append(False, again)[: len(keys)]
    return several.nonzero()[0].astype(np.int32)


def _behind(keys: Hashes, cap: int) -> Places:
    """How many of the sorted keys behind each are equal to it; where there are more than the cap only a few count."""
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)]).astype(np.int32)
    counts = np.diff(first, append=np.int32(len(keys)))
    behind = np.repeat(first + counts - np.int32(1), counts)
    behind -= np.arange(len(keys), dtype=np.int32)
    np.minimum(behind, _NEIGHBOURS, out=behind, where=np.repeat(counts > cap, counts))
    return behind


def _grown(collection: Collection, anchors: tuple[Places, Places], enough: int) -> Ints:
    """How many words agree around each pair of sampled runs, counted up to ``enough`` on either side."""
    low, high = (collection.places[numbers].astype(np.int64) for numbers in anchors)
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
