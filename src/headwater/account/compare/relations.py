"""How two figures for one thing relate: equal, rounded, derived, changed with time, or exclusive; in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import IntEnum

from headwater.account.compare.counted_items import is_magnitude
from headwater.account.compare.extents import (
    begins_at,
    edges,
    extent,
    is_delta,
    meet,
    middle,
    outgrows,
    plain_extent,
    short_of,
    unlike,
    width,
)
from headwater.account.compare.figure_words import day_words, target_words, value_words
from headwater.account.compare.roundings import rounded_alike
from headwater.account.particulars.units import CURRENCIES
from headwater.model.account import QuantityValue
from headwater.model.particulars import Modality, ValueKind

_EXCLUSIVE = frozenset(("more than", "over", "above", "less than", "fewer than", "under", "below"))
_ESTIMATE = "an estimated"
_COUNTED_ONE_BY_ONE = (None, "people")
_ONE_ROUND = 2  # days in which reports tell the same state of things
_LEAST_MOVE = 1.1  # times; a sum, share or shrinking count that moved less is more likely one size told otherwise
_LEAST_STEP = 1.3  # the same of lengths, weights and speeds, which are estimated
_ONE_THING = 1.25  # times greater, a figure of the same day may be that of another reckoning, no contradiction


class Relation(IntEnum):
    """How two figures relate, from harmless to grave."""

    EQUAL = 0
    ROUNDED = 1
    WITHIN = 2
    DERIVED = 3
    CHANGED = 4
    SUPERSEDED = 5
    APART = 6
    DENIED = 7
    CONFLICT = 8


def relate(
    a: QuantityValue, b: QuantityValue, *, unit: str | None, toll: bool, values: Sequence[QuantityValue]
) -> tuple[Relation, str | None]:
    """How two figures for one thing relate, and why, in words (None where there is nothing to say)."""
    words = (value_words(a, unit), value_words(b, unit))
    if (a.modality is Modality.DENIED) != (b.modality is Modality.DENIED):
        denied, other = (words[0], words[1]) if a.modality is Modality.DENIED else (words[1], words[0])
        return Relation.DENIED, f"{denied} is denied, {other} is not"
    derived = _derivation(a, b, values)
    if derived is not None:
        return Relation.DERIVED, derived
    mine, yours = extent(a), extent(b)
    if mine is None or yours is None:
        return Relation.WITHIN, None
    if is_magnitude(a) != is_magnitude(b):
        rough, exact = (mine, yours) if is_magnitude(a) else (yours, mine)
        if exact[1] >= rough[0]:
            return Relation.WITHIN, None
    if a.modality is not b.modality:
        return forecast(a, b, unit)
    if unit == "percent" and is_delta(a) != is_delta(b):
        a, b = _as_level(a), _as_level(b)
    if plain_extent(a) == plain_extent(b):
        return (Relation.EQUAL, None) if _hedged_alike(a, b) else _hedged(words)
    if outgrows(a, b) or outgrows(b, a) or short_of(a, b) or short_of(b, a) or (unlike(a, b) and not _rough(a, b)):
        return _apart_in_time(a, b, unit, toll=toll) or _grown(a, b, unit, toll=toll)
    if meet(a, b):
        return Relation.WITHIN, _overlap(a, b, words)
    if _one_rounded(a, b, unit):
        return Relation.ROUNDED, f"{words[0]} and {words[1]} are one figure, rounded in one of them"
    return _disjoint(a, b, unit, toll=toll)


def _rough(a: QuantityValue, b: QuantityValue) -> bool:
    return is_magnitude(a) or is_magnitude(b)


def _as_level(value: QuantityValue) -> QuantityValue:
    """A change by so many percent as the share that it is: "down by 80 percent", "lost 80 percent"."""
    if not is_delta(value) or value.by is None:
        return value
    return replace(value, kind=ValueKind.VALUE, value=abs(value.by), by=None)


def _one_rounded(a: QuantityValue, b: QuantityValue, unit: str | None) -> bool:
    points, others = edges(a), edges(b)
    if len(points) != 1 or len(others) != 1 or ValueKind.CHANGE in (a.kind, b.kind):
        return False
    return rounded_alike(min(points), min(others), unit)


def _hedged_alike(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether both have the same hedge, or are the same bound: "at least 12" and "no fewer than 12"."""
    bounds = a.kind is ValueKind.BOUND and b.kind is ValueKind.BOUND
    return a.qualifier == b.qualifier or (bounds and (a.qualifier in _EXCLUSIVE) == (b.qualifier in _EXCLUSIVE))


