from __future__ import annotations

import datetime as dt

from headwater.model.article import Article
from headwater.stories import StorySettings, collect, find_storylines, group_collection
from tests.builders import make_article
from tests.stories.test_group import budget, ferry

SETTINGS = StorySettings()
INQUIRY = (
    "The captain of the ferry Alba Star, Ode Brask, was charged in Port Merrin over the sinking in which the bow door "
    "failed. Transport minister Ilka Roon published the inquiry into the Merrin Line: the coast guard of Velland had "
    "warned of the bow door of the ferry before it sank with 212 people aboard.",
    "Charges were brought against Ode Brask, captain of the Alba Star. The inquiry that minister Ilka Roon ordered "
    "into the Merrin Line found that the bow door failed off Port Merrin, as the Velland coast guard had warned.",
)


def inquiry(day: dt.date | None) -> list[Article]:
    return [
        make_article(body, title=title, id=f"a_i{n}", published=day)
        for n, (title, body) in enumerate(zip(("Alba Star captain charged", "Captain charged"), INQUIRY, strict=True))
    ]


def lines_of(articles: list[Article], settings: StorySettings = SETTINGS) -> list[int]:
    lines = find_storylines(collect(articles, (), settings=settings), settings=settings)
    return sorted(len(line.stories) for line in lines)


def test_every_story_is_in_exactly_one_storyline() -> None:
    collection = collect(ferry() + budget(), (), settings=SETTINGS)
    stories = [story for line in find_storylines(collection, settings=SETTINGS) for story in line.stories]
    assert sorted(stories) == sorted(group.id for group in group_collection(collection, settings=SETTINGS))


def test_stories_that_share_nothing_do_not_follow_each_other() -> None:
    assert lines_of(ferry() + budget()) == [1, 1]


def test_the_next_month_of_an_affair_follows_its_beginning_and_an_undated_story_follows_none() -> None:
    parted = StorySettings(undated_search_up_to=1)
    later = inquiry(dt.date(2031, 6, 20))
    assert lines_of(ferry() + budget() + later, parted) == [1, 2]
    assert lines_of(ferry() + budget() + inquiry(dt.date(2031, 12, 1)), parted) == [1, 1, 1]
    collection = collect(ferry() + later, (), settings=parted)
    ids = {group.articles: group.id for group in group_collection(collection, settings=parted)}
    (line,) = find_storylines(collection, settings=parted)
    assert line.stories == (ids["a_f0", "a_f1", "a_f2"], ids["a_i0", "a_i1"])


def test_more_precision_joins_less() -> None:
    articles = ferry() + budget() + inquiry(dt.date(2031, 6, 20))
    assert lines_of(articles, StorySettings(undated_search_up_to=1, storyline_precision=1.0)) == [1, 1, 1]
