from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.article import Article
from headwater.model.report import Grouping
from headwater.stories import StorySettings, group_stories
from headwater.stories.track import Stream, TrackedStory, _renewed, track
from tests.builders import make_article
from tests.stories.test_group import BUDGET, FERRY, budget, ferry

SETTINGS = StorySettings()


def followed(batches: list[list[Article]]) -> Stream:
    stream = Stream()
    for batch in batches:
        stream = track(stream, batch, (), settings=SETTINGS)
    return stream


def partition(stream: Stream) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in stream.stories)


def test_a_stream_that_is_all_recent_ends_as_the_batch() -> None:
    articles = ferry() + budget()
    batch = sorted(group.articles for group in group_stories(articles, (), settings=SETTINGS))
    assert partition(followed([[article] for article in articles])) == batch


def test_a_story_keeps_its_id_while_it_grows() -> None:
    born = followed([ferry()[:1]]).stories[0].id
    grown = followed([[article] for article in ferry()])
    assert [story.id for story in grown.stories] == [born]


def test_an_old_story_is_closed_and_stays() -> None:
    later = make_article(BUDGET[0], title="Tarsk passes budget", id="a_late", published=dt.date(2031, 7, 1))
    stream = followed([ferry(), [later]])
    assert partition(stream) == [("a_f0", "a_f1", "a_f2"), ("a_late",)]
    assert [seen.article.id for seen in stream.recent] == ["a_late"]


def test_old_articles_follow_the_story_that_keeps_their_id() -> None:
    next_week = make_article(
        FERRY[2], title="Inquiry into Alba Star ferry", id="a_z", published=dt.date(2031, 5, 11)
    )  # fmt: skip
    stream = followed([ferry(), [next_week]])
    assert ("a_f0", "a_f1", "a_f2", "a_z") in partition(stream)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([*FERRY, *BUDGET, "Rain."]), st.integers(1, 25), st.booleans()), max_size=8),
    st.integers(1, 4),
)
def test_no_article_is_lost_and_none_is_in_two_stories(made: list[tuple[str, int, bool]], size: int) -> None:
    articles = [
        make_article(body, id=f"a_{n}", published=dt.date(2031, 5, day) if dated else None)
        for n, (body, day, dated) in enumerate(made)
    ]
    stream = followed([articles[at : at + size] for at in range(0, len(articles), size)])
    assert sorted(id for story in stream.stories for id in story.articles) == sorted(a.id for a in articles)
    ids = [story.id for story in stream.stories] + [alias for story in stream.stories for alias in story.aliases]
    assert len(ids) == len(set(ids))


def test_stories_that_merge_keep_the_larger_ones_id_and_the_other_as_alias() -> None:
    old = (TrackedStory("st_big", ("a_f0", "a_f1")), TrackedStory("st_small", ("a_f2",)))
    merged = _renewed(old, [Grouping("st_new", ("a_f0", "a_f1", "a_f2"))])
    assert merged == (TrackedStory("st_big", ("a_f0", "a_f1", "a_f2"), ("st_small",)),)


def test_a_story_that_splits_leaves_its_id_with_its_larger_part() -> None:
    old = (TrackedStory("st_one", ("a_1", "a_2", "a_3")),)
    parts = _renewed(old, [Grouping("st_x", ("a_1",)), Grouping("st_y", ("a_2", "a_3"))])
    assert {story.id: story.articles for story in parts}["st_one"] == ("a_2", "a_3")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), min_size=1, max_size=12))
def test_merge_and_split_lose_no_article_and_tell_none_twice(made: list[tuple[int, int, bool]]) -> None:
    before = [(f"a_{n}", story) for n, (story, _, _) in enumerate(made)]
    after = [(f"a_{n}", group) for n, (_, group, recent) in enumerate(made) if recent]
    old = tuple(TrackedStory(f"st_{number}", ids) for number, ids in sorted(_by_number(before).items()))
    new = _renewed(old, [Grouping(f"st_g{number}", ids) for number, ids in sorted(_by_number(after).items())])
    assert sorted(id for story in new for id in story.articles) == sorted(id for id, _ in before)
    ids = [story.id for story in new] + [alias for story in new for alias in story.aliases]
    assert len(ids) == len(set(ids))
    assert {story.id for story in old} <= set(ids)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), min_size=1, max_size=12))
def test_an_id_goes_where_most_of_its_story_goes_and_the_larger_part_names_the_story(
    made: list[tuple[int, int, bool]],
) -> None:
    before = _by_number([(f"a_{n}", story) for n, (story, _, _) in enumerate(made)])
    after = _by_number([(f"a_{n}", group) for n, (_, group, recent) in enumerate(made) if recent])
    old = tuple(TrackedStory(f"st_{number}", ids) for number, ids in sorted(before.items()))
    new = _renewed(old, [Grouping(f"st_g{number}", ids) for number, ids in sorted(after.items())])
    for story in old:
        parts = {number: len(set(story.articles) & set(ids)) for number, ids in after.items()}
        heir = next(each for each in new if story.id == each.id or story.id in each.aliases)
        went = [number for number, ids in after.items() if set(ids) <= set(heir.articles)]
        if max(parts.values(), default=0):
            assert max(parts[number] for number in went) == max(parts.values())
            named = next(each for each in old if each.id == heir.id)
            group = next(number for number in went if parts[number] == max(parts.values()))
            assert len(set(named.articles) & set(after[group])) >= parts[group]


def _by_number(pairs: list[tuple[str, int]]) -> dict[int, tuple[str, ...]]:
    return {number: tuple(id for id, other in pairs if other == number) for _, number in pairs}
