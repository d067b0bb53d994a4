from __future__ import annotations

from datetime import date

from headwater.account.particulars.times import find_times
from headwater.model.particulars import Granularity
from tests.builders import make_article

BODY = (
    "Gunmen attacked the Alder bridge on Monday.\n\nA day after the attack, the minister spoke. "
    "The mission has run since October 2018."
)


def test_times_are_laid_on_the_calendar_of_the_article() -> None:
    article = make_article(BODY, published=date(2019, 6, 6))
    times = find_times(article)
    assert [article.cited(time.citation) for time in times] == [time.text for time in times]
    assert [time.first for time in times] == [date(2019, 6, 3), date(2019, 6, 4), date(2018, 10, 1)]
    assert times[2].granularity is Granularity.MONTH


def test_without_a_date_relative_times_have_no_days() -> None:
    times = find_times(make_article(BODY))
    assert [time.first for time in times] == [None, None, date(2018, 10, 1)]


def test_how_long_it_took_before_something_happened_is_no_date() -> None:
    body = "The ferry turned back on Monday.\n\nTo her it sailed for an hour before the ferry turned back."
    times = find_times(make_article(body, published=date(2019, 6, 6)))
    assert [time.first for time in times] == [date(2019, 6, 3), None]
