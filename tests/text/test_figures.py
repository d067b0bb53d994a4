from __future__ import annotations

import pytest

from headwater.text.figures import plural_of, written_number


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("mile", "miles"),
        ("foot", "feet"),
        ("penny", "pence"),
        ("mph", "mph"),
        ("square foot", "square feet"),
        ("inch", "inches"),
        ("nautical mile", "nautical miles"),
        ("km", "km"),
        ("kB", "kB"),
        ("km2", "km2"),
        ("percent", "percent"),
    ],
)
def test_units_have_their_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@pytest.mark.parametrize(
    ("number", "written"),
    [(4000, "4,000"), (0.5, "0.5"), (1_400_000, "1.4 million"), (121e9, "121 billion"), (-2e6, "-2 million"), (0, "0")],
)
def test_numbers_are_written_as_in_a_newsroom(number: float, written: str) -> None:
    assert written_number(number) == written
