"""The dates of one story's articles, each by its own evidence and by that of the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.account.dating.crawl import LATE, late_copy
from headwater.account.dating.datelines import filed
from headwater.account.dating.marks import Mark, caption_marks, text_marks
from headwater.account.dating.stated import contradicted
from headwater.account.dating.week import DatedEvent, dated_by_events, events_of, full_dates
from headwater.model.article import Article, FurnitureKind, Published, Reason

_ROUNDS = 4  # a dated article dates the next one; chains longer than this are not trusted


@dataclass(frozen=True, slots=True)
class _Page:
    article: Article
    text: tuple[Mark, ...]
    captions: tuple[Mark, ...]


def date_articles(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of one story in the given order, ``published`` refined by the evidence of all of them.

    A stated date stands unless the page's own captions convict it. An undated text is dated where one of its weekdays
    is the day of an event that another report, or a caption, puts on the calendar; else its date stays None.
    """
    open_question = _is_open(articles)
    pages = [_page(article, read=open_question or _has_pictures(article)) for article in articles]
    dated = {page.article.id: _alone(page) for page in pages}
    late = {page.article.id: _late(page, pages, dated) for page in pages}
    dated |= {id: published for id, published in late.items() if published is not None}
    dated |= _filed(pages, dated)
    for _ in range(_ROUNDS):
        events = _events(pages, dated)
        found = {page.article.id: _by_others(page, dated, events) for page in pages}
        new = {id: published for id, published in found.items() if published is not None}
        if not new:
            break
        dated |= new
    return tuple(replace(article, published=dated[article.id]) for article in articles)


def _is_open(articles: Sequence[Article]) -> bool:
    """Whether what the texts say of time can change a date: one has none, or they lie as far apart as a late copy."""
    if any(_is_unknown(article.published) for article in articles):
        return True
    days = [day for a in articles for day in (a.published.date, a.published.stated) if day is not None]
    return (max(days) - min(days)).days >= LATE if days else False


def _has_pictures(article: Article) -> bool:
    return any(item.kind is FurnitureKind.CAPTION for item in article.furniture)


def _page(article: Article, *, read: bool) -> _Page:
    """An article with the marks of its captions and, where ``read``, of its text."""
    if article.language not in (None, "en"):
        return _Page(article, (), ())
    return _Page(article, text_marks(article) if read else (), caption_marks(article))


def _alone(page: _Page) -> Published:
    published = page.article.published
    if published.stated is not None and not published.stated_rejected:
        return contradicted(page.article, page.text, page.captions) or published
    return published


def _late(page: _Page, pages: Sequence[_Page], dated: Mapping[str, Published]) -> Published | None:
    if dated[page.article.id].stated_rejected:
        return None
    others = [(other.article, other.text) for other in pages if other is not page]
    standing = [(other, marks) for other, marks in others if not dated[other.id].stated_rejected]
    return late_copy(page.article, page.text, standing)


def _filed(pages: Sequence[_Page], dated: Mapping[str, Published]) -> dict[str, Published]:
    """The dates by the datelines without a year, by article: it is that of the story's other days."""
    told = [mark.day for page in pages for mark in (*page.captions, *page.text) if mark.day is not None]
    known = [published.date for published in dated.values() if published.date is not None]
    made = {
        page.article.id: filed(replace(page.article, published=dated[page.article.id]), [*told, *known])
        for page in pages
        if page.article.language in (None, "en")
    }
    return {id: published for id, published in made.items() if published is not None}


def _events(pages: Sequence[_Page], dated: Mapping[str, Published]) -> tuple[DatedEvent, ...]:
    """Every event of the story that has a day: in captions, full dates, and the weekdays of dated texts."""
    found: list[DatedEvent] = []
    for page in pages:
        found += full_dates(page.captions)
        found += full_dates(page.text)
        day = dated[page.article.id].date
        if day is not None:
            found += events_of(day, page.text)
    return tuple(sorted(found, key=lambda event: (event.day, event.citation.article, event.citation.start)))


def _by_others(page: _Page, dated: Mapping[str, Published], events: Sequence[DatedEvent]) -> Published | None:
    published = dated[page.article.id]
    if not _is_unknown(published):
        return None
    made = dated_by_events(page.text, events)
    if made is None or made.date is None:
        return None
    if published.stated is not None:
        return _found_again(made, published)
    if published.earliest is not None and made.date < published.earliest:
        return _conflicting(made, published.earliest)
    return made


def _is_unknown(published: Published) -> bool:
    """Whether the day of writing is still to be found: the page states none, or one that was rejected."""
    return published.date is None and (published.stated is None or published.stated_rejected)


def _found_again(made: Published, rejected: Published) -> Published | None:
    """The day found in place of a rejected one, before which it must lie; else None."""
    if made.date is None or rejected.stated is None or made.date >= rejected.stated:
        return None
    return replace(
        rejected,
        date=made.date,
        earliest=made.earliest,
        latest=min(made.latest or rejected.stated, rejected.stated),
        reasons=(*rejected.reasons, *made.reasons),
    )


def _conflicting(made: Published, bound: dt.date) -> Published | None:
    """The same from ``bound`` on, which the page itself gives; None where the evidence leaves no day."""
    if made.latest is None or made.latest < bound:
        return None
    reason = Reason(f"not before {bound.isoformat()}, which the page itself names")
    return replace(made, date=bound, earliest=bound, reasons=(*made.reasons, reason))
