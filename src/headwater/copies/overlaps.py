"""What pairs of texts share, word by word, for many pairs at once: containment, spread, editorial passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS, Collection, Ints
from headwater.copies.telling import telling_gaps
from headwater.text.align import Chains, Gaps, Runs, compare_pairs, linked

Shares = NDArray[np.float64]

# Short shared runs in most stretches of both texts, or of nearly all of the shorter: reworded throughout. No pair of
# different articles among the synthetic copies comes near.
REWORDED_SPREAD = 0.55
GAP_WORDS = 8
# Reuse all over a text shows in most stretches of so many words.
_STRETCH_WORDS = 40
_LONG_RUN = 16
# Pairs are compared in blocks of so many words on both sides, and something more a pair: enough to spread the cost of
# each call, and small.
_BLOCK_WORDS = 1 << 20
_PAIR_WORDS = 1 << 10
_SQUARE = 16
# What is found in so many blocks is held at a time.
_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Overlaps:
    """What the ``pairs`` (n, 2) of texts share, of those that may matter: each row of the others names its pair.

    ``contained`` and ``spread`` are shares of each side, (n, 2); ``chains`` the passages that are no furniture, and
    ``short`` the short runs of pairs that are not copies but whose spread is wide. ``differing``: the words in which
    copies and excerpts differ, where these may show which was made from the other.
    """

    pairs: Ints
    contained: Shares
    spread: Shares
    chains: Chains
    short: Runs
    differing: Gaps


def overlaps(collection: Collection, pairs: Ints, furniture: Ints, *, settings: CopySettings) -> Iterator[Overlaps]:
    """What the pairs share, some thousand pairs at a time.

    Left out are those that are no copies, not reworded and share too few words in passages. ``furniture``: the places
    of sampled runs that are an outlet's furniture, sorted.
    """
    blocks = _blocks(collection, pairs)
    while found := [_block(collection, block, furniture, settings) for block in islice(blocks, _TOGETHER)]:
        yield _joined(found)


def _joined(parts: Sequence[Overlaps]) -> Overlaps:
    """The parts as one; the pairs of each are numbered on from those before."""
    before = np.cumsum([0, *(len(part.pairs) for part in parts)]).tolist()
    chains = [part.chains._replace(pairs=part.chains.pairs + at) for part, at in zip(parts, before, strict=False)]
    short = [part.short._replace(pairs=part.short.pairs + at) for part, at in zip(parts, before, strict=False)]
    differing = [
        part.differing._replace(pairs=part.differing.pairs + at) for part, at in zip(parts, before, strict=False)
    ]
    return Overlaps(
        np.concatenate([part.pairs for part in parts]),
        np.concatenate([part.contained for part in parts]),
        np.concatenate([part.spread for part in parts]),
        Chains(*map(np.concatenate, zip(*chains, strict=True))),
        Runs(*map(np.concatenate, zip(*short, strict=True))),
        Gaps(*map(np.concatenate, zip(*differing, strict=True))),
    )


def _blocks(collection: Collection, pairs: Ints) -> Iterator[Ints]:
    """The pairs, so many at a time that their words on both sides fill a block; each text is in few blocks.

    Texts with one first text among those they are paired with stand side by side, as copies of one text do, and pairs
    are taken by squares of a few texts.
    """
    lowest = np.arange(len(collection.bounds))
    np.minimum.at(lowest, pairs[:, 1], pairs[:, 0])
    rank = np.zeros_like(lowest)
    rank[np.argsort(lowest, kind="stable")] = np.arange(len(lowest)) // _SQUARE
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0], rank[pairs[:, 1]], rank[pairs[:, 0]]))]
    sizes = np.cumsum(np.diff(collection.bounds)[pairs].sum(axis=1) + _PAIR_WORDS)
    start = 0
    while start < len(pairs):
        before = sizes[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(sizes, before + _BLOCK_WORDS, side="right")))
        yield pairs[start:end]
        start = end


def _block(collection: Collection, pairs: Ints, furniture: Ints, settings: CopySettings) -> Overlaps:
    numbers, local = np.unique(pairs, return_inverse=True)
    spans = [collection.bounds[number : number + 2].tolist() for number in numbers.tolist()]
    row = np.concatenate([collection.words[:0], *(collection.words[start:end] for start, end in spans)])
    sizes = np.diff(collection.bounds)[numbers]
    bounds = np.append(0, np.cumsum(sizes))
    agreed = compare_pairs(row, bounds, local.reshape(-1, 2), RUN_WORDS)
    distinct = np.stack([agreed.distinct_a, agreed.distinct_b], axis=1)
    contained = agreed.shared[:, None] / np.maximum(distinct, 1)
    chains, gaps = linked(agreed.runs, GAP_WORDS)
    chains = _editorial(collection, chains, pairs, furniture, settings)
    words = np.bincount(chains.pairs, weights=chains.equal, minlength=len(pairs))
    copied = contained.max(axis=1) >= settings.copy_containment
    short = agreed.runs.where((agreed.runs.lengths < _LONG_RUN) & ~copied[agreed.runs.pairs])
    spread = spread_of(short, sizes[local.reshape(-1, 2)])
    wide = ~copied & (spread.max(axis=1) >= REWORDED_SPREAD)
    kept = copied | wide | (words >= settings.reuse_words)
    number = np.cumsum(kept) - 1
    chains, short = chains.where(kept[chains.pairs]), short.where(wide[short.pairs])
    gaps = telling_gaps(gaps.where(copied[gaps.pairs]), row, bounds[local.reshape(-1, 2)])
    chains, short = chains._replace(pairs=number[chains.pairs]), short._replace(pairs=number[short.pairs])
    gaps = gaps._replace(pairs=number[gaps.pairs])
    return Overlaps(pairs[kept], contained[kept], spread[kept], chains, short, gaps)


def _editorial(collection: Collection, found: Chains, pairs: Ints, furniture: Ints, settings: CopySettings) -> Chains:
    """The passages without the short ones and those that are mostly outlets' furniture."""
    found = found.where(found.equal >= settings.passage_words)
    start = collection.bounds[pairs[found.pairs, 0]]
    low, high = (np.searchsorted(furniture, start + edge) for edge in (found.a_start, found.a_end))
    return found.where(2 * (high - low) * collection.rate < found.a_end - found.a_start)


def spread_of(runs: Runs, sizes: Ints) -> Shares:
    """The share of each text's stretches of forty words that hold some of the runs, none longer than a stretch.

    ``sizes`` (n, 2): the words of both texts of each pair. The shares are of shape (n, 2), 0..1.
    """
    columns = (
        _stretches(runs.pairs, place, runs.lengths, size) for place, size in zip((runs.a, runs.b), sizes.T, strict=True)
    )
    return np.stack(list(columns), axis=1)


def _stretches(pairs: Ints, starts: Ints, lengths: Ints, sizes: Ints) -> Shares:
    count = np.maximum(1, sizes // _STRETCH_WORDS)
    # A run begins in one stretch and ends in it or in the next.
    touched = [place * count[pairs] // sizes[pairs] for place in (starts, starts + lengths - 1)]
    width = int(count.max(initial=1))
    placed = np.sort(np.concatenate([pairs * width + stretch for stretch in touched]))
    distinct = placed[np.append(True, placed[1:] != placed[:-1])[: len(placed)]]
    return np.bincount(distinct // width, minlength=len(sizes)) / count
