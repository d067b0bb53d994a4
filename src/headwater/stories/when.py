"""When articles may have been written, and how far apart two of them certainly are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.model.article import Article, Published, StatedKind
from headwater.stories.weigh import Doubles


@dataclass(frozen=True, slots=True)
class Times:
    """For each article the first and last day it may have been written on; infinite where nothing is known."""

    first: Doubles
    last: Doubles


def times(articles: Sequence[Article]) -> Times:
    """The days, as ordinals, that the evidence allows for each article."""
    spans = [_span(article.published) for article in articles]
    return Times(np.array([first for first, _ in spans]), np.array([last for _, last in spans]))


def _span(published: Published) -> tuple[float, float]:
    """A rejected date counts for nothing, a crawl's or a reprint's is later than the text."""
    first = published.earliest.toordinal() if published.earliest else -np.inf
    last = published.latest.toordinal() if published.latest else np.inf
    if np.isfinite(first) or np.isfinite(last):
        return first, last
    day = published.date or (None if published.stated_rejected else published.stated)
    if day is None:
        return first, last
    late = published.stated_kind in (StatedKind.CRAWL, StatedKind.REPUBLICATION)
    return (-np.inf if late else day.toordinal()), day.toordinal()


def gap_days(times: Times, one: NDArray[np.int64], other: NDArray[np.int64]) -> Doubles:
    """The days that certainly lie between two articles, 0 where they may be of one day."""
    apart = np.maximum(times.first[other] - times.last[one], times.first[one] - times.last[other])
    gap: Doubles = np.maximum(apart, 0.0)
    return gap


def is_dated(times: Times, *, within_days: float) -> NDArray[np.bool_]:
    """Whether the day of each article is known well enough to count for it."""
    with np.errstate(invalid="ignore"):
        known: NDArray[np.bool_] = np.isfinite(times.first) & (times.last - times.first <= within_days)
    return known


def merge_times(times: Times, label: NDArray[np.int64]) -> Times:
    """The days that groups of articles (``label``: 0, 1, ...) span."""
    groups = int(label.max()) + 1 if len(label) else 0
    first, last = np.full(groups, np.inf), np.full(groups, -np.inf)
    np.minimum.at(first, label, times.first)
    np.maximum.at(last, label, times.last)
    return Times(first, last)
