"""The one measure of "same story": how likely it is that two articles report one event."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.stories.features import FEATURES, Compared
from headwater.stories.link import Pairs

# In few articles, which somebody has put together, one event is likelier than in a stream: below _CROWD articles the
# log odds rise by _TOGETHER for each e-fold fewer. Measured on each event of the real clusters with two others.
_CROWD, _FEW, _TOGETHER = 120, 10, 0.7
_FAR_PRIOR = 20  # articles; among so many, one whose date is false is as likely to be met as a look-alike


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over ``FEATURES``; ``version`` changes whenever it is fitted anew."""

    version: str
    intercept: float
    of: tuple[float, ...]


def shipped_weights() -> Weights:
    """The weights of the package; fitted by ``bench/fit_stories.py``."""
    text = files("headwater.stories").joinpath("weights/pair.json").read_text(encoding="utf-8")
    data = json.loads(text)
    if set(data["weights"]) != set(FEATURES):
        raise ValueError("the shipped weights do not name the features that are computed")
    return Weights(data["version"], float(data["intercept"]), tuple(float(data["weights"][name]) for name in FEATURES))


def log_odds(compared: Compared, weights: Weights, articles: int) -> NDArray[np.float64]:
    """The log odds that each pair reports one event.

    A pair outside the window is one only if a date is false: the more articles there are, the likelier a look-alike.
    """
    odds: NDArray[np.float64] = compared.values.astype(np.float64) @ np.array(weights.of) + weights.intercept
    together = _TOGETHER * np.log(_CROWD / np.clip(articles, _FEW, _CROWD))
    odds += together - np.where(compared.far, np.log1p(articles / _FAR_PRIOR), 0.0)
    return odds


def scored(compared: Compared, weights: Weights, articles: int, *, timeless: bool = False) -> Pairs:
    """The pairs with the probability, 0..1, that they report one event; ``timeless`` leaves the days between out."""
    odds = log_odds(compared, weights, articles)
    if timeless:
        gap = FEATURES.index("gap")
        odds = odds - weights.of[gap] * compared.values[:, gap]
    return Pairs(compared.one, compared.other, 1 / (1 + np.exp(-np.clip(odds, -30, 30))))
