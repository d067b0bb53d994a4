from __future__ import annotations

import pytest

from headwater.text.figures import magnitude_word, plural_of, written_number


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


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [(12.0, 99.0, "dozens"), (1e4, 99_999.0, "tens of thousands"), (12.0, 90.0, None), (None, 99.0, None)],
)
def test_a_range_that_a_word_of_magnitude_stands_for_goes_by_it(
    low: float | None, high: float | None, word: str | None
) -> None:
    assert magnitude_word(low, high) == word
