from __future__ import annotations

import numpy as np
from bench.fit_extraction import edges_of, labels_of, trees_of
from sklearn.ensemble import HistGradientBoostingClassifier

from headwater.extract.trees import LEAVES, probabilities

BODY = "The council of Vell voted to rebuild the old bridge. Work is to begin once the water has fallen, she said."


def test_a_block_is_labelled_by_the_words_that_it_shares_with_the_body() -> None:
    texts = [
        "The council of Vell voted to rebuild the old bridge.",
        "Ferry fares rise in spring, says its owner.",
        "she said",
    ]
    assert labels_of(texts, BODY).tolist() == [True, False, True]


def test_of_two_copies_the_one_amid_the_body_is_labelled() -> None:
    lede, end = BODY.split(". ")
    texts = [lede, *["Menu of the day"] * 5, lede, end]
    assert np.flatnonzero(labels_of(texts, BODY)).tolist() == [6, 7]


def test_the_written_trees_say_what_the_fitted_model_says() -> None:
    random = np.random.default_rng(0)
    rows = random.normal(size=(400, 3))
    edges = [edges_of(column) for column in rows.T]
    binned = np.column_stack([np.searchsorted(*pair) for pair in zip(edges, rows.T, strict=True)]).astype(np.float32)
    model = HistGradientBoostingClassifier(max_iter=5, max_leaf_nodes=LEAVES, early_stopping=False, random_state=0)
    model.fit(binned, rows[:, 0] * rows[:, 1] > 0)
    found = probabilities(trees_of(model, edges), rows.astype(np.float32))
    assert np.allclose(found, model.predict_proba(binned)[:, 1], atol=1e-3)
