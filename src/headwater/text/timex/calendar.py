"""Weeks, months, quarters, seasons and years of the Gregorian calendar as spans of days with their TIMEX3 values."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from headwater.text.timex.forms import Resolved, Unit

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


def valid_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def moved(day: dt.date, unit: Unit, amount: int) -> dt.date | None:
    """``day`` moved by ``amount`` units, cut to the length of the month; None outside the years 1 to 9999."""
    try:
        if unit in _DAYS:
            return day + dt.timedelta(days=_DAYS[unit] * amount)
        if unit not in _MONTHS:
            return day
        months = day.year * 12 + day.month - 1 + _MONTHS[unit] * amount
        first = dt.date(months // 12, months % 12 + 1, 1)
        return first.replace(day=min(day.day, _month_end(first).day))
    except (ValueError, OverflowError):
        return None


def _month_end(first: dt.date) -> dt.date:
    if first.month == 12:
        return first.replace(day=31)
    return first.replace(month=first.month + 1) - dt.timedelta(days=1)


def whole(day: dt.date, unit: Unit) -> Resolved:
    """The calendar unit that ``day`` lies in."""
    year = day.year
    match unit:
        case Unit.DAY | Unit.HOUR | Unit.MINUTE | Unit.SECOND:
            return Resolved(day.isoformat(), day, day, Unit.DAY)
        case Unit.WEEK | Unit.FORTNIGHT | Unit.WEEKEND:
            return _week(day, unit)
        case Unit.MONTH:
            return month_span(year, day.month)
        case Unit.QUARTER:
            return part_span(year, f"Q{(day.month - 1) // 3 + 1}")
        case Unit.SEASON:
            return part_span(year if day.month > 2 else year - 1, season_of(day))
        case Unit.DECADE:
            return years_span(year // 10 * 10, 10)
        case Unit.CENTURY:
            return years_span(year // 100 * 100, 100)
        case _:
            return years_span(year, 1)


def season_of(day: dt.date) -> str:
    """The meteorological season of the northern half of the earth."""
    return ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


def _week(day: dt.date, unit: Unit) -> Resolved:
    monday = day - dt.timedelta(days=min(day.weekday(), day.toordinal() - 1))
    sunday = monday + dt.timedelta(days=min(6, dt.date.max.toordinal() - monday.toordinal()))
    year, week, _ = day.isocalendar()
    value = f"{year:04d}-W{week:02d}"
    if unit is Unit.WEEKEND:
        return Resolved(value + "-WE", sunday - dt.timedelta(days=1), sunday, Unit.WEEKEND)
    return Resolved(value, monday, sunday, Unit.WEEK)


def month_span(year: int, month: int) -> Resolved:
    """A whole month of a year from 1 to 9999."""
    first = dt.date(year, month, 1)
    return Resolved(f"{year:04d}-{month:02d}", first, _month_end(first), Unit.MONTH)


def years_span(year: int, count: int) -> Resolved:
    """``count`` whole years (1, 10 or 100) from ``year`` on."""
    first, last = max(year, 1), min(year + count - 1, dt.MAXYEAR)
    digits, unit = {1: (4, Unit.YEAR), 10: (3, Unit.DECADE), 100: (2, Unit.CENTURY)}[count]
    return Resolved(f"{year:04d}"[:digits], dt.date(first, 1, 1), dt.date(last, 12, 31), unit)


def part_span(year: int, part: str) -> Resolved:
    """A quarter ("Q3"), half ("H1") or season ("SU") of a year; winter begins in December and ends in the next year."""
    if part[0] == "Q" and part[1:].isdigit():
        start, months, unit = int(part[1]) * 3 - 2, 3, Unit.QUARTER
    elif part[0] == "H":
        start, months, unit = int(part[1]) * 6 - 5, 6, Unit.QUARTER
    else:
        start, months, unit = _SEASON_MONTHS[part], 3, Unit.SEASON
    first = dt.date(year, start, 1)
    closing = moved(first, Unit.MONTH, months - 1)
    last = _month_end(closing) if closing else dt.date.max
    return Resolved(f"{year:04d}-{part}", first, last, unit)


def at_time(resolved: Resolved, time: str) -> Resolved:
    """The same day with a time of the day ("TNI", "T18:30") in its value."""
    return replace(resolved, value=resolved.value + time) if time and resolved.first else resolved
