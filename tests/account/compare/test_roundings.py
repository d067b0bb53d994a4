from __future__ import annotations

import pytest

from headwater.account.compare.roundings import rounded_alike, shared_numbers


@pytest.mark.parametrize(
    ("a", "b", "unit", "alike"),
    [
        (2.07e9, 2.1e9, "USD", True),
        (2.1e9, 2.4e9, "USD", False),
        (11.0, 11.3, "percent", True),
        (180.0, 183.0, None, False),
        (143e6, 142.9e6, "people", True),
        (229.6, 229.0, "foot", True),
        (11.5e6, 11e6, None, True),
        (11_500.0, 11_000.0, None, False),
        (-14.37, -14.3, "degree", True),
        (0.0, 0.0, None, True),
        (0.0, 0.1, "km", False),
    ],
)
def test_a_rounded_sum_is_the_same_sum_but_a_small_count_is_not_rounded(
    a: float, b: float, unit: str | None, alike: bool
) -> None:
    assert rounded_alike(a, b, unit) is rounded_alike(b, a, unit) is alike


def test_a_figure_of_one_digit_shares_no_number_with_an_exact_one() -> None:
    assert shared_numbers(frozenset({2e9}), frozenset({2.07e9}), "USD") == frozenset()
    assert shared_numbers(frozenset({2.1e9}), frozenset({2.07e9}), "USD") == {2.1e9}
