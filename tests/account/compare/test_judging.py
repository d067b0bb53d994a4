from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from headwater.account.compare.judging import judge_values
from headwater.model.account import QuantityValue, Status
from headwater.model.article import Citation
from headwater.model.particulars import Modality, ValueKind

EARLY, LATE = date(2031, 3, 3), date(2031, 3, 6)


def value(article: str, kind: ValueKind = ValueKind.VALUE, **given: Any) -> QuantityValue:
    return QuantityValue(kind, (Citation(article, 0, 1, sentence="s1"),), **given)


def test_one_article_is_single_whatever_it_says() -> None:
    assert judge_values([value("a", value=5.0)]) == judge_values([value("a", value=5.0), value("a", value=5.0)])
    assert judge_values([value("a", value=5.0)]).status is Status.SINGLE


def test_copies_count_as_one_article() -> None:
    values = [value("a", value=5.0), value("b", value=5.0)]

    assert judge_values(values).status is Status.AGREED
    assert judge_values(values, distinct={"a": "a", "b": "a"}).status is Status.SINGLE


def test_copies_of_which_one_was_brought_up_to_date_are_two_articles() -> None:
    values = [value("a", value=5.0, as_of=EARLY), value("b", value=9.0, as_of=LATE)]

    assert judge_values(values, distinct={"a": "a", "b": "a"}).status is Status.CHANGED


def test_figures_of_one_day_that_exclude_each_other_conflict() -> None:
    judged = judge_values([value("a", value=5.0, as_of=LATE), value("b", value=6.0, as_of=LATE)], unit="USD")

    assert (judged.status, judged.conflict, judged.explanation) == (Status.DIFFERS, True, "$5 and $6 cannot both hold")


def test_a_figure_that_moved_with_time_is_no_conflict() -> None:
    judged = judge_values([value("a", value=5.0, as_of=EARLY), value("b", value=9.0, as_of=LATE)])

    assert (judged.status, judged.conflict) == (Status.CHANGED, False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"value": 100.0, "qualifier": "about"}, {"value": 104.0}),
        ({"kind": ValueKind.BOUND, "low": 80.0, "qualifier": "at least"}, {"value": 84.0}),
        ({"kind": ValueKind.RANGE, "low": 30.0, "high": 40.0}, {"value": 35.0}),
        ({"kind": ValueKind.RANGE, "low": 100.0, "high": 999.0}, {"value": 202.0}),
    ],
)
def test_loose_and_exact_figures_agree(a: dict[str, Any], b: dict[str, Any]) -> None:
    judged = judge_values([value("a", **a), value("b", **b)])

    assert (judged.status, judged.conflict) == (Status.AGREED, False)


def test_a_forecast_that_a_figure_replaced_changed() -> None:
    forecast = value("a", ValueKind.BOUND, low=400.0, qualifier="more than", modality=Modality.EXPECTED, as_of=EARLY)
    outcome = value("b", ValueKind.CHANGE, start=50.0, to=400.0, as_of=LATE)

    judged = judge_values([forecast, outcome])

    assert judged.status is Status.CHANGED
    assert judged.explanation == "more than 400 was expected before (3 March 2031), 400 was stated (6 March 2031)"


def test_a_change_explains_its_ends() -> None:
    judged = judge_values([value("a", ValueKind.CHANGE, by=35.0), value("b", ValueKind.CHANGE, start=5.0, to=40.0)])

    assert (judged.status, judged.explanation) == (Status.AGREED, "5 + 35 = 40")


def test_a_denied_figure_conflicts_with_a_stated_one() -> None:
    judged = judge_values([value("a", value=5.0, modality=Modality.DENIED), value("b", value=5.0)])

    assert (judged.status, judged.conflict, judged.explanation) == (Status.DIFFERS, True, "5 is denied, 5 is not")


