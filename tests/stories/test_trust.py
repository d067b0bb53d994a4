"""Outlets that give the days of crawls, learned from what the other outlets say."""

from __future__ import annotations

import datetime as dt

from headwater.model.article import Article
from headwater.stories import StorySettings, collect, explain_pair, group_stories
from headwater.stories.score import shipped_model
from headwater.stories.trust import crawl_dated
from tests.builders import make_article
from tests.stories.test_group import BUDGET, FERRY

SETTINGS = StorySettings()
CRAWL = dt.date(2031, 9, 1)
SUNK, VOTED = dt.date(2031, 5, 3), dt.date(2031, 2, 11)
TITLES = {"f": "Ferry Alba Star sinks off Port Merrin", "b": "Tarsk passes budget with timber levy"}


def coverage(*, late: dict[str, dt.date], outlet: str = "late.example") -> list[Article]:
    """Two events as two outlets date them, and the last report of each as ``outlet`` does (``late``, by event)."""
    made = []
    for name, reports, day in (("f", FERRY, SUNK), ("b", BUDGET, VOTED)):
        *others, last = range(len(reports))
        for n, body in enumerate(reports):
            published = late.get(name, day) if n == last else day
            source = outlet if n == last else f"{others.index(n)}.example"
            made.append(make_article(body, title=TITLES[name], id=f"a_{name}{n}", outlet=source, published=published))
    return made


def found(articles: list[Article]) -> frozenset[str]:
    collection = collect(articles, (), settings=SETTINGS)
    return crawl_dated(collection.compared, collection.articles, collection.times, shipped_model())


def stories(articles: list[Article]) -> list[tuple[str, ...]]:
    return sorted(group.articles for group in group_stories(articles, (), settings=SETTINGS))


def test_one_day_over_two_old_events_is_that_of_a_crawl() -> None:
    articles = coverage(late={"f": CRAWL, "b": CRAWL})
    assert found(articles) == {"late.example"}
    assert stories(articles) == [("a_b0", "a_b1"), ("a_f0", "a_f1", "a_f2")]


def test_an_outlet_that_is_late_on_two_days_may_only_look_back() -> None:
    assert found(coverage(late={"f": CRAWL, "b": CRAWL + dt.timedelta(days=9)})) == frozenset()


def test_an_outlet_that_is_late_once_is_believed() -> None:
    assert found(coverage(late={"f": CRAWL})) == frozenset()


def test_an_outlet_that_others_mostly_confirm_is_believed() -> None:
    true = [
        make_article(body, title=TITLES["f"], id=f"a_t{n}", outlet="late.example", published=SUNK)
        for n, body in enumerate(FERRY[:2] * 2)
    ]
    assert found([*coverage(late={"f": CRAWL, "b": CRAWL}), *true]) == frozenset()


def test_without_names_of_outlets_nothing_is_learned() -> None:
    nameless = [
        make_article(a.text, title=a.title, id=a.id, published=a.published.stated)
        for a in coverage(late={"f": CRAWL, "b": CRAWL})
    ]
    assert found(nameless) == frozenset()


def test_the_reasons_say_that_the_date_is_not_believed() -> None:
    collection = collect(coverage(late={"f": CRAWL, "b": CRAWL}), (), settings=SETTINGS)
    why = explain_pair("a_f0", "a_f2", collection, settings=SETTINGS)
    assert why.together
    assert any("crawl" in reason for reason in why.reasons)