def _hedged(words: tuple[str, str]) -> tuple[Relation, str]:
    return Relation.ROUNDED, f"{words[0]} and {words[1]} are one figure, given with and without a hedge"


def _overlap(a: QuantityValue, b: QuantityValue, words: tuple[str, str]) -> str | None:
    if is_delta(a) != is_delta(b):
        return None
    exact, loose = (words[0], words[1]) if width(a) <= width(b) else (words[1], words[0])
    return f"{exact} fits {loose}"


def _derivation(a: QuantityValue, b: QuantityValue, values: Sequence[QuantityValue]) -> str | None:
    """The sum of a change and its ends, or of two values and their difference: "500 + 3,500 = 4,000"."""
    if is_delta(a) == is_delta(b):
        return None
    delta, whole = (a, b) if is_delta(a) else (b, a)
    ends = [(whole.start, whole.to)] if whole.start is not None else [(v.value, whole.value) for v in values]
    for start, to in ends:
        if start is None or to is None or start == to:
            continue
        if delta.by is not None and abs(to - start - delta.by) <= 0.005 * abs(delta.by):
            sign = "+" if delta.by > 0 else "−"
            return f"{_number(start)} {sign} {_number(abs(delta.by))} = {_number(to)}"
    return None


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def forecast(a: QuantityValue, b: QuantityValue, unit: str | None) -> tuple[Relation, str | None]:
    """How an expected figure and a stated one relate, and why."""
    expected, stated = (a, b) if a.modality is Modality.EXPECTED else (b, a)
    if is_delta(expected) != is_delta(stated):
        return Relation.WITHIN, None
    forecast, outcome = value_words(expected, unit), value_words(stated, unit)
    if _came_true(expected, stated):
        if plain_extent(expected) == plain_extent(stated) and expected.as_of and expected.as_of == stated.as_of:
            return Relation.EQUAL, None  # one announcement: "will cut" here, "would cut" there
        return (
            Relation.WITHIN,
            f"{forecast} was expected and {outcome if outcome != forecast else 'it'} is stated elsewhere",
        )
    if expected.as_of and stated.as_of and expected.as_of > stated.as_of:
        return Relation.CHANGED, f"{outcome} as of {day_words(stated.as_of)}; {forecast} is expected after that"
    earlier = expected.as_of and stated.as_of and expected.as_of < stated.as_of
    if not earlier and stated.qualifier == _ESTIMATE and not meet(expected, stated):
        return Relation.APART, f"{outcome} and {forecast} are two estimates of one thing"
    if not earlier and meet(expected, stated) and not unlike(expected, stated):
        return Relation.WITHIN, f"{outcome} fits the {forecast} expected"
    if unit in CURRENCIES and expected.as_of and expected.as_of == stated.as_of:
        return Relation.APART, f"{forecast} and {outcome} are given; the one as what it would be"
    before = f" before ({day_words(expected.as_of)})" if earlier and expected.as_of else ""
    return (
        Relation.SUPERSEDED,
        f"{target_words(expected, unit)} was expected{before}, {target_words(stated, unit)} was stated",
    )


def _came_true(expected: QuantityValue, stated: QuantityValue) -> bool:
    """Whether the very figure that was expected was stated; a range that a figure replaced is another forecast."""
    ranged = expected.low is not None and expected.high is not None
    if not ranged and expected.qualifier not in _EXCLUSIVE and edges(expected) & edges(stated):
        return True
    points = width(replace(expected, qualifier=None)) < 1 and width(replace(stated, qualifier=None)) < 1
    return plain_extent(expected) == plain_extent(stated) or (points and meet(expected, stated))


