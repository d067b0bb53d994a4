"""Stories: articles in, groups of articles on one news event out. Imports text and model alone."""

from headwater.stories.group import group_stories, story_id
from headwater.stories.settings import StorySettings
from headwater.stories.title import title_story

__all__ = ["StorySettings", "group_stories", "story_id", "title_story"]
