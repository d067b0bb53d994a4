"""The extent of a figure: the least and greatest size that it allows, hedges considered."""

from __future__ import annotations

import math
from dataclasses import replace

from headwater.account.compare.roundings import significant_digits
from headwater.model.account import QuantityValue
from headwater.model.particulars import ValueKind

_NEAR_WORDS = (
    "about around approximately approx roughly some nearly almost close near virtually barely perhaps maybe so odd ~ ≈"
)
_NEAR = frozenset(_NEAR_WORDS.split())
_NEAR_SHARE = 0.1  # a figure given as "about" allows a tenth less or more, but no more than a step of its last digit
_NOT_YET = frozenset(("nearly", "almost", "close", "virtually", "barely"))  # the size itself is not reached
_BEYOND = frozenset(("more", "over", "above", "excess"))  # the size itself is passed
_EQUAL_SHARE = 1e-6


def extent(value: QuantityValue) -> tuple[float, float] | None:
    """The least and greatest number that ``value`` allows for the thing's size (latest size of a change)."""
    if value.kind is ValueKind.CHANGE and value.to is None and value.low is None and value.high is None:
        return None if value.by is None else (value.by, value.by)
    point = value.to if value.to is not None else value.value
    if point is not None:
        room = _room(point) if _is_near(value) else _EQUAL_SHARE * abs(point)
        return point - room, point + room
    low = -math.inf if value.low is None else value.low
    return low, math.inf if value.high is None else value.high


def _room(point: float) -> float:
    return min(_NEAR_SHARE * abs(point), _step(abs(point))) if point else 0.0


def _step(number: float) -> float:
    """The size of one in the last significant digit of a number above 0: 100 for 3,900."""
    return 10.0 ** (math.floor(math.log10(number)) + 1 - significant_digits(number))


def hedge_class(qualifier: str | None) -> str | None:
    """Qualifiers that say the same as one: "about" for all that mean near; the others as they are."""
    if qualifier is None:
        return None
    return "about" if _NEAR & set(qualifier.replace(".", "").split()) else qualifier


def _is_near(value: QuantityValue) -> bool:
    return hedge_class(value.qualifier) == "about"


def is_delta(value: QuantityValue) -> bool:
    """Whether only the size of a change is given, without where it began or led to."""
    return value.kind is ValueKind.CHANGE and value.start is None and value.to is None


def width(value: QuantityValue) -> float:
    """How much room the figure leaves; infinite for a bound."""
    found = extent(value)
    return math.inf if found is None else found[1] - found[0]


def meet(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether some size is allowed by both."""
    one, other = extent(a), extent(b)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def short_of(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether ``a`` does not reach the number that ``b`` passes: "nearly 300" or "as many as 300", "more than 300"."""
    end = a.high if a.kind is ValueKind.BOUND and a.low is None else a.value if _says(a, _NOT_YET) else None
    return end is not None and b.low is not None and b.kind is ValueKind.BOUND and _says(b, _BEYOND) and b.low >= end


def _says(value: QuantityValue, words: frozenset[str]) -> bool:
    return value.qualifier is not None and not words.isdisjoint(value.qualifier.split())


def outgrows(bound: QuantityValue, other: QuantityValue) -> bool:
    """Whether ``bound`` is a lower bound and ``other`` lies so far above it that the bound is no rounding of it.

    "More than 100" for 180 is a number rounded down to its first digit, "at least 60" for 84 an older or another count.
    """
    low, least = bound.low, other.value if other.value is not None else other.low
    if bound.kind is not ValueKind.BOUND or low is None or low <= 0 or least is None:
        return False
    step = _step(low)
    return least > (1 + _NEAR_SHARE) * low and math.floor(least / step + _EQUAL_SHARE) * step > low * (1 + _EQUAL_SHARE)


def unlike(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether one of the two is a bound or range that the other, though it may fit, does not repeat.

    An upper bound ("up to 70", for 50 or for "up to 80"), or a range with other ends ("2 to 4", "3 to 6"). A figure
    inside a range is none, nor a bound near the figure.
    """
    if a.kind is b.kind is ValueKind.RANGE:
        return any(abs(x - y) > _NEAR_SHARE * max(abs(x), abs(y)) for x, y in zip(_ends(a), _ends(b), strict=True))
    return _undershoots(a, b) or _undershoots(b, a)


def _ends(value: QuantityValue) -> tuple[float, float]:
    return value.low or 0.0, value.high or 0.0


def _undershoots(bound: QuantityValue, other: QuantityValue) -> bool:
    most = other.value if other.value is not None else other.high
    if bound.kind is not ValueKind.BOUND or bound.low is not None or bound.high is None or most is None:
        return False
    return other.kind is not ValueKind.RANGE and most < (1 - _NEAR_SHARE) * bound.high


def edges(value: QuantityValue) -> set[float]:
    """The plain numbers that the figure is given by, the beginning of a change left out."""
    numbers = (value.value, value.to, value.low, value.high)
    return {number for number in numbers if number is not None}


def plain_extent(value: QuantityValue) -> tuple[float, float] | None:
    """The extent of the figure with its hedge left out."""
    return extent(replace(value, qualifier=None))


def begins_at(value: QuantityValue, change: QuantityValue) -> bool:
    """Whether ``change`` begins at the size that ``value`` gives."""
    point = value.value if value.value is not None else value.low
    return change.start is not None and point is not None and abs(change.start - point) <= 1e-6 * abs(point)


def middle(value: QuantityValue) -> float:
    """A number to order figures by: the least size allowed, or the greatest of an upper bound."""
    found = extent(value)
    if found is None:
        return 0.0
    low, high = found
    return high if low == -math.inf else low
