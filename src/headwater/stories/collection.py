"""A collection of articles made ready for comparison: copies collapsed, terms weighted, candidate pairs scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headwater.model.article import Article
from headwater.model.reuse import Reuse, ReuseKind
from headwater.stories.features import Compared, Sizes, compare, sizes_of
from headwater.stories.link import Pairs
from headwater.stories.matcher import Matcher, second_opinion
from headwater.stories.score import scored, shipped_model
from headwater.stories.settings import StorySettings
from headwater.stories.terms import count_terms
from headwater.stories.trust import believe
from headwater.stories.views import Views, make_views
from headwater.stories.when import Times, merge_times, times
from headwater.text.components import components
from headwater.text.shingles import Hashes


@dataclass(frozen=True, slots=True)
class Collection:
    """Distinct articles in order of time, with the ids of the copies each stands for, and how they compare.

    ``vocabulary`` has the forms of the terms that the views number.
    """

    articles: tuple[Article, ...]
    copies: tuple[tuple[str, ...], ...]
    vocabulary: Hashes
    sizes: Sizes
    views: Views
    times: Times
    compared: Compared
    pairs: Pairs

    def position(self, id: str) -> int:
        """The number of the distinct article that stands for ``id``; raises KeyError where none does."""
        for number, ids in enumerate(self.copies):
            if id in ids:
                return number
        raise KeyError(id)


def collect(
    articles: Sequence[Article],
    reuses: Sequence[Reuse],
    *,
    settings: StorySettings,
    part_of: int = 0,
    matcher: Matcher | None = None,
) -> Collection:
    """The scored collection of at least one article; the order of the input does not matter.

    ``part_of``: how many articles these were taken from, where they are the newest of a stream. ``matcher``: whoever is
    asked for a second opinion on the candidate pairs.
    """
    sets = _copy_sets(articles, reuses)
    chosen = [max(each, key=lambda article: (len(article.text), article.id)) for each in sets]
    order, when = order_of_time(chosen, _times_of(sets))
    distinct = tuple(chosen[n] for n in order)
    everywhere = max(len(distinct), part_of) <= settings.undated_search_up_to
    vocabulary, sizes, views, compared = compare_articles(distinct, when, settings=settings, everywhere=everywhere)
    compared = believe(compared, distinct, when, shipped_model())
    pairs = scored(compared, shipped_model(), max(len(distinct), part_of))
    if matcher is not None:
        pairs = second_opinion(pairs, distinct, matcher)
    copies = tuple(tuple(sorted(article.id for article in sets[n])) for n in order)
    return Collection(distinct, copies, vocabulary, sizes, views, when, compared, pairs)


def order_of_time(articles: Sequence[Article], times: Times) -> tuple[list[int], Times]:
    """The places of the articles by the first day they may be of, then by id, and their days in that order."""
    order = sorted(range(len(articles)), key=lambda n: (times.first[n], articles[n].id))
    return order, Times(times.first[order], times.last[order])


def compare_articles(
    articles: Sequence[Article], times: Times, *, settings: StorySettings, everywhere: bool
) -> tuple[Hashes, Sizes, Views, Compared]:
    """The vocabulary of articles in order of ``times.first``, their sizes and views, and how their pairs compare.

    No weights are asked and every date is believed. ``everywhere``: whether pairs outside the window are compared too.
    """
    terms = count_terms(articles)
    views = make_views(terms)
    sizes, vocabulary = sizes_of(terms, views), terms.vocabulary
    del terms  # several times as large as what the views keep of them
    compared = compare(
        sizes, views, times, window_days=settings.window_days, most=settings.neighbours, everywhere=everywhere
    )
    return vocabulary, sizes, views, compared


def _copy_sets(articles: Sequence[Article], reuses: Sequence[Reuse]) -> list[list[Article]]:
    """The articles, those joined by ``copy`` together: one origin, one vote."""
    by_id = {article.id: article for article in articles}
    joined = [
        (reuse.a, reuse.b) for reuse in reuses if reuse.kind is ReuseKind.COPY and reuse.a in by_id and reuse.b in by_id
    ]
    return [[by_id[id] for id in ids] for ids in components(list(by_id), joined)]


def _times_of(sets: Sequence[Sequence[Article]]) -> Times:
    """The days that each set of copies spans."""
    every = times([article for each in sets for article in each])
    return merge_times(every, np.repeat(np.arange(len(sets)), [len(each) for each in sets]))
