"""Captures: every input decoded, its format told by its content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from headwater.model.capture import Capture, Media, Skipped
from headwater.read.decode import decode, media_type_of_binary
from headwater.read.rows import RowError, article_id, looks_like_row, parse_record, row_capture
from headwater.read.settings import ReadSettings
from headwater.read.sources import Source, find_sources

_SNIFF = 65_536
_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml[^>]{0,200}>\s*<(?:!doctype\s+)?html)\b",
    re.I | re.S,
)
_TAG = re.compile(r"</?(?:p|div|span|article|section|h[1-6]|br|a|ul|li|table|meta|title|script)\b[^<>]{0,500}>", re.I)
_READY_ADVICE = {
    "application/pdf": "; save its text and give that",
    "application/gzip": "; unpack it first",
    "application/zip": "; unpack it first",
    "application/zstd": "; unpack it first",
    "application/x-bzip2": "; unpack it first",
    "application/x-xz": "; unpack it first",
}


def read_captures(
    inputs: Sequence[str], *, stdin: Callable[[], BinaryIO], settings: ReadSettings
) -> Iterator[Capture | Skipped]:
    """One capture or skipped input after another, in the order of ``inputs`` and of the records in each.

    ``stdin`` opens standard input, for the argument "-". Streams: a large JSONL is never held whole.
    """
    for source in find_sources(inputs, stdin):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from _read_source(source, settings)


def _read_source(source: Source, settings: ReadSettings) -> Iterator[Capture | Skipped]:
    try:
        with source.open() as stream:
            yield from _read_stream(source.name, stream, settings)
    except OSError as error:
        yield Skipped(source.name, f"cannot be read: {error.strerror or error}")


def _read_stream(name: str, stream: BinaryIO, settings: ReadSettings) -> Iterator[Capture | Skipped]:
    head = stream.read(_SNIFF)
    if not head.strip():
        yield Skipped(name, "is empty" if not head else "holds white space alone")
        return
    if media_type := media_type_of_binary(head):
        yield Skipped(name, f"no text in it: media type {media_type!r}{_READY_ADVICE.get(media_type, '')}")
        return
    if _begins_json_lines(head):
        yield from _read_lines(name, head, stream, settings)
        return
    content = head + stream.read(max(0, settings.max_document_bytes + 1 - len(head)))
    if len(content) > settings.max_document_bytes:
        limit = settings.max_document_bytes
        yield Skipped(name, f"holds more than {limit:,} bytes in one document (setting read.max_document_bytes)")
        return
    yield from _read_document(name, content)


def _begins_json_lines(head: bytes) -> bool:
    """Whether the first lines hold a JSON object a line, at least one of them with words of an article in it.

    A broken first line does not decide: the first few lines are tried.
    """
    lines = [line for line in head.lstrip(b"\xef\xbb\xbf").split(b"\n") if line.strip()][:20]
    if not lines or not any(line.lstrip().startswith(b"{") for line in lines):
        return False
    if len(lines) == 1 and len(head) >= _SNIFF:
        return lines[0].lstrip().startswith(b'{"')
    for line in lines:
        try:
            if looks_like_row(parse_record(line.decode("utf-8", "replace"))):
                return True
        except RowError:
            continue
    return False


def _read_lines(name: str, head: bytes, stream: BinaryIO, settings: ReadSettings) -> Iterator[Capture | Skipped]:
    records = _records(head.removeprefix(b"\xef\xbb\xbf"), stream, settings.max_record_bytes)
    for number, line in enumerate(records, 1):
        record_name = f"{name}#{number}"
        if line is None:
            limit = settings.max_record_bytes
            yield Skipped(record_name, f"is longer than {limit:,} bytes (setting read.max_record_bytes)")
        else:
            yield _line_capture(decode(line), record_name)


def _line_capture(line: str, name: str) -> Capture | Skipped:
    try:
        return row_capture(parse_record(line), name)
    except RowError as error:
        return Skipped(name, str(error))


def _records(head: bytes, stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines that are not blank; see ``_lines``."""
    return (line for line in _lines(head, stream, longest) if line is None or line.strip())


def _lines(head: bytes, stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of ``head`` and then ``stream``; None for one of more than ``longest`` bytes, which is not kept."""
    pending: list[bytes] = []
    size = 0
    for block in chain([head], iter(lambda: stream.read(1 << 20), b"")):
        *ended, rest = block.split(b"\n")
        for line in ended:
            whole = size + len(line) <= longest
            yield b"".join([*pending, line]) if whole else None
            pending, size = [], 0
        size += len(rest)
        if size <= longest:
            pending.append(rest)
    if size:
        yield b"".join(pending) if size <= longest else None


def _read_document(name: str, content: bytes) -> Iterator[Capture | Skipped]:
    text = decode(content)
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith(("{", "[")) and (rows := list(_rows_of(bare, name))):
        yield from rows
        return
    media = Media.HTML if looks_like_html(text) else Media.TEXT
    yield Capture(article_id("a_", content), name, media, text)


def _rows_of(text: str, name: str) -> Iterator[Capture | Skipped]:
    """The rows of a JSON object or array, or of JSON lines in a wide encoding; none where it is plain text."""
    try:
        record = parse_record(text)
    except RowError:
        lines = [line for line in text.split("\n") if line.strip()]
        if _begins_json_lines("\n".join(lines[:20]).encode("utf-8", "replace")):
            yield from (_line_capture(line, f"{name}#{number}") for number, line in enumerate(lines, 1))
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
