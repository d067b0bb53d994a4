"""Documents held whole: text, HTML, JSON, feeds and database exports, told apart by their text."""

from __future__ import annotations

import re
from typing import BinaryIO

from headwater.model.capture import Capture, Media, Skipped
from headwater.read.decode import decode
from headwater.read.exports import export_captures, is_export
from headwater.read.feeds import feed_captures, is_feed, is_json_feed, json_feed_captures
from headwater.read.lines import begins_json_lines, line_capture
from headwater.read.reading import Items, Reading, whole
from headwater.read.rows import RowError, article_id, looks_like_row, parse_record, row_capture

_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml[^>]{0,200}>\s*<(?:!doctype\s+)?html)\b",
    re.I | re.S,
)
_TAG = re.compile(r"</?(?:p|div|span|article|section|h[1-6]|br|a|ul|li|table|meta|title|script)\b[^<>]{0,500}>", re.I)
_XML_ROOT = re.compile(r"<([A-Za-z_][\w:.-]{0,80})[\s/>]")


def read_document(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """The captures of a stream that is one document.

    Of a damaged one, what came before the damage is read as it stands and the damage raised after it.
    """
    content, damage = whole(stream, reading.settings.max_document_bytes, "max_document_bytes")
    if content.strip():
        yield from document_captures(name, content)
    if damage:
        raise damage


def document_captures(name: str, content: bytes) -> Items:
    """The captures of one document's bytes."""
    text = decode(content)
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith(("{", "[")) and (rows := list(_rows_of(bare, name))):
        yield from rows
    elif is_feed(bare):
        yield from feed_captures(name, bare)
    elif bare.startswith(("<?xml", "<!DOCTYPE")) and not looks_like_html(bare):
        yield Skipped(name, f"is XML with the root element {_root(bare)!r}, expected a feed (RSS, Atom) or XHTML")
    elif is_export(bare):
        yield from export_captures(name, bare)
    else:
        media = Media.HTML if looks_like_html(text) else Media.TEXT
        yield Capture(article_id("a_", content), name, media, text)


def _root(text: str) -> str:
    match = _XML_ROOT.search(text, 0, 20_000)
    return match.group(1) if match else "unknown"


def _rows_of(text: str, name: str) -> Items:
    """The rows of a JSON object or array, or of JSON lines in a wide encoding; none where it is plain text."""
    try:
        record = parse_record(text)
    except RowError:
        lines = [line for line in text.split("\n") if line.strip()]
        if begins_json_lines("\n".join(lines[:20]).encode("utf-8", "replace"), is_all=True):
            yield from (line_capture(line, f"{name}#{number}") for number, line in enumerate(lines, 1))
        return
    if is_json_feed(record):
        yield from json_feed_captures(name, record)
        return
    rows = record if isinstance(record, list) else [record]
    if any(looks_like_row(row) for row in rows):
        yield from (row_capture(row, f"{name}#{number}") for number, row in enumerate(rows, 1))


def looks_like_html(text: str) -> bool:
    """Whether ``text`` is a page or a piece of one: it opens as HTML does, or is dense with tags."""
    head = text[:20_000].lstrip("\ufeff")
    if _HTML.match(head):
        return True
    tags = len(_TAG.findall(head))
    return tags >= 3 and tags * 400 >= len(head)
