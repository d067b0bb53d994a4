"""Rows of the labelled sets as articles, built as the program builds them from a row's own fields."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from headwater.model.article import Article, Part, Published, Sentence, StatedKind
from headwater.text.sentences import sentence_spans

RowMapping = Mapping[str, Any]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSONL file, packed or not."""
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        if line.strip():
            yield json.loads(line)


def _day(row: RowMapping) -> dt.date | None:
    stated = row.get("date") or row.get("published") or row.get("date_publish")
    return dt.date.fromisoformat(str(stated)[:10]) if stated else None


def article_from_row(row: RowMapping, *, dated: bool = True, split: bool = True) -> Article:
    """The article of a row: its title, standfirst and text as they stand, its date as the page's own.

    ``split`` False leaves each part one sentence, for measurements that do not need them.
    """
    text, sentences = "", list[Sentence]()
    fields = (
        (Part.TITLE, row.get("title")),
        (Part.STANDFIRST, row.get("standfirst") or row.get("description")),
        (Part.BODY, row.get("text") or row.get("body")),
    )
    for part, piece in fields:
        if not piece or not piece.strip():
            continue
        text += "\n\n" if text else ""
        for start, end in sentence_spans(piece) if split else [(0, len(piece))]:
            sentences.append(Sentence(f"s{len(sentences) + 1}", len(text) + start, len(text) + end, part))
        text += piece
    key = str(row.get("id") or row.get("dId") or text)
    day = _day(row) if dated else None
    return Article(
        id="a_" + hashlib.sha256(key.encode()).hexdigest()[:16],
        input=key[:60],
        text=text,
        sentences=tuple(sentences),
        key=key,
        url=row.get("url"),
        outlet=row.get("source") or row.get("source_domain") or row.get("outlet"),
        language=row.get("lang"),
        title=row.get("title") or None,
        standfirst=row.get("standfirst") or row.get("description") or None,
        published=Published(day, day, day, day, StatedKind.PUBLICATION) if day else Published(),
    )
