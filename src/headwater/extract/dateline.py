"""Datelines and agency credits: where a text is filed from, and which agency the page credits for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.extract.agencies import AGENCIES, agency_named
from headwater.extract.dates import WrittenDate, written_dates
from headwater.extract.facts import Facts
from headwater.model.article import Furniture, FurnitureKind

_DASHES = "-–—―"
_DASH = r"\s*(?:--|[-–—―])\s*(?=[\"'“‘«(\[]?\w)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*){0,4}"
_MIXED = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]{1,30}(?:[ /][A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}){0,3}"
_REGION = r"(?:,\s*[A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}){0,3}){0,2}"
_DAY = r"(?:,\s*(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?:,? \d{4})?))?"
_AGENCY = r"\(\s*(?P<agency>[A-Z][\w .,&/\-]{1,40}?)\s*\)"
_DATELINES = (
    re.compile(rf"(?P<place>{_CAPITALS}){_REGION}{_DAY}\s*(?:{_AGENCY})?{_DASH}"),
    re.compile(rf"(?P<place>{_MIXED}){_REGION}{_DAY}\s*{_AGENCY}{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}"),
)
_CREDITING = {
    FurnitureKind.LEGAL: re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4})?,?\s*(?P<who>[^.]{2,60})", re.I),
    FurnitureKind.METADATA: re.compile(r"(?:by|from)\s+(?P<who>.{2,100})", re.I),
}
# An agency that no list knows is one by its name, as the page gives it: "(Valley Wire) -".
_AGENCY_LIKE = re.compile(
    r"(?:.*\b(?:Wire|News|Agency|Press|Presse|Agence|Agencia|Agenzia|Agentur|Newswire|Service|Media)\b|[A-Z]{3,5}\Z)"
)
_NOT_AGENCIES = frozenset({"USA", "UAE", "DRC", "PRC", "GMT", "UTC", "EST", "EDT", "CET", "LIVE", "VIDEO", "WATCH"})
_NOT_PLACES = frozenset(
    {"WATCH", "READ", "VIDEO", "PHOTOS", "LIVE", "EXCLUSIVE", "BREAKING", "UPDATE", "CORRECTION", "NEW"}
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence: the place, the agency in brackets, and where the sentence begins.

    ``filed`` is the day that it gives in full ("KYIV, June 9, 2027 (Reuters) -"), at its place in the paragraph.
    """

    place: str | None
    agency: str | None
    end: int
    filed: WrittenDate | None = None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that ``paragraph`` opens with ("OSLO (Reuters) - …"), or None."""
    head = paragraph[:160]
    if not any(dash in head for dash in _DASHES):
        return None
    for pattern in _DATELINES:
        match = pattern.match(head)
        if match is None:
            continue
        named = match.groupdict()
        place, agency = named.get("place"), named.get("agency")
        if place in _NOT_PLACES or (place is None and agency_named(agency or "") is None):
            continue
        filed = next(iter(written_dates(head[: match.end()])), None) if named.get("day") else None
        return Dateline(place.rstrip(" ,.") if place else None, _agency(agency), match.end(), filed)
    return None


def _agency(bracketed: str | None) -> str | None:
    """The agency that stands in the brackets of a dateline: a known one, or one by the look of its name."""
    if bracketed is None:
        return None
    known = agency_named(bracketed)
    is_agency = _AGENCY_LIKE.match(bracketed) is not None and bracketed not in _NOT_AGENCIES
    return known or (bracketed if is_agency else None)


def credited_agency(body: Sequence[str], furniture: Iterable[Furniture], facts: Facts) -> str | None:
    """The agency that the page credits for the text: by dateline, byline, or a copyright line; None if none.

    A credit of a picture is none of the text. No agency is concluded from the form of a line: it must be named.
    """
    dateline = read_dateline(body[0]) if body else None
    if dateline and dateline.agency and dateline.agency != facts.outlet:
        return dateline.agency
    for author in facts.authors:
        if author.removeprefix("The ").strip() in AGENCIES:
            return agency_named(author)
    for item in furniture:
        named = _CREDITING[item.kind].match(item.text) if item.kind in _CREDITING else None
        if named and (agency := agency_named(named["who"])):
            return agency
    return None
