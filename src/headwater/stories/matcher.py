"""An optional second opinion on pairs of articles, such as an embedding's; none is asked by default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from headwater.model.article import Article
from headwater.stories.link import Pairs

_CERTAIN = 1e-6  # no opinion counts as surer, so that neither can silence the other


class Matcher(Protocol):
    """Whatever says how likely two articles report one event; it must give the same answer for the same pair."""

    def __call__(self, pairs: Sequence[tuple[Article, Article]]) -> Sequence[float]:
        """A probability, 0..1, for each pair, all pairs of a collection in one call."""
        ...


def second_opinion(pairs: Pairs, articles: Sequence[Article], matcher: Matcher) -> Pairs:
    """The pairs scored by both: the mean of the two log odds, a logarithmic opinion pool of equal weights.

    Raises ValueError where the matcher does not give one probability a pair.
    """
    asked = [(articles[one], articles[other]) for one, other in zip(pairs.one, pairs.other, strict=True)]
    said = np.asarray(matcher(asked), dtype=np.float64)
    if said.shape != pairs.score.shape or not bool(np.all((said >= 0) & (said <= 1))):
        raise ValueError(f"the matcher gave no probability for each of {len(asked)} pairs")
    ours, theirs = (np.clip(chance, _CERTAIN, 1 - _CERTAIN) for chance in (pairs.score, said))
    odds = (np.log(ours / (1 - ours)) + np.log(theirs / (1 - theirs))) / 2
    return Pairs(pairs.one, pairs.other, 1 / (1 + np.exp(-odds)))
