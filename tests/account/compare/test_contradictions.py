from __future__ import annotations

from datetime import date

from headwater.account.compare.contradictions import figure_contradictions
from headwater.model.account import Quantity, QuantityValue, Status
from headwater.model.article import Citation
from headwater.model.particulars import ValueKind

DAY = date(2031, 3, 3)
DISTINCT = {name: name for name in ("a", "b", "c")}


def quantity(what: str, unit: str | None, *readings: tuple[str, float]) -> Quantity:
    values = tuple(
        QuantityValue(
            ValueKind.VALUE,
            tuple(Citation(name, 10 * n, 10 * n + 2, sentence="s1") for name in names),
            value=number,
            as_of=DAY,
        )
        for n, (names, number) in enumerate(readings)
    )
    return Quantity("n1", what, unit, Status.DIFFERS, values)


def test_two_counts_of_two_reports_cannot_both_hold() -> None:
    (found,) = figure_contradictions([quantity("defendants", None, ("ab", 22), ("c", 23))], DISTINCT)

    assert found.explanation == "22 and 23 cannot both hold"
    assert [[citation.article for citation in reading] for reading in found.readings] == [["a", "b"], ["c"]]


def test_copies_of_one_text_do_not_contradict_each_other() -> None:
    assert figure_contradictions([quantity("boats", None, ("a", 22), ("b", 23))], {"a": "a", "b": "a"}) == ()


def test_a_report_that_gives_both_counts_two_things() -> None:
    assert figure_contradictions([quantity("boats", None, ("ab", 22), ("b", 23))], DISTINCT) == ()


def test_a_report_may_quote_who_denies_its_victims() -> None:
    (found,) = figure_contradictions([quantity("people injured", "people", ("ab", 2), ("b", 0))], DISTINCT)

    assert len(found.readings) == 2


def test_measures_and_figures_far_apart_are_left_out() -> None:
    assert figure_contradictions([quantity("height", "foot", ("a", 22), ("b", 23))], DISTINCT) == ()
    assert figure_contradictions([quantity("boats", None, ("a", 22), ("b", 43))], DISTINCT) == ()
