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
_VETO = 4.0  # log odds against two reports of one kind of event that share no name and no number
_FAR_PRIOR = 20  # articles; among so many, one whose date is false is as likely to be met as a look-alike


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over ``FEATURES``."""

    intercept: float
    of: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.of) != len(FEATURES):
            raise ValueError(f"{len(self.of)} weights for {len(FEATURES)} features")


@dataclass(frozen=True, slots=True)
class Model:
    """The weights for pairs of reports, and for pairs of which one is a headline alone."""

    full: Weights
    bare: Weights


def shipped_model() -> Model:
    """The weights of the package; fitted by ``bench/fit_stories.py``. Raises KeyError where a feature has none."""
    data = json.loads(files("headwater.stories").joinpath("weights/pair.json").read_text(encoding="utf-8"))
    full, bare = (
        Weights(float(data[case]["intercept"]), tuple(float(data[case]["weights"][name]) for name in FEATURES))
        for case in ("full", "bare")
    )
    return Model(full, bare)


def effects(compared: Compared, model: Model) -> NDArray[np.float64]:
    """By how much each feature moves the log odds of each pair; the intercept stands last."""
    full, bare = (np.array([*weights.of, weights.intercept]) for weights in (model.full, model.bare))
    values = np.column_stack([compared.values, np.ones(len(compared.values))])
    moved: NDArray[np.float64] = values * np.where(compared.bare[:, None], bare, full)
    return moved


def log_odds(compared: Compared, model: Model, articles: int) -> NDArray[np.float64]:
    """The log odds that each pair reports one event.

    A pair outside the window is one only if a date is false: the more articles there are, the likelier a look-alike.
    """
    odds: NDArray[np.float64] = effects(compared, model).sum(axis=1)
    together = _TOGETHER * np.log(_CROWD / np.clip(articles, _FEW, _CROWD))
    odds += together - _VETO * compared.unlike - np.where(compared.far, np.log1p(articles / _FAR_PRIOR), 0.0)
    return odds


def scored(compared: Compared, model: Model, articles: int, *, timeless: bool = False) -> Pairs:
    """The pairs with the probability, 0..1, that they report one event; ``timeless`` leaves the days between out."""
    odds = log_odds(compared, model, articles)
    if timeless:
        odds = odds - effects(compared, model)[:, FEATURES.index("gap")]
    return Pairs(compared.one, compared.other, 1 / (1 + np.exp(-np.clip(odds, -30, 30))))
