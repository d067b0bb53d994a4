"""Dates, figures and counts as people read them; English, the same in every locale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from headwater.model.account import QuantityValue, TimelineEntry
from headwater.model.article import Published
from headwater.model.particulars import Granularity, Modality, ValueKind
from headwater.model.reuse import OriginRange
from headwater.present.data_account import number
from headwater.text.figures import magnitude_word, plural_of, written_number

# Not from the calendar module, whose names follow the locale of the machine.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# Units that the counted thing already names, so that a figure reads better without them.
_SILENT_UNITS = ("people", "time", "item", "fraction")
_PREFIX_UNITS = {"USD": "$", "EUR": "€", "GBP": "£"}


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 line", "3 lines"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(reasons: Sequence[str]) -> str:
    """Reasons in one run of text: sentences one after another, phrases parted by semicolons."""
    text = ""
    for reason in reasons:
        text += ("" if not text else " " if text.endswith((".", "!", "?")) else "; ") + reason
    return text


def lines_text(origins: OriginRange) -> str:
    """How many lines: "1 line", "3–4 lines"."""
    if origins.min == origins.max:
        return plural(origins.min, "line")
    return f"{origins.min}–{origins.max} lines"


def day_text(day: date, *, weekday: bool = False) -> str:
    """A day: "18 Feb 2021", with ``weekday`` "Thu 18 Feb 2021"."""
    named = f"{_WEEKDAYS[day.weekday()]} " if weekday else ""
    return f"{named}{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span_text(first: date | None, last: date | None) -> str | None:
    """A span of days, each part said once: "15–18 Feb 2021"; None where neither end is known."""
    if first is None or last is None or first == last:
        known = first or last
        return day_text(known) if known else None
    if first.year != last.year:
        return f"{day_text(first)} – {day_text(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_text(last)}"
    return f"{first.day}–{day_text(last)}"


def event_text(event: TimelineEntry) -> str:
    """When an event of the timeline was, no more exact than the reports are."""
    if event.granularity is Granularity.YEAR:
        until = f"–{event.end.year}" if event.end and event.end.year != event.date.year else ""
        return f"{event.date.year}{until}"
    if event.granularity is Granularity.MONTH:
        return f"{_MONTHS[event.date.month - 1]} {event.date.year}"
    if event.end and event.end != event.date:
        return span_text(event.date, event.end) or ""
    return day_text(event.date, weekday=True)


def written_text(published: Published) -> str:
    """When a text was written: the day, the span that the evidence allows, or that it is not known."""
    allowed = span_text(published.earliest, published.latest)
    if published.date is None:
        return f"not dated; between {allowed}" if published.earliest and published.latest else "not dated"
    if allowed is None or published.earliest == published.latest:
        return day_text(published.date)
    return f"{day_text(published.date)} ({_bounds(published)})"


def _bounds(published: Published) -> str:
    if published.earliest and published.latest:
        return f"possible: {span_text(published.earliest, published.latest)}"
    if published.earliest:
        return f"not before {day_text(published.earliest)}"
    return f"not after {day_text(published.latest)}" if published.latest else ""


def number_text(value: float | None) -> str:
    """A number as a newsroom writes it; "?" for none."""
    shown = number(value)
    return "?" if shown is None else written_number(shown)


def range_text(low: float | None, high: float | None) -> str:
    """A range: "4,000–5,000"; one that stands for a word of the text as that word: "thousands"."""
    return magnitude_word(low, high) or "–".join(number_text(end) for end in (low, high) if end is not None)


def figure_text(item: QuantityValue, unit: str | None) -> str:
    """A figure with its hedge and unit: "about 4,000", "between 4,000 and 5,000", "from 500 to 4,000"."""

    def show(value: float | None) -> str:
        return _with_unit(number_text(value), unit)

    hedge = f"{item.qualifier} " if item.qualifier else ""
    match item.kind:
        case ValueKind.VALUE:
            return hedge + show(item.value)
        case ValueKind.RANGE:
            return hedge + _with_unit(range_text(item.low, item.high), unit)
        case ValueKind.BOUND if item.low is not None:
            return (hedge or "at least ") + show(item.low)
        case ValueKind.BOUND:
            return (hedge or "at most ") + show(item.high)
        case ValueKind.CHANGE:
            return _change_text(item, unit)


def value_note(item: QuantityValue) -> str:
    """Who asserts a figure, as of when, and whether it was only expected or denied; "" where nothing is known."""
    parts = [] if item.modality is Modality.STATED else [item.modality.value]
    parts += [item.asserted_by] if item.asserted_by else []
    parts += [day_text(item.as_of)] if item.as_of else []
    return ", ".join(parts)


def _change_text(item: QuantityValue, unit: str | None) -> str:
    hedge = f"{item.qualifier} " if item.qualifier else ""
    parts = []
    if item.start is not None:
        parts.append(f"from {number_text(item.start)}")
    if item.to is not None:
        parts.append(f"to {hedge}{_with_unit(number_text(item.to), unit)}")
    elif item.low is not None or item.high is not None:
        parts.append(f"to {hedge}{_with_unit(range_text(item.low, item.high), unit)}")
    if item.by is not None:
        size = _with_unit(number_text(abs(item.by)), unit)
        parts.append(f"{'down ' if item.by < 0 else ''}by {'' if item.to is not None else hedge}{size}")
    return " ".join(parts) or "a change"


def _with_unit(shown: str, unit: str | None) -> str:
    if unit is None or unit in _SILENT_UNITS:
        return shown
    if unit == "percent":
        return f"{shown}%"
    if unit in _PREFIX_UNITS:
        return f"{_PREFIX_UNITS[unit]}{shown}"
    return f"{shown} {unit if shown == '1' else plural_of(unit)}"
