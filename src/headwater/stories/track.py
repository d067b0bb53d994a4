"""Stories of a stream: new articles in, the stories as they stand now out, under ids that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headwater.model.article import Article
from headwater.model.report import Grouping
from headwater.model.reuse import Reuse
from headwater.stories.group import group_stories, story_id
from headwater.stories.settings import StorySettings
from headwater.stories.when import times


@dataclass(frozen=True, slots=True)
class TrackedStory:
    """A story under the id it was born with; ``aliases`` are the ids of stories that were merged into it, sorted."""

    id: str
    articles: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """An article that may still change its story, and the day it counts for: its own, or the newest when it came."""

    article: Article
    day: float


@dataclass(frozen=True, slots=True)
class Stream:
    """All stories so far, by id, and the articles recent enough to be grouped again."""

    recent: tuple[Seen, ...] = ()
    stories: tuple[TrackedStory, ...] = ()


def track(stream: Stream, arrived: Sequence[Article], reuses: Sequence[Reuse], *, settings: StorySettings) -> Stream:
    """The stream after ``arrived`` (one article or many, none seen before) has been grouped with what is recent.

    What lies within ``settings.replay_days`` of the newest article is grouped anew by the same function as a batch, so
    stories merge and split late as a batch would have them; older articles stay where they are and follow the story
    that keeps their id. A story keeps its id where most of its recent articles go. When all is recent, the partition is
    the batch's.
    """
    recent = _recent(stream, arrived, settings.replay_days)
    total = len(arrived) + sum(len(story.articles) for story in stream.stories)
    groups = group_stories([seen.article for seen in recent], reuses, settings=settings, part_of=total)
    return Stream(recent, _renewed(stream.stories, groups))


def _recent(stream: Stream, arrived: Sequence[Article], replay_days: float) -> tuple[Seen, ...]:
    span = times(arrived)
    days = np.where(np.isfinite(span.last), span.last, span.first)
    known = [day for day in [*days.tolist(), *(seen.day for seen in stream.recent)] if np.isfinite(day)]
    newest = max(known, default=0.0)
    came = (Seen(article, day if np.isfinite(day) else newest) for article, day in zip(arrived, days, strict=True))
    kept = [seen for seen in (*stream.recent, *came) if seen.day >= newest - replay_days]
    late = {seen.article.id for seen in kept}
    kept += [Seen(article, newest) for article in arrived if article.id not in late]
    return tuple(sorted(kept, key=lambda seen: (seen.day, seen.article.id)))


def _renewed(stories: Sequence[TrackedStory], groups: Sequence[Grouping]) -> tuple[TrackedStory, ...]:
    """The old stories with their recent articles as ``groups`` has them; ids go by the largest overlap."""
    story_of = {article: story.id for story in stories for article in story.articles}
    old = {story.id: story for story in stories}
    regrouped = {article for group in groups for article in group.articles}
    overlap = Counter(
        (story_of[article], number)
        for number, group in enumerate(groups)
        for article in group.articles
        if article in story_of
    )
    heir, named, aliases = _inherited(overlap, old)
    left: dict[int, list[str]] = {number: list(group.articles) for number, group in enumerate(groups)}
    untouched = []
    for story in stories:
        stays = [article for article in story.articles if article not in regrouped]
        if story.id in heir:
            left[heir[story.id]].extend(stays)
        else:
            untouched.append(story)
    taken = set(old) | {alias for story in stories for alias in story.aliases}
    made = []
    for number in range(len(groups)):
        id = named.get(number) or _unused(left[number], taken)
        taken.add(id)
        made.append(TrackedStory(id, tuple(sorted(left[number])), tuple(sorted(aliases.get(number, ())))))
    return tuple(sorted([*made, *untouched], key=lambda story: story.id))


def _inherited(
    overlap: Counter[tuple[str, int]], old: dict[str, TrackedStory]
) -> tuple[dict[str, int], dict[int, str], dict[int, set[str]]]:
    """The group that each old story goes to, the id that each group takes over, and the ids that became aliases."""
    heir: dict[str, int] = {}
    named: dict[int, str] = {}
    aliases: dict[int, set[str]] = {}
    ranked = sorted(overlap, key=lambda pair: (-overlap[pair], -len(old[pair[0]].articles), pair))
    for id, number in ranked:
        if id in heir:
            continue
        heir[id] = number
        aliases.setdefault(number, set()).update(old[id].aliases)
        if number in named:
            aliases[number].add(id)
        else:
            named[number] = id
    return heir, named, aliases


def _unused(articles: Sequence[str], taken: set[str]) -> str:
    """A new story's id; one that split off articles that once were a story by themselves must not take its id."""
    parts = sorted(articles)
    while (id := story_id(parts)) in taken:
        parts.append("split")
    return id
