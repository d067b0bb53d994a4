"""Fits the weights by which rewrites are told from independent reports; writes copies/weights/rewrite.json.

Run: python -m bench.fit_rewrites; it needs Debian's apertium-eng-spa and wordnet-base.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from bench.paths import SHARED
from bench.rewrite_data import Example, independent, rewritten
from headwater.copies.gist import gists_of
from headwater.copies.lexicon import Lexicon
from headwater.copies.rewrites import Model
from headwater.copies.traits import NAMES, compared, content_traits, place_traits

WEIGHTS = Path(__file__).parents[1] / "src/headwater/copies/weights/rewrite.json"
FOLDS = 5
# Standard deviations beyond which a trait tells no more: odd pairs are odd in one trait, rewrites in many.
TOLD = 1.5
DIGITS = 4

Traits = NDArray[np.float64]
Answers = NDArray[np.bool_]


def main() -> None:
    """Fits, prints the cross-validated figures, writes the weights."""
    examples = [*independent(SHARED / "data"), *rewritten(SHARED / "data")]
    traits = traits_of(examples)
    odds, _ = out_of_fold(examples, traits)
    report(examples, odds)
    model = fitted(traits, examples)
    rows = {
        name: {"weight": weight, "low": low, "high": high}
        for name, weight, (low, high) in zip(NAMES, model.weights, model.limits, strict=True)
    }
    WEIGHTS.write_text(json.dumps({"bias": model.bias, "traits": rows}, indent=2) + "\n", "utf-8")


def traits_of(examples: Sequence[Example]) -> Traits:
    """The traits of each example, in the order of ``NAMES``: of shape (examples, traits)."""
    texts = list(dict.fromkeys(text for one in examples for text in (one.a, one.b)))
    gists = dict(zip(texts, gists_of(texts, Lexicon()), strict=True))
    pairs = (compared(gists[one.a], gists[one.b]) for one in examples)
    return np.array([(*content_traits(pair), *place_traits(pair)) for pair in pairs])


def answers_of(examples: Sequence[Example]) -> Answers:
    """Which of the examples are rewrites."""
    return np.array([one.rewrite for one in examples])


def fitted(traits: Traits, examples: Sequence[Example]) -> Model:
    """The model and the limits of its traits, rounded as they are stored; renamed pairs only judge, they do not teach.

    Traits are scaled, and their limits set, by the pairs as they were published or made.
    """
    made = np.array([one.made for one in examples])
    teaching = ~np.char.endswith(made, "-renamed")
    published = np.array([one.as_published for one in examples])
    scaler = StandardScaler().fit(traits[published])
    held = np.clip(scaler.transform(traits[teaching]), -TOLD, TOLD)
    taught = [one for one, teaches in zip(examples, teaching, strict=True) if teaches]
    model = LogisticRegression(C=3.0, max_iter=5000).fit(held, answers_of(taught), sample_weight=_weights(taught))
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - np.sum(weights * scaler.mean_))
    low, high = scaler.mean_ - TOLD * scaler.scale_, scaler.mean_ + TOLD * scaler.scale_
    limits = tuple((float(one), float(other)) for one, other in np.round([low, high], DIGITS).T)
    rounded = tuple(float(weight) for weight in np.round(weights, DIGITS))
    return Model(round(bias, DIGITS), rounded, limits)


def _weights(examples: Sequence[Example]) -> Traits:
    """What each example weighs: every way of making the same, the two sides too.

    Every language model is a way. Spinning and translating back are one each at any strength, and easy: a quarter.
    Chosen sentences are no reports that anybody wrote, and as alike as independent ones can be: a fifth; the mere
    beginnings of reports a quarter. Rewrites weigh half again as much as independent pairs, so that at the usual bar
    of .8 few enough of these are called.
    """
    made = [one.made.removesuffix("-0.3").removesuffix("-0.6") for one in examples]
    counts = {name: made.count(name) for name in sorted(set(made))}
    weights = np.array([_share(name) / counts[name] for name in made])
    answers = answers_of(examples)
    for side in (True, False):
        weights[answers == side] *= (1.5 if side else 1.0) / weights[answers == side].sum()
    return weights * len(examples)


def _share(made: str) -> float:
    """What all examples made so weigh together."""
    endings = {"spun": 0.25, "back-translated": 0.25, "-core": 0.2, "-brief": 0.25}
    return next((share for ending, share in endings.items() if made.endswith(ending)), 1.0)


def out_of_fold(examples: Sequence[Example], traits: Traits) -> tuple[Traits, list[Model]]:
    """The log odds of each example by a model that saw neither of its texts, and that model."""
    odds = np.zeros(len(examples))
    judges: dict[int, Model] = {}
    groups = [one.group for one in examples]
    for train, test in GroupKFold(FOLDS).split(traits, answers_of(examples), groups):
        model = fitted(traits[train], [examples[at] for at in train])
        for at in test.tolist():
            odds[at], judges[at] = model.odds(traits[at].tolist()), model
    return odds, [judges[at] for at in range(len(examples))]


def report(examples: Sequence[Example], odds: Traits) -> None:
    """Prints AUC and recall at 1 % false positives for each way of making."""
    made, answers = np.array([one.made for one in examples]), answers_of(examples)
    judged = np.array([one.as_published for one in examples]) & ~answers
    limit = np.quantile(odds[judged], 0.99)
    print("log odds at 1 % false positives", round(float(limit), 2))
    for name in sorted(set(made.tolist())):
        of = odds[made == name]
        if name.startswith("independent"):
            print(f"{name:28} n {len(of):5} over the limit {np.mean(of > limit):.4f} over 0 {np.mean(of > 0):.4f}")
            continue
        pairs = (made == name) | judged
        auc = roc_auc_score(answers[pairs], odds[pairs])
        print(f"{name:28} n {len(of):5} AUC {auc:.4f} recall {np.mean(of > limit):.4f} over 0 {np.mean(of > 0):.4f}")


if __name__ == "__main__":
    main()
