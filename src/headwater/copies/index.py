"""Verbatim reuse one article at a time: who of those that came before shares wording with the new one?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from headwater.copies.candidates import candidate_pairs
from headwater.copies.furniture import furniture_runs
from headwater.copies.groups import pairs_left_out
from headwater.copies.reuses import copies_among, in_order, judged_pairs, with_directions
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Collection, Ints, Truths, collect, places_of, sampling_rate, with_text
from headwater.model.article import Article
from headwater.model.reuse import Reuse


@dataclass(frozen=True, slots=True)
class Index:
    """The articles so far, by id, with the hashes of their words and runs; ``chars`` is the length of all texts.

    ``copied``: the ids of the pairs found to be copies of each other.
    """

    articles: tuple[Article, ...]
    collection: Collection
    chars: int
    copied: tuple[tuple[str, str], ...] = ()


def empty_index(*, settings: CopySettings) -> Index:
    """An index of no articles."""
    return Index((), collect((), settings=settings), 0)


def add_article(index: Index, article: Article, *, settings: CopySettings) -> tuple[Index, tuple[Reuse, ...]]:
    """A new index with the article, and its reuses with those before, by (a, b).

    They are those of ``find_reuses`` over all articles so far that name the new one, in whatever order they came. A
    later article takes nothing back: what only it shows to be an outlet's furniture stays listed. Time is linear in
    the size of the index, by a few copies of its arrays.

    Raises:
        ValueError: the index has an article of that id already.
    """
    at = bisect_left(index.articles, article.id, key=lambda known: known.id)
    if at < len(index.articles) and index.articles[at].id == article.id:
        raise ValueError(f"an article of that id is in the index already: {article.id}")
    articles = (*index.articles[:at], article, *index.articles[at:])
    chars = index.chars + len(article.text)
    collection = with_text(index.collection, at, article.text, sampling_rate(chars, settings=settings))
    furniture = furniture_runs(collection, articles)
    candidates = candidate_pairs(_shared_with(collection, at), furniture, settings=settings)
    pairs = _naming(candidates, at)
    boxes = places_of(collection, furniture)
    reuses = judged_pairs(articles, pairs, collection, boxes, settings=settings)
    copied = (*index.copied, *copies_among(reuses))
    missing = _left_out(articles, at, copied, pairs, settings=settings)
    more = judged_pairs(articles, missing, collection, boxes, settings=settings)
    return Index(articles, collection, chars, (*copied, *copies_among(more))), with_directions(
        in_order(reuses + more), articles
    )


def _left_out(
    articles: Sequence[Article], at: int, copied: Sequence[tuple[str, str]], pairs: Ints, *, settings: CopySettings
) -> Ints:
    """The pairs of article ``at`` with those that hang together with it as copies, without the ``pairs`` compared."""
    if len(copied) < settings.frequency_cap:
        return pairs[:0]
    numbers = {article.id: number for number, article in enumerate(articles)}
    missing = pairs_left_out([(numbers[a], numbers[b]) for a, b in copied], pairs, settings=settings)
    return _naming(missing, at)


def _naming(pairs: Ints, number: int) -> Ints:
    named: Truths = (pairs == number).any(axis=1)
    return pairs[named]


def _shared_with(collection: Collection, number: int) -> Collection:
    """The collection with only those sampled runs that occur in the text of that number."""
    kept = np.isin(collection.keys, collection.keys[collection.texts == number], assume_unique=False)
    return replace(collection, keys=collection.keys[kept], places=collection.places[kept], texts=collection.texts[kept])
