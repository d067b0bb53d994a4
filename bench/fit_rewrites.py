"""Fits the weights by which rewrites are told from independent reports; writes copies/weights/rewrite.json.

Run: python -m bench.fit_rewrites; it needs Debian's apertium-eng-spa and wordnet-base.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from bench.paths import SHARED
from bench.rewrite_data import Example, independent, rewritten
from headwater.copies.gist import Gist, gist_of
from headwater.copies.rarity import load_background
from headwater.copies.traits import NAMES, pair_traits

WEIGHTS = Path(__file__).parents[1] / "src/headwater/copies/weights/rewrite.json"
FOLDS = 5
# Standard deviations beyond which a trait tells no more: odd pairs are odd in one trait, rewrites in many.
TOLD = 1.5


def main() -> None:
    """Fits, prints the cross-validated figures, writes the weights."""
    examples = [*independent(SHARED / "data"), *rewritten(SHARED / "data")]
    traits = traits_of(examples)
    answers = np.array([one.rewrite for one in examples])
    report(examples, answers, out_of_fold(examples, traits, answers))
    model, scaler = fitted(traits, answers, examples)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - np.sum(weights * scaler.mean_))
    limits = zip(scaler.mean_ - TOLD * scaler.scale_, scaler.mean_ + TOLD * scaler.scale_, strict=True)
    rows = {
        name: {"weight": round(float(weight), 4), "low": round(float(low), 4), "high": round(float(high), 4)}
        for name, weight, (low, high) in zip(NAMES, weights, limits, strict=True)
    }
    document = {"bias": round(bias, 4), "traits": rows}
    WEIGHTS.write_text(json.dumps(document, indent=2) + "\n", "utf-8")


def traits_of(examples: list[Example]) -> NDArray[np.float64]:
    """The traits of each example, in the order of ``NAMES``: of shape (examples, traits)."""
    background = load_background()
    gists: dict[str, Gist] = {text: gist_of(text) for one in examples for text in (one.a, one.b)}
    return np.array([pair_traits(gists[one.a], gists[one.b], background) for one in examples])


def fitted(
    traits: NDArray[np.float64], answers: NDArray[np.bool_], examples: list[Example]
) -> tuple[LogisticRegression, StandardScaler]:
    """The model and the scaling of its traits; every way of making weighs the same, the two sides too.

    Spinning and translating back are one way each, at whatever strength; every language model is one.
    """
    made = [one.made.removesuffix("-0.3").removesuffix("-0.6") for one in examples]
    counts = {name: made.count(name) for name in sorted(set(made))}
    weight = np.array([(0.5 if name in ("spun", "back-translated") else 1) / counts[name] for name in made])
    for side in (True, False):
        weight[answers == side] /= weight[answers == side].sum()
    scaler = StandardScaler().fit(traits)
    model = LogisticRegression(C=3.0, max_iter=5000)
    model.fit(_held(scaler, traits), answers, sample_weight=weight * len(examples))
    return model, scaler


def _held(scaler: StandardScaler, traits: NDArray[np.float64]) -> NDArray[np.float64]:
    held: NDArray[np.float64] = np.clip(scaler.transform(traits), -TOLD, TOLD)
    return held


def out_of_fold(
    examples: list[Example], traits: NDArray[np.float64], answers: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The log odds of each example by a model that saw neither of its texts."""
    scores = np.zeros(len(examples))
    groups = [one.group for one in examples]
    for train, test in GroupKFold(FOLDS).split(traits, answers, groups):
        model, scaler = fitted(traits[train], answers[train], [examples[at] for at in train])
        scores[test] = model.decision_function(_held(scaler, traits[test]))
    return scores


def report(examples: list[Example], answers: NDArray[np.bool_], scores: NDArray[np.float64]) -> None:
    """Prints AUC and recall at 1 % false positives for each way of making."""
    made = np.array([one.made for one in examples])
    limit = np.quantile(scores[~answers], 0.99)
    print("log odds at 1 % false positives", round(float(limit), 2))
    for name in sorted(set(made)):
        of = scores[made == name]
        if name.startswith("independent"):
            print(f"{name:28} n {len(of):5} over the limit {np.mean(of > limit):.4f} over 0 {np.mean(of > 0):.4f}")
            continue
        auc = roc_auc_score(answers[(made == name) | ~answers], scores[(made == name) | ~answers])
        print(f"{name:28} n {len(of):5} AUC {auc:.4f} recall {np.mean(of > limit):.4f} over 0 {np.mean(of > 0):.4f}")


if __name__ == "__main__":
    main()
