"""What is kept of a collection to find articles that share wording: hashed words and a sample of their runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.copies.settings import CopySettings
from headwater.text.shingles import Hashes, hashed_words, shingles

RUN_WORDS = 5

Words = NDArray[np.uint32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Collection:
    """The words of many texts in one row, text n from ``bounds[n]`` to ``bounds[n + 1]``, and the sampled runs.

    ``sample`` (s,) holds the hashes of the sampled 5-word runs, ``places`` (s,) the word each begins at, in order.
    """

    words: Words
    bounds: Ints
    sample: Hashes
    places: Ints

    def text_of(self, places: Ints) -> Ints:
        """The number of the text that each word of the row belongs to."""
        return np.searchsorted(self.bounds, places, side="right") - 1


def collect(texts: Sequence[str], *, settings: CopySettings) -> Collection:
    """The words and the sampled runs of the texts.

    Runs are sampled by hash value (FracMinHash, Irber et al. 2022): a run is kept in every text or in none, so that
    containment shows between texts of any length.
    """
    kept_below = np.uint64(((1 << 64) - 1) // settings.rate)
    words: list[Words] = []
    samples: list[Hashes] = []
    places: list[Ints] = []
    bounds = [0]
    for found in hashed_words(texts):
        runs = shingles(found.hashes, RUN_WORDS)
        kept = np.flatnonzero(runs <= kept_below)
        words.append((found.hashes >> np.uint64(32)).astype(np.uint32))
        samples.append(runs[kept])
        places.append(kept + bounds[-1])
        bounds.append(bounds[-1] + len(found.hashes))
    return Collection(
        np.concatenate([np.empty(0, dtype=np.uint32), *words]),
        np.array(bounds, dtype=np.int64),
        np.concatenate([np.empty(0, dtype=np.uint64), *samples]),
        np.concatenate([np.empty(0, dtype=np.int64), *places]),
    )


def shared_count(a: Hashes, b: Hashes) -> int:
    """How many runs two texts have in common. Both arguments: sorted distinct uint64 of shape (n,)."""
    if len(a) > len(b):
        a, b = b, a
    if not len(a):
        return 0
    at = np.minimum(np.searchsorted(b, a), len(b) - 1)
    return int(np.count_nonzero(b[at] == a))
