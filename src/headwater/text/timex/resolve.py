"""Time expressions on the calendar: TIMEX3 values and days, given the day of writing and the direction of the tense."""

from __future__ import annotations

import datetime as dt

from headwater.text.timex.calendar import at_time, month_span, moved, part_span, valid_day, whole, years_span
from headwater.text.timex.counted import period
from headwater.text.timex.forms import Direction, Form, FormKind, Resolved, Timex, Unit

_PARTIAL = "XXXX"
# How far, in days, the tense may reach before a date without a year is held to be the nearest one instead: a report of
# late October that says "on Nov. 6" in a past tense still means the next one (TimeBank).
_DAY_REACH = 240
_MONTH_REACH = 330


def resolve(
    timex: Timex,
    anchor: dt.date | None,
    *,
    direction: Direction = Direction.UNKNOWN,
    reference: Resolved | None = None,
) -> Resolved:
    """``timex`` on the calendar of ``anchor``, the day of writing.

    ``direction`` decides between the last and the next Monday, July or 4 May; where it is unknown the nearest is taken
    for a day or month, the last for a weekday. ``reference`` is the dated event that "a day after the attack" and "two
    days later" count from. Without what it needs the value keeps X for the unknown digits and the days are None.
    """
    form = timex.form
    match form.kind:
        case FormKind.CALENDAR:
            return _calendar(form, anchor, direction)
        case FormKind.WEEKDAY:
            return _weekday(form, anchor, direction)
        case FormKind.SHIFT:
            return _shifted(form, anchor, direction)
        case FormKind.EVENT:
            return _from_event(form, anchor, reference)
        case FormKind.CLOCK:
            return at_time(whole(anchor, Unit.DAY), form.time) if anchor else Resolved("XXXX-XX-XX" + form.time)
        case FormKind.FIXED:
            return Resolved(form.value)


def _calendar(form: Form, anchor: dt.date | None, direction: Direction) -> Resolved:
    if form.unit is Unit.DECADE and form.year is not None:
        return years_span(form.year, 10)
    if form.last_year is not None and form.year is not None:
        opening, closing = years_span(form.year, 1), years_span(form.last_year, 1)
        return Resolved(f"{opening.value}/{closing.value}", opening.first, closing.last, Unit.YEAR)
    year = form.year if form.year is not None else _year_of(form, anchor, direction)
    if year is None or not 1 <= year <= dt.MAXYEAR:
        return Resolved(_unanchored(form))
    return at_time(_in_year(form, year), form.time)


def _in_year(form: Form, year: int) -> Resolved:
    if form.part is not None:
        return part_span(year, form.part)
    if form.month is None:
        return years_span(year, 1)
    if form.day is None:
        return month_span(year, form.month)
    day = valid_day(year, form.month, form.day)
    if day is None:
        return Resolved(f"{year:04d}-{form.month:02d}")
    last = valid_day(year, form.month, form.last_day) if form.last_day else None
    if last is None:
        return whole(day, Unit.DAY)
    return Resolved(f"{day.isoformat()}/{last.isoformat()}", day, last, Unit.DAY)


def _unanchored(form: Form) -> str:
    if form.part is not None:
        return f"{_PARTIAL}-{form.part}"
    if form.month is None:
        return _PARTIAL
    day = f"-{form.day:02d}" if form.day else ""
    return f"{_PARTIAL}-{form.month:02d}{day}{form.time}"


def _year_of(form: Form, anchor: dt.date | None, direction: Direction) -> int | None:
    """The year of a month, quarter, season or day that is named without one."""
    if anchor is None:
        return None
    if form.year_shift is not None:
        return anchor.year + form.year_shift
    candidates = [year for year in range(anchor.year - 1, anchor.year + 2) if 1 <= year < dt.MAXYEAR]
    spans = [(year, span) for year in candidates if (span := _in_year(form, year)).first is not None]
    if form.weekday is not None and form.day is not None:
        spans = [(year, span) for year, span in spans if span.first and span.first.weekday() == form.weekday] or spans
    past = [year for year, span in spans if span.first and span.first <= anchor]
    future = [year for year, span in spans if span.last and span.last >= anchor]
    ended = [year for year, span in spans if span.last and span.last < anchor]
    if form.shift is not None:
        return _of_cycle(
            form.shift, anchor, ended, [year for year, span in spans if span.first and span.first > anchor]
        )
    by_tense = past[-1:] if direction is Direction.PAST else future[:1] if direction is Direction.FUTURE else []
    reach = _DAY_REACH if form.day is not None else _MONTH_REACH
    near = {year for year, span in spans if _distance(span, anchor) <= reach}
    if by_tense and by_tense[0] in near:
        return by_tense[0]
    return min(spans, key=lambda item: _distance(item[1], anchor))[0] if spans else None


