"""When a text was written, by its page alone."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.extract.dates import WrittenDate, date_in_address, dated_years, first_date, last_month, written_dates
from headwater.extract.facts import Facts
from headwater.model.article import Citation, Furniture, FurnitureKind, Published, Reason, Sentence, StatedKind

_ARCHIVE = re.compile(r"\b(?:file|archiv(?:e|al)|library|stock|undated|representational|illustrative)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated|modified|edited|last)\b", re.I)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|first)\b", re.I)
_WEEKDAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|expected|plans?|planned|due|set to|until|next|scheduled"
    r"|ahead of|upcoming|deadline)\b",
    re.I,
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A report of "Monday" and "Thursday" is written within the week. Pictures of the event older than this against the
# date line cannot be that week's.
_FRESH_DAYS = 30
_ONE_WEEK = 7
_CLAUSE_CHARS = 60
_ZONE_DAYS = 1
_LATE_DAYS = 8  # a page is set under the day of its first publication; a week later its text is hardly written anew


@dataclass(frozen=True, slots=True)
class Page:
    """What the dating of one page looks at.

    ``address`` is the furniture item that holds its address, ``filed`` the day of its dateline at its place in the
    text.
    """

    id: str
    text: str
    sentences: Sequence[Sentence]
    furniture: Sequence[Furniture]
    address: str | None = None
    filed: WrittenDate | None = None


@dataclass(frozen=True, slots=True)
class _Evidence:
    day: dt.date
    citation: Citation
    kind: StatedKind = StatedKind.UNKNOWN


def date_page(page: Page, kinds: dict[str, StatedKind]) -> Published:
    """The date of one page with what bounds it; ``kinds`` says by furniture id what a metadata item's date dates."""
    stated = _stated(page, kinds)
    pictures = _picture_dates(page)
    filed = _filed(page)
    if filed is not None and (stated is None or not _fits(stated.day, filed.day)):
        return _by_dateline(filed, stated)
    if stated is None:
        return _undated(page, pictures)
    if stated.kind is StatedKind.CRAWL:
        return _captured(stated, _undated(page, pictures))
    address = _address_date(page)
    if address is not None and not any(late.day > address.day for late in (*pictures, *_past_dates(page))):
        return _set_under(address, stated)
    weekday = _first_weekday(page)
    if weekday and stated.citation.furniture not in kinds and _shows_another_week(stated, pictures):
        newest = max(pictures, key=lambda picture: (picture.day, picture.citation))
        return _rejected(stated, pictures, newest, weekday)
    reason = Reason(f"the page gives {stated.day.isoformat()} as its date", (stated.citation,))
    return Published(stated.day, stated.day, stated.day, stated.day, stated.kind, reasons=(reason,))


def stated_lines(facts: Facts) -> tuple[str, ...]:
    """The dates that the page gives for itself, word for word, and its address where that gives a much earlier one.

    Much earlier is eight days or more before every other; the address then stands last.
    """
    lines = tuple(date.text for date in facts.dates)
    day = date_in_address(facts.url or "")
    stated = [date.day for line in lines if (date := first_date(line))]
    early = day is not None and bool(stated) and (min(stated) - day.day).days >= _LATE_DAYS
    return (*lines, facts.url) if early and facts.url else lines


def _filed(page: Page) -> _Evidence | None:
    """The day of the dateline, for a page with its sentences: it opens one of them."""
    if page.filed is None:
        return None
    start, end = page.filed.start, page.filed.end
    at = (sentence.id for sentence in page.sentences if sentence.start <= start < sentence.end)
    cited = [Citation(page.id, start, end, sentence=id) for id in at]
    return _Evidence(page.filed.day, cited[0], StatedKind.PUBLICATION) if cited else None


def _fits(stated: dt.date, filed: dt.date) -> bool:
    """Whether a text that was filed on one day can be that of a page of the other: the next days' papers carry it."""
    return -_ZONE_DAYS <= (stated - filed).days < _LATE_DAYS


def _by_dateline(filed: _Evidence, stated: _Evidence | None) -> Published:
    """The day of the dateline, where the page gives no other or one that cannot be the day of this text."""
    if stated is None:
        reason = Reason(f"the dateline gives {filed.day.isoformat()}", (filed.citation,))
        return Published(filed.day, filed.day, filed.day, filed.day, filed.kind, reasons=(reason,))
    gap = (stated.day - filed.day).days
    text = f"the page gives {stated.day}, {abs(gap)} days {'after' if gap > 0 else 'before'} the day of its dateline"
    reasons = (Reason(text, (stated.citation, filed.citation)),)
    return Published(filed.day, filed.day, filed.day, stated.day, stated.kind, True, reasons)


def _address_date(page: Page) -> _Evidence | None:
    for item in page.furniture:
        if item.id == page.address and (date := date_in_address(item.text)):
            return _Evidence(date.day, Citation(page.id, date.start, date.end, furniture=item.id))
    return None


def _set_under(address: _Evidence, stated: _Evidence) -> Published:
    """The day in the address for a stated one that lies long after it: that of a crawl or a republication."""
    gap = (stated.day - address.day).days
    text = f"the page gives {stated.day}, {gap} days after the day under which its address files it"
    reasons = (Reason(text, (stated.citation, address.citation)),)
    return Published(address.day, address.day, address.day, stated.day, stated.kind, True, reasons)


