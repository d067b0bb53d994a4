from __future__ import annotations

from datetime import date

from headwater.account.tell.figures import figure_warnings
from headwater.model.account import Quantity, QuantityValue, Status, WarningKind
from headwater.model.particulars import Modality, ValueKind
from tests.builders import make_article

EARLY = make_article("Up to 30 boats. 40 boats.", id="a_1", outlet="Lantern", published=date(2031, 5, 5))
LATE = make_article("There are 25 boats.", id="a_2", outlet="Quay News", published=date(2031, 5, 7))
BOTH = {article.id: article for article in (EARLY, LATE)}


def value(article: str, number: float, day: int, modality: Modality = Modality.STATED) -> QuantityValue:
    cited = (BOTH[article].cite(0, 5),)
    return QuantityValue(ValueKind.VALUE, cited, value=number, modality=modality, as_of=date(2031, 5, day))


def warn(status: Status, *values: QuantityValue) -> list[tuple[WarningKind, str]]:
    exclusive = ((values[0], values[1]),) if status is Status.DIFFERS and values[0].as_of == values[1].as_of else ()
    boats = Quantity("n1", "boats", None, status, values, None, exclusive)
    return [(w.kind, w.text) for w in figure_warnings((boats,), BOTH)]


def test_an_overtaken_forecast_is_told_in_one_sentence() -> None:
    found = warn(Status.CHANGED, value("a_1", 30, 5, Modality.EXPECTED), value("a_2", 25, 7))
    assert found == [
        (
            WarningKind.SUPERSEDED_FIGURE,
            "Overtaken figure for boats: 30 (expected) in Lantern (5 May 2031) is now 25 in Quay News (7 May 2031).",
        )
    ]


def test_two_overtaken_figures_of_one_report_name_it_once() -> None:
    ((_, text),) = warn(Status.CHANGED, value("a_1", 30, 5), value("a_1", 40, 5), value("a_2", 25, 7))
    assert text == "Overtaken figure for boats: 30 and 40 in Lantern (5 May 2031) are now 25 in Quay News (7 May 2031)."


def test_figures_in_conflict_stand_against_each_other() -> None:
    ((kind, text),) = warn(Status.DIFFERS, value("a_1", 30, 7), value("a_2", 25, 7))
    assert kind is WarningKind.CONFLICTING_FIGURE
    assert text == "Conflicting figures for boats: 30 in Lantern (5 May 2031) against 25 in Quay News (7 May 2031)."


def test_figures_that_may_count_two_things_warn_of_nothing() -> None:
    assert warn(Status.DIFFERS, value("a_1", 40, 5), value("a_2", 25, 7)) == []


def test_agreed_figures_warn_of_nothing() -> None:
    assert warn(Status.AGREED, value("a_1", 25, 7), value("a_2", 25, 7)) == []
