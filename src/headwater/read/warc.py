"""Pages out of WARC files, through the extra ``warc`` (FastWARC); the only file that imports it.

A record is counted where it carries content (response, resource, conversion). What a reader would take for a page and
cannot be used is listed as skipped: an HTML or text page that is an error page, empty, too large, cut off or broken,
and a document (PDF, Word, feed) that cannot be read. Redirects, robots.txt and the parts of pages (pictures, styles,
scripts, fonts, data, sound, video) are no pages; a crawl holds hundreds for each page, and none is listed.

Source: ISO 28500 (WARC/1.0, WARC/1.1), RFC 9112 (chunks).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from headwater.model.capture import Capture, Media, Row, Skipped
from headwater.read.decode import decode, media_type_of_binary
from headwater.read.reading import Chunks, DamagedError, Items, Reading, UnusableError
from headwater.read.rows import article_id
from headwater.read.transfer import body_of

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

_LONGEST_HEADER = 64 << 10
_BLOCK = 1 << 16


class _Kind(StrEnum):
    PAGE = "page"
    TEXT = "text"
    FILE = "file"


_KINDS = {
    "text/html": _Kind.PAGE,
    "application/xhtml+xml": _Kind.PAGE,
    "text/plain": _Kind.TEXT,
    "application/pdf": _Kind.FILE,
    "application/rss+xml": _Kind.FILE,
    "application/atom+xml": _Kind.FILE,
    "application/feed+json": _Kind.FILE,
    "application/msword": _Kind.FILE,
    "application/rtf": _Kind.FILE,
    "text/rtf": _Kind.FILE,
    "application/epub+zip": _Kind.FILE,
    "application/vnd.oasis.opendocument.text": _Kind.FILE,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _Kind.FILE,
}


def read_warc(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """One capture or skipped page after another; see the rule above.

    Raises UnusableError without the extra, DamagedError where the file cannot be read on.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # an extra: only read here
    except ImportError as error:
        raise UnusableError("is a WARC file: install 'headwater[warc]' to read it") from error
    records = ArchiveIterator(
        stream, parse_http=True, auto_decode="none", max_header_len=_LONGEST_HEADER, stream_detect=False
    )
    content = int(WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion)
    number = found = 0
    for record in _each(records, stream):
        is_broken = not (record.headers.get("Content-Length") or "").strip().isdigit()
        kind = None if is_broken else _kind(record)
        number += is_broken or bool(record.record_type & content)
        if is_broken:
            found += 1
            yield Skipped(f"{name}#{number}", "its header is broken or cut off")
        elif kind and record.record_type & content:
            found += 1
            yield from _record_items(f"{name}#{number}", record, kind, reading)
        elif _is_short(record):
            raise DamagedError("is cut off inside a record")
    if not found:
        yield Skipped(name, f"holds no page: none of its {number:,} records with content is HTML or text")


def _is_short(record: WarcRecord) -> bool:
    """Whether the file ends before the record does; reads the record to its end."""
    size = 0
    try:
        while part := record.reader.read(_BLOCK):
            size += len(part)
    except (OSError, ValueError, RuntimeError):
        return True
    return size < record.content_length


def _each(records: ArchiveIterator, stream: BinaryIO) -> Iterator[WarcRecord]:
    """The records, with the reader's errors told as ours."""
    while True:
        try:
            record = next(records, None)
        except (OSError, ValueError, RuntimeError, UnusableError) as error:
            raise _damage(stream, error) from error
        if record is None:
            return
        yield record


def _damage(stream: BinaryIO, error: Exception) -> UnusableError:
    """What went wrong below the reader where that is known, else what the reader says."""
    if isinstance(error, UnusableError):
        return error
    if isinstance(stream, Chunks) and stream.error:
        return stream.error
    return DamagedError(f"is damaged: {str(error) or type(error).__name__}")


def _kind(record: WarcRecord) -> _Kind | None:
    """What a record with content holds, None where it is no page."""
    status = record.http_headers.status_code if record.http_headers else None
    if record.is_http and status is not None and not (200 <= status < 300 and status != 204) and status < 400:
        return None
    stated = record.http_content_type if record.http_headers else record.headers.get("Content-Type")
    kind = _KINDS.get((stated or "text/html").partition(";")[0].strip().lower())
    if kind is _Kind.TEXT and _path(record).endswith("/robots.txt"):
        return None
    return kind


def _path(record: WarcRecord) -> str:
    try:
        return urlsplit(_address(record) or "").path
    except ValueError:
        return ""


def _address(record: WarcRecord) -> str | None:
    return (record.headers.get("WARC-Target-URI") or "").strip().strip("<>") or None


def _record_items(name: str, record: WarcRecord, kind: _Kind, reading: Reading) -> Items:
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and status >= 400:
        yield Skipped(name, f"is an error page (HTTP status {status})")
        return
    try:
        content = _payload(record, kind, reading)
    except UnusableError as error:
        yield Skipped(name, f"payload {error}")
        return
    if kind is _Kind.FILE:
        for item in reading.inside(name, io.BytesIO(content)):
            yield _placed(item, record)
    else:
        yield _page(name, record, content, kind)


def _payload(record: WarcRecord, kind: _Kind, reading: Reading) -> bytes:
    settings = reading.settings
    setting = "max_file_bytes" if kind is _Kind.FILE else "max_document_bytes"
    limit: int = getattr(settings, setting)
    stated = record.content_length
    parts: list[bytes] = []
    size = 0
    try:
        while size <= limit and (part := record.reader.read(_BLOCK)):
            parts.append(part)
            size += len(part)
    except (OSError, ValueError, RuntimeError) as error:
        raise DamagedError(f"is damaged: {error}") from error
    if size <= limit and size < stated:
        raise DamagedError(f"is cut off after {size:,} of {stated:,} bytes")
    headers = record.http_headers
    coding = (headers.get("Content-Encoding") or "") if headers else ""
    transfer = (headers.get("Transfer-Encoding") or "") if headers else ""
    return body_of(b"".join(parts), coding, transfer, reading, (limit, setting))


def _page(name: str, record: WarcRecord, content: bytes, kind: _Kind) -> Capture | Skipped:
    if not content.strip():
        return Skipped(name, "payload is empty")
    if media_type := media_type_of_binary(content):
        return Skipped(name, f"payload is {media_type!r}, expected HTML or text")
    text = decode(content, record.http_charset)
    row = Row(url=_address(record), captured=_fetched(record))
    row = replace(row, html=text) if kind is _Kind.PAGE else replace(row, text=text)
    return Capture(article_id("a_", content), name, Media.ROW, "", row)


def _placed(item: Capture | Skipped, record: WarcRecord) -> Capture | Skipped:
    """A capture out of a document in the archive, with the document's address where it has none of its own."""
    if isinstance(item, Skipped):
        return item
    row = item.row or (Row(html=item.text) if item.media is Media.HTML else Row(text=item.text))
    row = replace(row, url=row.url or _address(record), captured=row.captured or _fetched(record))
    return replace(item, media=Media.ROW, text="", row=row)


def _fetched(record: WarcRecord) -> str | None:
    date = record.headers.get("WARC-Date")
    return date.strip() if date else None
