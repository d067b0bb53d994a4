"""Capture: one input as it was read, decoded but not yet understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """What an input holds."""

    TEXT = "text"
    HTML = "html"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file or archive, its field names brought to ours; absent fields are None.

    ``date`` is what the record states as its date, ``captured`` when an archive fetched the page (ISO 8601): the text
    is not younger, and may be much older.
    """

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    text: str | None = None
    html: str | None = None
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One input's content. ``text`` is the decoded text or HTML ("" for a row); ``row`` is set for a row alone.

    ``article_id`` is a hash of the raw content, ``input`` the name to show, ``also`` further inputs with the very same
    content.
    """

    article_id: str
    input: str
    media: Media
    text: str
    row: Row | None = None
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.media is Media.ROW) != (self.row is not None):
            raise ValueError("a row capture holds a row, and only a row capture does")


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """An input that could not be used, and why."""

    input: str
    reason: str
