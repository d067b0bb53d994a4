"""Whether a stated date is that of a crawl or a republication: the story's others told the same news long before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from headwater.account.dating.marks import Mark, names_later
from headwater.account.dating.week import DatedEvent, Match, events_of, matches_of
from headwater.model.article import Article, Published, Reason, StatedKind

LATE = 8  # days after its news from which on a bare weekday cannot mean that news any more
_LEAST_MARKS = 2  # weekdays of the text that must each be the day of an event of the others
_LEAST_REPORTS = 2  # other reports that must put such an event on that day
_SHARED = 5  # words that the sentences must have in common


def late_copy(
    article: Article, marks: Sequence[Mark], others: Sequence[tuple[Article, Sequence[Mark]]]
) -> Published | None:
    """The date by the other reports where the stated one lies a week or more behind the same news, else None.

    Every one of these must hold, so that a true date is never rejected: two weekdays of the text are days of events
    that two other outlets' dated reports tell in the same words; these lie in one week, eight days or more before the
    stated day; no other outlet's report is dated near the stated day; nothing in the text is dated after that week.
    """
    stated = article.published.stated
    if stated is None or article.published.stated_rejected:
        return None
    foreign = [(other, theirs) for other, theirs in others if other.outlet != article.outlet and other.published.date]
    if any(abs((day - stated).days) < LATE for other, _ in foreign if (day := other.published.date)):
        return None
    events = [e for other, theirs in foreign if (day := other.published.date) for e in events_of(day, theirs)]
    past = [mark for mark in marks if not mark.ahead]
    told = [match for match in matches_of(past, events) if _is_told(match, events)]
    days = sorted({match.event.day for match in told})
    if len({match.mark.sentence for match in told}) < _LEAST_MARKS or (days[-1] - days[0]).days > 6:
        return None
    if (stated - days[-1]).days < LATE or names_later(article, days[-1] + dt.timedelta(days=7)):
        return None
    return _published(article, told, days[-1])


def _is_told(match: Match, events: Sequence[DatedEvent]) -> bool:
    """Whether reports enough put the event on that day in the words of the text."""
    shared: Mapping[str, int] = {
        event.citation.article: len(event.stems & match.mark.stems)
        for event in events
        if event.day == match.event.day and len(event.stems & match.mark.stems) >= _SHARED
    }
    return len(shared) >= _LEAST_REPORTS


def _published(article: Article, told: Sequence[Match], day: dt.date) -> Published:
    stated = article.published.stated
    cited = tuple(citation for match in told for citation in (match.mark.citation, match.event.citation))
    text = (
        f"the stated {stated} is that of a crawl or a republication: other reports tell the same news by weekday "
        f"in the week of {day}"
    )
    return Published(day, day, day + dt.timedelta(days=6), stated, StatedKind.CRAWL, True, (Reason(text, cited),))