def test_figures_far_apart_differ_without_a_conflict() -> None:
    judged = judge_values([value("a", value=50.0, as_of=LATE), value("b", value=90.0, as_of=LATE)])

    assert (judged.status, judged.conflict) == (Status.DIFFERS, False)


def test_two_estimates_are_no_conflict() -> None:
    estimates = [
        value("a", value=50.0, modality=Modality.EXPECTED, as_of=LATE),
        value("b", value=55.0, modality=Modality.EXPECTED, as_of=LATE),
    ]

    assert judge_values(estimates).explanation == "50 and 55 are two estimates of one thing"
    assert not judge_values(estimates).conflict


@pytest.mark.parametrize(
    ("bound", "other", "status"),
    [
        (60.0, 84.0, Status.DIFFERS),
        (100.0, 180.0, Status.AGREED),
        (180.0, 230.0, Status.DIFFERS),
        (70.0, 73.0, Status.AGREED),
    ],
)
def test_a_lower_bound_far_below_a_figure_is_another_count(bound: float, other: float, status: Status) -> None:
    values = [
        value("a", ValueKind.BOUND, low=bound, qualifier="at least", as_of=LATE),
        value("b", value=other, as_of=LATE),
    ]

    judged = judge_values(values)

    assert (judged.status, judged.conflict) == (status, False)


