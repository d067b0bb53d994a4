from __future__ import annotations

from datetime import date

import pytest

from headwater.model.account import Happening, QuantityValue, TimelineEntry
from headwater.model.article import Citation, Published
from headwater.model.particulars import Granularity, Modality, ValueKind
from headwater.model.reuse import OriginRange
from headwater.present.wording import event_text, figure_text, lines_text, span_text, value_note, written_text

PLACE = (Citation("a_1", 0, 1, sentence="s1"),)


def value(kind: ValueKind, **given: float) -> QuantityValue:
    return QuantityValue(kind, PLACE, **given)  # type: ignore[arg-type]  # only figures are given


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2031, 3, 3), date(2031, 3, 8), "3–8 Mar 2031"),
        (date(2031, 2, 27), date(2031, 3, 8), "27 Feb – 8 Mar 2031"),
        (date(2030, 12, 31), date(2031, 1, 1), "31 Dec 2030 – 1 Jan 2031"),
        (date(2031, 3, 3), date(2031, 3, 3), "3 Mar 2031"),
        (None, date(2031, 3, 3), "3 Mar 2031"),
        (None, None, None),
    ],
)
def test_a_span_says_each_part_once(first: date | None, last: date | None, text: str | None) -> None:
    assert span_text(first, last) == text


@pytest.mark.parametrize(
    ("item", "unit", "text"),
    [
        (value(ValueKind.VALUE, value=4000.0), "people", "4,000"),
        (value(ValueKind.VALUE, value=2.5), "percent", "2.5%"),
        (value(ValueKind.VALUE, value=3.0), "day", "3 days"),
        (value(ValueKind.VALUE, value=1.0), "day", "1 day"),
        (value(ValueKind.VALUE, value=5.0), "km", "5 km"),
        (value(ValueKind.VALUE, value=7e6), "USD", "$7 million"),
        (value(ValueKind.RANGE, low=4000.0, high=5000.0), None, "4,000–5,000"),
        (value(ValueKind.RANGE, low=1000.0, high=9999.0), None, "thousands"),
        (value(ValueKind.CHANGE, low=1000.0, high=9999.0), None, "to thousands"),
        (value(ValueKind.CHANGE, start=5.0, low=10.0), None, "from 5 to 10"),
        (value(ValueKind.BOUND, low=90.0), None, "at least 90"),
        (value(ValueKind.BOUND, high=90.0), None, "at most 90"),
        (value(ValueKind.CHANGE, start=500.0, to=4000.0), None, "from 500 to 4,000"),
        (value(ValueKind.CHANGE, start=500.0, low=4000.0, high=5000.0), None, "from 500 to 4,000–5,000"),
        (value(ValueKind.CHANGE, by=3500.0), None, "by 3,500"),
        (value(ValueKind.CHANGE, by=-60.0), "percent", "down by 60%"),
        (value(ValueKind.CHANGE), None, "a change"),
    ],
)
def test_a_figure_reads_as_in_the_text(item: QuantityValue, unit: str | None, text: str) -> None:
    assert figure_text(item, unit) == text


def test_the_hedge_of_a_figure_is_shown() -> None:
    about = QuantityValue(ValueKind.VALUE, PLACE, value=4000.0, qualifier="about")
    change = QuantityValue(ValueKind.CHANGE, PLACE, start=500.0, to=4000.0, by=3500.0, qualifier="about")
    assert figure_text(about, None) == "about 4,000"
    assert figure_text(change, None) == "from 500 to about 4,000 by 3,500"
    more = QuantityValue(ValueKind.BOUND, PLACE, low=90.0, qualifier="more than")
    assert figure_text(more, None) == "more than 90"


def test_a_note_says_who_when_and_whether_it_was_expected() -> None:
    item = QuantityValue(
        ValueKind.VALUE, PLACE, value=1.0, modality=Modality.EXPECTED, asserted_by="Orvik", as_of=date(2031, 3, 3)
    )
    assert value_note(item) == "expected, Orvik, 3 Mar 2031"
    assert value_note(QuantityValue(ValueKind.VALUE, PLACE, value=1.0)) == ""


def event(day: date, granularity: Granularity, end: date | None = None) -> TimelineEntry:
    return TimelineEntry(day, granularity, "x", Happening.HAPPENED, OriginRange(1, 1), PLACE, None, end)


def test_an_event_is_dated_as_exactly_as_the_reports_do() -> None:
    assert event_text(event(date(2031, 3, 5), Granularity.DAY)) == "Wed 5 Mar 2031"
    assert event_text(event(date(2031, 3, 5), Granularity.DAY, date(2031, 3, 6))) == "5–6 Mar 2031"
    assert event_text(event(date(2031, 3, 1), Granularity.MONTH)) == "Mar 2031"
    assert event_text(event(date(2031, 1, 1), Granularity.YEAR)) == "2031"
    assert event_text(event(date(2031, 1, 1), Granularity.YEAR, date(2033, 12, 31))) == "2031–2033"


def test_doubt_about_a_date_is_shown() -> None:
    early, day, late = date(2031, 3, 4), date(2031, 3, 5), date(2031, 3, 8)
    assert written_text(Published()) == "not dated"
    assert written_text(Published(earliest=early, latest=late)) == "not dated; between 4–8 Mar 2031"
    assert written_text(Published(day, early, late)) == "5 Mar 2031 (possible: 4–8 Mar 2031)"
    assert written_text(Published(day, earliest=early)) == "5 Mar 2031 (not before 4 Mar 2031)"
    assert written_text(Published(day, latest=late)) == "5 Mar 2031 (not after 8 Mar 2031)"
    assert written_text(Published(day)) == "5 Mar 2031"


def test_a_range_of_lines_is_said_as_one() -> None:
    assert lines_text(OriginRange(1, 1)) == "1 line"
    assert lines_text(OriginRange(3, 4)) == "3–4 lines"
