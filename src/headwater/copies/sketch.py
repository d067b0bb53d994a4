"""What is kept of an article to find others that share its wording: hashed words and a sample of their runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headwater.copies.settings import CopySettings
from headwater.text.shingles import HashedWords, Hashes, hashed_words, shingles

RUN_WORDS = 5


@dataclass(frozen=True, slots=True)
class Sketch:
    """One text: its ``words``, all its 5-word ``runs`` (sorted, distinct) and the ``sample`` of those that are kept."""

    words: HashedWords
    runs: Hashes
    sample: Hashes


def sketches(texts: Sequence[str], *, settings: CopySettings) -> list[Sketch]:
    """The sketch of each text. Runs are sampled by hash value, so that texts of any length compare (FracMinHash,

    Irber et al. 2022): a run is kept in every text or in none.
    """
    kept_below = np.uint64(((1 << 64) - 1) // settings.rate)
    found = []
    for words in hashed_words(texts):
        runs = np.unique(shingles(words.hashes, RUN_WORDS))
        found.append(Sketch(words, runs, runs[runs <= kept_below]))
    return found


def containment(of: Hashes, within: Hashes) -> float:
    """Share of the runs ``of`` that also occur ``within``, 0..1; 0 for an empty text (Broder 1997).

    Both arguments: sorted distinct uint64 of shape (n,).
    """
    if not len(of) or not len(within):
        return 0.0
    at = np.minimum(np.searchsorted(within, of), len(within) - 1)
    return float(np.mean(within[at] == of))
