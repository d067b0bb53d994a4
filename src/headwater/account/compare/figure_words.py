"""Figures in the program's own words, for explanations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from headwater.model.account import QuantityValue
from headwater.model.particulars import ValueKind
from headwater.text.figures import magnitude_word, plural_of, written_number

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def number_words(number: float, unit: str | None) -> str:
    """A number as a newsroom writes it: "4,000", "$121 billion", "5 percent"."""
    written = written_number(number)
    if unit is None or unit in ("people", "fraction"):
        return written
    base, _, per = unit.partition("/")
    sign = _SIGNS.get(base)
    plain = f"{sign}{written}" if sign else f"{written} {base if number == 1 else plural_of(base)}"
    return f"{plain} per {per}" if per else plain


def value_words(value: QuantityValue, unit: str | None) -> str:
    """A figure with its hedge: "about 4,000", "between 4,000 and 5,000", "from 500 to 4,000", "by 3,500"."""
    hedge = f"{value.qualifier} " if value.qualifier and value.qualifier not in ("or", "sub-") else ""
    if value.kind is ValueKind.CHANGE:
        return _change_words(value, unit, hedge)
    if value.kind is ValueKind.VALUE and value.value is not None:
        return _after(hedge, number_words(value.value, unit))
    if value.low is not None and value.high is not None:
        word = magnitude_word(value.low, value.high) if value.qualifier is None and unit in (None, "people") else None
        return word or f"between {number_words(value.low, unit)} and {number_words(value.high, unit)}"
    if value.low is not None:
        return _after(hedge or "at least ", number_words(value.low, unit))
    return _after(hedge or "at most ", number_words(value.high or 0.0, unit))


def target_words(value: QuantityValue, unit: str | None) -> str:
    """The size that a change leads to, without where it began."""
    if value.kind is not ValueKind.CHANGE or value.start is None:
        return value_words(value, unit)
    ends = (value.to, value.low, value.high)
    kind = ValueKind.VALUE if value.to is not None else ValueKind.RANGE if None not in ends[1:] else ValueKind.BOUND
    return value_words(replace(value, kind=kind, value=value.to, start=None, to=None), unit)


def _after(hedge: str, number: str) -> str:
    """The hedge on the side where English has it: "500 or more", but "more than 500"."""
    return f"{number} {hedge.strip()}" if hedge.startswith(("or ", "plus", "+", "odd")) else hedge + number


def _change_words(value: QuantityValue, unit: str | None, hedge: str) -> str:
    if value.by is not None:
        return ("down " if value.by < 0 else "") + _after(f"by {hedge}", number_words(abs(value.by), unit))
    if value.low is not None and value.high is not None:
        target = f"between {number_words(value.low, unit)} and {number_words(value.high, unit)}"
    else:
        end = next((n for n in (value.to, value.low, value.high) if n is not None), 0.0)
        target = _after(hedge, number_words(end, unit))
    if value.start is None:
        return f"by {target}"
    return f"from {number_words(value.start, unit)} to {target}"


def day_words(day: date) -> str:
    """A day in words: "15 February 2021"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
