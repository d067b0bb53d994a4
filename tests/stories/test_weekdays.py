from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from headwater.model.article import Article
from headwater.stories import StorySettings, collect, explain_pair
from headwater.stories.terms import count_terms
from headwater.stories.tokens import forms_of
from headwater.stories.weekdays import unit_weekdays, weekday_words
from tests.builders import make_article

SETTINGS = StorySettings()
REPORT = "The council of Varn met on {day} and voted to close the old ferry quay, mayor Ilka Roon said."


def named(text: str, title: str | None = None) -> list[float]:
    counts: list[float] = count_terms([make_article(text, title=title)]).weekdays[0].tolist()
    return counts


def pair(first: str, second: str) -> float:
    """What two reports, alike but for the day they name, have of the feature."""
    articles: list[Article] = [
        make_article(REPORT.format(day=day), title="Varn closes quay", id=f"a_{n}")
        for n, day in enumerate((first, second))
    ]
    why = explain_pair("a_0", "a_1", collect(articles, (), settings=SETTINGS), settings=SETTINGS)
    return {factor.name: factor.value for factor in why.factors}["weekdays"]


def test_every_day_has_names_of_its_own() -> None:
    forms = [form for words in weekday_words() for form in forms_of(words).tolist()]
    assert len(weekday_words()) == 7
    assert len(forms) == len(set(forms)) == sum(map(len, weekday_words()))


def test_the_days_are_counted_in_title_and_beginning() -> None:
    assert named("It met Tuesday. On Tuesdays it meets, not on Friday.", title="Tuesday vote") == [0, 3, 0, 0, 1, 0, 0]


def test_a_day_of_the_last_week_in_numbers_is_named() -> None:
    article = make_article("Sáng 28/2, ngày 17/7, 1/3/2030.", published=dt.date(2031, 3, 3))  # a Monday
    assert count_terms([article]).weekdays[0].tolist() == [0, 0, 0, 0, 1, 0, 0]
    assert named("Sáng 28/2") == [0] * 7


@pytest.mark.parametrize("text", ["Der Rat tagte am Mittwoch.", "Совет собрался в среду.", "市议会在星期三开会。"])
def test_a_day_is_the_same_in_any_language(text: str) -> None:
    assert named(text) == [0, 0, 1, 0, 0, 0, 0]


def test_what_stands_far_below_is_not_counted() -> None:
    assert named("word " * 199 + "Monday") == [1, 0, 0, 0, 0, 0, 0]
    assert named("word " * 200 + "Monday") == [0] * 7


def test_rows_have_unit_length_or_none() -> None:
    rows = unit_weekdays(np.array([[0, 3, 0, 0, 1, 0, 0], [0] * 7], dtype=np.float32))
    assert np.square(rows).sum(axis=1).tolist() == pytest.approx([1, 0])
    assert rows[0, 1] > rows[0, 4]


def test_the_same_day_speaks_for_one_event_and_another_against_it() -> None:
    assert pair("Monday", "Monday") > 0 > pair("Monday", "Tuesday")
    assert pair("Monday", "arrival") == 0
