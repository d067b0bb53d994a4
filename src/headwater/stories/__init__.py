"""Stories: articles and their copies in, groups of articles on one news event out, with titles, threads and reasons.

Imports text and model alone.
"""

from headwater.stories.collection import Collection, collect
from headwater.stories.explain import explain_pair
from headwater.stories.group import group_collection, group_stories, story_id
from headwater.stories.matcher import Matcher
from headwater.stories.settings import StorySettings
from headwater.stories.storylines import Storyline, find_storylines
from headwater.stories.title import title_story
from headwater.stories.track import Stream, TrackedStory, track

__all__ = [
    "Collection",
    "Matcher",
    "StorySettings",
    "Storyline",
    "Stream",
    "TrackedStory",
    "collect",
    "explain_pair",
    "find_storylines",
    "group_collection",
    "group_stories",
    "story_id",
    "title_story",
    "track",
]
