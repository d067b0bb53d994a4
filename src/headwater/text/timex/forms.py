"""What a time expression says before it is anchored, and what it comes to once it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class FormKind(StrEnum):
    """In what manner an expression points to a time."""

    CALENDAR = "calendar"  # a whole or partial calendar date: "15 February", "2018", "last summer", "the third quarter"
    WEEKDAY = "weekday"  # "Monday", "last Tuesday"
    SHIFT = "shift"  # units from the day of writing: "yesterday", "last week", "two years ago"
    EVENT = "event"  # units from another event: "a day after the attack", "two days later"
    CLOCK = "clock"  # a time of the day alone: "6 a.m."
    FIXED = "fixed"  # a value that needs no anchor: durations, sets, "currently"


class Direction(StrEnum):
    """Whether the words around an expression speak of what was or of what is to come."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """Units of the calendar and the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Form:
    """The unresolved normal form; what an expression does not say is None.

    ``shift`` picks the cycle in words ("last" -1, "this" 0, "next" 1); ``year_shift`` likewise for a year named beside
    a month or quarter ("in March last year"). ``part`` is "Q1".."Q4", "H1", "H2", "SP", "SU", "FA" or "WI". ``amount``
    is signed, in ``unit``; None where it is vague ("years ago"). ``time`` is the TIMEX3 end of the value ("TNI",
    "T18:30"). ``mod`` is the TIMEX3 mod (START, MID, END, APPROX, ...). ``event`` is the span of the words that name
    the event an EVENT form counts from, None for "two days later". ``value`` is a FIXED form's TIMEX3 value.
    """

    kind: FormKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    weekday: int | None = None
    part: str | None = None
    unit: Unit | None = None
    amount: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    time: str = ""
    mod: str | None = None
    event: tuple[int, int] | None = None
    value: str = ""
    ambiguous: bool = False  # 2/3/2021: the month may be the day


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: ``text[start:end]``; ``type`` is DATE, TIME, DURATION or SET (TIMEX3)."""

    start: int
    end: int
    type: str
    form: Form


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time expression on the calendar: TIMEX3 ``value``, first and last day, and the unit it is exact to.

    The days are None for durations, sets, references without a date and whatever nothing anchors.
    """

    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    granularity: Unit | None = None
