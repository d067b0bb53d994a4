"""CSV and TSV rows: one record after another, its fields named by the header.

A file is taken for a table where its first line names fields of a row (see ``rows``) and the next record has as many
cells. Cells are text and stay as they are, those that begin with "=", "+", "-" or "@" included: they are data here.
Source: RFC 4180, read tolerantly.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from headwater.model.capture import Skipped
from headwater.read.decode import decode, encoding_of
from headwater.read.reading import Items, Reading, beginning, rewound
from headwater.read.rows import CONTENT_NAMES, FIELD_NAMES, row_capture

_DELIMITERS = ",\t;|"
_SNIFF = 65_536
_LONGEST_NAME = 60
# What may be read twice because a quote was not closed, in records of the largest size: it bounds the time.
_READ_TWICE = 20


def begins_delimited(head: bytes) -> bool:
    """Whether ``head`` begins with a header that names fields of a row, and a record that fits it."""
    text = io.StringIO(decode(head).lstrip("\ufeff"), newline="")
    header = text.readline(_SNIFF).rstrip("\r\n")
    delimiter = _delimiter(header)
    if delimiter is None:
        return False
    columns = len(_names(header, delimiter))
    filled = (line for line in text if line.strip())
    try:
        cells = next(csv.reader(filled, delimiter=delimiter), [])
    except csv.Error:
        return False
    return 2 <= len(cells) <= columns + 1 and len(cells) >= columns - 1


def _names(header: str, delimiter: str) -> list[str]:
    """The names in a header line, in lower case."""
    return [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]


def _delimiter(header: str) -> str | None:
    """The delimiter that makes of ``header`` the most known names, one with words of an article among them."""
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        names = _names(header, delimiter)
        known = len(FIELD_NAMES & set(names))
        # One known name alone may be the first word of a sentence with commas.
        is_named = known >= 2 or not any(" " in name for name in names)
        fits = (
            is_named
            and len(names) >= 2
            and all(0 < len(name) <= _LONGEST_NAME for name in names)
            and CONTENT_NAMES & set(names)
        )
        if fits and (best is None or known > best[0]):
            best = (known, delimiter)
    return best[1] if best else None


def read_delimited(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """One capture or skipped row after another, numbered from the record below the header."""
    head = beginning(stream, _SNIFF)
    text = io.TextIOWrapper(rewound(head, stream), encoding=encoding_of(head), errors="replace", newline="")
    longest = reading.settings.max_record_bytes
    # The limit of the csv module is one for the whole process; the larger one does no harm to anybody else.
    csv.field_size_limit(max(longest, csv.field_size_limit()))
    lines = _Lines(text, longest)
    header = lines.take().lstrip("\ufeff").rstrip("\r\n")
    delimiter = _delimiter(header) or ","
    names = _names(header, delimiter)
    for number, cells in enumerate(_records(lines, delimiter), 1):
        if isinstance(cells, str):
            yield Skipped(f"{name}#{number}", cells)
        else:
            yield row_capture(_record(names, cells), f"{name}#{number}")
    text.detach()


def _record(names: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by name, empty ones left out; the first of several columns of one name, extra cells by position."""
    record: dict[str, str] = {}
    for position, cell in enumerate(cells):
        name = names[position] if position < len(names) and names[position] else f"column {position + 1}"
        if cell.strip():
            record.setdefault(name, cell)
    return record


class _Lines:
    """The lines of a text for the csv module; those of the present record are remembered, so that it can be retried."""

    def __init__(self, text: io.TextIOWrapper, longest: int) -> None:
        self.longest = longest
        self.taken: list[str] = []
        self.has_ended = False
        self._text = text
        self._again: deque[str] = deque()
        self._size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.take()
        if not line:
            self.has_ended = True
            raise StopIteration
        self.taken.append(line)
        self._size += len(line)
        if self._size > self.longest:
            raise csv.Error("too long")
        return line

    def take(self) -> str:
        """The next line, cut at one character over the limit; "" at the end."""
        return self._again.popleft() if self._again else self._text.readline(self.longest + 1)

    def begin(self) -> None:
        """Forget the last record."""
        self.taken, self._size, self.has_ended = [], 0, False

    def leniently(self, delimiter: str) -> list[str]:
        """The cells of a record of one line whose quotes are odd; none where that cannot be told."""
        if len(self.taken) != 1 or self.has_ended or self._size > self.longest:
            return []
        return next(csv.reader(self.taken, delimiter=delimiter), [])

    def give_up(self) -> str:
        """The reason why the present record is not read, after making its second line the next one to come."""
        if len(self.taken) > 1:
            self._again.extendleft(reversed(self.taken[1:]))
            return f"opens a quote that is not closed in the {len(self.taken):,} lines after it, expected its end"
        line = self.taken[0]
        while line and not line.endswith(("\n", "\r")):
            line = self.take()
        if self.has_ended:
            return "opens a quote that is not closed, expected its end"
        return f"is longer than {self.longest:,} characters (setting read.max_record_bytes)"


def _records(lines: _Lines, delimiter: str) -> Iterator[list[str] | str]:
    """The records that are not blank; for one that cannot be read the reason.

    A quote that is opened and never closed would swallow the rest of the file: the line that opens it is given up, and
    reading goes on at the next one.
    """
    again = 0
    while again <= _READ_TWICE * lines.longest:
        lines.begin()
        try:
            cells = next(csv.reader(lines, delimiter=delimiter, strict=True), None)
        except csv.Error:
            cells = lines.leniently(delimiter)
        else:
            if cells is None:
                return
        if not cells and lines.taken and lines.taken[0].strip():
            again += sum(map(len, lines.taken[1:]))
            yield lines.give_up()
        elif any(cell.strip() for cell in cells):
            yield cells
    yield "and what comes after it is not read: too many quotes are opened and never closed"
