"""Stories: articles and their copies in, groups of articles on one news event out, with titles, threads and reasons.

Imports text and model alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headwater.names import names_from

if TYPE_CHECKING:
    from headwater.stories.collection import Collection, collect
    from headwater.stories.explain import explain_pair
    from headwater.stories.group import group_collection, group_stories, story_id
    from headwater.stories.matcher import Matcher
    from headwater.stories.settings import StorySettings
    from headwater.stories.storylines import find_storylines
    from headwater.stories.title import central_articles, title_story

__all__ = [
    "Collection",
    "Matcher",
    "StorySettings",
    "central_articles",
    "collect",
    "explain_pair",
    "find_storylines",
    "group_collection",
    "group_stories",
    "story_id",
    "title_story",
]

__getattr__ = names_from(
    __name__,
    {
        "Collection": "collection",
        "Matcher": "matcher",
        "StorySettings": "settings",
        "central_articles": "title",
        "collect": "collection",
        "explain_pair": "explain",
        "find_storylines": "storylines",
        "group_collection": "group",
        "group_stories": "group",
        "story_id": "group",
        "title_story": "title",
    },
)
