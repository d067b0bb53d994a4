from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.article import Article, Published, StatedKind
from headwater.model.errors import SettingsError
from headwater.model.reuse import Direction, Reuse, ReuseKind
from headwater.stories import StorySettings, group_stories
from tests.builders import make_article

FERRY = (
    "The ferry Alba Star sank off Port Merrin on Monday night with 212 people on board, the Velland coast guard said. "
    "Rescuers pulled 180 passengers from the water. Captain Ode Brask told investigators that the bow door had failed. "
    "Transport minister Ilka Roon ordered an inquiry into the Merrin Line, which owns the vessel.",
    "Coast guard crews in Velland searched on Tuesday for passengers of the Alba Star, the ferry that went down near "
    "Port Merrin with 212 aboard. The bow door of the vessel failed, Captain Ode Brask said, as 180 survivors were "
    "brought ashore. The Merrin Line faces an inquiry ordered by minister Ilka Roon.",
    "An inquiry into the sinking of the Alba Star will look at its bow door, transport minister Ilka Roon said after "
    "visiting survivors in Port Merrin. The Merrin Line ferry had 212 people aboard; 180 were saved by the coast guard "
    "of Velland, and Captain Ode Brask is being questioned.",
)
BUDGET = (
    "Parliament in Tarsk passed a budget that raises the levy on timber exports to 9 percent after a late deal between "
    "the Reform bloc and finance minister Pavo Lind, who had threatened to resign over school funding.",
    "Finance minister Pavo Lind won the vote on his budget in Tarsk: the levy on timber exports rises to 9 percent and "
    "the Reform bloc secured school funding in a late deal, ending his threat to resign.",
)


def ferry(day: int = 3) -> list[Article]:
    titles = (
        "Ferry Alba Star sinks off Port Merrin",
        "Search for Alba Star passengers",
        "Inquiry into Alba Star ferry",
    )
    return [
        make_article(body, title=title, id=f"a_f{n}", published=dt.date(2031, 5, day + n))
        for n, (title, body) in enumerate(zip(titles, FERRY, strict=True))
    ]


def budget() -> list[Article]:
    titles = ("Tarsk passes budget with timber levy", "Lind wins budget vote in Tarsk")
    return [
        make_article(body, title=title, id=f"a_g{n}", published=dt.date(2031, 5, 4))
        for n, (title, body) in enumerate(zip(titles, BUDGET, strict=True))
    ]


def grouped(articles: list[Article], reuses: tuple[Reuse, ...] = ()) -> list[tuple[str, ...]]:
    return sorted(group.articles for group in group_stories(articles, reuses, settings=StorySettings()))


def test_reports_of_one_event_are_one_story_and_another_event_is_another() -> None:
    assert grouped(ferry() + budget()) == [("a_f0", "a_f1", "a_f2"), ("a_g0", "a_g1")]


def test_no_articles_make_no_story() -> None:
    assert grouped([]) == []


def test_one_article_is_a_story() -> None:
    assert grouped(ferry()[:1]) == [("a_f0",)]


def test_an_article_without_any_word_stands_alone() -> None:
    assert grouped([*ferry(), make_article("... !", id="a_x")]) == [("a_f0", "a_f1", "a_f2"), ("a_x",)]


def test_undated_reports_find_their_story() -> None:
    undated = [make_article(body, title="Ferry Alba Star sinks", id=f"a_{n}") for n, body in enumerate(FERRY)]
    assert grouped(undated) == [("a_0", "a_1", "a_2")]


def test_a_false_date_does_not_part_a_report_from_its_story() -> None:
    wrong = make_article(
        FERRY[1], title="Search for Alba Star passengers", id="a_w", published=dt.date(2034, 1, 2)
    )  # fmt: skip
    assert ("a_f0", "a_f2", "a_w") in grouped([ferry()[0], ferry()[2], wrong, *budget()])


def test_a_date_that_may_be_early_or_late_counts_as_an_interval() -> None:
    late = Published(None, dt.date(2031, 5, 1), dt.date(2034, 1, 2), dt.date(2034, 1, 2), StatedKind.CRAWL)
    crawled = make_article(FERRY[1], title="Search for Alba Star passengers", id="a_w", published=late)
    assert ("a_f0", "a_f2", "a_w") in grouped([ferry()[0], ferry()[2], crawled, *budget()])


def test_copies_are_always_in_one_story() -> None:
    one, other = make_article("Short note.", id="a_1"), make_article("A note, short.", id="a_2")
    copy = Reuse("a_1", "a_2", ReuseKind.COPY, Direction.UNKNOWN, 1.0, 1.0, (), ())
    assert ("a_1", "a_2") in grouped([one, other, *budget()], (copy,))


@settings(max_examples=8, deadline=None)
@given(st.permutations(ferry() + budget()))
def test_the_order_of_the_input_does_not_matter(articles: list[Article]) -> None:
    assert group_stories(articles, (), settings=StorySettings()) == group_stories(
        ferry() + budget(), (), settings=StorySettings()
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*FERRY, *BUDGET, "Words.", "", "他来了。"]), max_size=7))
def test_every_article_is_in_exactly_one_story(bodies: list[str]) -> None:
    articles = [make_article(body, id=f"a_{n}") for n, body in enumerate(bodies)]
    members = [id for group in group_stories(articles, (), settings=StorySettings()) for id in group.articles]
    assert sorted(members) == sorted(article.id for article in articles)


def test_a_threshold_outside_its_range_is_refused() -> None:
    with pytest.raises(SettingsError, match="threshold"):
        StorySettings(threshold=0)
