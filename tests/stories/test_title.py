from __future__ import annotations

import datetime as dt

from headwater.model.reuse import Direction, Reuse, ReuseKind
from headwater.stories import central_articles, title_story
from tests.builders import make_article
from tests.stories.test_group import FERRY, ferry


def test_the_title_is_a_headline_of_one_of_the_articles() -> None:
    assert title_story(ferry(), ()) in {article.title for article in ferry()}


def test_a_headline_that_says_nothing_of_the_story_is_not_its_title() -> None:
    odd = make_article(FERRY[0], title="What we know", published=dt.date(2031, 5, 9))
    assert title_story([*ferry(), odd], ()) != "What we know"


def test_a_story_without_headlines_has_no_title() -> None:
    assert title_story([make_article(FERRY[0])], ()) is None


def test_the_newest_of_equal_headlines_is_the_title() -> None:
    old, new = (
        make_article(FERRY[0], title=title, published=dt.date(2031, 5, day))
        for title, day in (("Alba Star ferry sinks: 12 dead", 3), ("Alba Star ferry sinks: 20 dead", 5))
    )
    assert title_story([new, old], ()) == "Alba Star ferry sinks: 20 dead"


def test_of_copies_one_stands_for_the_story() -> None:
    first, second, third = ferry()
    copy = Reuse(first.id, second.id, ReuseKind.COPY, Direction.UNKNOWN, 1.0, 1.0, (), ())
    central = {article.id for article in central_articles([first, second, third], (copy,))}
    assert len(central) == 2
    assert third.id in central
