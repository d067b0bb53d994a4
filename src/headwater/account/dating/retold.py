"""Dates of one text in two reports: "on Tuesday" means one Tuesday, and a report that lies weeks off has a false date.

Most often the later one, which took the text over; but where what nobody copied puts the news at the later date, the
earlier one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.account.dating.marks import Mark, MarkKind, names_later, text_marks
from headwater.account.dating.week import DatedEvent, Match, events_of, matches_of
from headwater.model.article import Article, Published, Reason, StatedKind
from headwater.model.reuse import DEPENDENT_KINDS, Reuse, ReuseKind

_BEHIND = 6  # days after which a bare weekday means another day than it did
_SURELY_BEHIND = 10  # days after which one weekday is enough
_SHARED = 4  # words that the sentences of both texts must have in common
_LEAST_MARKS = 2  # weekdays of the text that must mean another day by its own date, where it is less far behind
_FRESH = 2  # news of a named day is mostly told on that day or within two
_STALE = 4  # and hardly ever so many days after it


@dataclass(frozen=True, slots=True)
class _Told:
    """A report with the weekdays in its text, and the ids of those whose text it has or has in part."""

    article: Article
    marks: tuple[Mark, ...]
    kin: frozenset[str]


def reject_retold(articles: Sequence[Article], reuses: Sequence[Reuse]) -> tuple[Article, ...]:
    """The articles of one story in the given order; stated dates rejected that the same text elsewhere belies.

    ``reuses`` are those between them. A copy or a rewrite of an earlier report that still tells "on Tuesday" and "from
    Thursday", in much the same words, was not written a week later: by its own date these would be other days. All the
    weekdays that both texts have must say so, and two of them where less than ten days lie between; the later text
    names no later day of its own. It is the earlier date that is false where reports of their own, that share no text
    with either, tell the same at the later one and none at the earlier; or where none do and "on Tuesday" is news by
    the later date and long past by the earlier.
    """
    by_id = {article.id: article for article in articles}
    pairs = [
        (reuse.a, reuse.b)
        for reuse in sorted(reuses, key=lambda reuse: (reuse.a, reuse.b))
        if reuse.kind in (ReuseKind.COPY, ReuseKind.REWRITE) and reuse.a in by_id and reuse.b in by_id
    ]
    pairs = [
        (early, late) for a, b in pairs for early, late in ((a, b), (b, a)) if _is_behind(by_id[late], by_id[early])
    ]
    if not pairs:
        return tuple(articles)
    told = _told(articles, reuses)
    found: dict[str, Published] = {}
    for early, late in pairs:
        if early not in found and (published := _as_late(told[early], told[late], told)):
            found[early] = published
    for early, late in pairs:
        if found.keys().isdisjoint((early, late)) and (published := _as_early(told[late], told[early])):
            found[late] = published
    return tuple(replace(a, published=found[a.id]) if a.id in found else a for a in articles)


def _told(articles: Sequence[Article], reuses: Sequence[Reuse]) -> dict[str, _Told]:
    kin: dict[str, set[str]] = {article.id: {article.id} for article in articles}
    for reuse in reuses:
        if reuse.kind in DEPENDENT_KINDS and reuse.a in kin and reuse.b in kin:
            kin[reuse.a].add(reuse.b)
            kin[reuse.b].add(reuse.a)
    return {article.id: _Told(article, _weekdays(article), frozenset(kin[article.id])) for article in articles}


def _weekdays(article: Article) -> tuple[Mark, ...]:
    if article.language not in (None, "en"):
        return ()
    return tuple(mark for mark in text_marks(article) if mark.kind is MarkKind.WEEKDAY)


def _is_behind(late: Article, early: Article) -> bool:
    """Whether the one report is dated so long after the other that a weekday means another day in it."""
    last, first = late.published, early.published
    if last.date is None or first.date is None or last.stated_rejected or first.stated_rejected:
        return False
    return (last.date - first.date).days >= _BEHIND


def _as_early(late: _Told, early: _Told) -> Published | None:
    """The later report's date by the earlier one; None where its own may be true."""
    stated, day = late.article.published.stated, early.article.published.date
    if stated is None or day is None:
        return None
    matches = _matches(late.marks, events_of(day, early.marks))
    least = 1 if (stated - day).days >= _SURELY_BEHIND else _LEAST_MARKS
    if len(matches) < least or any(_day_by(stated, match.mark) == match.event.day for match in matches):
        return None
    bound = day + dt.timedelta(days=_BEHIND)
    if names_later(late.article, bound) and not names_later(early.article, bound):
        return None
    return _published(late.article, early.article, matches, StatedKind.REPUBLICATION, "whose weekdays it repeats")


def _as_late(early: _Told, late: _Told, told: Mapping[str, _Told]) -> Published | None:
    """The earlier report's date by the later one, where what is known beside them speaks for the later; else None."""
    published, day = early.article.published, late.article.published.date
    if published.stated is None or published.stated != published.date or day is None:
        return None
    matches = _matches(early.marks, events_of(day, late.marks))
    if not matches:
        return None
    others = [told[id] for id in sorted(told.keys() - early.kin - late.kin)]
    at_late, at_early = _bearing_out(late, day, others), _bearing_out(early, published.stated, others)
    if at_early or not (at_late or _is_news_late_alone(early, late)):
        return None
    why = "which reports of their own bear out" if at_late else "when what it tells by weekday was news"
    return _published(early.article, late.article, (*matches, *at_late), published.stated_kind, why)


def _matches(marks: Sequence[Mark], events: Sequence[DatedEvent]) -> list[Match]:
    return [match for match in matches_of(marks, events) if match.shared >= _SHARED]


def _bearing_out(told: _Told, day: dt.date, others: Sequence[_Told]) -> tuple[Match, ...]:
    """What other reports, dated near ``day``, tell of the same days as ``told`` does if it was written then."""
    found: list[Match] = []
    own = {event.day for event in events_of(day, told.marks)}
    for other in others:
        theirs = other.article.published.date
        if theirs is not None and abs((theirs - day).days) < _BEHIND:
            matches = _matches(told.marks, events_of(theirs, other.marks))
            found += [match for match in matches if match.event.day in own]
    return tuple(found)


def _is_news_late_alone(early: _Told, late: _Told) -> bool:
    """Whether the news is fresh by the later date and stale by the earlier."""
    waits = [_wait(report) for report in (early, late)]
    return waits[0] is not None and waits[1] is not None and waits[0] >= _STALE and waits[1] <= _FRESH


def _wait(told: _Told) -> int | None:
    """The days between the first weekday that a report tells of as past and its date."""
    day = told.article.published.date
    past = [mark for mark in told.marks if not mark.ahead]
    return (day - _day_by(day, past[0])).days if day and past else None


def _day_by(date: dt.date, mark: Mark) -> dt.date:
    return events_of(date, (mark,))[0].day


def _published(false: Article, true: Article, matches: Sequence[Match], kind: StatedKind | None, why: str) -> Published:
    given, stated = true.published, false.published.stated
    cited = tuple(citation for match in matches for citation in (match.mark.citation, match.event.citation))
    text = (
        f"the stated {stated} is not the day of writing: the text is that of a report of {given.date}, {why}; "
        "by its own date its weekdays would be other days"
    )
    return Published(given.date, given.earliest, given.latest, stated, kind, True, (Reason(text, cited),))
