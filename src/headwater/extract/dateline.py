"""Datelines and agency credits: where a text is filed from, and which agency the page credits for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.extract.agencies import AGENCIES, agency_named

_DASH = r"\s*(?:--|[-–—―])\s*(?=[\"'“‘«(\[]?\w)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*){0,4}"
_MIXED = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]{1,30}(?:[ /][A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}){0,3}"
_REGION = r"(?:,\s*[A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}(?: [A-ZÀ-ÖØ-Þ][\w.'’\-]{0,30}){0,3}){0,2}"
_DAY = r"(?:,\s*[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_AGENCY = r"\(\s*(?P<agency>[A-Z][\w .,&/\-]{1,40}?)\s*\)"
_DATELINES = (
    re.compile(rf"(?P<place>{_CAPITALS}){_REGION}{_DAY}\s*(?:{_AGENCY})?{_DASH}"),
    re.compile(rf"(?P<place>{_MIXED}){_REGION}{_DAY}\s*{_AGENCY}{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}"),
)
_FOOTER = re.compile(
    r"\(?(?:Additional )?(?:Reporting|Writing) by [^;()]{3,200}[;.] ?\s*(?:.{0,200}; ?)?Editing by ", re.I
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4})?,?\s*(?P<who>[^.]{2,60})", re.I)
_NOT_PLACES = frozenset(
    {"WATCH", "READ", "VIDEO", "PHOTOS", "LIVE", "EXCLUSIVE", "BREAKING", "UPDATE", "CORRECTION", "NEW"}
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence: the place, the agency in brackets, and where the sentence begins."""

    place: str | None
    agency: str | None
    end: int


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that ``paragraph`` opens with ("OSLO (Reuters) - …"), or None."""
    head = paragraph[:160]
    for pattern in _DATELINES:
        match = pattern.match(head)
        if match is None:
            continue
        named = match.groupdict()
        place, agency = named.get("place"), named.get("agency")
        if place in _NOT_PLACES or (place is None and agency_named(agency or "") is None):
            continue
        return Dateline(place.rstrip(" ,.") if place else None, agency_named(agency or ""), match.end())
    return None


def credited_agency(body: Iterable[str], furniture: Iterable[str], authors: Iterable[str]) -> str | None:
    """The agency that the page credits for the text: by dateline, byline, or the agency's own footer; None if none."""
    for paragraph in body:
        dateline = read_dateline(paragraph)
        if dateline and dateline.agency:
            return dateline.agency
        break
    for author in authors:
        if author.removeprefix("The ").strip() in AGENCIES:
            return agency_named(author)
    for line in furniture:
        if _FOOTER.match(line):
            return "Reuters"
        copyright = _COPYRIGHT.search(line)
        if copyright and (agency := agency_named(copyright["who"])):
            return agency
    return None
