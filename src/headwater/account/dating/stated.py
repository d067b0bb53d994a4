"""Whether the date that a page gives for itself can be the day its text was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from headwater.account.dating.marks import Mark, MarkKind, lead_stems, names_later
from headwater.account.dating.week import dated_by_events, full_dates
from headwater.model.article import Article, Citation, FurnitureKind, Published, Reason
from headwater.text.timex import find_timexes, resolve

_GAP = dt.timedelta(days=30)  # pictures of a week's news are never that much older than its report
_SAME_NEWS = 3  # words that caption and lead share before the caption is taken to show the news


def contradicted(article: Article, text: Sequence[Mark], captions: Sequence[Mark]) -> Published | None:
    """The date by the captions where they convict the stated one, else None.

    All of this must hold: every dated picture lies a month or more before the stated day; the pictures lie within a
    week of each other and show what the lead reports; the text speaks in bare weekdays, as the news of a week does;
    nothing in the text is dated after the pictures' week.
    """
    stated = article.published.stated
    days = sorted(mark.day for mark in captions if mark.day is not None)
    if stated is None or not days or stated - days[-1] < _GAP or days[-1] - days[0] > dt.timedelta(days=7):
        return None
    lead = lead_stems(article)
    showing = [mark for mark in captions if len(mark.stems & lead) >= _SAME_NEWS]
    weekdays = [mark for mark in text if mark.kind is MarkKind.WEEKDAY]
    if not showing or not weekdays or names_later(article, days[-1] + dt.timedelta(days=14)):
        return None
    made = dated_by_events(text, full_dates(captions))
    if made is None and len(showing) < 2:
        return None
    return _rejected(article, captions, weekdays, made)


def _rejected(
    article: Article, captions: Sequence[Mark], weekdays: Sequence[Mark], made: Published | None
) -> Published:
    stated = article.published.stated
    newest = max(mark.day for mark in captions if mark.day is not None)
    wait = ((weekdays[0].weekday or 0) - newest.weekday()) % 7
    day = newest + dt.timedelta(days=wait)
    gap = (stated - newest).days if stated else 0
    reasons = [
        Reason(
            f"the stated {stated} cannot be the day of writing: the pictures of this news are dated {gap} days "
            "before it, and the text reports in weekdays, as news of that week",
            (*_stated_citations(article), *(mark.citation for mark in captions)),
        ),
        Reason(f"'{weekdays[0].text}' is the first one not before the last picture, {newest}", (weekdays[0].citation,)),
    ]
    if made is not None:
        reasons += made.reasons[:1]
    return Published(
        day, newest, day + dt.timedelta(days=3), stated, article.published.stated_kind, True, tuple(reasons)
    )


def _stated_citations(article: Article) -> tuple[Citation, ...]:
    for item in article.furniture:
        if item.kind is not FurnitureKind.METADATA:
            continue
        for timex in find_timexes(item.text):
            if resolve(timex, None).first == article.published.stated:
                return (Citation(article.id, timex.start, timex.end, furniture=item.id),)
    return ()
