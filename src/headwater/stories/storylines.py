"""Storylines: stories that follow each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from headwater.stories.collection import Collection
from headwater.stories.features import compare, merge_sizes, sizes_of
from headwater.stories.group import link, story_id
from headwater.stories.link import average_link
from headwater.stories.score import scored, shipped_model
from headwater.stories.settings import StorySettings
from headwater.stories.views import merge_views
from headwater.stories.when import merge_times


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories (ids, the earliest first) of one longer thread; ``id`` follows from the articles in them."""

    id: str
    stories: tuple[str, ...]


def find_storylines(collection: Collection, *, settings: StorySettings) -> tuple[Storyline, ...]:
    """The stories of a collection threaded; each in exactly one storyline, most alone in theirs; ordered by id.

    Stories are compared by the mean of their articles with the score that compares articles, without regard to time
    (they follow each other), and joined where it reaches ``settings.storyline_threshold`` on average.
    """
    label = link(collection, settings.threshold)
    firsts, story = np.unique(label, return_inverse=True)
    spans = merge_times(collection.times, story)
    order = np.lexsort((firsts, spans.first))
    place = np.argsort(order)
    story = place[story]
    compared = compare(
        merge_sizes(sizes_of(collection.terms, collection.views), story),
        merge_views(collection.views, story),
        merge_times(collection.times, story),
        window_days=settings.storyline_window_days,
        most=settings.neighbours,
        everywhere=False,
    )
    pairs = scored(compared, shipped_model(), len(collection.articles), timeless=True)
    thread = average_link(np.ones(len(firsts), dtype=np.int64), pairs, settings.storyline_threshold)
    ids = {int(place[np.searchsorted(firsts, first)]): _id_of(collection, label, first) for first in firsts.tolist()}
    members = {int(first): [n for n in range(len(firsts)) if thread[n] == first] for first in np.unique(thread)}
    made = (Storyline(_line_id([ids[n] for n in each]), tuple(ids[n] for n in each)) for each in members.values())
    return tuple(sorted(made, key=lambda line: line.id))


def _id_of(collection: Collection, label: np.ndarray[tuple[int], np.dtype[np.int64]], first: int) -> str:
    return story_id([id for n in np.flatnonzero(label == first) for id in collection.copies[int(n)]])


def _line_id(stories: list[str]) -> str:
    return "sl_" + story_id(stories).removeprefix("st_")
