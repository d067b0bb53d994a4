"""The text of a PDF, through the extra ``pdf`` (pypdf); the only file that imports it.

Lines that a page's layout broke are joined to paragraphs. Nothing is known of columns, headers and footers: what stands
on the page is read in the order in which the file holds it. A scan has no text and is listed as skipped.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from headwater.model.capture import Capture, Media, Skipped
from headwater.read.reading import DamagedError, Items, LimitError, Reading, UnusableError, whole
from headwater.read.rows import article_id

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 300
_ENDS = re.compile("[.!?:\u2026\u3002][\"'\u201d\u2019\u00bb)\\]]{0,3}\\Z")
# A line shorter than this share of the page's usual line, at a sentence's end, is the last of its paragraph.
_FULL_LINE = 0.8


def read_pdf(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """The one capture of a PDF; raises UnusableError without the extra, and where the file cannot be read."""
    try:
        from pypdf import PdfReader  # an extra: only read here
    except ImportError as error:
        raise UnusableError("is a PDF: install 'headwater[pdf]' to read it, or save its text and give that") from error
    content, damage = whole(stream, reading.settings.max_file_bytes, "max_file_bytes")
    if damage:
        raise damage
    # It reports each fault it mends; what cannot be read is told by the skipped inputs.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        text = _text(PdfReader(io.BytesIO(content)), reading.settings.max_document_bytes)
    except UnusableError:
        raise
    except Exception as error:
        # A door: on broken files pypdf raises whatever its own code runs into.
        raise DamagedError(
            f"is damaged, or not as PDF files are: {type(error).__name__}: {str(error)[:200]}"
        ) from error
    if text.strip():
        yield Capture(article_id("a_", content), name, Media.TEXT, text)
    else:
        yield Skipped(name, "is a PDF without text in it (a scan?); recognise its text first and give that")


def _text(reader: PdfReader, longest: int) -> str:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnusableError("is a PDF with a password; save it without and give that")
    if len(reader.pages) > _MOST_PAGES:
        raise LimitError(f"is a PDF of {len(reader.pages):,} pages, expected an article of at most {_MOST_PAGES:,}")
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        lines = [line.strip() for line in page.extract_text().split("\n")]
        pages.extend(paragraphs(lines))
        size += sum(map(len, lines))
        if size > longest:
            raise LimitError(f"holds more than {longest:,} bytes in one document (setting read.max_document_bytes)")
    return "\n\n".join(pages)


def paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs that a page's lines make up; hyphens at a line's end are undone before a small letter."""
    usual = sorted(len(line) for line in lines if line)
    width = usual[len(usual) * 3 // 4] if usual else 0
    pending: list[str] = []
    for line in lines:
        if line:
            pending.append(line)
        is_last = not line or len(line) < _FULL_LINE * width
        if pending and is_last and (not line or _ENDS.search(line) or len(pending) == 1):
            yield _joined(pending)
            pending = []
    if pending:
        yield _joined(pending)


def _joined(lines: Sequence[str]) -> str:
    parts = [lines[0]]
    for line in lines[1:]:
        is_broken_word = parts[-1].endswith("-") and parts[-1][-2:-1].isalpha() and line[:1].islower()
        if is_broken_word:
            parts[-1] = parts[-1][:-1]
        parts.append(line if is_broken_word else f" {line}")
    return "".join(parts)
