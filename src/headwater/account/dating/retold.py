"""Dates of texts that were taken over late: "on Tuesday" in them still means the Tuesday of the text they come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from headwater.account.dating.marks import Mark, MarkKind, names_later, text_marks
from headwater.account.dating.week import Match, events_of, matches_of
from headwater.model.article import Article, Published, Reason, StatedKind
from headwater.model.reuse import Reuse, ReuseKind

_BEHIND = 6  # days after which a bare weekday means another day than it did
_SURELY_BEHIND = 10  # days after which one weekday is enough
_SHARED = 4  # words that the sentences of both texts must have in common
_LEAST_MARKS = 2  # weekdays of the text that must mean another day by its own date, where it is less far behind


def reject_retold(articles: Sequence[Article], reuses: Sequence[Reuse]) -> tuple[Article, ...]:
    """The articles of one story in the given order; stated dates rejected that their own text, taken over, belies.

    ``reuses`` are those between them. A copy or a rewrite of an earlier report that still tells "on Tuesday" and "from
    Thursday", in much the same words, was not written a week later: by its own date these would be other days. All the
    weekdays that both texts have must say so, and two of them where less than ten days lie between; the later text
    names no later day of its own.
    """
    by_id = {article.id: article for article in articles}
    marks = cache(lambda id: _weekdays(by_id[id]))
    found: dict[str, Published] = {}
    for reuse in sorted(reuses, key=lambda reuse: (reuse.a, reuse.b)):
        if reuse.kind not in (ReuseKind.COPY, ReuseKind.REWRITE) or reuse.a not in by_id or reuse.b not in by_id:
            continue
        a, b = by_id[reuse.a], by_id[reuse.b]
        for late, early in ((a, b), (b, a)):
            if late.id not in found and _lies_behind(late, early):
                published = _as_early(late, marks(late.id), early, marks(early.id))
                found |= {late.id: published} if published else {}
    return tuple(replace(a, published=found[a.id]) if a.id in found else a for a in articles)


def _weekdays(article: Article) -> tuple[Mark, ...]:
    if article.language not in (None, "en"):
        return ()
    return tuple(mark for mark in text_marks(article) if mark.kind is MarkKind.WEEKDAY)


def _lies_behind(late: Article, early: Article) -> bool:
    stated, day = late.published.stated, early.published.date
    if stated is None or day is None or late.published.stated_rejected or early.published.stated_rejected:
        return False
    return (stated - day).days >= _BEHIND


def _as_early(late: Article, mine: Sequence[Mark], early: Article, theirs: Sequence[Mark]) -> Published | None:
    stated, day = late.published.stated, early.published.date
    if stated is None or day is None:
        return None
    matches = [match for match in matches_of(mine, events_of(day, theirs)) if match.shared >= _SHARED]
    least = 1 if (stated - day).days >= _SURELY_BEHIND else _LEAST_MARKS
    if len(matches) < least or any(_day_by(stated, match.mark) == match.event.day for match in matches):
        return None
    bound = day + dt.timedelta(days=_BEHIND)
    if names_later(late, bound) and not names_later(early, bound):
        return None
    return _published(late, early, matches)


def _day_by(stated: dt.date, mark: Mark) -> dt.date:
    return events_of(stated, (mark,))[0].day


def _published(late: Article, early: Article, matches: Sequence[Match]) -> Published:
    given, stated = early.published, late.published.stated
    cited = tuple(citation for match in matches for citation in (match.mark.citation, match.event.citation))
    text = (
        f"the stated {stated} is not the day of writing: the text is that of a report of {given.date}, whose weekdays "
        "it repeats; by its own date they would be other days"
    )
    return Published(
        given.date, given.earliest, given.latest, stated, StatedKind.REPUBLICATION, True, (Reason(text, cited),)
    )
