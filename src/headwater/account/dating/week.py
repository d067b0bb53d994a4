"""The day a text was written, from its weekdays and from events whose day other reports or captions give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.dating.marks import Mark, MarkKind
from headwater.model.article import Citation, Published, Reason

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHARED_LEAST = 3  # words that a sentence and a dated one have in common before they are taken for the same event
_FRESH = dt.timedelta(days=3)  # news of a named day is printed on that day or within three
_WEEK = dt.timedelta(days=6)  # a bare weekday lies at most six days back


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A day on the calendar, what is said to have happened on it, and where that stands."""

    day: dt.date
    stems: frozenset[str]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Match:
    """A weekday of the text to be dated that is the day of a dated event."""

    mark: Mark
    event: DatedEvent
    shared: int


def matches_of(marks: Sequence[Mark], events: Sequence[DatedEvent]) -> tuple[Match, ...]:
    """For each bare weekday the dated event on such a day that most reports tell in most of its sentence's words."""
    found = []
    for mark in marks:
        if mark.kind is not MarkKind.WEEKDAY:
            continue
        same = [event for event in events if event.day.weekday() == mark.weekday]
        told = [Match(mark, event, len(event.stems & mark.stems)) for event in same]
        told = [match for match in told if match.shared >= _SHARED_LEAST]
        if told:
            found.append(_best(told))
    return tuple(found)


def _best(told: Sequence[Match]) -> Match:
    """The best match on the day that the reports agree on most: one of them may carry the date of a crawl."""
    by_day: dict[dt.date, dict[str, int]] = {}
    for match in told:
        reports = by_day.setdefault(match.event.day, {})
        article = match.event.citation.article
        reports[article] = max(match.shared, reports.get(article, 0))
    day = min(by_day, key=lambda day: (-sum(by_day[day].values()), day))
    on_day = [match for match in told if match.event.day == day]
    return min(on_day, key=lambda match: (-match.shared, *_place(match.event.citation)))


def _place(citation: Citation) -> tuple[str, int, str]:
    return citation.article, citation.start, citation.furniture or ""


def dated_by_events(marks: Sequence[Mark], events: Sequence[DatedEvent]) -> Published | None:
    """When a text with these marks was written, if one of its weekdays is the day of a dated event; else None."""
    matches = matches_of(marks, events)
    past = [match for match in matches if not match.mark.ahead]
    if not past:
        return None
    best = max(past, key=lambda match: (match.shared, -match.mark.sentence))
    near = [match for match in matches if abs((match.event.day - best.event.day).days) <= 6]
    earliest = max(match.event.day for match in near if not match.mark.ahead)
    latest = best.event.day + _WEEK
    latest = min(latest, _week_end(marks, best) or latest)
    reasons = [_same_event(best)]
    ahead = [match for match in near if match.mark.ahead and match.event.day >= earliest]
    if ahead:
        return _before(marks, ahead, earliest, reasons)
    return _after(marks, best, earliest, latest, reasons)


def _same_event(match: Match) -> Reason:
    day = match.event.day
    return Reason(
        f"'{match.mark.text}' is {_DAYS[day.weekday()]} {day.isoformat()}, the day that a dated report or caption of "
        "the same event gives",
        (match.mark.citation, match.event.citation),
    )


def _week_end(marks: Sequence[Mark], best: Match) -> dt.date | None:
    """The Sunday of the event's week where the text says "this week" of it."""
    said = any(mark.kind is MarkKind.WEEK and len(mark.stems & best.event.stems) >= 2 for mark in marks)
    return best.event.day + dt.timedelta(days=6 - best.event.day.weekday()) if said else None


def _before(marks: Sequence[Mark], ahead: Sequence[Match], earliest: dt.date, reasons: list[Reason]) -> Published:
    """A text that looks forward to an event: between what it reports as past and the first day that it expects."""
    first = min(ahead, key=lambda match: (match.event.day, match.mark.sentence))
    expected = [
        mark for mark in marks if mark.kind is MarkKind.WEEKDAY and mark.ahead and mark.sentence == first.mark.sentence
    ]
    latest = first.event.day
    for mark in expected:
        back = (first.event.day.weekday() - (mark.weekday or 0)) % 7
        if earliest <= first.event.day - dt.timedelta(days=back) < latest:
            latest = first.event.day - dt.timedelta(days=back)
    middle = earliest + (latest - earliest) / 2
    cited = tuple(mark.citation for mark in expected)
    text = f"it looks forward to {first.event.day.isoformat()}: written between what it reports and what it expects"
    reasons.append(Reason(text, (*cited, first.event.citation)))
    return Published(middle, earliest, latest, reasons=tuple(reasons))


def _after(marks: Sequence[Mark], best: Match, earliest: dt.date, latest: dt.date, reasons: list[Reason]) -> Published:
    news = next((mark for mark in marks if mark.kind is MarkKind.WEEKDAY and not mark.ahead), best.mark)
    wait = ((news.weekday or 0) - earliest.weekday()) % 7
    day = earliest + dt.timedelta(days=wait)
    if day > latest:
        day = earliest
    if news is not best.mark:
        text = f"'{news.text}', its news, is then {_DAYS[day.weekday()]} {day.isoformat()}"
        reasons.append(Reason(text, (news.citation,)))
    return Published(day, day, max(day, min(latest, day + _FRESH)), reasons=tuple(reasons))


def events_of(article_date: dt.date, marks: Sequence[Mark]) -> tuple[DatedEvent, ...]:
    """The days that the weekdays of a dated text stand for."""
    found = []
    for mark in marks:
        if mark.kind is not MarkKind.WEEKDAY or mark.weekday is None:
            continue
        back = (article_date.weekday() - mark.weekday) % 7
        ahead = (mark.weekday - article_date.weekday()) % 7
        day = article_date + dt.timedelta(days=ahead if mark.ahead else -back)
        found.append(DatedEvent(day, mark.stems, mark.citation))
    return tuple(found)


def full_dates(marks: Sequence[Mark]) -> tuple[DatedEvent, ...]:
    """The events that the text or a caption dates in full."""
    return tuple(DatedEvent(mark.day, mark.stems, mark.citation) for mark in marks if mark.day is not None)
