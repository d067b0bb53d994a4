"""Choosing: which blocks of a page are the article's text.

Some blocks never are: those of asides, footers and navigation, captions, comments. The others that stand near prose are
scored by boosted trees over their features. The trees were fitted on labelled news pages (``bench.fit_extraction``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from headwater.extract.blocks import HEADINGS, BlockPage
from headwater.extract.features import block_features
from headwater.extract.trees import probabilities, read_trees
from headwater.extract.wording import Told

_TREES = read_trees(resources.files("headwater.extract").joinpath("trees.json").read_text(encoding="utf-8"))
_THRESHOLD = 0.33
# A page that keeps less than this is searched again, with half the threshold.
_LEAST_CHARS = 250
_LEAST_SCORE = 0.05
_REPEATED = 40
_LARGE = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen blocks of a page by number, in page order; ``scores`` has one for each block, 0 where it never is.

    ``ruled`` are the containers that rule blocks out, -1 for none.
    """

    kept: tuple[int, ...]
    scores: NDArray[np.float64]
    keys: tuple[str, ...]
    ruled: tuple[int, ...]


def choose(page: BlockPage, told: Told) -> Choice:
    """The blocks of the article's own text, each text once."""
    if not page.texts:
        return Choice((), np.zeros(0), (), ())
    features = block_features(page, told)
    scores = np.zeros(len(page.texts))
    if len(features.scored):
        scores[features.scored] = probabilities(_TREES, features.rows)
    return Choice(kept_by(page, features.keys, scores), scores, features.keys, features.ruled)


def kept_by(page: BlockPage, keys: Sequence[str], scores: NDArray[np.float64]) -> tuple[int, ...]:
    """The blocks that ``scores`` choose of a page, without those that repeat others, and headings that head nothing."""
    kept = np.flatnonzero(scores >= _THRESHOLD).tolist()
    if sum([len(page.texts[at]) for at in kept]) < _LEAST_CHARS:
        least = min(_THRESHOLD, max(_LEAST_SCORE, float(scores.max()) / 2))
        kept = np.flatnonzero(scores >= least).tolist()
    once = list(_each_once(kept, keys))
    while len(once) > 1 and page.container(page.inside[once[-1]]).tag in HEADINGS:
        once.pop()
    return tuple(once)


def _each_once(kept: Sequence[int], keys: Sequence[str]) -> Iterator[int]:
    """``kept`` without later copies of a text, and without a large block that others repeat piece by piece."""
    long = [keys[at] for at in kept if len(keys[at]) >= _REPEATED]
    seen: set[str] = set()
    for at in kept:
        key = keys[at]
        if len(key) >= _REPEATED:
            if key in seen:
                continue
            seen.add(key)
            if len(key) > _LARGE and 2 * _repeated(key, long) > len(key):
                continue
        yield at


def _repeated(key: str, others: Sequence[str]) -> int:
    """How many letters of ``key`` stand in shorter ones of ``others``."""
    return sum(len(other) for other in others if len(other) < len(key) and other in key)