def _of_cycle(shift: int, anchor: dt.date, ended: list[int], ahead: list[int]) -> int | None:
    if shift < 0:
        return ended[-1] if ended else None
    if shift > 0:
        return ahead[0] if ahead else None
    return anchor.year


def _distance(span: Resolved, anchor: dt.date) -> int:
    if span.first is None or span.last is None or span.first <= anchor <= span.last:
        return 0
    return min(abs((span.first - anchor).days), abs((span.last - anchor).days))


def _weekday(form: Form, anchor: dt.date | None, direction: Direction) -> Resolved:
    number = form.weekday or 0
    if anchor is None:
        return Resolved(f"XXXX-WXX-{number + 1}{form.time}")
    back, ahead = (anchor.weekday() - number) % 7, (number - anchor.weekday()) % 7
    if form.unit is Unit.WEEK and form.shift is not None:
        offset = number - anchor.weekday() + 7 * form.shift
    elif form.shift == -1:
        offset = -(back or 7)
    elif form.shift == 1:
        offset = ahead or 7
    elif form.shift == 0 or direction is Direction.FUTURE:
        offset = ahead if direction is not Direction.PAST else -back
    else:
        offset = -back
    day = moved(anchor, Unit.DAY, offset)
    return at_time(whole(day, Unit.DAY), form.time) if day else Resolved(f"XXXX-WXX-{number + 1}{form.time}")


def _weekend_of(anchor: dt.date, direction: Direction) -> int:
    """Which weekend "the weekend" is: early in the week, and in a past tense, the one that has been."""
    if anchor.weekday() > 4 or direction is Direction.FUTURE:
        return 0
    return -1 if direction is Direction.PAST or anchor.weekday() < 3 else 0


def _shifted(form: Form, anchor: dt.date | None, direction: Direction) -> Resolved:
    if anchor is None or form.unit is None:
        return Resolved("XXXX-XX-XX" + form.time)
    amount = form.amount if form.amount is not None else _weekend_of(anchor, direction)
    day = moved(anchor, form.unit, amount)
    return at_time(whole(day, form.unit), form.time) if day else Resolved("XXXX-XX-XX" + form.time)


def _quarter_spoken_of(reference: Resolved | None, anchor: dt.date) -> dt.date | None:
    """A day of the quarter that was last spoken of, else of the last full one, whose results are the news."""
    if reference is not None and reference.granularity is Unit.QUARTER:
        return reference.first
    return moved(anchor, Unit.QUARTER, -1)


def _from_event(form: Form, anchor: dt.date | None, reference: Resolved | None) -> Resolved:
    base = (reference.last if (form.amount or 0) > 0 else reference.first) if reference else None
    if base is None and form.event is None and form.amount is not None and form.amount < 0:
        base = anchor
    if form.unit is None:
        return Resolved("XXXX-XX-XX")
    if form.amount == 0 and anchor is not None and (base is None or form.unit is Unit.QUARTER):
        base = _quarter_spoken_of(reference, anchor)
    day = moved(base, form.unit, form.amount) if base is not None and form.amount is not None else None
    if day is None:
        return Resolved(period(form.unit, form.amount) if form.amount != 0 else "XXXX-XX-XX")
    if reference and reference.granularity in (Unit.QUARTER, Unit.MONTH, Unit.SEASON) and form.unit is Unit.YEAR:
        return whole(day, reference.granularity)
    return at_time(whole(day, form.unit), form.time)
