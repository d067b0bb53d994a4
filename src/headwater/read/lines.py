"""JSON lines: one row a line, however long the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from headwater.model.capture import Capture, Skipped
from headwater.read.decode import decode
from headwater.read.feeds import is_json_feed
from headwater.read.reading import Items, Reading, blocks
from headwater.read.rows import RowError, looks_like_row, parse_record, row_capture

_BOM = b"\xef\xbb\xbf"
_TRIED_LINES = 20


def begins_json_lines(head: bytes, *, is_all: bool) -> bool:
    """Whether the first lines hold a JSON object a line, at least one of them with words of an article in it.

    A broken first line does not decide: the first few lines are tried. ``is_all`` says that nothing follows ``head``.
    """
    lines = [line for line in head.lstrip(_BOM).split(b"\n") if line.strip()][:_TRIED_LINES]
    if not lines or not any(line.lstrip().startswith(b"{") for line in lines):
        return False
    if len(lines) == 1 and not is_all:
        return lines[0].lstrip().startswith(b'{"')
    for line in lines:
        try:
            record = parse_record(line.decode("utf-8", "replace"))
        except RowError:
            continue
        if looks_like_row(record):
            return not is_json_feed(record)
    return False


def read_json_lines(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """One row or skipped line after another; a line over the limit does not take its neighbours."""
    longest = reading.settings.max_record_bytes
    for number, line in enumerate(_records(stream, longest), 1):
        record_name = f"{name}#{number}"
        if line is None:
            yield Skipped(record_name, f"is longer than {longest:,} bytes (setting read.max_record_bytes)")
        else:
            yield line_capture(decode(line), record_name)


def line_capture(line: str, name: str) -> Capture | Skipped:
    """The capture of one line of JSON."""
    try:
        return row_capture(parse_record(line), name)
    except RowError as error:
        return Skipped(name, str(error))


def _records(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines that are not blank; see ``_lines``."""
    for number, line in enumerate(_lines(stream, longest)):
        bare = line.removeprefix(_BOM) if line is not None and not number else line
        if bare is None or bare.strip():
            yield bare


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of ``stream``; None for one of more than ``longest`` bytes, which is not kept."""
    pending: list[bytes] = []
    size = 0
    for block in blocks(stream):
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
