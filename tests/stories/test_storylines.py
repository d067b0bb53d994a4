from __future__ import annotations

from headwater.stories import StorySettings, collect, find_storylines, group_collection
from tests.stories.test_group import budget, ferry

SETTINGS = StorySettings()


def test_every_story_is_in_exactly_one_storyline() -> None:
    collection = collect(ferry() + budget(), (), settings=SETTINGS)
    stories = [story for line in find_storylines(collection, settings=SETTINGS) for story in line.stories]
    assert sorted(stories) == sorted(group.id for group in group_collection(collection, settings=SETTINGS))


def test_stories_that_share_nothing_do_not_follow_each_other() -> None:
    lines = find_storylines(collect(ferry() + budget(), (), settings=SETTINGS), settings=SETTINGS)
    assert [len(line.stories) for line in lines] == [1, 1]
