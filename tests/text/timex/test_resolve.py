from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.timex import Direction, Timex, Unit, direction_at, find_timexes, resolve, resolve_all

THURSDAY = date(2019, 8, 15)


def only(text: str) -> Timex:
    found = find_timexes(text)
    assert len(found) == 1, [text[timex.start : timex.end] for timex in found]
    return found[0]


def value(text: str, anchor: date | None = THURSDAY) -> str:
    timex = only(text)
    return resolve(timex, anchor, direction=direction_at(text, timex)).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 2019-08-02.", "2019-08-02"),
        ("It opened on 15 February 2021.", "2021-02-15"),
        ("It opened on Monday, February 15, 2021.", "2021-02-15"),
        ("It opened on Feb. 15.", "2019-02-15"),
        ("It opened on the 3rd of March 2018.", "2018-03-03"),
        ("It ran from Feb 3-5, 2018.", "2018-02-03/2018-02-05"),
        ("It opened in October 2018.", "2018-10"),
        ("It opened in 2018.", "2018"),
        ("It opened in the 1990s.", "199"),
        ("It opened in the third quarter of 2018.", "2018-Q3"),
        ("It opened last summer.", "2018-SU"),
    ],
)
def test_explicit_dates_have_their_timex_value(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned Thursday.", "2019-08-15"),
        ("The mayor resigned on Friday.", "2019-08-09"),
        ("The mayor will resign on Friday.", "2019-08-16"),
        ("The mayor resigned last Thursday.", "2019-08-08"),
        ("The mayor resigns next Monday.", "2019-08-19"),
        ("The mayor resigned Wednesday night.", "2019-08-14TNI"),
        ("The mayor resigned yesterday.", "2019-08-14"),
        ("The mayor resigned last night.", "2019-08-14TNI"),
        ("The mayor resigned earlier this week.", "2019-W33"),
        ("The mayor resigned late last month.", "2019-07"),
        ("The mayor resigned two days ago.", "2019-08-13"),
        ("The mayor resigned the day before yesterday.", "2019-08-13"),
        ("The mayor resigns two weeks from now.", "2019-W35"),
        ("The mayor resigned 10 years ago.", "2009"),
    ],
)
def test_relative_dates_count_from_the_day_of_writing(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted two days.", "P2D"),
        ("It lasted almost a year.", "P1Y"),
        ("It lasted several weeks.", "PXW"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("They meet weekly.", "P1W"),
        ("They currently meet.", "PRESENT_REF"),
    ],
)
def test_durations_sets_and_references_need_no_anchor(text: str, expected: str) -> None:
    assert value(text, anchor=None) == expected


def test_a_weekday_without_an_anchor_keeps_its_number() -> None:
    assert value("The mayor resigned on Friday.", anchor=None) == "XXXX-WXX-5"


def test_a_slash_date_that_reads_two_ways_is_flagged() -> None:
    assert only("Seen on 2/3/2021.").form.ambiguous
    assert not only("Seen on 2/15/2021.").form.ambiguous


def test_a_day_after_the_event_counts_from_the_event() -> None:
    text = "A day after the fire, the mayor resigned."
    timex = only(text)
    assert timex.form.event is not None
    assert text[slice(*timex.form.event)].startswith("the fire")
    fire = resolve(only("It burnt on 2 May 2018."), None)
    assert resolve(timex, THURSDAY, reference=fire).first == date(2018, 5, 3)
    assert resolve(timex, THURSDAY).first is None


def test_a_month_is_exact_to_the_month() -> None:
    resolved = resolve(only("It opened in February 2020."), None)
    assert (resolved.first, resolved.last, resolved.granularity) == (date(2020, 2, 1), date(2020, 2, 29), Unit.MONTH)


def test_the_direction_follows_the_nearest_verb() -> None:
    text = "The mayor said Tuesday the bridge will open on Friday."
    said, opening = find_timexes(text)
    assert direction_at(text, said) is Direction.PAST
    assert direction_at(text, opening) is Direction.FUTURE


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The yard confirmed the talks, which begin on Monday.", Direction.FUTURE),
        ("The rule that was agreed takes effect Monday.", Direction.FUTURE),
        ("The talks began on Monday.", Direction.PAST),
        ("The yard will finally shut on Monday.", Direction.FUTURE),
        ("The yard shut on Monday.", Direction.PAST),
        ("Storms are forecast for Monday.", Direction.FUTURE),
        ("The hearing is on Monday.", Direction.FUTURE),
        ("They agreed at the start on Monday.", Direction.PAST),
        ("They voted in the place on Monday.", Direction.PAST),
    ],
)
def test_a_present_tense_right_before_a_day_tells_what_is_fixed_for_it(text: str, direction: Direction) -> None:
    assert direction_at(text, only(text)) is direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bid was extended to Nov. 6.", "2019-11-06"),
        ("It closes by Friday.", "2019-08-16"),
        ("Friday's vote will be close.", "2019-08-16"),
        ("They looked for ways around Friday's ruling.", "2019-08-09"),
        ("It had been due to expire Friday.", "2019-08-09"),
        ("They met over the weekend.", "2019-W32-WE"),
        ("It is the year nineteen ninety-six.", "1996"),
        ("The charge was booked by year-end.", "2019"),
        ("The boy wept for 2 1/2 years.", "P2Y6M"),
    ],
)
def test_the_words_around_decide_between_last_and_next(text: str, expected: str) -> None:
    assert value(text) == expected


def test_a_year_earlier_compares_with_the_quarter_spoken_of() -> None:
    text = "Profit fell to $3 million in the third quarter of 2018 from $4 million a year earlier."
    assert [resolved.value for _, resolved in resolve_all(text, THURSDAY)] == ["2018-Q3", "2017-Q3"]


def test_two_days_later_counts_from_the_date_spoken_of() -> None:
    text = "The bridge closed on 2 May 2018. Two days later, it fell."
    assert [resolved.value for _, resolved in resolve_all(text, THURSDAY)] == ["2018-05-02", "2018-05-04"]


@pytest.mark.parametrize(
    "text",
    [
        "the six-year-old boy",
        "2000 people came",
        "He may march on",
        "the fall of the town",
        "v1.2.3.4",
        "aboard Flight 1943",
    ],
)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert find_timexes(text) == []


@pytest.mark.parametrize(
    "piece", ['"', "two days later ", "1", "1.", "a year ago ", "the the ", "Monday, ", "-", "’90s "]
)
def test_hostile_repetition_stays_linear(piece: str) -> None:
    text = piece * 1000
    for timex, _ in resolve_all(text, THURSDAY):
        assert text[timex.start : timex.end].strip()


@settings(max_examples=60)
@given(st.text(alphabet="adelmnorstuy 0123456789-/.,:'", max_size=80), st.dates())
def test_any_text_gives_ordered_spans_and_valid_days(text: str, anchor: date) -> None:
    found = resolve_all(text, anchor)
    ends = [0] + [timex.end for timex, _ in found]
    for (timex, resolved), end in zip(found, ends, strict=False):
        assert end <= timex.start < timex.end <= len(text)
        assert resolved.first is None or resolved.last is None or resolved.first <= resolved.last


def test_an_infinitive_tells_no_past_though_it_is_written_like_one() -> None:
    text = "Bank expected to cut rates on Thursday"
    (thursday,) = find_timexes(text)
    assert direction_at(text, thursday) is Direction.FUTURE
