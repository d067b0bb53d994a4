"""Particulars: what one article says, before articles are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from headwater.model.article import Article, Citation


class TimexType(StrEnum):
    """The kinds of time expression of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Granularity(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class EntityType(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


class Modality(StrEnum):
    """Whether a figure is stated, expected or denied."""

    STATED = "stated"
    EXPECTED = "expected"
    DENIED = "denied"


class ValueKind(StrEnum):
    """The shape of a figure."""

    VALUE = "value"
    RANGE = "range"
    BOUND = "bound"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in an article. ``value`` is its TIMEX3 value.

    ``first`` and ``last`` are the first and last calendar day it covers; None for a duration, a set, or where nothing
    anchors it. ``granularity`` is that of the text, None with ``first``.
    """

    citation: Citation
    text: str
    type: TimexType
    value: str
    first: date | None = None
    last: date | None = None
    granularity: Granularity | None = None


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in an article, verbatim; ``key``, the fullest form, joins the mentions of one thing in this article."""

    citation: Citation
    text: str
    type: EntityType
    key: str
    role: str | None = None  # an apposition or title that the text gives: "Secretary General", "Iraqi Prime Minister"


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """Words in quotation marks, without the marks, and whose they are.

    ``speaker`` is the fullest form of the speaker in this article ("Ana Rivas", "a senior police official"),
    None where the text does not say. The parts of a split quote share ``utterance``, a number within the article.
    """

    citation: Citation
    text: str
    utterance: int
    speaker: str | None = None
    speaker_citation: Citation | None = None
    cue: str | None = None


class AttributionKind(StrEnum):
    """In what manner a statement is laid at somebody's door."""

    SAID = "said"
    CLAIMED = "claimed"
    DENIED = "denied"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class AttributionMention:
    """A sentence that reports somebody's statement. ``chain`` is who is said to have said it, nearest first.

    In "X told Reuters" the nearest is Reuters, then X. ``citation`` spans the sentence; ``speaker_citation`` the words
    that name the last of the chain; None where it is carried over from a sentence before.
    """

    citation: Citation
    chain: tuple[str, ...]
    kind: AttributionKind = AttributionKind.SAID
    speaker_citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure in an article.

    ``citation`` spans the expression with its hedge ("from 500 to about 4,000"). ``unit`` is a singular code
    ("people", "USD", "percent", "km", "day") or None; ``what`` the counted thing as the text words it ("troops",
    "people killed"), lower case; ``event`` a normal form of what befell the counted ("killed", "injured",
    "arrested", ...) or None. Unused numbers are None: a value has ``value``; a range ``low`` and ``high``; a bound one
    of them; a change some of ``start``, ``to``, ``by``, ``low``, ``high``.
    """

    citation: Citation
    text: str
    kind: ValueKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    start: float | None = None
    to: float | None = None
    by: float | None = None
    qualifier: str | None = None
    unit: str | None = None
    what: str = ""
    event: str | None = None
    modality: Modality = Modality.STATED
    asserted_by: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Particulars:
    """All that was read from one article, each list in text order.

    ``terms`` are words in quotation marks that the article lays at nobody's door: terms, or what another report quotes.
    """

    article: Article
    names: tuple[NameMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()
    attributions: tuple[AttributionMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    terms: tuple[Citation, ...] = ()
