"""Datelines with a day and no year ("VELL, June 9 (Reuters) -"): the day that a text was filed, in the story's year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model.article import Article, Citation, Part, Published, Reason
from headwater.text.timex import FormKind, find_timexes

_LONGEST = 120
_BEHIND = re.compile(r",?\s*(?:\([^()]{1,40}\))?\s*[-–—―]")
_HALF_YEAR = 183
_LATE = 8  # days from which on a page's date is not that of the text that was filed; a week's papers carry it
_ZONE = 1
_STALE = 300  # a dateline so long before a page's date is not last year's but of the days to come


@dataclass(frozen=True, slots=True)
class Dateline:
    """The month and day that a text was filed on, and where it says so."""

    month: int
    day: int
    citation: Citation

    def in_year(self, year: int) -> dt.date | None:
        """The day in ``year``; None for 29 February in most."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    def nearest(self, days: Iterable[dt.date]) -> dt.date | None:
        """Its day in the year that puts it nearest to one of ``days``, at most half a year off; else None."""
        found = [
            (abs((made - day).days), made)
            for day in days
            for year in range(max(dt.MINYEAR, day.year - 1), min(dt.MAXYEAR, day.year + 1) + 1)
            if (made := self.in_year(year))
        ]
        gap, day = min(found, default=(_HALF_YEAR + 1, None))
        return day if gap <= _HALF_YEAR else None


def dateline_of(article: Article) -> Dateline | None:
    """The day without a year in the dateline of ``article``; None where it has none."""
    first = next((sentence for sentence in article.sentences if sentence.part is Part.BODY), None)
    if article.dateline is None or first is None or not article.text.startswith(article.dateline, first.start):
        return None
    opening = article.text[first.start : first.start + _LONGEST]
    for timex in find_timexes(opening):
        form = timex.form
        is_day = form.kind is FormKind.CALENDAR and form.month and form.day and not form.year and not form.weekday
        if is_day and form.month and form.day and _BEHIND.match(opening, timex.end):
            cited = article.cite(first.start + timex.start, first.start + timex.end)
            return Dateline(form.month, form.day, cited)
    return None


def filed(article: Article, days: Iterable[dt.date]) -> Published | None:
    """The date by the dateline, where the page gives none or one that cannot be the text's; else None.

    ``days`` are those that the rest of the story is dated to, for the year.
    """
    published = article.published
    if published.stated_rejected or (published.date is not None and published.stated is None):
        return None
    dateline = dateline_of(article)
    if dateline is None:
        return None
    if published.stated is None:
        return _dated(dateline, dateline.nearest(days), published)
    day = dateline.nearest([published.stated])
    gap = (published.stated - day).days if day else 0
    if day is None or -_ZONE <= gap < _LATE or gap > _STALE:
        return None
    text = f"the page gives {published.stated}, {abs(gap)} days {'after' if gap > 0 else 'before'} its dateline's day"
    reason = Reason(text, (dateline.citation,))
    return Published(day, day, day, published.stated, published.stated_kind, True, (reason,))


def _dated(dateline: Dateline, day: dt.date | None, published: Published) -> Published | None:
    if day is None or (published.earliest is not None and day < published.earliest):
        return None
    reason = Reason(f"the dateline's day, in the year of the story's other dates: {day}", (dateline.citation,))
    return Published(day, day, day, reasons=(reason,))
