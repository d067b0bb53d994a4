"""Points: what reports differ in, and how figures changed, as rows for the terminal and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from headwater.model.account import Account, Aspect, Claim, Difference, Quantity, Quote, QuoteStatus, Status
from headwater.model.article import Citation
from headwater.present.labels import Labels, lines_of, shortened
from headwater.present.wording import figure_text, value_note

# An explanation no longer than this is read faster than a pointer to the place where it stood before.
_REPEATABLE = 90

# What a desk looks at first: a wrong figure before a different word, and a missing attribution last.
_ASPECTS = (Aspect.NUMBER, Aspect.DATE, Aspect.NAME, Aspect.CERTAINTY, Aspect.WORDING, Aspect.ATTRIBUTION)


@dataclass(frozen=True, slots=True)
class PointReading:
    """What some lines have on a point. ``note``: who asserts it, when, whether it was only expected; "" for nothing."""

    value: str
    note: str
    lines: tuple[int, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that reports word or count differently; ``id`` is that of its claim or quantity."""

    id: str
    title: str
    aspect: Aspect
    readings: tuple[PointReading, ...]
    conflict: bool
    explanation: str
    of_claim: bool


def differing_points(account: Account, labels: Labels) -> list[Point]:
    """All points on which reports differ, conflicts first, then by aspect, else in the account's order."""
    points = [_figure_point(item, labels) for item in account.quantities if item.status is Status.DIFFERS]
    points += _claim_points(account.claims, labels, changed=False)
    return _explained_once(sorted(points, key=_weight))


def changing_points(account: Account, labels: Labels) -> list[Point]:
    """All points that changed with time: figures and claims whose status says so."""
    points = [_figure_point(item, labels) for item in account.quantities if item.status is Status.CHANGED]
    return _explained_once(points + _claim_points(account.claims, labels, changed=True))


def claims_with(account: Account, status: Status) -> list[Claim]:
    """The claims of one status, in the account's order."""
    return [claim for claim in account.claims if claim.status is status]


def quotes_by_status(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes, altered ones first, then those of several reports, then the rest; else in the account's order."""
    order = (QuoteStatus.ALTERED, QuoteStatus.SAME, QuoteStatus.SINGLE)
    return sorted(quotes, key=lambda quote: order.index(quote.status))


def _weight(point: Point) -> tuple[bool, int]:
    return (not point.conflict, _ASPECTS.index(point.aspect))


def _explained_once(points: Sequence[Point]) -> list[Point]:
    """The points, an explanation that an earlier one has in the same words replaced by a pointer to that one."""
    first: dict[str, str] = {}
    told = []
    for point in points:
        title = first.setdefault(point.explanation, point.title)
        known = point.explanation and len(point.explanation) > _REPEATABLE and title != point.title
        told.append(replace(point, explanation=f"as for “{shortened(title, 60)}”") if known else point)
    return told


def _claim_points(claims: Sequence[Claim], labels: Labels, *, changed: bool) -> list[Point]:
    points = []
    for claim in claims:
        if (claim.status is Status.CHANGED) is changed:
            points += [_claim_point(claim, difference, labels) for difference in claim.differences]
    if changed:
        return [replace(point, readings=tuple(sorted(point.readings, key=partial(_first, labels)))) for point in points]
    return points


def _first(labels: Labels, reading: PointReading) -> date:
    """The day on which the first of the reports with a reading was written, the last day of all where none is dated."""
    written = [labels[item.article].article.published.date for item in reading.citations if item.article in labels]
    return min((day for day in written if day), default=date.max)


def _claim_point(claim: Claim, difference: Difference, labels: Labels) -> Point:
    readings = tuple(
        PointReading(item.value, "", tuple(lines_of(item.citations, labels)), item.citations)
        for item in difference.readings
    )
    return Point(claim.id, claim.text, difference.aspect, readings, difference.conflict, difference.explanation, True)


def _figure_point(quantity: Quantity, labels: Labels) -> Point:
    values = quantity.values
    if quantity.status is Status.CHANGED:
        values = tuple(sorted(values, key=lambda item: item.as_of or date.max))
    readings = tuple(
        PointReading(
            figure_text(item, quantity.unit),
            value_note(item),
            tuple(lines_of(item.citations, labels)),
            item.citations,
        )
        for item in values
    )
    return Point(
        quantity.id,
        quantity.what,
        Aspect.NUMBER,
        readings,
        False,
        quantity.explanation or "",
        False,
    )
