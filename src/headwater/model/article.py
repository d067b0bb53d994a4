"""Article: the editorial content of one input, and everything that was parted from it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

_START = attrgetter("start")


class Part(StrEnum):
    """Where in the article a sentence stands."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BODY = "body"


class FurnitureKind(StrEnum):
    """What a line that is not editorial content is there for."""

    NAVIGATION = "navigation"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTICE = "notice"
    LEGAL = "legal"
    METADATA = "metadata"
    OTHER = "other"


class PageKind(StrEnum):
    """What a page is; only articles, liveblogs and galleries are reported on."""

    ARTICLE = "article"
    LIVEBLOG = "liveblog"
    GALLERY = "gallery"
    STUB = "stub"
    ERROR = "error"


class SignKind(StrEnum):
    """What the text of one article shows about its own making."""

    MACHINE_REWRITTEN = "machine-rewritten"
    MACHINE_TRANSLATED = "machine-translated"
    TRUNCATED = "truncated"
    NOT_AN_ARTICLE = "not-an-article"


class StatedKind(StrEnum):
    """What the date that a page gives for itself is the date of."""

    PUBLICATION = "publication"
    REPUBLICATION = "republication"
    CRAWL = "crawl"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A half-open span of code points in an article's ``text`` or in one of its furniture items.

    Exactly one of ``sentence`` and ``furniture`` is set. For a sentence the offsets count in
    ``Article.text``; for furniture they count in that item's own ``text``. A span that runs over several sentences
    names the one it begins in.
    """

    article: str
    start: int
    end: int
    sentence: str | None = None
    furniture: str | None = None

    def __post_init__(self) -> None:
        if (self.sentence is None) == (self.furniture is None):
            raise ValueError(f"a citation names a sentence or a furniture item, not both or none: {self}")
        if not 0 <= self.start < self.end:
            raise ValueError(f"a citation spans at least one character: {self}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A citable unit: ``text[start:end]`` of its article, without surrounding white space."""

    id: str
    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of the page that is not editorial content, verbatim."""

    id: str
    text: str
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is held to be so, in words, with the evidence."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """When the text was written, and why this is believed.

    ``date`` is the best estimate or None; ``earliest`` and ``latest`` bound what the evidence allows (None: no bound).
    ``stated`` is the day that the page or row gives for itself, in its own zone.
    """

    date: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    stated: dt.date | None = None
    stated_kind: StatedKind | None = None
    stated_rejected: bool = False
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if (self.stated is None) != (self.stated_kind is None):
            raise ValueError("a stated date has a kind, and only a stated date has one")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} lies after latest {self.latest}")


@dataclass(frozen=True, slots=True)
class Sign:
    """A trait of the text that shows how it was made, with the places that show it."""

    kind: SignKind
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One input's editorial text with its sentences, its furniture and what is known about it.

    ``text`` is title, standfirst and body in reading order, paragraphs parted by a blank line, in one offset space.
    ``sentences`` are in order and do not overlap. ``credit`` is the agency that the page credits for the text
    ("Reuters"), ``dateline`` the place the text is filed from; both None where the page does not say.
    """

    id: str
    input: str
    text: str
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...] = ()
    also: tuple[str, ...] = ()
    key: str | None = None
    page: PageKind = PageKind.ARTICLE
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    title: str | None = None
    standfirst: str | None = None
    credit: str | None = None
    dateline: str | None = None
    published: Published = Published()
    signs: tuple[Sign, ...] = ()
    unsupported: tuple[str, ...] = ()

    def slice(self, sentence: Sentence) -> str:
        """The words of one of this article's sentences."""
        return self.text[sentence.start : sentence.end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers ``offset``, else the last one that begins before it; None before the first."""
        at = bisect_right(self.sentences, offset, key=_START) - 1
        return self.sentences[at] if at >= 0 else None

    def cite(self, start: int, end: int) -> Citation:
        """The citation of ``text[start:end]``; raises ValueError for a span before the first sentence."""
        sentence = self.sentence_at(start)
        if sentence is None or end > len(self.text):
            raise ValueError(f"no sentence of {self.id} covers {start}..{end}")
        return Citation(self.id, start, end, sentence=sentence.id)

    def cited(self, citation: Citation) -> str:
        """The words that ``citation`` spans in this article; raises KeyError for an unknown furniture item."""
        if citation.furniture is None:
            return self.text[citation.start : citation.end]
        for item in self.furniture:
            if item.id == citation.furniture:
                return item.text[citation.start : citation.end]
        raise KeyError(citation.furniture)
