"""Whether two numbers are one, the one of them rounded: "$2.1 billion" for "$2.07 billion"."""

from __future__ import annotations

import math
from functools import lru_cache

_MEASURED = 0.05  # most that a rounded sum or measure is off; beyond, it was no rounding but another figure
_COUNTED = 0.01
_MILLION = 1e6  # counts from here on are rounded as sums are
_LEAST_COUNT = 1000.0  # a smaller count is given as counted
_DIGITS = 15
_KEPT = 4096  # numbers whose digits are remembered: each is held against many


def rounded_alike(a: float, b: float, unit: str | None) -> bool:
    """Whether one of the numbers is the other, rounded or cut to fewer digits; counts below a thousand are not."""
    if a == b:
        return True
    coarse, fine = sorted((a, b), key=significant_digits)
    counts = unit in (None, "people")
    if fine == 0 or coarse == 0 or unit == "fraction" or (counts and min(abs(a), abs(b)) < _LEAST_COUNT):
        return False
    if abs(coarse - fine) > (_COUNTED if counts and abs(fine) < _MILLION else _MEASURED) * abs(fine):
        return False
    digits = significant_digits(coarse)
    return coarse in (float(f"{fine:.{digits - 1}e}"), _cut(fine, digits))


def _cut(number: float, digits: int) -> float:
    """The number without what follows its first ``digits``: 229 of 229.6."""
    mantissa, _, power = f"{abs(number):.{_DIGITS - 1}e}".partition("e")
    return math.copysign(float(f"{mantissa[: digits + 1]}e{power}"), number)


@lru_cache(_KEPT)
def significant_digits(number: float) -> int:
    """The significant digits of a number as written without trailing zeros."""
    return len(f"{abs(number):.{_DIGITS - 1}e}".split("e")[0].replace(".", "").rstrip("0")) or 1


def shared_numbers(a: frozenset[float], b: frozenset[float], unit: str | None) -> frozenset[float]:
    """The numbers of ``a`` that stand in ``b`` too, some of them rounded there or here, but to no single digit."""
    return a & b or frozenset(
        one
        for one in a
        for other in b
        if min(significant_digits(one), significant_digits(other)) > 1 and rounded_alike(one, other, unit)
    )
