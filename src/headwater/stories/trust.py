"""Whose dates are those of a crawl: learned from the collection, outlet by outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from headwater.model.article import Article
from headwater.stories.features import FEATURES, Compared
from headwater.stories.score import Model, sure_by_text
from headwater.stories.terms import Ints
from headwater.stories.when import Times
from headwater.text.components import component_labels

_LATE_DAYS = 7.0  # behind the latest of the other outlets' reports, beyond which a report comes late
_EVENTS = 2  # that an outlet must be late for on one and the same day, as no newsroom is by chance
_SHARE = 0.5  # of the outlet's articles that others confirm or contradict, which must be late


def believe(compared: Compared, articles: Sequence[Article], times: Times, model: Model) -> Compared:
    """The pairs with the days of crawls taken for what they are: no more than that the text is not newer.

    A pair whose later article has such a day counts as undated, and lies in reach however many days are between.
    """
    outlets = crawl_dated(compared, articles, times, model)
    if not outlets:
        return compared
    doubtful = np.array([article.outlet in outlets for article in articles])
    behind = times.first[compared.other] - times.first[compared.one]
    excused = (doubtful[compared.other] & (behind >= 0)) | (doubtful[compared.one] & (behind <= 0))
    values = compared.values.copy()
    values[excused, FEATURES.index("gap")] = 0.0
    values[excused, FEATURES.index("undated")] = 1.0
    return replace(compared, values=values, excused=excused & compared.far, far=compared.far & ~excused)


def crawl_dated(compared: Compared, articles: Sequence[Article], times: Times, model: Model) -> frozenset[str]:
    """The outlets whose dates are those of a crawl, by the pairs that are one event by their texts alone.

    On one day such an outlet gives two unrelated events that every other outlet dates more than a week before, and
    most of its articles that others report too come as late.
    """
    sure = sure_by_text(compared, model)
    one, other = compared.one[sure], compared.other[sure]
    event = component_labels(len(articles), one, other)
    late, checked = _late(one, other, articles, times)
    events: defaultdict[tuple[str, float], set[int]] = defaultdict(set)
    told: Counter[str] = Counter()
    told_late: Counter[str] = Counter()
    for number in np.flatnonzero(checked).tolist():
        outlet = articles[number].outlet or ""
        told[outlet] += 1
        if late[number]:
            told_late[outlet] += 1
            events[outlet, float(times.first[number])].add(int(event[number]))
    at_once = {outlet for (outlet, _), found in events.items() if len(found) >= _EVENTS}
    return frozenset(outlet for outlet in at_once if told_late[outlet] >= _SHARE * told[outlet])


def _late(
    one: Ints, other: Ints, articles: Sequence[Article], times: Times
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which articles come late behind every other outlet's report of their event, and which have any such report."""
    outlets = np.unique([article.outlet or "" for article in articles], return_inverse=True)[1]
    named = np.array([article.outlet is not None for article in articles])
    usable = named & (times.first == times.last)
    foreign = usable[one] & usable[other] & (outlets[one] != outlets[other])
    one, other = one[foreign], other[foreign]
    behind = np.full(len(articles), np.inf)  # days after the latest of them; below 0 where that one is later
    apart = times.first[other] - times.first[one]
    np.minimum.at(behind, other, apart)
    np.minimum.at(behind, one, -apart)
    checked = np.isfinite(behind)
    return checked & (behind > _LATE_DAYS), checked
