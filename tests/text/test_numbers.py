from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text import numbers
from headwater.text.number_tokens import NumberToken, number_tokens
from headwater.text.numbers import Numeral, NumeralForm, find_numerals
from tests.steps import grows_evenly


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("4,000", 4000.0),
        ("6,327.80", 6327.8),
        ("3.5 million", 3.5e6),
        ("$4.2bn", 4.2e9),
        ("2.07 billion", 2.07e9),
        ("twenty-five", 25.0),
        ("one hundred and five", 105.0),
        ("three thousand six hundred forty-two", 3642.0),
        ("two dozen", 24.0),
        ("half a million", 5e5),
        ("half a dozen", 6.0),
        ("a quarter of a million", 2.5e5),
        ("a quarter million", 2.5e5),
        ("three quarters of a billion", 7.5e8),
        ("a thousand", 1000.0),
        ("three and a half million", 3.5e6),
        ("10 1/2", 10.5),
        ("4½", 4.5),
        ("1/2", 0.5),
        ("two-thirds", 2 / 3),
        ("a third of", 1 / 3),
        (".500", 0.5),
    ],
)
def test_a_numeral_has_its_value(words: str, value: float) -> None:
    (numeral,) = find_numerals(f"there were {words} in all")

    assert numeral.low == numeral.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dozens", 12, 99),
        ("hundreds", 100, 999),
        ("thousands", 1000, 9999),
        ("tens of thousands", 10_000, 99_999),
        ("several hundred", 200, 999),
    ],
)
def test_a_word_of_magnitude_is_a_range(words: str, low: float, high: float) -> None:
    (numeral,) = find_numerals(f"{words} of people")

    assert (numeral.low, numeral.high, numeral.form) == (low, high, NumeralForm.APPROXIMATE)


def test_ordinals_are_told_apart_from_counts() -> None:
    forms = [numeral.form for numeral in find_numerals("the third day, the twenty-first century, the 129th parade")]

    assert forms == [NumeralForm.ORDINAL] * 3


def test_digits_glued_to_letters_before_them_are_no_numerals() -> None:
    assert find_numerals("the G7, MH370 and the A42") == []


def test_a_number_of_thousands_of_digits_is_passed_over() -> None:
    def read(digits: int) -> list[Numeral]:
        return find_numerals("9" * digits + " and ten " + "1," * digits)

    assert read(6000)[0].low == 10
    assert grows_evenly(read, 500)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789., -/½ahundredtwoonmilsf", max_size=60))
def test_numerals_stand_in_order_and_never_overlap(text: str) -> None:
    found = find_numerals(text)

    assert all(0 <= one.start < one.end <= len(text) and one.low <= one.high for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_with_separators_read_as_written(number: int) -> None:
    (numeral,) = find_numerals(f"about {number:,} units")

    assert numeral.low == number


class _Counted(list[NumberToken]):
    """Tokens that count how often one is read."""

    reads = 0

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        self.reads += len(found) if isinstance(key, slice) else 1
        return found


@pytest.mark.parametrize("words", ["12 ", "1-", "one ", "2 million ", "dozens "])
def test_the_work_grows_with_the_number_of_numerals(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = []
    for count in (100, 800):
        tokens = _Counted(number_tokens(words * count))
        monkeypatch.setattr(numbers, "number_tokens", lambda _text, tokens=tokens: tokens)
        find_numerals(words * count)
        reads.append(tokens.reads)
    assert reads[1] <= 9 * reads[0]
