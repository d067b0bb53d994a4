"""Entries of RSS, Atom and JSON feeds as rows.

The full text where the feed carries it (``content:encoded``, ``content``, ``content_html``); where there is a summary
alone it becomes the row's ``standfirst`` and the row has no text, so that nobody takes a summary for the report. RSS
descriptions hold either: one of 150 words or more in several paragraphs is taken for the text.

Sources: RSS 2.0, RSS 1.0 content module, RFC 4287 (Atom), JSON Feed 1.1. Own code instead of feedparser, because that
expands entities by the XML parser it finds, and a feed is four names for each of seven fields.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime

from lxml import etree
from lxml import html as lxml_html

from headwater.model.capture import Skipped
from headwater.read.reading import DamagedError, Items
from headwater.read.rows import row_capture
from headwater.read.xml import parse_xml

_FEED = re.compile(
    r"(?:\s*<(?:\?|!--|!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,10000}\])?)[^>]{0,2000}>)*\s*<(?:rss|rdf:RDF|feed)[\s>]", re.I
)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,500}>|&#?\w{2,8};")
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)>|<br[^<>]{0,40}>", re.I)
_FULL_WORDS = 150
_MEDIA = "{http://search.yahoo.com/mrss/}"
_JSON_FEED = "https://jsonfeed.org/version/"


def is_feed(text: str) -> bool:
    """Whether ``text`` begins as an RSS or Atom feed."""
    return bool(_FEED.match(text[:20_000]))


def feed_captures(name: str, text: str) -> Items:
    """One capture or skipped entry after another, in the order of the feed."""
    root = parse_xml(text)
    if root is None:
        raise DamagedError("is damaged: the feed is not well-formed XML")
    channel = root if _local(root) == "feed" else next((item for item in root if _local(item) == "channel"), root)
    common = {"outlet": _text(channel, "title"), "language": _language(channel) or _language(root)}
    entries = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if not entries:
        yield Skipped(name, "is a feed without entries")
    for number, entry in enumerate(entries, 1):
        own = {key: value for key, value in _entry(entry).items() if value}
        stated = {key: value for key, value in common.items() if value}
        yield row_capture(stated | own, f"{name}#{number}")


def _entry(entry: etree._Element) -> dict[str, object]:
    encoded = _inner(entry, "encoded") or _inner(entry, "content")
    summary = _inner(entry, "description") or _inner(entry, "summary")
    full, short = _full_and_summary(encoded, summary)
    source = next((item for item in entry if _local(item) == "source"), None)
    return {
        "id": _text(entry, "guid") or _text(entry, "id"),
        "url": _link(entry),
        "outlet": _text(source, "title") or (source.text if source is not None else None),
        "date": _iso(_text(entry, "pubDate") or _text(entry, "published") or _text(entry, "date")),
        "title": _plain(_text(entry, "title")),
        "standfirst": _plain(short),
        "authors": _authors(entry),
        "language": _language(entry),
        **_content(full),
    }


def _full_and_summary(encoded: str | None, summary: str | None) -> tuple[str | None, str | None]:
    if encoded and encoded.strip():
        return encoded, summary if summary != encoded else None
    if summary and len(summary.split()) >= _FULL_WORDS and len(_BLOCK_END.findall(summary)) >= 2:
        return summary, None
    return None, summary


def _content(full: str | None) -> dict[str, object]:
    if not full:
        return {}
    return {"html": full} if _MARKUP.search(full) else {"text": full}


def _local(element: etree._Element) -> str | None:
    """The name of an element without its namespace; None for comments and for what describes pictures."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and not tag.startswith(_MEDIA) else None


def _text(element: etree._Element | None, name: str) -> str | None:
    """The text of the first child of this name, None where it is missing or blank."""
    for child in element if element is not None else ():
        if _local(child) == name and (words := " ".join(_inner_text(child).split())):
            return words
    return None


def _inner_text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _inner(entry: etree._Element, name: str) -> str | None:
    """The content of a child as HTML or text: its text, or its elements where it is XHTML."""
    for child in entry:
        if _local(child) != name:
            continue
        if len(child):
            return "".join(etree.tostring(part, encoding="unicode") for part in child)
        if child.text and child.text.strip():
            return str(child.text)
    return None


def _link(entry: etree._Element) -> str | None:
    links = [child for child in entry if _local(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
    return next((link.text.strip() for link in links if link.text and link.text.strip()), None)


def _authors(entry: etree._Element) -> list[str]:
    found = []
    for child in entry:
        if _local(child) in ("creator", "author"):
            name = _text(child, "name") or " ".join(_inner_text(child).split())
            # RSS gives "address (name)".
            match = re.fullmatch(r"\S+@\S+ \((.{1,200})\)", name)
            found.append(match.group(1) if match else name)
    return [name for name in found if name and "@" not in name]


def _language(element: etree._Element) -> str | None:
    """The language an element states for what lies in it."""
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or _text(element, "language")


def _iso(date: str | None) -> str | None:
    """A date of RFC 5322 as ISO 8601; any other form as it stands."""
    try:
        return parsedate_to_datetime(date).isoformat() if date else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return date


def _plain(markup: str | None) -> str | None:
    """Text without tags; feeds put HTML where text is meant."""
    if not markup or not _MARKUP.search(markup):
        return markup
    try:
        return " ".join(" ".join(str(part) for part in lxml_html.fromstring(markup).itertext()).split()) or None
    except (etree.ParserError, ValueError):
        return None


def is_json_feed(record: object) -> bool:
    """Whether a JSON value is a JSON Feed."""
    return isinstance(record, dict) and str(record.get("version", "")).startswith(_JSON_FEED)


def json_feed_captures(name: str, record: object) -> Items:
    """One capture or skipped entry after another."""
    feed = record if isinstance(record, dict) else {}
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        yield Skipped(name, "is a feed without entries")
        return
    for number, item in enumerate(items, 1):
        row = _json_entry(item, feed) if isinstance(item, Mapping) else item
        yield row_capture(row, f"{name}#{number}")


def _json_entry(item: Mapping[str, object], feed: Mapping[str, object]) -> dict[str, object]:
    persons = item.get("authors") or feed.get("authors") or []
    names = [person.get("name") for person in _list(persons) if isinstance(person, Mapping)]
    record = {
        "id": item.get("id"),
        "url": item.get("url"),
        "outlet": feed.get("title"),
        "date": _day(item.get("date_published")),
        "title": item.get("title"),
        "standfirst": item.get("summary"),
        "authors": [name for name in names if isinstance(name, str)],
        "language": item.get("language") or feed.get("language"),
        "html": item.get("content_html"),
        "text": None if item.get("content_html") else item.get("content_text"),
    }
    return {key: value for key, value in record.items() if value}


def _day(value: object) -> object:
    return value if isinstance(value, str | int | float | dt.date) else None


def _list(value: object) -> Iterator[object]:
    return iter(value if isinstance(value, list) else [])
