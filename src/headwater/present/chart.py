"""The coverage chart's layout: when each report was written, against what happened on those days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from headwater.model.account import TimelineEntry
from headwater.model.article import Published
from headwater.model.particulars import Granularity
from headwater.present.labels import Label, Labels
from headwater.present.wording import day_text, written_text

_LEFT, _RIGHT, _ROW, _TOP = 190, 700, 26, 62
# A bound further from the estimate than this says nothing more than "open", and would flatten the rest of the chart.
_OPEN_DAYS = 30
_TICKS = 6
# Event marks are circles of this many pixels across with a number in them; nearer ones would hide each other.
_MARK = 24


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report: its bar from ``start`` to ``end``, its dot at ``x`` (None: not dated), and words for both."""

    y: int
    label: Label
    start: int | None
    end: int | None
    x: int | None
    note: str
    hint: str


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event of the timeline; ``number`` is its place in the timeline, from 1."""

    x: int
    number: int
    hint: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A laid-out coverage chart, in pixels."""

    width: int
    height: int
    left: int
    right: int
    rows: tuple[ReportRow, ...]
    ticks: tuple[tuple[int, str], ...]
    events: tuple[EventMark, ...]


def coverage_chart(labels: Labels, timeline: Sequence[TimelineEntry]) -> Chart | None:
    """The chart of a story's reports, by date; None where not one report is dated."""
    ordered = sorted(
        labels.values(), key=lambda label: (label.article.published.date or date.max, label.line, label.code)
    )
    bounds = [day for label in ordered for day in _shown_days(label.article.published)]
    if not bounds:
        return None
    first, last = min(bounds) - timedelta(1), max(bounds) + timedelta(1)
    rows = tuple(_row(label, _TOP + at * _ROW, first, last) for at, label in enumerate(ordered))
    return Chart(
        width=_RIGHT + 190,
        height=_TOP + len(rows) * _ROW + 8,
        left=_LEFT,
        right=_RIGHT,
        rows=rows,
        ticks=_ticks(first, last),
        events=_events(timeline, first, last),
    )


def _shown_days(published: Published) -> list[date]:
    """The days of a report that set the chart's span: the estimate and the bounds near to it."""
    if published.date is None:
        return []
    near = (published.earliest, published.date, published.latest)
    return [day for day in near if day and abs((day - published.date).days) <= _OPEN_DAYS]


def _at(day: date, first: date, last: date) -> int:
    share = (min(max(day, first), last) - first).days / (last - first).days
    return _LEFT + round(share * (_RIGHT - _LEFT))


def _row(label: Label, y: int, first: date, last: date) -> ReportRow:
    published = label.article.published
    hint = f"{label.code}: {written_text(published)}"
    note = f"gives {day_text(published.stated)}: rejected" if published.stated and published.stated_rejected else ""
    if published.date is None:
        return ReportRow(y, label, None, None, None, note or "not dated", hint)
    start = _at(published.earliest or first, first, last)
    end = _at(published.latest or last, first, last)
    return ReportRow(y, label, start, end, _at(published.date, first, last), note, hint)


def _ticks(first: date, last: date) -> tuple[tuple[int, str], ...]:
    step = max(1, -(-(last - first).days // _TICKS))
    days = [first + timedelta(n) for n in range(1, (last - first).days, step)]
    return tuple((_at(day, first, last), day_text(day)) for day in days)


def _events(timeline: Sequence[TimelineEntry], first: date, last: date) -> tuple[EventMark, ...]:
    marks: list[EventMark] = []
    for number, event in enumerate(timeline, 1):
        exact = event.granularity is Granularity.DAY and event.end in (None, event.date)
        x = _at(event.date, first, last)
        if exact and first < event.date < last and all(abs(x - mark.x) >= _MARK for mark in marks):
            marks.append(EventMark(x, number, f"{day_text(event.date)}: {event.text}"))
    return tuple(marks)
