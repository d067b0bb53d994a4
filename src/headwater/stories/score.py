"""The one measure of "same story": how likely it is that two articles report one event."""

from __future__ import annotations

import json
import math
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
# How far dates are to be trusted is learned from the collection: of the pairs whose texts alone leave little doubt (log
# odds above _SURE), a share of up to _AT_MOST_FAR lies outside the window where long affairs are covered and every date
# is true. That is believed until as many pairs as _BELIEF say otherwise; beyond it, mistrust grows _STEEPLY. It helps a
# pair _FULLY_DAYS apart and less the longer, since a date that is false by half a year shows in its outlet (trust.py).
# Measured on seven months of dated articles (a share of .2) and on the real clusters, often dated by a crawl (.34).
_SURE, _AT_MOST_FAR, _BELIEF, _STEEPLY = 4.0, 0.15, 25, 3.5
_FULLY_DAYS, _NEVER_DAYS = 30.0, 180.0
_CONFIRMED = 3.0  # log odds against a false date, where both articles have a report of the same event beside them


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


def effects(compared: Compared, model: Model, articles: int) -> NDArray[np.float64]:
    """By how much each feature moves the log odds of each pair among so many articles; the intercept stands last.

    No gap of days within the window counts for more than one outside it, where that counts for less than usual.
    """
    moved = _by_weights(compared, model)
    if _mistrust(compared, moved) > 0:
        gap, undated = moved[:, FEATURES.index("gap")], model.full.of[FEATURES.index("undated")]
        most = undated - far_penalty(compared, model, articles)
        moved[:, FEATURES.index("gap")] = np.where(compared.bare, gap, np.maximum(gap, min(most, 0.0)))
    return moved


def _by_weights(compared: Compared, model: Model) -> NDArray[np.float64]:
    full, bare = (np.array([*weights.of, weights.intercept]) for weights in (model.full, model.bare))
    values = np.column_stack([compared.values, np.ones(len(compared.values))])
    moved: NDArray[np.float64] = values * np.where(compared.bare[:, None], bare, full)
    return moved


def far_penalty(compared: Compared, model: Model, articles: int) -> float:
    """Log odds against a pair outside the window, which is one story only if a date is false.

    The more articles there are, the likelier is a look-alike; the more dates prove false, the likelier another.
    """
    return _unlikely(articles) - _mistrust(compared, _by_weights(compared, model))


def _mistrust(compared: Compared, moved: NDArray[np.float64]) -> float:
    """By how much the log odds of a false date exceed the usual, by the pairs that are one event by their texts."""
    sure = _sure(compared, moved)
    far = float((compared.far | compared.excused)[sure].sum())
    share = (far + _AT_MOST_FAR * _BELIEF) / (float(sure.sum()) + _BELIEF)
    beyond = math.log(share / (1 - share)) - math.log(_AT_MOST_FAR / (1 - _AT_MOST_FAR))
    return _STEEPLY * max(0.0, beyond)


def sure_by_text(compared: Compared, model: Model) -> NDArray[np.bool_]:
    """Which pairs are of one event by their texts alone, whatever their dates say, with little doubt."""
    return _sure(compared, _by_weights(compared, model))


def _sure(compared: Compared, moved: NDArray[np.float64]) -> NDArray[np.bool_]:
    timed = [FEATURES.index("gap"), FEATURES.index("undated")]
    by_text = moved.sum(axis=1) - moved[:, timed].sum(axis=1) - _VETO * compared.unlike
    sure: NDArray[np.bool_] = (by_text > _SURE) & ~compared.bare
    return sure


def log_odds(compared: Compared, model: Model, articles: int) -> NDArray[np.float64]:
    """The log odds that each pair reports one event, among so many articles."""
    odds: NDArray[np.float64] = effects(compared, model, articles).sum(axis=1)
    together = _TOGETHER * np.log(_CROWD / np.clip(articles, _FEW, _CROWD))
    mistrust = _mistrust(compared, _by_weights(compared, model)) * _forgiven(compared)
    odds += together - _VETO * compared.unlike - np.where(compared.far, _unlikely(articles) - mistrust, 0.0)
    odds -= np.maximum(0.0, _CONFIRMED - mistrust) * _both_confirmed(compared, odds)
    return odds


def _unlikely(articles: int) -> float:
    """Log odds against a false date among so many articles."""
    return math.log1p(articles / _FAR_PRIOR)


def _forgiven(compared: Compared) -> NDArray[np.float64]:
    """The share, 1 to 0, of the mistrust of dates that helps a pair: the less, the more days its dates lie apart."""
    span = math.log(_NEVER_DAYS) - math.log(_FULLY_DAYS)
    share = (math.log(_NEVER_DAYS) - np.log(np.maximum(compared.apart, 1.0))) / span
    forgiven: NDArray[np.float64] = np.clip(share, 0.0, 1.0)
    return forgiven


def _both_confirmed(compared: Compared, odds: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs outside the window are of two articles that others, dated near them, report the same event with."""
    beside = (odds > 0) & ~compared.far & (compared.values[:, FEATURES.index("undated")] == 0)
    confirmed = np.zeros(int(max(compared.other.max(initial=0), compared.one.max(initial=0))) + 1, dtype=bool)
    confirmed[compared.one[beside]] = confirmed[compared.other[beside]] = True
    both: NDArray[np.bool_] = compared.far & confirmed[compared.one] & confirmed[compared.other]
    return both


def scored(compared: Compared, model: Model, articles: int, *, timeless: bool = False) -> Pairs:
    """The pairs with the probability, 0..1, that they report one event; ``timeless`` leaves the days between out."""
    odds = log_odds(compared, model, articles)
    if timeless:
        odds = odds - effects(compared, model, articles)[:, FEATURES.index("gap")]
    return Pairs(compared.one, compared.other, 1 / (1 + np.exp(-np.clip(odds, -30, 30))))