def test_a_toll_that_outgrew_its_bound_has_changed() -> None:
    bound = value("a", ValueKind.BOUND, low=60.0, qualifier="at least", as_of=EARLY)

    judged = judge_values([bound, value("b", value=84.0, as_of=LATE)], toll=True)

    assert judged.status is Status.CHANGED
    assert judged.explanation == "the figure rose from at least 60 (3 March 2031) to 84 (6 March 2031)"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"value": 55.0, "qualifier": "about"}, {"value": 53.0}),
        ({"value": 300.0, "qualifier": "nearly"}, {"kind": ValueKind.BOUND, "low": 300.0, "qualifier": "more than"}),
        (
            {"kind": ValueKind.BOUND, "high": 20.0, "qualifier": "as many as"},
            {"kind": ValueKind.BOUND, "low": 20.0, "qualifier": "over"},
        ),
    ],
)
def test_a_hedge_explains_no_more_than_it_says(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert judge_values([value("a", **a), value("b", **b)]).status is Status.DIFFERS


def test_a_sum_does_not_change_overnight() -> None:
    values = [value("a", value=5e6, as_of=EARLY), value("b", value=6e6, as_of=EARLY + timedelta(days=1))]

    assert judge_values(values, unit="USD").status is Status.DIFFERS
    assert judge_values(values, unit="people").status is Status.CHANGED


@pytest.mark.parametrize(
    ("unit", "first", "last", "status"),
    [
        (None, 30.0, 34.0, Status.CHANGED),
        ("people", 34_000.0, 33_000.0, Status.DIFFERS),
        ("people", 340.0, 200.0, Status.CHANGED),
        ("foot", 12.0, 14.0, Status.DIFFERS),
        ("foot", 12.0, 18.0, Status.CHANGED),
        ("USD", 5.1e6, 5.3e6, Status.DIFFERS),
        ("USD", 5e6, 7e6, Status.CHANGED),
        ("percent", 61.0, 63.0, Status.DIFFERS),
    ],
)
def test_what_two_days_give_otherwise_has_moved_only_where_it_grows_or_moves_far(
    unit: str | None, first: float, last: float, status: Status
) -> None:
    judged = judge_values([value("a", value=first, as_of=EARLY), value("b", value=last, as_of=LATE)], unit=unit)

    assert (judged.status, judged.conflict) == (status, False)


def test_a_number_that_is_hedged_otherwise_on_another_day_has_not_moved() -> None:
    nearly = value("a", value=90.0, qualifier="nearly", as_of=LATE)
    passed = value("b", ValueKind.BOUND, low=90.0, qualifier="more than", as_of=EARLY)

    assert judge_values([nearly, passed], unit="percent").status is Status.DIFFERS


def test_figures_of_neighbouring_days_that_hardly_differ_conflict_and_those_of_a_week_apart_do_not() -> None:
    first = value("a", value=34_000.0, as_of=EARLY)

    for days, conflict in ((1, True), (7, False)):
        other = value("b", value=33_000.0, as_of=EARLY + timedelta(days=days))
        assert judge_values([first, other], unit="people").conflict is conflict


def test_three_numbers_of_victims_are_a_count_under_way_and_two_of_one_day_a_conflict() -> None:
    dead = [value(name, value=number, as_of=LATE) for name, number in (("a", 77.0), ("b", 80.0), ("c", 84.0))]
    nobody = value("d", value=0.0, as_of=LATE)

    assert judge_values(dead[:2], unit="people", toll=True).conflict
    assert not judge_values(dead, unit="people", toll=True).conflict
    assert judge_values([*dead, nobody], unit="people", toll=True).conflict


def test_a_fall_by_a_share_is_compared_with_the_share_lost() -> None:
    fall = value("a", ValueKind.CHANGE, by=-80.0)

    assert judge_values([fall, value("b", value=80.0)], unit="percent").status is Status.AGREED
    assert judge_values([fall, value("b", value=60.0)], unit="percent").status is Status.DIFFERS


def test_what_was_expected_and_is_stated_agrees_though_the_forecast_is_the_later() -> None:
    forecast = value("a", value=40.0, modality=Modality.EXPECTED, as_of=LATE)

    assert judge_values([forecast, value("b", value=40.0, as_of=EARLY)]).status is Status.AGREED


@pytest.mark.parametrize(
    ("a", "b", "status"),
    [
        ({"kind": ValueKind.BOUND, "high": 70.0}, {"kind": ValueKind.BOUND, "high": 90.0}, Status.DIFFERS),
        ({"kind": ValueKind.BOUND, "high": 70.0}, {"value": 40.0}, Status.DIFFERS),
        ({"kind": ValueKind.BOUND, "high": 70.0}, {"value": 68.0}, Status.AGREED),
        (
            {"kind": ValueKind.RANGE, "low": 2.0, "high": 4.0},
            {"kind": ValueKind.RANGE, "low": 3.0, "high": 6.0},
            Status.DIFFERS,
        ),
    ],
)
def test_a_bound_or_range_with_another_end_is_another_figure(
    a: dict[str, Any], b: dict[str, Any], status: Status
) -> None:
    judged = judge_values([value("a", **a), value("b", **b)])

    assert (judged.status, judged.conflict) == (status, False)


@pytest.mark.parametrize(
    ("era", "other", "status"),
    [(-1, 80.0, Status.CHANGED), (1, 80.0, Status.DIFFERS), (-1, 55.0, Status.DIFFERS)],
)
def test_only_what_is_called_old_has_changed(era: int, other: float, status: Status) -> None:
    told, plain = value("a", value=53.0, as_of=LATE), value("b", value=other, as_of=LATE)

    assert judge_values([told, plain], unit="USD", eras={told: era}).status is status


def test_what_a_deal_would_be_worth_is_no_forecast_of_the_same_day() -> None:
    values = [value("a", value=72e6, modality=Modality.EXPECTED, as_of=LATE), value("b", value=74e6, as_of=LATE)]

    assert judge_values(values, unit="USD").status is Status.DIFFERS
    assert judge_values(values, unit="inch").status is Status.CHANGED


def test_one_figure_of_one_day_planned_here_and_stated_there_is_one_announcement() -> None:
    planned = value("a", value=5.0, as_of=LATE, modality=Modality.EXPECTED)
    judged = judge_values([planned, value("b", value=5.0, as_of=LATE)])
    assert (judged.status, judged.explanation) == (Status.AGREED, None)
    later = judge_values([planned, value("b", value=5.0, as_of=LATE + timedelta(days=9))])
    assert "was expected" in (later.explanation or "")
