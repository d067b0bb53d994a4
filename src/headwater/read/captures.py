"""Captures: every input opened, its format told by its content, and handed to the reader of that format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from headwater.model.capture import Capture, Skipped
from headwater.read.decode import media_type_of_binary
from headwater.read.delimited import begins_delimited, read_delimited
from headwater.read.documents import read_document
from headwater.read.lines import begins_json_lines, read_json_lines
from headwater.read.mail import begins_message, read_message
from headwater.read.parquet import read_parquet
from headwater.read.pdf import read_pdf
from headwater.read.reading import Budget, DamagedError, Items, Reading, UnusableError, beginning, rewound
from headwater.read.settings import ReadSettings
from headwater.read.sources import Source, find_sources
from headwater.read.unpack import UNPACKERS, unpacked
from headwater.read.warc import read_warc
from headwater.read.zips import read_zip

_SNIFF = 65_536
_ADVICE = {"application/x-xz": "; unpack it first"}
_Reader = Callable[[str, BinaryIO, Reading], Items]


def read_captures(
    inputs: Sequence[str], *, stdin: Callable[[], BinaryIO], settings: ReadSettings
) -> Iterator[Capture | Skipped]:
    """One capture or skipped input after another, in the order of ``inputs`` and of the records in each.

    ``stdin`` opens standard input, for the argument "-". Streams: a large JSONL or WARC is never held whole.
    """
    for source in find_sources(inputs, stdin):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from _limited(source, settings)


def _limited(source: Source, settings: ReadSettings) -> Items:
    items = _read_source(source, settings)
    yield from islice(items, settings.max_records)
    if next(items, None) is not None:
        limit = settings.max_records
        yield Skipped(
            source.name, f"holds more than {limit:,} records; the rest is not read (setting read.max_records)"
        )


def _read_source(source: Source, settings: ReadSettings) -> Items:
    reading = Reading(settings, Budget(settings.max_unpacked_bytes), read_stream)
    try:
        with source.open() as stream:
            yield from read_stream(source.name, stream, reading)
    except OSError as error:
        yield Skipped(source.name, f"cannot be read: {error.strerror or error}")


def read_stream(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """The captures of one stream; where it cannot be read on, the last item says why and nothing is raised."""
    found = 0
    try:
        for item in _read_by_content(name, stream, reading):
            found += 1
            yield item
    except DamagedError as error:
        yield Skipped(name, f"{error}; what came before was read" if found else str(error))
    except UnusableError as error:
        yield Skipped(name, str(error))


def _read_by_content(name: str, stream: BinaryIO, reading: Reading) -> Items:
    head = beginning(stream, _SNIFF)
    media_type = media_type_of_binary(head)
    reader = _BINARY.get(media_type or "") or (None if media_type else _text_reader(head))
    if unpacker := UNPACKERS.get(media_type or ""):
        inner = unpacked(rewound(head, stream), unpacker, reading.settings, reading.budget)
        yield from reading.inside(name, inner)
    elif head.startswith(b"WARC/"):
        yield from read_warc(name, rewound(head, stream), reading)
    elif reader:
        yield from reader(name, rewound(head, stream), reading)
    elif media_type:
        yield Skipped(name, f"no text in it: media type {media_type!r}{_ADVICE.get(media_type, '')}")
    else:
        # Blank so far: the rest decides only whether it was cut off.
        yield from _read_blank(name, head, stream, reading)


def _text_reader(head: bytes) -> _Reader | None:
    """The reader of a stream of text that begins with ``head``; None where that is blank."""
    if not head.strip():
        return None
    if begins_json_lines(head, is_all=len(head) < _SNIFF):
        return read_json_lines
    if begins_message(head):
        return read_message
    if begins_delimited(head):
        return read_delimited
    return read_document


def _read_blank(name: str, head: bytes, stream: BinaryIO, reading: Reading) -> Items:
    if len(head) == _SNIFF:
        yield from read_document(name, rewound(head, stream), reading)
        return
    stream.read(1)  # raises what cut it off
    yield Skipped(name, "is empty" if not head else "holds white space alone")


_BINARY: dict[str, _Reader] = {
    "application/zip": read_zip,
    "application/pdf": read_pdf,
    "application/vnd.apache.parquet": read_parquet,
}
