"""Storylines: stories that follow each other."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.model.report import Storyline
from headwater.stories.collection import Collection
from headwater.stories.features import FEATURES, Compared, compare, merge_sizes
from headwater.stories.group import link, story_id
from headwater.stories.link import Pairs, average_link
from headwater.stories.settings import StorySettings
from headwater.stories.terms import Ints
from headwater.stories.views import merge_views
from headwater.stories.weigh import Doubles
from headwater.stories.when import Times, merge_times

_ALIKE = [FEATURES.index(name) for name in ("body", "names", "lead")]


@dataclass(frozen=True, slots=True)
class ComparedStories:
    """The ``story`` of each article, numbered by time, whether each story is ``dated``, and how pairs compare."""

    story: Ints
    dated: NDArray[np.bool_]
    compared: Compared


def find_storylines(collection: Collection, *, settings: StorySettings) -> tuple[Storyline, ...]:
    """The stories of a collection threaded; each in exactly one storyline, most alone in theirs; ordered by id.

    Stories are joined where they are on average as likely to follow each other as ``settings.storyline_precision``.
    One of which no article is dated follows none: when it was is what tells the next day of an affair from another
    affair of its kind.
    """
    told = thread_stories(collection, settings=settings)
    thread = storyline_of(told, settings=settings)
    articles: defaultdict[int, list[str]] = defaultdict(list)
    for number, copies in zip(told.story.tolist(), collection.copies, strict=True):
        articles[number].extend(copies)
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for number, first in enumerate(thread.tolist()):
        lines[first].append(story_id(articles[number]))
    made = (Storyline("sl_" + story_id(each).removeprefix("st_"), tuple(each)) for each in lines.values())
    return tuple(sorted(made, key=lambda line: line.id))


def storyline_of(told: ComparedStories, *, settings: StorySettings) -> Ints:
    """For each story the smallest story of its storyline."""
    return average_link(len(told.dated), follow_pairs(told), settings.storyline_precision)


def thread_stories(collection: Collection, *, settings: StorySettings) -> ComparedStories:
    """The stories of a collection compared by the mean of their articles."""
    firsts, story = np.unique(link(collection, settings.threshold), return_inverse=True)
    spans = _spans(collection.times, story)
    order = np.lexsort((firsts, spans.first))
    story, spans = np.argsort(order)[story], Times(spans.first[order], spans.last[order])
    compared = compare(
        merge_sizes(collection.sizes, story),
        merge_views(collection.views, story),
        spans,
        window_days=settings.storyline_window_days,
        most=settings.neighbours,
        everywhere=False,
    )
    return ComparedStories(story, np.isfinite(spans.first), compared)


def likeness_of_stories(compared: Compared) -> Doubles:
    """How alike the stories of each pair are in what they tell, whom they name and how they begin, 0..3."""
    total: Doubles = compared.values[:, _ALIKE].sum(axis=1, dtype=np.float64)
    return total


def follow_pairs(told: ComparedStories) -> Pairs:
    """The pairs of dated stories with the probability, 0..1, that they follow each other.

    A logistic regression on their likeness; fitted by ``bench/fit_storylines.py``.
    """
    weights = json.loads(files("headwater.stories").joinpath("weights/storyline.json").read_text(encoding="utf-8"))
    odds = weights["likeness"] * likeness_of_stories(told.compared) + weights["intercept"]
    both = told.dated[told.compared.one] & told.dated[told.compared.other]
    return Pairs(told.compared.one[both], told.compared.other[both], 1 / (1 + np.exp(-odds[both])))


def _spans(times: Times, story: Ints) -> Times:
    """The days that the dated articles of each story span; without bounds where it has none."""
    known = np.isfinite(times.first) & np.isfinite(times.last)
    spans = merge_times(Times(np.where(known, times.first, np.inf), np.where(known, times.last, -np.inf)), story)
    dated = np.isfinite(spans.first)
    return Times(np.where(dated, spans.first, -np.inf), np.where(dated, spans.last, np.inf))
