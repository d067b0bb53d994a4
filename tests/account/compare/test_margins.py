from __future__ import annotations

import numpy as np

from headwater.account.compare.margins import cosines, margins_of

ROWS = [
    ["the", "ferry", "sank", "off", "the", "harbour", "at", "night"],
    ["rescuers", "searched", "the", "bay"],
    ["a", "ferry", "sank", "at", "night", "off", "the", "harbour", "wall"],
    ["the", "mayor", "thanked", "rescuers"],
    ["at", "night", "the", "ferry", "went", "down"],
]
ARTICLES = np.array([0, 0, 1, 1, 2])


def test_rows_of_one_article_are_not_held_against_each_other() -> None:
    edges = cosines(ROWS, ARTICLES)
    assert all(ARTICLES[one] != ARTICLES[other] for one, other in zip(edges.one, edges.other, strict=True))


def test_the_best_of_an_article_stands_out() -> None:
    margins = margins_of(ROWS, ARTICLES, np.array([0, 0]), np.array([2, 3]))
    assert margins.both_best[0] == 1.0
    assert margins.best[1] < 1.0
    assert margins.margin[0] > margins.margin[1]


def test_a_third_sentence_bridges_two() -> None:
    margins = margins_of(ROWS, ARTICLES, np.array([0]), np.array([2]))
    with_third = margins.bridge[0]
    alone = margins_of(ROWS[:4], ARTICLES[:4], np.array([0]), np.array([2])).bridge[0]
    assert with_third > alone


def test_a_pair_has_the_same_margins_either_way_round() -> None:
    forth = margins_of(ROWS, ARTICLES, np.array([0]), np.array([4]))
    back = margins_of(ROWS, ARTICLES, np.array([4]), np.array([0]))
    assert forth.cosine[0] == back.cosine[0] > 0
    assert forth.bridge[0] == back.bridge[0]


def test_no_rows_make_no_margins() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert len(margins_of([], none, none, none).cosine) == 0
