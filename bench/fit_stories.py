"""The weights of the pair score: prints ``stories/weights/pair.json``.

Fitted on pairs of labelled articles of two thirds of the stories (``third_of`` 1 and 2) of the sets in ../shared; only
the weights leave them. Each set counts alike however large it is, but for the factors in ``_SETS``: what people bring
is nearest to full, dated reports in several languages.

    python -m bench.fit_stories > src/headwater/stories/weights/pair.json
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.paths import SHARED
from bench.quality_stories import Row, rows_of, third_of
from bench.rows import article_from_row
from headwater.stories.collection import compare_articles, order_of_time
from headwater.stories.features import FEATURES
from headwater.stories.settings import StorySettings
from headwater.stories.when import times

Array = NDArray[np.float64]
Sets = Sequence[tuple[str, str, float]]
# Set, variant, weight. Variants leave out what real input lacks at times; "syllables" leaves out the pairs of
# Vietnamese ones, which lower the likenesses of that one language, while the weights serve all.
_SETS = (
    ("allsides_full", "", 4.0),
    ("allsides_full", "untitled", 0.3),
    ("allsides_full", "undated", 0.3),
    ("ktlab_vi", "syllables", 2.0),
    ("ecbplus", "", 2.0),
    ("allsides_lead_undated", "", 0.7),
    ("basil", "", 1.0),
    ("clusters", "undated", 1.5),
)
_BARE_SETS = (
    ("allsides_full", "bare", 1.0),
    ("uci_headlines", "", 1.0),
)
# Added to the intercept for headlines alone: their stories are big, and average link counts a pair that is no candidate
# as 0, so that what is scored must weigh more. 1.2 is best on both sets together.
_BARE_SHIFT = 1.2
_RIDGE = 0.1  # 1.0 gives the same figures within .01


def labelled_pairs(shared: Path, name: str, variant: str) -> tuple[Array, NDArray[np.bool_]]:
    """Features of the candidate pairs of one set, and whether each is of one story."""
    rows = [_varied(row, variant) for row in rows_of(shared, name)]
    if variant == "undated":
        rows = rows[::2] if len(rows) > 2000 else rows
    story_of = {article_from_row(row, split=False): row["story"] for row in rows}
    made = list(story_of)
    order, when = order_of_time(made, times(made))
    articles = [made[n] for n in order]
    # The shipped weights judge outlets' dates; what is fitted must not hang on them.
    compared = compare_articles(articles, when, settings=StorySettings(), everywhere=False)[-1]
    stories = [story_of[article] for article in articles]
    usable = np.array([story is not None and third_of(story) != 0 for story in stories])
    number = np.unique([story or "" for story in stories], return_inverse=True)[1]
    keep = usable[compared.one] & usable[compared.other]
    return compared.values[keep].astype(np.float64), (number[compared.one] == number[compared.other])[keep]


def _varied(row: Row, variant: str) -> Row:
    if variant == "untitled":
        return row | {"title": ""}
    if variant == "bare":
        return row | {"text": ""}
    if variant == "syllables":  # only what a single space parts is paired
        return row | {field: row[field].replace(" ", "  ") for field in ("title", "text")}
    return row | {"date": None, "date_publish": None} if variant == "undated" else row


def logistic(features: Array, same: NDArray[np.bool_], weight: Array, *, ridge: float) -> Array:
    """Weights, the intercept last, by Newton's method on the ridge-penalised likelihood."""
    design = np.column_stack([features, np.ones(len(features))])
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ beta))
        slope = design.T @ (weight * (same - chance)) - penalty * beta
        curve = (design * (weight * chance * (1 - chance))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def fitted(shared: Path, sets: Sets) -> Array:
    """The weights over these sets."""
    parts = list(_weighted_sets(shared, sets))
    features, same, weight = (np.concatenate([part[n] for part in parts]) for n in range(3))
    return logistic(features, same.astype(bool), weight / weight.mean(), ridge=_RIDGE)


def _weighted_sets(shared: Path, sets: Sets) -> Iterator[tuple[Array, Array, Array]]:
    for name, variant, factor in sets:
        features, same = labelled_pairs(shared, name, variant)
        yield features, same.astype(np.float64), np.full(len(same), factor / max(1, same.sum()))


def main() -> None:
    """Print the weights."""
    cases = {"full": fitted(SHARED, _SETS), "bare": fitted(SHARED, _BARE_SETS)}
    cases["bare"][-1] += _BARE_SHIFT
    print(json.dumps({case: _named(beta) for case, beta in cases.items()}, indent=1))


def _named(beta: Array) -> dict[str, object]:
    weights = {name: round(float(value), 4) for name, value in zip(FEATURES, beta, strict=False)}
    return {"intercept": round(float(beta[-1]), 4), "weights": weights}


if __name__ == "__main__":
    main()
