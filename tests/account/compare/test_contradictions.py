from __future__ import annotations

from datetime import date

from headwater.account.compare.contradictions import figure_contradictions
from headwater.model.account import Quantity, QuantityValue, Status
from headwater.model.article import Citation
from headwater.model.particulars import ValueKind

DISTINCT = {name: name for name in ("a", "b", "c")}


def value(articles: str, number: float, day: int = 3) -> QuantityValue:
    cited = tuple(Citation(article, int(number), int(number) + 2, sentence="s1") for article in articles)
    return QuantityValue(ValueKind.VALUE, cited, value=number, as_of=date(2031, 3, day))


def quantity(what: str, unit: str | None, a: QuantityValue, b: QuantityValue, *, sure: bool = True) -> Quantity:
    return Quantity("n1", what, unit, Status.DIFFERS, (a, b), None, ((a, b),) if sure else ())


def test_two_counts_of_two_reports_cannot_both_hold() -> None:
    (found,) = figure_contradictions([quantity("defendants", None, value("ab", 22), value("c", 23))], DISTINCT)

    assert found.explanation == "22 and 23 cannot both hold"
    assert [[citation.article for citation in reading] for reading in found.readings] == [["a", "b"], ["c"]]


def test_copies_of_one_text_do_not_contradict_each_other() -> None:
    assert figure_contradictions([quantity("boats", None, value("a", 22), value("b", 23))], {"a": "a", "b": "a"}) == ()


def test_a_report_that_gives_both_counts_two_things() -> None:
    assert figure_contradictions([quantity("boats", None, value("ab", 22), value("b", 23))], DISTINCT) == ()


def test_a_report_may_quote_who_denies_its_victims() -> None:
    (found,) = figure_contradictions([quantity("people injured", "people", value("ab", 2), value("b", 0))], DISTINCT)

    assert len(found.readings) == 2


def test_measures_are_left_out_and_what_is_not_surely_one_thing() -> None:
    a, b = value("a", 22), value("b", 23)

    assert figure_contradictions([quantity("height", "foot", a, b)], DISTINCT) == ()
    assert figure_contradictions([quantity("boats", None, a, b, sure=False)], DISTINCT) == ()


def test_a_count_of_the_day_before_is_no_contradiction_but_a_toll_of_none_is() -> None:
    before, after = value("a", 22, day=2), value("b", 23)

    assert figure_contradictions([quantity("boats", None, before, after)], DISTINCT) == ()
    assert figure_contradictions([quantity("people killed", "people", before, value("b", 0))], DISTINCT) != ()
