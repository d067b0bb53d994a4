"""The account as data: claims, quotes, figures and the rest of one story, as docs/report-format.md says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from headwater.model.account import (
    Account,
    Card,
    Claim,
    Difference,
    Dossier,
    Entity,
    Quantity,
    QuantityValue,
    Quote,
    Statement,
    SummaryLine,
    TimelineEntry,
)
from headwater.model.article import Citation
from headwater.model.reuse import OriginRange

Row = dict[str, object]

# Above this a float no longer tells one integer from the next, so writing one would claim digits nobody gave.
_EXACT = 2**53


def account_row(account: Account) -> Row:
    """The account of one story as in ``stories[].account``."""
    return {
        "summary": [_stated(item) for item in account.summary],
        "claims": [_claim(item) for item in account.claims],
        "quotes": [_quote(item) for item in account.quotes],
        "quantities": [_quantity(item) for item in account.quantities],
        "timeline": [_event(item) for item in account.timeline],
        "entities": [entity_row(item) for item in account.entities],
        "attributions": [
            {"chain": list(item.chain), "citations": citation_rows(item.citations)} for item in account.attributions
        ],
        "dossier": dossier_row(account.dossier),
        "cards": [_card(item) for item in account.cards],
    }


def citation_row(citation: Citation) -> Row:
    """One citation; it names a sentence or a furniture item, never both."""
    place = {"sentence": citation.sentence} if citation.furniture is None else {"furniture": citation.furniture}
    return {"article": citation.article, **place, "start": citation.start, "end": citation.end}


def citation_rows(citations: Sequence[Citation]) -> list[Row]:
    """The citations in the order given."""
    return [citation_row(item) for item in citations]


def day(value: date | None) -> str | None:
    """An ISO 8601 calendar date, None for none."""
    return value.isoformat() if value else None


def number(value: float | None) -> int | float | None:
    """A figure with at most 3 decimal places, whole numbers as integers; None for none, nan and infinity."""
    if value is None or not math.isfinite(value):
        return None
    if value == int(value) and abs(value) < _EXACT:
        return int(value)
    return round(float(value), 3)


def origins_row(origins: OriginRange) -> Row:
    """How many independent lines, at least and at most."""
    return {"min": origins.min, "max": origins.max}


def _stated(item: SummaryLine | Statement) -> Row:
    return {"text": item.text, "citations": citation_rows(item.citations), "origins": origins_row(item.origins)}


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "text": claim.text,
        "status": claim.status.value,
        "origins": origins_row(claim.origins),
        "primary": list(claim.primary),
        "citations": citation_rows(claim.citations),
        "stances": {article: stance.value for article, stance in sorted(claim.stances)},
        "differences": [_difference(item) for item in claim.differences],
    }


def _difference(difference: Difference) -> Row:
    return {
        "aspect": difference.aspect.value,
        "readings": [{"value": item.value, "citations": citation_rows(item.citations)} for item in difference.readings],
        "conflict": difference.conflict,
        "explanation": difference.explanation,
    }


def _quote(quote: Quote) -> Row:
    return {
        "id": quote.id,
        "speaker": quote.speaker,
        "status": quote.status.value,
        "variants": [{"text": item.text, "citations": citation_rows(item.citations)} for item in quote.variants],
        "explanation": quote.explanation,
    }


def _quantity(quantity: Quantity) -> Row:
    return {
        "id": quantity.id,
        "what": quantity.what,
        "unit": quantity.unit,
        "status": quantity.status.value,
        "values": [_value(item) for item in quantity.values],
        "explanation": quantity.explanation,
    }


def _value(item: QuantityValue) -> Row:
    return {
        "kind": item.kind.value,
        "value": number(item.value),
        "low": number(item.low),
        "high": number(item.high),
        "from": number(item.start),
        "to": number(item.to),
        "by": number(item.by),
        "qualifier": item.qualifier,
        "modality": item.modality.value,
        "asserted_by": item.asserted_by,
        "as_of": day(item.as_of),
        "citations": citation_rows(item.citations),
    }


def _event(event: TimelineEntry) -> Row:
    return {
        "date": day(event.date),
        "end": day(event.end),
        "granularity": event.granularity.value,
        "text": event.text,
        "place": event.place,
        "status": event.status.value,
        "origins": origins_row(event.origins),
        "citations": citation_rows(event.citations),
    }


def entity_row(entity: Entity) -> Row:
    """One entity with all its forms."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type.value,
        "forms": [{"text": item.text, "count": item.count} for item in entity.forms],
        "citations": citation_rows(entity.citations),
    }


def dossier_row(dossier: Dossier) -> Row:
    """A dossier by aspect."""
    return {
        "subject": dossier.subject,
        "aspects": [
            {"aspect": item.aspect, "statements": [_stated(statement) for statement in item.statements]}
            for item in dossier.aspects
        ],
    }


def _card(card: Card) -> Row:
    return {
        "article": card.article,
        "only_here": list(card.only_here),
        "missing_here": list(card.missing_here),
        "differs_here": list(card.differs_here),
    }
