"""Text for a terminal: styles, widths, wrapping and tables.

A style is put around words as a pair of non-characters and becomes colour, or nothing, only in ``finish``, where every
control character is taken out as well. So no text from an article can move the cursor, recolour or rename a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

_END = "\ufdd0"


class Style(StrEnum):
    """How words stand out; the value opens the style."""

    STRONG = "\ufdd1"
    QUIET = "\ufdd2"
    WARNING = "\ufdd3"
    CUT = "\ufdd4"
    ADDED = "\ufdd5"
    LINK = "\ufdd6"


_SGR = {
    Style.STRONG: "\x1b[1m",
    Style.QUIET: "\x1b[2m",
    Style.WARNING: "\x1b[1;33m",
    Style.CUT: "\x1b[31m",
    Style.ADDED: "\x1b[32m",
    Style.LINK: "\x1b[36m",
}
_MARKS = re.compile(f"[{_END}{''.join(_SGR)}]")
# C0 and C1 controls but the newline, surrogates, and what reorders or hides text: bidi controls, zero-width, BOM.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def styled(text: str, style: Style) -> str:
    """``text`` with each of its words in a style, so that it can still be wrapped."""
    return " ".join(f"{style}{word}{_END}" for word in text.split())


def finish(lines: Sequence[str], *, color: bool) -> str:
    """The lines as safe text, styles turned into SGR sequences (ECMA-48) or left out; ends in a newline."""
    text = _UNSAFE.sub("", "\n".join(line.rstrip().replace("\n", " ") for line in lines))
    if not color:
        return _MARKS.sub("", text) + "\n"
    for style, sequence in _SGR.items():
        text = text.replace(style.value, sequence)
    return text.replace(_END, "\x1b[0m") + "\n"


def columns(text: str) -> int:
    """How many columns ``text`` takes: East Asian wide characters two, marks and controls none (UAX 11)."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if _MARKS.match(character) or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """``text`` in lines of at most ``width`` columns, the first begun with ``first``, the others with ``rest``.

    A word longer than a line is broken. ``rest`` is by default as many spaces as ``first`` has columns.
    """
    indent = " " * columns(first) if rest is None else rest
    lines, line, used = [], first, columns(first)
    fresh = True
    for word in _broken(text.split(), max(8, width - max(columns(first), columns(indent)))):
        size = columns(word)
        if not fresh and used + 1 + size > width:
            lines.append(line)
            line, used, fresh = indent, columns(indent), True
        line += word if fresh else f" {word}"
        used += size if fresh else size + 1
        fresh = False
    return [*lines, line]


def _broken(words: Sequence[str], room: int) -> list[str]:
    parts: list[str] = []
    for word in words:
        at = 0
        while len(word) - at > room or columns(word[at:]) > room:
            end = _fitting(word, room, at)
            parts.append(word[at:end])
            at = end
        parts.append(word[at:])
    return [part for part in parts if part]


def _fitting(word: str, room: int, start: int = 0) -> int:
    """How far the characters from ``start`` fit into ``room`` columns; always past the first."""
    used = 0
    for at in range(start, len(word)):
        used += _columns_of(word[at])
        if used > room:
            return max(start + 1, at)
    return len(word)


def cut(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` columns, an ellipsis where it was cut."""
    line = " ".join(text[: width * 10].split())
    if columns(line) <= width:
        return line
    return line[: _fitting(line, max(1, width - 1))].rstrip() + "…"


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, flexible: int) -> list[str]:
    """Rows under a head, columns as wide as they need, but the ``flexible`` one as wide as the rest leaves room for."""
    sizes = [max(columns(row[at]) for row in (head, *rows)) for at in range(len(head))]
    taken = sum(sizes) - sizes[flexible] + 2 * (len(head) - 1)
    sizes[flexible] = min(sizes[flexible], max(12, width - taken))
    lines = []
    for number, row in enumerate((head, *rows)):
        cells = [cut(cell, size) for cell, size in zip(row, sizes, strict=True)]
        padded = [cell + " " * (size - columns(cell)) for cell, size in zip(cells, sizes, strict=True)]
        line = cut("  ".join(padded).rstrip(), width) if width < taken else "  ".join(padded)
        lines.append(styled_line(line, Style.STRONG) if number == 0 else line)
    return lines


def styled_line(line: str, style: Style) -> str:
    """A line that is not wrapped any more, in a style, its spaces kept."""
    return f"{style}{line.rstrip()}{_END}"
