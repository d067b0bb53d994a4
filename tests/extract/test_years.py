from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.dates import dated_years
from headwater.extract.years import lines_with_years


def test_lines_in_which_a_year_may_stand_are_told_by_their_numbers() -> None:
    lines = ["The council met in May 2031.", "Room 190", "", "1987 and 2004", "2", "It rained for 19 days", "In 2031"]
    assert lines_with_years(lines) == [0, 3, 6]


def test_a_year_does_not_run_on_over_the_end_of_a_line() -> None:
    assert lines_with_years(["The bus 20", "31 men"]) == []
    assert lines_with_years(["no. 2", "031"]) == []


@given(st.lists(st.text("1920 May,/-٣é", max_size=12), max_size=5))
def test_every_line_with_a_year_that_may_be_dated_is_among_them(lines: list[str]) -> None:
    assert {at for at, line in enumerate(lines) if dated_years(line)} <= set(lines_with_years(lines))