def _captured(stated: _Evidence, undated: Published) -> Published:
    """A capture's day bounds the text's from above and is not its date."""
    reason = Reason(f"captured on {stated.day.isoformat()}: the text was not written later", (stated.citation,))
    latest = max(stated.day, undated.earliest) if undated.earliest else stated.day
    reasons = (reason, *undated.reasons)
    return replace(undated, latest=latest, stated=stated.day, stated_kind=stated.kind, reasons=reasons)


def _stated(page: Page, kinds: dict[str, StatedKind]) -> _Evidence | None:
    """The date the page gives for itself: the first one of publication, else the first."""
    found = [evidence for item in page.furniture if (evidence := _stated_by(page, item, kinds))]
    ranked = sorted(enumerate(found), key=lambda entry: (_rank(entry[1].kind), entry[0]))
    return ranked[0][1] if ranked else None


def _rank(kind: StatedKind) -> int:
    return (StatedKind.PUBLICATION, StatedKind.UNKNOWN, StatedKind.REPUBLICATION, StatedKind.CRAWL).index(kind)


def _stated_by(page: Page, item: Furniture, kinds: dict[str, StatedKind]) -> _Evidence | None:
    if item.kind is not FurnitureKind.METADATA or item.id == page.address:
        return None
    date = first_date(item.text)
    if date is None:
        return None
    kind = kinds.get(item.id)
    if kind is None:
        kind = _kind_by_words(item.text[: date.start])
    return _Evidence(date.day, Citation(page.id, date.start, date.end, furniture=item.id), kind)


def _kind_by_words(label: str) -> StatedKind:
    if _PUBLISHED.search(label):
        return StatedKind.PUBLICATION
    return StatedKind.REPUBLICATION if _UPDATED.search(label) else StatedKind.UNKNOWN


def _picture_dates(page: Page) -> list[_Evidence]:
    """The dates of captions; those of archive pictures bound nothing and are left out."""
    found = []
    for item in page.furniture:
        dates = written_dates(item.text) if item.kind is FurnitureKind.CAPTION else []
        for date in dates if dates and not _ARCHIVE.search(item.text) else ():
            found.append(_Evidence(date.day, Citation(page.id, date.start, date.end, furniture=item.id)))
    return found


def _first_weekday(page: Page) -> tuple[str, Citation] | None:
    for sentence in page.sentences[:12]:
        match = _WEEKDAY.search(page.text, sentence.start, sentence.end)
        if match:
            return match.group(), Citation(page.id, match.start(), match.end(), sentence=sentence.id)
    return None


def _shows_another_week(stated: _Evidence, pictures: Sequence[_Evidence]) -> bool:
    """Whether two or more pictures of one week, and no later one, are much older than the stated date.

    One old picture is no evidence: outlets illustrate news with what they have.
    """
    days = sorted({picture.day for picture in pictures})
    if len(days) < 2 or (days[-1] - days[0]).days > _ONE_WEEK:
        return False
    return (stated.day - days[-1]).days > _FRESH_DAYS


def _rejected(
    stated: _Evidence, pictures: Sequence[_Evidence], newest: _Evidence, weekday: tuple[str, Citation]
) -> Published:
    name, where = weekday
    ahead = (_DAYS.index(name) - newest.day.weekday()) % 7
    likely = newest.day + dt.timedelta(days=ahead)
    cited = tuple(sorted({picture.citation for picture in pictures}))
    gap = (stated.day - newest.day).days
    reasons = (
        Reason(
            f"the page gives {stated.day.isoformat()}, {gap} days after its pictures, but reports the news of a week",
            (stated.citation, *cited),
        ),
        Reason(f"'{name}' is read as the first one not before the last picture ({newest.day.isoformat()})", (where,)),
    )
    return Published(
        likely, newest.day, newest.day + dt.timedelta(days=ahead + 6), stated.day, stated.kind, True, reasons
    )


def _undated(page: Page, pictures: Sequence[_Evidence]) -> Published:
    bounds = [*pictures, *_past_dates(page)]
    bound = max(bounds, key=lambda evidence: (evidence.day, evidence.citation), default=None)
    unknown = Reason("not datable: the page gives no date of its own")
    if bound is None:
        return Published(reasons=(unknown,))
    after = Reason(
        f"not written before {bound.day.isoformat()}, which it mentions as past or pictures", (bound.citation,)
    )
    return Published(earliest=bound.day, reasons=(unknown, after))


def _past_dates(page: Page) -> list[_Evidence]:
    """Explicit days and months that the text tells of, not those that it looks ahead to."""
    found = []
    years = dated_years(page.text) if page.sentences else []
    for sentence in page.sentences:
        at = bisect_left(years, sentence.start)
        if at == len(years) or years[at] >= sentence.end:
            continue
        words = page.text[sentence.start : sentence.end]
        dates: list[WrittenDate] = written_dates(words)
        month = last_month(words)
        for date in [*dates, *([month] if month else [])]:
            if _AHEAD.search(words, max(0, date.start - _CLAUSE_CHARS), date.start):
                continue
            span = Citation(page.id, sentence.start + date.start, sentence.start + date.end, sentence=sentence.id)
            found.append(_Evidence(date.day, span))
    return found
