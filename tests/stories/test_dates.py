"""Dates as evidence: how far they are trusted is learned from the collection."""

from __future__ import annotations

import datetime as dt

import numpy as np

from headwater.model.article import Article
from headwater.stories import StorySettings, collect
from headwater.stories.features import FEATURES, Compared
from headwater.stories.score import far_penalty, log_odds, shipped_model
from tests.builders import make_article
from tests.stories.test_group import FERRY

MODEL = shipped_model()


def dated(days: list[dt.date]) -> list[Article]:
    return [
        make_article(FERRY[n % 3], title="Ferry Alba Star sinks off Port Merrin", id=f"a_{n:02}", published=day)
        for n, day in enumerate(days)
    ]


def penalty(articles: list[Article]) -> float:
    return far_penalty(collect(articles, (), settings=StorySettings()).compared, MODEL, len(articles))


def test_dates_that_often_prove_false_count_for_less() -> None:
    true = [dt.date(2031, 5, 3) for _ in range(20)]
    false = [dt.date(2031 + n % 4, 5, 3) for n in range(20)]
    assert penalty(dated(false)) < penalty(dated(true)) - 1


def odds_of_far_pair(near: list[tuple[int, int]], *, apart: float = 900.0) -> float:
    """The log odds of articles 1 and 2, dated so many days apart, beside these pairs that are surely one event each."""
    one, other = (np.array(side, dtype=np.int64) for side in zip(*sorted([*near, (1, 2)]), strict=True))
    values = np.zeros((len(one), len(FEATURES)), dtype=np.float32)
    values[:, FEATURES.index("phrases")] = 3.0
    far = (one == 1) & (other == 2)
    values[far, FEATURES.index("undated")] = 1.0
    none = np.zeros(len(one), dtype=bool)
    compared = Compared(one, other, values, np.where(far, apart, 0.0), far, none, none, none)
    return float(log_odds(compared, MODEL, 300)[far][0])


def test_a_date_that_another_report_confirms_is_hardly_false() -> None:
    assert odds_of_far_pair([(0, 1), (2, 3)]) < odds_of_far_pair([(0, 1), (0, 3)]) - 1


def test_a_date_that_is_false_by_weeks_is_likelier_than_one_false_by_years() -> None:
    far = dated([dt.date(2031, 5, 3) + dt.timedelta(days=60 * n) for n in range(8)])
    compared = collect(far, (), settings=StorySettings()).compared
    odds = log_odds(compared, MODEL, 300)
    reworded = (compared.other - compared.one) % 3 != 0  # the same text again is one event whatever its date
    assert odds[compared.apart == 60].min() > odds[(compared.apart > 180) & reworded].max() + 1
