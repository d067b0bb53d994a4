from __future__ import annotations

import datetime as dt

import pytest

from headwater.extract import extract
from headwater.extract.dates import dated_years, first_date, last_month, written_dates
from headwater.model.capture import Capture, Media
from tests.extract.pages import BODY


def stated(head: str = "", above: str = "", below: str = "", after: str = "") -> dt.date | None:
    title = "Vell to rebuild bridge over the Arn"
    source = f"<html><head>{head}<title>{title}</title></head><body>{above}<h1>{title}</h1>{below}{BODY}{after}</body>"
    return extract(Capture("a_1", "page.html", Media.HTML, source)).published.stated


def test_a_page_without_metadata_is_dated_by_the_line_at_its_headline() -> None:
    teaser = "<div>Ferry fares to rise</div><div>9 May 2031</div>"
    assert stated(below="<div>Ann Ode, 4 March 2031</div>", after=teaser) == dt.date(2031, 3, 4)
    assert stated(above="<div>4 March 2031</div>", after=teaser) == dt.date(2031, 3, 4)


def test_the_line_at_the_headline_gives_the_day_in_the_pages_own_zone() -> None:
    utc = '<meta property="article:published_time" content="2031-03-05T02:10:00Z">'
    assert stated(utc, below="<div>4 March 2031</div>") == dt.date(2031, 3, 4)
    assert stated(utc, below="<div>1 March 2031</div>") == dt.date(2031, 3, 5)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Di 04.03.31 | 14:07 Uhr | Von Ann Ode", dt.date(2031, 3, 4)),
        ("04.03.98", dt.date(1998, 3, 4)),
        ("Version 10.04.03.31", None),
        ("34.03.31", None),
    ],
)
def test_a_line_at_the_headline_may_write_its_year_in_two_figures(line: str, day: dt.date | None) -> None:
    assert stated(below=f"<div>{line}</div>") == day


def test_a_line_of_publication_goes_before_one_of_change() -> None:
    assert stated(below="<div>Updated 6 March 2031</div><div>Published 4 March 2031</div>") == dt.date(2031, 3, 4)


def test_a_date_at_the_end_of_the_windows_title_dates_the_page() -> None:
    caption = "<p>The bridge, 1 March 2031</p>"
    title = "<title>Vell to rebuild bridge over the Arn | Arn Gazette | 04.03.2031</title>"
    assert stated(title, below=caption) == dt.date(2031, 3, 4)


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert (
        stated(below="<p>The old bridge over the Arn was closed to all lorries on 3 May 2019 by the town.</p>") is None
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jan. 5, 2031", dt.date(2031, 1, 5)),
        ("5. März 2031", dt.date(2031, 3, 5)),
        ("22 de novembro de 2031", dt.date(2031, 11, 22)),
        ("24 نيسان / أبريل 2031", dt.date(2031, 4, 24)),
        ("07 أكتوبر 2031", dt.date(2031, 10, 7)),
        ("3 січня 2031", dt.date(2031, 1, 3)),
        ("5 Temmuz 2031", dt.date(2031, 7, 5)),
        ("2031年3月4日", dt.date(2031, 3, 4)),
        ("13/12/2031", dt.date(2031, 12, 13)),
        ("03/04/2031", None),
        ("31.02.2031", None),
    ],
)
def test_days_are_read_in_many_languages(text: str, day: dt.date | None) -> None:
    found = first_date(f"Vell, {text}, noon")
    assert (found.day if found else None) == day


def test_dates_far_from_one_another_are_all_found_at_their_places() -> None:
    words = "On 4 March 2031 it fell. " + "It was quiet. " * 30 + "In May 2032, and on June 5, 2032, it rose."
    assert [words[date.start : date.end] for date in written_dates(words)] == ["4 March 2031", "June 5, 2032"]
    assert last_month(words) is not None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12 NİSAN 2031", dt.date(2031, 4, 12)),
        ("3 KASIM 2031", dt.date(2031, 11, 3)),
        ("4 µαρτίου 2031", dt.date(2031, 3, 4)),
        ("on (May 5th, 2031)", dt.date(2031, 5, 5)),
        ("5 May/mai 2031", dt.date(2031, 5, 5)),
        ("4. 3. 2031", dt.date(2031, 3, 4)),
        ("25/12/2031", dt.date(2031, 12, 25)),
        ("5 de mayo de 2031", dt.date(2031, 5, 5)),
        ("2031-05-05", dt.date(2031, 5, 5)),
        ("৫ জানুয়ারি 2031", dt.date(2031, 1, 5)),
    ],
)
def test_a_day_is_read_in_each_form_and_case(words: str, day: dt.date) -> None:
    assert [date.day for date in written_dates(f"It was {words} then.")] == [day]


def test_a_year_alone_is_part_of_no_date() -> None:
    assert dated_years("Elected in 2031, by 12,031 in 2032; see 120319 and flight 2033.") == []
    assert dated_years("From May 2031 to 4 June, 2032") == [9, 25]
