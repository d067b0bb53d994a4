"""Verbatim reuse one article at a time: who of those that came before shares wording with the new one?"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

import numpy as np

from headwater.copies.candidates import candidate_pairs
from headwater.copies.furniture import furniture_runs
from headwater.copies.reuses import judged_pairs
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Collection, collect, sampling_rate, with_text
from headwater.model.article import Article
from headwater.model.reuse import Reuse


@dataclass(frozen=True, slots=True)
class Index:
    """The articles so far, by id, with the hashes of their words and runs; ``chars`` is the length of all texts."""

    articles: tuple[Article, ...]
    collection: Collection
    chars: int


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
    pairs = candidates[(candidates == at).any(axis=1)]
    reuses = judged_pairs(articles, pairs, collection, furniture, settings=settings)
    return Index(articles, collection, chars), reuses


def _shared_with(collection: Collection, number: int) -> Collection:
    """The collection with only those sampled runs that occur in the text of that number."""
    kept = np.isin(collection.keys, collection.keys[collection.texts == number], assume_unique=False)
    return replace(collection, keys=collection.keys[kept], places=collection.places[kept], texts=collection.texts[kept])
