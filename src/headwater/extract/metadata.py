"""Metadata of HTML pages: JSON-LD before meta elements before microdata before the visible page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from headwater.extract.authors import authors_of
from headwater.extract.dates import first_date
from headwater.extract.elements import Elements
from headwater.extract.facts import Facts, StatedDate
from headwater.extract.jsonld import Node, text_in
from headwater.extract.lines import folded_lines
from headwater.extract.visible_dates import DateLines
from headwater.model.article import StatedKind

_PUBLISHED = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article:published",
    "article.published",
    "originalpublicationdate",
    "date.release",
    "rnews:datepublished",
    "bt:pubdate",
    "displaydate",
    "pub_date",
    "article_date_original",
    "publication_date",
    "citation_publication_date",
    "citation_date",
    "publisheddate",
    "published_date",
    "article_publication_date",
]
_MODIFIED = ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod"]
_URL_DATE = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?:/|-|$)")
_TITLE_DATE = re.compile(r"\s[|–—-]\s+(?P<date>[^|–—]{6,30})\Z")
_SUFFIX = re.compile(r"\s+[|–—»·:-]\s+[^|–—»·]{2,60}$|\s*\|\s*[^|]{2,60}$")
_SHORTEST_TITLE = 9
_NO_LINES = DateLines((), 0)
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")
_HOST = re.compile(r"https?://(?:www\.|m\.|amp\.|edition\.)?([^/:?#]+)", re.I)


def read_facts(elements: Elements, language: str | None, lines: DateLines = _NO_LINES) -> Facts:
    """What the page says of itself; ``language`` is that of the root element, ``lines`` may show dates."""
    node = elements.node
    url = _url(node, elements)
    outlet = _outlet(node, elements, url)
    return Facts(
        title=_title(node, elements),
        outlet=outlet,
        url=url,
        language=_language(text_in(node.get("inLanguage")) or language or elements.metas.get("og:locale")),
        authors=authors_of(elements, outlet),
        dates=tuple(_dates(node, elements, url, lines)),
    )


def shown_titles(elements: Elements) -> frozenset[str]:
    """The titles that a page gives for itself, letters and digits alone."""
    metas, whole = elements.metas, elements.title or ""
    given = (metas.get("og:title"), metas.get("twitter:title"), whole, _SUFFIX.sub("", whole), *elements.headings[:3])
    keys = folded_lines([title or "" for title in given])
    return frozenset(key for key in keys if len(key) >= _SHORTEST_TITLE)


def description(elements: Elements) -> str | None:
    """What the page gives as its description."""
    node = elements.node
    metas = elements.metas
    return text_in(node.get("description")) or metas.get("og:description") or metas.get("description")


def _title(node: Node, elements: Elements) -> str | None:
    """The title that two of heading, headline and og:title agree on, as it is shown; else the best one alone."""
    headline = text_in(node.get("headline"))
    shared = elements.metas.get("og:title") or elements.metas.get("twitter:title")
    marked = text_in(elements.item.get("headline"))
    given = [title for title in (headline, shared, marked, elements.title) if title]
    keys = set(folded_lines([*given, *(_SUFFIX.sub("", title) for title in given)]))
    headings = elements.headings[:5]
    for heading, key in zip(headings, folded_lines(headings), strict=True):
        if key in keys:
            return heading
    visible = [heading for heading in elements.headings[:3] if len(heading.split()) >= 4]
    if len(visible) == 1 and (not given or _overlap(visible[0], given[0]) >= 0.3):
        return visible[0]
    if headline:
        return headline
    return _SUFFIX.sub("", shared or marked or elements.title or "") or next(iter(elements.headings), None)


def _overlap(one: str, other: str) -> float:
    words = set(one.casefold().split())
    return len(words & set(other.casefold().split())) / max(1, len(words))


def _url(node: Node, elements: Elements) -> str | None:
    for value in (elements.canonical, elements.metas.get("og:url"), text_in(node.get("url"))):
        if value and value.startswith("http"):
            return value
    return None


def _outlet(node: Node, elements: Elements, url: str | None) -> str | None:
    host = _HOST.match(url or "")
    return (
        text_in(node.get("publisher"))
        or elements.metas.get("og:site_name")
        or text_in(elements.item.get("publisher"))
        or (host.group(1).lower() if host else None)
    )


def _language(value: str | None) -> str | None:
    match = _LANGUAGE.match(value or "")
    return match.group().lower() if match else None


def _dates(node: Node, elements: Elements, url: str | None, lines: DateLines) -> Iterator[StatedDate]:
    """The dates the page gives: of publication the best one, then of its last change.

    A day in the address, or the one of ``lines`` at the headline, tells the page's own day where the metadata count in
    UTC.
    """
    published = _first_dated(_published(node, elements))
    in_url = _date_in_url(url)
    if published is None:
        shown = (in_url, _date_in_title(elements.title), *elements.times[:8])
        first = _first_dated(shown) or lines.near() or _first_dated(elements.dated) or lines.far()
    elif _is_in_utc(published):
        first = next((day for day in (in_url, lines.near()) if _is_next_day(published, day)), published)
    else:
        first = published
    if first:
        yield StatedDate(first, StatedKind.PUBLICATION)
    metas = (elements.metas.get(key) for key in _MODIFIED)
    modified = _first_dated([text_in(node.get("dateModified")), *metas, text_in(elements.item.get("dateModified"))])
    if modified:
        yield StatedDate(modified, StatedKind.REPUBLICATION)


def _date_in_url(url: str | None) -> str | None:
    match = _URL_DATE.search(url or "")
    stated = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match else ""
    return stated if first_date(stated) else None


def _date_in_title(title: str | None) -> str | None:
    """The date that a window's title ends with, after the headline and the site's name."""
    match = _TITLE_DATE.search(title or "")
    date = first_date(match["date"]) if match else None
    return match["date"] if match and date and date.end == len(match["date"]) else None


def _is_in_utc(stated: str) -> bool:
    return stated.rstrip().endswith(("Z", "+00:00", "+0000"))


def _is_next_day(published: str, shown: str | None) -> bool:
    """Whether a time in UTC falls on the day after the one the page shows, which counts in the page's own zone."""
    later, day = first_date(published), first_date(shown or "")
    return later is not None and day is not None and (later.day - day.day).days == 1


def _published(node: Node, elements: Elements) -> Iterator[str | None]:
    yield text_in(node.get("datePublished"))
    yield text_in(node.get("dateCreated"))
    for key in _PUBLISHED:
        yield elements.metas.get(key)
    for key in sorted(elements.metas):
        if "publish" in key and "expire" not in key:
            yield elements.metas[key]
    yield text_in(elements.item.get("datePublished"))
    yield text_in(elements.item.get("dateCreated"))


def _first_dated(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value and first_date(value)), None)
