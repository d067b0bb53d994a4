"""The one measure of "same story": how likely it is that two articles report one event."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.stories.features import FEATURES, Compared
from headwater.stories.link import Pairs

_FAR_PRIOR = 100  # articles; among so many, one whose date is false is as likely to be met as a look-alike


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
    return odds - np.where(compared.far, np.log1p(articles / _FAR_PRIOR), 0.0)


def scored(compared: Compared, weights: Weights, articles: int) -> Pairs:
    """The pairs with the probability, 0..1, that they report one event."""
    odds = log_odds(compared, weights, articles)
    return Pairs(compared.one, compared.other, 1 / (1 + np.exp(-np.clip(odds, -30, 30))))
