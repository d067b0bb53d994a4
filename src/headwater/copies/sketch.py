"""What is kept of a collection to find articles that share wording: hashed words and a sample of their runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.copies.settings import CopySettings
from headwater.text.shingles import Hashes, hashed_words, shingles

RUN_WORDS = 5

# Texts hashed at a time: enough to spread the cost of each call, few enough to stay small.
_GROUP = 64
# In a collection of no more than this every run is cheap to keep.
_CHARS_UNSAMPLED = 3_000_000

NO_RUNS: Hashes = np.empty(0, dtype=np.uint64)

Words = NDArray[np.uint32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Collection:
    """The words of many texts in one row, text n from ``bounds[n]`` to ``bounds[n + 1]``, and the sampled runs.

    ``sample`` (s,) holds the hashes of the sampled 5-word runs, ``places`` (s,) the word each begins at, in order;
    one of ``rate`` runs is sampled.
    """

    words: Words
    bounds: Ints
    sample: Hashes
    places: Ints
    rate: int

    def text_of(self, places: Ints) -> Ints:
        """The number of the text that each word of the row belongs to."""
        return np.searchsorted(self.bounds, places, side="right") - 1


def collect(texts: Sequence[str], *, settings: CopySettings) -> Collection:
    """The words and the sampled runs of the texts.

    Runs are sampled by hash value (FracMinHash, Irber et al. 2022): a run is kept in every text or in none, so that
    containment shows between texts of any length.
    """
    rate = _rate(sum(map(len, texts)), settings)
    words: list[Words] = [np.empty(0, dtype=np.uint32)]
    samples: list[Hashes] = [np.empty(0, dtype=np.uint64)]
    places: list[Ints] = [np.empty(0, dtype=np.int64)]
    bounds: list[Ints] = [np.zeros(1, dtype=np.int64)]
    for start in range(0, len(texts), _GROUP):
        found = [part.hashes for part in hashed_words(texts[start : start + _GROUP])]
        row = np.concatenate(found)
        ends = np.cumsum([len(part) for part in found])
        words.append((row >> np.uint64(32)).astype(np.uint32))
        bounds.append(ends + bounds[-1][-1])
        runs = shingles(row, RUN_WORDS)
        kept = np.flatnonzero(runs <= _kept_below(rate))
        kept = kept[kept + RUN_WORDS <= ends[np.searchsorted(ends, kept, side="right")]]
        samples.append(runs[kept])
        places.append(kept + bounds[-2][-1])
    return Collection(
        np.concatenate(words), np.concatenate(bounds), np.concatenate(samples), np.concatenate(places), rate
    )


def _rate(chars: int, settings: CopySettings) -> int:
    """One of how many runs is sampled: all in a small collection, up to one of ``settings.rate`` in a large one."""
    rate = 1
    while rate < settings.rate and chars > rate * _CHARS_UNSAMPLED:
        rate *= 2
    return min(rate, settings.rate)


def _kept_below(rate: int) -> np.uint64:
    return np.uint64(((1 << 64) - 1) // rate)