def _apart_in_time(a: QuantityValue, b: QuantityValue, unit: str | None, *, toll: bool) -> tuple[Relation, str] | None:
    """A change, where the figures are of two days and of what may well have moved between them.

    Reports of two days that give a thing otherwise have not seen it change for that: of the figures of twenty labelled
    clusters that differ from one day to another, two of three were accounts of one size.
    """
    first, last = (a, b) if (a.as_of or date.min, middle(a)) <= (b.as_of or date.min, middle(b)) else (b, a)
    if not first.as_of or not last.as_of or first.as_of == last.as_of:
        return None
    if not toll and not _may_have_moved(first, last, unit, (last.as_of - first.as_of).days):
        return None
    verb = "rose" if middle(last) > middle(first) else "fell"
    before = f"{value_words(first, unit)} ({day_words(first.as_of)})"
    after = f"{value_words(last, unit)} ({day_words(last.as_of)})"
    return Relation.CHANGED, f"the figure {verb} from {before} to {after}"


def _may_have_moved(first: QuantityValue, last: QuantityValue, unit: str | None, days: int) -> bool:
    """Whether a figure that is no toll can have moved from ``first`` to ``last`` in so many days.

    Counts grow as they are made; what falls, a sum, a share or a measure has moved where it did so by more than two
    accounts of one size are apart. A number hedged otherwise ("nearly 90", "more than 90") has not moved.
    """
    if edges(first) & edges(last):
        return False
    before, after = abs(middle(first)), abs(middle(last))
    times = max(before, after) / max(min(before, after), 1e-9)
    if unit in _COUNTED_ONE_BY_ONE:
        return after > before or times >= _LEAST_MOVE
    return times >= (_LEAST_MOVE if unit == "percent" or unit in CURRENCIES else _LEAST_STEP) and (
        unit == "percent" or days > 1
    )


def _grown(a: QuantityValue, b: QuantityValue, unit: str | None, *, toll: bool) -> tuple[Relation, str]:
    """A bound and a figure far above it: both can hold, but they are not one count."""
    low, high = sorted((a, b), key=middle)
    both = f"{value_words(low, unit)} and {value_words(high, unit)}"
    if toll:
        return Relation.CHANGED, f"{both}: the count of victims differs while it is under way"
    return Relation.APART, f"{both} are given; the one may be older, or what is counted may differ"


def _is_quoted(value: QuantityValue) -> bool:
    """Whether a figure is where a price or rate went, which is another an hour later: "rose 45 cents to $71"."""
    return value.kind is ValueKind.CHANGE and value.to is not None and value.start is None


def _disjoint(a: QuantityValue, b: QuantityValue, unit: str | None, *, toll: bool) -> tuple[Relation, str | None]:
    """Two stated figures that exclude each other, unless time lies between them."""
    if is_delta(a) != is_delta(b):
        return Relation.WITHIN, None
    words = (value_words(a, unit), value_words(b, unit))
    moved = begins_at(a, b) or begins_at(b, a)
    if moved:
        return Relation.CHANGED, f"{words[0]} and {words[1]} are the sizes before and after the change"
    low, high = sorted((a, b), key=middle)
    if toll and middle(low) < 1:
        return Relation.CONFLICT, f"{value_words(low, unit)} and {value_words(high, unit)} cannot both hold"
    moved_on = _apart_in_time(a, b, unit, toll=toll)
    if moved_on:
        return moved_on
    if toll:
        both = f"{value_words(low, unit)} and {value_words(high, unit)}"
        grown = f"{both}: the count of victims differs while it is under way"
        return Relation.CHANGED if low.qualifier or high.qualifier else Relation.CONFLICT, grown
    both = f"{value_words(low, unit)} and {value_words(high, unit)}"
    if a.modality is Modality.EXPECTED or _ESTIMATE in (a.qualifier, b.qualifier):
        return Relation.APART, f"{both} are two estimates of one thing"
    if a.as_of and b.as_of and abs((a.as_of - b.as_of).days) > _ONE_ROUND:
        return Relation.APART, f"{both} are given days apart; the one may be older"
    loose = a.qualifier or b.qualifier or a.kind is not b.kind or _is_quoted(a) or _is_quoted(b)
    if loose or abs(middle(high)) > _ONE_THING * abs(middle(low)):
        return Relation.APART, f"{both} are given; what is counted may differ"
    return Relation.CONFLICT, f"{both} cannot both hold"
