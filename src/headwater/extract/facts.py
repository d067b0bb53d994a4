"""Facts: what a page says about itself beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.article import StatedKind


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that the page or row gives for itself, word for word."""

    text: str
    kind: StatedKind


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page's metadata or a row's fields say; absent facts are None."""

    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    dates: tuple[StatedDate, ...] = ()
