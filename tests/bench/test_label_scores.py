"""The scores of labelled clusters, on cases small enough to count by hand."""

from __future__ import annotations

from collections.abc import Hashable

import pytest
from bench.label_scores import (
    PairTally,
    Tally,
    average_precision,
    grouping_pairs,
    judged,
    names_speaker,
    same_figure,
    same_length,
)
from bench.labelled import Figure, Span

from headwater.model.article import Citation
from headwater.model.particulars import QuantityMention, TimeMention, TimexType, ValueKind

HERE = Span("row", 0, 2)
CITED = Citation("a_1", 0, 2, sentence="s1")


def label(kind: str, **numbers: float) -> Figure:
    return Figure(HERE, kind, tuple((name.rstrip("_"), number) for name, number in numbers.items()), None)


def test_a_value_is_found_where_kind_and_number_agree() -> None:
    mention = QuantityMention(CITED, "12", ValueKind.VALUE, value=12.0)
    assert same_figure(label("value", value=12), mention)
    assert not same_figure(label("value", value=13), mention)
    assert not same_figure(label("bound", low=12), mention)


def test_a_vague_count_asks_for_a_range_of_any_bounds() -> None:
    assert same_figure(label("range"), QuantityMention(CITED, "dozens", ValueKind.RANGE, low=24.0, high=99.0))


def test_a_value_may_be_a_part_of_a_change_whatever_its_sign() -> None:
    fell = QuantityMention(CITED, "fell 3 % to 254", ValueKind.CHANGE, by=-3.0, to=254.0)
    assert same_figure(label("value", value=3), fell)
    assert same_figure(label("value", value=254), fell)
    assert not same_figure(label("value", value=4), fell)


def test_both_ends_of_a_change_must_agree() -> None:
    mention = QuantityMention(CITED, "from 35 to 21", ValueKind.CHANGE, start=35.0, to=21.0)
    assert same_figure(label("change", from_=35, to=21), mention)
    assert not same_figure(label("change", from_=35, to=20), mention)


def test_a_length_of_time_may_be_read_as_a_duration() -> None:
    months = TimeMention(CITED, "18-month", TimexType.DURATION, "P18M")
    assert same_length(label("value", value=18), months)
    assert not same_length(label("value", value=8), months)
    assert not same_length(label("value", value=18), TimeMention(CITED, "the 18th", TimexType.DATE, "2020-01-18"))


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        (("Harrow",), "Mayor Ida Harrow", True),
        (("Harrow", "mayor"), "the mayor", True),
        (("Harrow",), None, False),
        ((), None, True),
        ((), "Harrow", False),
    ],
)
def test_a_speaker_is_right_by_one_of_the_words(wanted: tuple[str, ...], given: str | None, right: bool) -> None:
    assert names_speaker(wanted, given) is right


def test_pairs_of_two_reports_are_told_from_parts_of_a_split_quote() -> None:
    across, within = grouping_pairs(["u1", "u1", "u1", "u2"], [7, 7, 8, 8], ["a", "a", "b", "b"])
    assert within == PairTally(right=1, given=1, wanted=1)
    assert across == PairTally(right=0, given=1, wanted=2)
    assert across.f1 == 0.0


def test_an_item_in_no_group_joins_nothing() -> None:
    across, _ = grouping_pairs(["u1", "u1"], [None, None], ["a", "b"])
    assert across == PairTally(right=0, given=0, wanted=1)


def test_a_figure_is_judged_by_an_answer_that_joins_two_of_its_values() -> None:
    values: dict[Hashable, Hashable] = {"m1": 25, "m2": 27, "m3": 25}
    assert judged(values, {"differs"}, [({"m1", "m2"}, "differs")])
    assert not judged(values, {"differs"}, [({"m1", "m2"}, "agreed")])
    assert not judged(values, {"differs"}, [({"m1", "m3"}, "differs")])


def test_average_precision_puts_misses_first_among_ties() -> None:
    assert average_precision([(0.9, True), (0.5, False), (0.4, True)]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([(0.5, True), (0.5, False)]) == 0.5
    assert average_precision([]) == 1.0


def test_shares_add_up_and_nothing_is_all_right() -> None:
    assert (Tally(1, 2) + Tally(2, 2)).share == 0.75
    assert Tally().share == 1.0
    assert PairTally().precision == PairTally().recall == PairTally().f1 == 1.0
