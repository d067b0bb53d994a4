"""Text files in which a news database exported many articles: split into one row an article.

Two layouts are told by the line that parts the articles, which no article holds: Nexis ("Document 1 of 20",
"1 of 20 DOCUMENTS", "End of Document") and Factiva ("Document" and an accession number of 25 letters and digits, with
or without its two-letter field codes). Labelled lines become fields, the body the text. What stands before the first
article (the cover page of the search) is not an article and is left out.

The layouts are those that the tools of the field read: LexisNexisTools and tm.plugin.factiva (both R).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from headwater.model.capture import Capture, Media, Row, Skipped
from headwater.read.export_fields import factiva_fields, nexis_fields
from headwater.read.reading import Items
from headwater.read.rows import article_id

_NEXIS_BEGIN = re.compile(
    r"[ \t]{0,200}(?:Document[ \t]{1,9}\d{1,6} of \d{1,6}|\d{1,6} of \d{1,6}[ \t]{1,9}DOCUMENTS)[ \t\r]{0,200}"
)
_NEXIS_END = re.compile(r"[ \t]{0,200}End of Document[ \t\r]{0,200}")
_NEXIS_SIGN = re.compile(r"^[ \t]{0,200}(?:LENGTH|Length|LOAD-DATE|Load-Date|BODY|HEADLINE):", re.M)
_FACTIVA_END = re.compile(r"(?:AN[ \t]{1,9})?Document[ \t]{1,9}(?=[A-Za-z]{0,10}\d)([A-Za-z0-9]{25})[ \t\r]{0,200}")
_FACTIVA_SIGN = re.compile(r"^(?:WC[ \t]{1,9})?[\d,]{1,9} words[ \t\r]{0,200}$", re.M)
_LONGEST_FOOTER = 500

_Fields = dict[str, str]


def is_export(text: str) -> bool:
    """Whether ``text`` is an export of a news database, by its parting lines and its labels."""
    if "ocument" not in text and "DOCUMENTS" not in text:
        return False
    return _layout(text.split("\n"), text) is not None


def export_captures(name: str, text: str) -> Items:
    """One capture or skipped article after another; the id is from the article's lines in the export."""
    lines = text.split("\n")
    layout = _layout(lines, text)
    if layout is None:
        return
    split, fields_of = layout
    for number, part in enumerate(split(lines), 1):
        record_name = f"{name}#{number}"
        fields = fields_of([line.rstrip() for line in part])
        if fields.get("text") or fields.get("title"):
            raw = "\n".join(part).encode("utf-8", "replace")
            yield Capture(article_id("a_", raw), record_name, Media.ROW, "", _row(fields))
        else:
            yield Skipped(record_name, "no text in it: expected a headline or a body between the lines of the export")


def _row(fields: _Fields) -> Row:
    authors = tuple(part.strip() for part in re.split(r";|, | and ", fields.get("authors", "")) if part.strip())
    known = {key: value for key, value in fields.items() if key != "authors" and value}
    return Row(authors=authors, **known)


def _layout(
    lines: Sequence[str], text: str
) -> tuple[Callable[[Sequence[str]], Iterator[list[str]]], Callable[[Sequence[str]], _Fields]] | None:
    """How to split the export and read its parts; None where ``lines`` are no export."""
    if any(_FACTIVA_END.fullmatch(line) for line in lines) and _FACTIVA_SIGN.search(text):
        return _split_after(_FACTIVA_END), factiva_fields
    if not _NEXIS_SIGN.search(text):
        return None
    if any(_NEXIS_BEGIN.fullmatch(line) for line in lines):
        return _split_before(_NEXIS_BEGIN), nexis_fields
    if any(_NEXIS_END.fullmatch(line) for line in lines):
        return _split_after(_NEXIS_END), nexis_fields
    return None


def _split_before(mark: re.Pattern[str]) -> Callable[[Sequence[str]], Iterator[list[str]]]:
    def split(lines: Sequence[str]) -> Iterator[list[str]]:
        part: list[str] | None = None
        for line in lines:
            if mark.fullmatch(line):
                if part is not None:
                    yield part
                part = []
            elif part is not None and not _NEXIS_END.fullmatch(line):
                part.append(line)
        if part is not None:
            yield part

    return split


def _split_after(mark: re.Pattern[str]) -> Callable[[Sequence[str]], Iterator[list[str]]]:
    def split(lines: Sequence[str]) -> Iterator[list[str]]:
        part: list[str] = []
        for line in lines:
            part.append(line)
            if mark.fullmatch(line):
                yield part
                part = []
        # A last article that was cut off has no parting line; a page footer has no body.
        if sum(len(line) for line in part) > _LONGEST_FOOTER:
            yield part

    return split
