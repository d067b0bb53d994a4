"""Account: what a story's articles say, side by side. No statement can be built without a citation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from headwater.model.article import Citation
from headwater.model.particulars import EntityType, Granularity, Modality, ValueKind
from headwater.model.reuse import OriginRange


def _must_cite(citations: tuple[Citation, ...], what: object) -> None:
    if not citations:
        raise ValueError(f"a statement without a citation: {what}")


class Status(StrEnum):
    """How the distinct articles that carry a statement relate; see docs/report-format.md."""

    SINGLE = "single"
    AGREED = "agreed"
    CHANGED = "changed"
    DIFFERS = "differs"


class QuoteStatus(StrEnum):
    """How the wordings of one utterance relate."""

    SINGLE = "single"
    SAME = "same"
    ALTERED = "altered"


class Stance(StrEnum):
    """What an article does with a claim."""

    STATES = "states"
    EXPECTS = "expects"
    DENIES = "denies"
    ASKS = "asks"


class Aspect(StrEnum):
    """In what two reports of one claim differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    WORDING = "wording"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"


class Happening(StrEnum):
    """Whether an event of the timeline took place."""

    HAPPENED = "happened"
    PLANNED = "planned"
    EXPECTED = "expected"
    DENIED = "denied"


class WarningKind(StrEnum):
    """What a desk wants to know first."""

    FALSE_DATE = "false-date"
    ALTERED_QUOTE = "altered-quote"
    SUPERSEDED_FIGURE = "superseded-figure"
    CONFLICTING_FIGURE = "conflicting-figure"
    SINGLE_ORIGIN = "single-origin"
    ONE_WITNESS = "one-witness"
    LOST_ATTRIBUTION = "lost-attribution"
    SELF_CONTRADICTION = "self-contradiction"
    REWRITTEN_TEXT = "rewritten-text"


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of the summary: a verbatim span of its first citation."""

    text: str
    citations: tuple[Citation, ...]
    origins: OriginRange

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """What some reports have where others have something else; ``value`` as the first citation words it."""

    value: str
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.value)


@dataclass(frozen=True, slots=True)
class Difference:
    """Readings of one aspect of a claim; ``conflict`` where both cannot hold, ``explanation`` says why (not)."""

    aspect: Aspect
    readings: tuple[Reading, ...]
    conflict: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One aligned statement. ``text`` is a verbatim span of the first citation; ``stances`` by article id, sorted."""

    id: str
    text: str
    status: Status
    origins: OriginRange
    primary: tuple[str, ...]
    citations: tuple[Citation, ...]
    stances: tuple[tuple[str, Stance], ...]
    differences: tuple[Difference, ...] = ()

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.text)


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """One wording of an utterance, without the marks, and every place it stands."""

    text: str
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.text)


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance across the reports; ``speaker`` is None where no report names one."""

    id: str
    speaker: str | None
    status: QuoteStatus
    variants: tuple[QuoteVariant, ...]
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """One figure, as one or more reports give it; the numbers as in ``QuantityMention`` (``start`` is "from")."""

    kind: ValueKind
    citations: tuple[Citation, ...]
    value: float | None = None
    low: float | None = None
    high: float | None = None
    start: float | None = None
    to: float | None = None
    by: float | None = None
    qualifier: str | None = None
    modality: Modality = Modality.STATED
    asserted_by: str | None = None
    as_of: dt.date | None = None

    def __post_init__(self) -> None:
        _must_cite(self.citations, self)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One counted or measured thing, and every figure that the reports give for it.

    ``exclusive`` are the pairs of ``values`` that cannot both hold, where the reports plainly size one thing.
    """

    id: str
    what: str
    unit: str | None
    status: Status
    values: tuple[QuantityValue, ...]
    explanation: str | None = None
    exclusive: tuple[tuple[QuantityValue, QuantityValue], ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened, or was to happen, on a date; ``end`` is the last day of a period."""

    date: dt.date
    granularity: Granularity
    text: str
    status: Happening
    origins: OriginRange
    citations: tuple[Citation, ...]
    place: str | None = None
    end: dt.date | None = None

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.text)


@dataclass(frozen=True, slots=True)
class EntityForm:
    """A spelling of a name, and how often it stands in the story's articles."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or group under all its names, the most used first."""

    id: str
    name: str
    type: EntityType
    forms: tuple[EntityForm, ...]
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.name)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it, nearest first; each citation spans a sentence that reports or credits it."""

    chain: tuple[str, ...]
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.chain)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or clause about the dossier's subject, a verbatim span of its first citation."""

    text: str
    origins: OriginRange
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.text)


@dataclass(frozen=True, slots=True)
class DossierAspect:
    """All statements about one aspect of the subject (size, since when, led by, ...)."""

    aspect: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the coverage says about one entity (its id; None where the story has no clear subject)."""

    subject: str | None
    aspects: tuple[DossierAspect, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What one article alone adds, lacks that most have, and says otherwise: ids of claims, quotes, quantities."""

    article: str
    only_here: tuple[str, ...] = ()
    missing_here: tuple[str, ...] = ()
    differs_here: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that a desk wants to know before it uses the story."""

    kind: WarningKind
    text: str
    citations: tuple[Citation, ...]

    def __post_init__(self) -> None:
        _must_cite(self.citations, self.text)


@dataclass(frozen=True, slots=True)
class Account:
    """What a story's articles say."""

    summary: tuple[SummaryLine, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    dossier: Dossier = Dossier(None)
    cards: tuple[Card, ...] = ()
