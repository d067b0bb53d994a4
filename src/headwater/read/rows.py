"""Rows: records of JSON documents and JSON lines, their field names brought to ours."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import re

from headwater.model.capture import Capture, Media, Row, Skipped

_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "url": ("url",),
    "outlet": ("outlet", "source", "source_domain", "publisher", "series"),
    "date": ("date", "published", "date_publish"),
    "title": ("title",),
    "standfirst": ("standfirst", "description"),
    "language": ("language", "lang"),
    "text": ("text", "body", "maintext"),
    "html": ("html",),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_CONTENT = ("text", "html", "title")
#: Every name under which a row's field is understood, and those that can hold an article's words.
FIELD_NAMES = frozenset({"authors"}.union(*_NAMES.values()))
CONTENT_NAMES = frozenset(name for field in _CONTENT for name in _NAMES[field])
_AUTHOR_SPLIT = re.compile(r"\s*(?:;|,|\|| and )\s*")
_LONGEST_INTEGER = 300
_EPOCH = range(100_000_000, 10_000_000_000)


class RowError(ValueError):
    """A record that cannot be used; the message says what was found and what was expected."""


def parse_record(line: str) -> object:
    """The JSON value of ``line``; raises RowError with what is wrong where it is not JSON."""
    try:
        return _DECODER.decode(line)
    except json.JSONDecodeError as error:
        raise RowError(f"broken JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise RowError("broken JSON: nested too deeply") from error


def _integer(digits: str) -> int | str:
    # Python refuses to convert thousands of digits (a guard against quadratic time); such an id is kept as written.
    return int(digits) if len(digits) <= _LONGEST_INTEGER else digits


def _decimal(digits: str) -> float | str:
    # 1e400 is valid JSON and infinite as a float; it is kept as written.
    value = float(digits)
    return value if math.isfinite(value) else digits


_DECODER = json.JSONDecoder(parse_int=_integer, parse_float=_decimal, parse_constant=str)
_CONTROLS = bytes(sign for sign in range(32) if sign != 10)
_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def row_capture(record: object, name: str) -> Capture | Skipped:
    """The capture of one record, its id a hash of the record as canonical JSON; skipped where it holds no text."""
    try:
        row = to_row(record)
    except RowError as error:
        return Skipped(name, str(error))
    return Capture(article_id("a_", canonical(record)), name, Media.ROW, "", row)


def canonical(record: object) -> bytes:
    """``record`` as JSON with sorted keys and no white space, in UTF-8."""
    if not isinstance(record, dict):
        return _ENCODER.encode(record).encode("utf-8", "surrogatepass")
    return b"{" + b",".join(_written(name) + b":" + _written(value) for name, value in sorted(record.items())) + b"}"


def _written(value: object) -> bytes:
    """``value`` as JSON; the words of an article in a third of the encoder's time."""
    raw = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else None
    if raw is None or len(raw.translate(None, _CONTROLS)) < len(raw):
        return _ENCODER.encode(value).encode("utf-8", "surrogatepass")
    return b'"' + raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'


def article_id(prefix: str, content: bytes) -> str:
    """``prefix`` and 16 hexadecimal digits of the SHA-256 of ``content`` (64 bits)."""
    return prefix + hashlib.sha256(content).hexdigest()[:16]


def looks_like_row(record: object) -> bool:
    """Whether a JSON value is an object with at least one field that can hold an article's words."""
    return isinstance(record, dict) and any(name in record for field in _CONTENT for name in _NAMES[field])


def to_row(record: object) -> Row:
    """The row of a JSON object; raises RowError where it is no object or has no words in it.

    A field of another type than expected counts as absent, unless no words are left without it.
    """
    if not isinstance(record, dict):
        raise RowError(f"is {_type_name(record)}, expected a JSON object")
    fields: dict[str, str | None] = dict.fromkeys(_NAMES)
    for field in {_FIELDS[name] for name in record if name in _FIELDS}:
        fields[field] = _field(record, _NAMES[field])
    if not any((fields[field] or "").strip() for field in _CONTENT):
        raise RowError(_no_words(record))
    language = (fields["language"] or "").strip().lower()[:2]
    return Row(
        id=fields["id"],
        url=fields["url"],
        outlet=fields["outlet"],
        date=_date(record) or fields["date"],
        title=fields["title"],
        standfirst=fields["standfirst"],
        authors=_authors(record.get("authors")),
        language=language or None,
        text=fields["text"],
        html=fields["html"],
    )


def _field(record: dict[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return _writable(value)
        if name == "id" and isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return None


def _date(record: dict[str, object]) -> str | None:
    """A date given as seconds since 1970 (UTC), as ISO 8601; None for any other form."""
    for name in _NAMES["date"]:
        value = record.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and value // 1 in _EPOCH:
            return dt.datetime.fromtimestamp(value, tz=dt.UTC).isoformat()
    return None


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(_writable(name) for name in _AUTHOR_SPLIT.split(value.strip()) if name)
    if isinstance(value, list):
        return tuple(_writable(name.strip()) for name in value if isinstance(name, str) and name.strip())
    return ()


def _no_words(record: dict[str, object]) -> str:
    for field in _CONTENT:
        for name in _NAMES[field]:
            value = record.get(name)
            if value is not None and not isinstance(value, str):
                return f"field {name!r} is {_type_name(value)}, expected a string"
    return "no text in it: expected a field 'text', 'html' or 'title' with words in it"


def _type_name(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def _writable(text: str) -> str:
    """``text`` without lone surrogates, which no encoding can write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
