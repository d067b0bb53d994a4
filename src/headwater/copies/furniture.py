"""Runs of words that outlets repeat over unrelated articles: boxes, footers, profiles of people, stock sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from headwater.copies.sketch import Collection, Ints, Places, Truths
from headwater.model.article import Article
from headwater.text.shingles import Hashes

# An outlet repeats a run over so many articles, or articles so many days apart do. Where neither is known it takes more
# articles, and they must be few among all: what much of a collection shares may be its one event.
_OUTLET_ARTICLES = 4
_SPREAD_ARTICLES = 4
_SPREAD_DAYS = 30
_ANY_ARTICLES = 12
_ANY_SHARE = 0.02
# An article most of whose runs recur is itself a copy of others and is no witness.
_COPIED_SHARE = 0.5
_COUNTED = 1 << 20


def furniture_runs(collection: Collection, articles: Sequence[Article]) -> Hashes:
    """The keys of sampled runs (sorted, distinct) that recur over articles which share little else."""
    keys, texts = collection.keys, collection.texts
    often = _frequent(keys, _OUTLET_ARTICLES)
    total, recurring = (_counted(numbers, len(articles)) for numbers in (texts, texts[often]))
    witness = recurring < _COPIED_SHARE * np.maximum(total, 1)
    kept = often & witness[texts]
    return _recurring(keys[kept], texts[kept], articles)


def _frequent(ranked: Hashes, least: int) -> Truths:
    """Which of the sorted numbers are there so many times."""
    found = np.zeros(len(ranked), dtype=bool)
    last = max(0, len(ranked) - least + 1)
    same = ranked[:last] == ranked[len(ranked) - last :]
    for at in range(least):
        found[at : at + last] |= same
    return found


def _counted(texts: Places, count: int) -> Ints:
    """How often each number below ``count`` occurs; a few at a time, since counting takes them twice as wide."""
    counts = np.zeros(count, dtype=np.int64)
    for start in range(0, len(texts), _COUNTED):
        counts += np.bincount(texts[start : start + _COUNTED], minlength=count)
    return counts


def _recurring(keys: Hashes, texts: Places, articles: Sequence[Article]) -> Hashes:
    if not len(keys):
        return keys
    outlets = {name: code for code, name in enumerate(sorted({article.outlet or "" for article in articles}))}
    codes = np.array([outlets[article.outlet or ""] for article in articles])[texts]
    days = np.array([_day(article) for article in articles])[texts]
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    count = np.diff(np.append(first, len(keys)))
    known = np.isfinite(days)
    latest = np.maximum.reduceat(np.where(known, days, -np.inf), first)
    earliest = np.minimum.reduceat(np.where(known, days, np.inf), first)
    spread = (count >= _SPREAD_ARTICLES) & (latest - earliest >= _SPREAD_DAYS)
    named = codes != outlets.get("", -1)
    nameless = np.add.reduceat((~named & ~known).astype(np.int64), first)
    found = spread | ((nameless >= _ANY_ARTICLES) & (nameless <= _ANY_SHARE * len(articles)))
    pairs, repeats = np.unique(np.stack([np.cumsum(_fresh(keys))[named] - 1, codes[named]]), axis=1, return_counts=True)
    found[pairs[0][repeats >= _OUTLET_ARTICLES]] = True
    return keys[first][found]


def _fresh(ranked: Hashes) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)]


def _day(article: Article) -> float:
    day = article.published.date or article.published.stated
    return float(day.toordinal()) if day else float("nan")
