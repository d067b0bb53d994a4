from __future__ import annotations

import datetime as dt

import pytest

from headwater.extract import Extent, extract
from headwater.model.article import Article, StatedKind
from headwater.model.capture import Capture, Media, Row

REST = (
    "\nWork is to begin once the water has fallen, she told reporters after the meeting in the town hall."
    "\nThe bridge has been closed to lorries since a barge struck it, and the ferry carries what it can.\n"
)
FILED = dt.date(2031, 6, 9)


def report(opening: str, date: str | None = None, extent: Extent = Extent.ALL) -> Article:
    text = f"Vell to rebuild bridge\n\n{opening} The council of Vell voted to rebuild the old bridge on Monday.{REST}"
    row = Row(id="1", text=text, date=date)
    return extract(Capture("a_1", "rows.jsonl", Media.ROW, "", row=row), extent=extent)


@pytest.mark.parametrize(
    "opening", ["VELL, June 9, 2031 (Reuters) -", "VELL, 9 June 2031 (Arn Wire) -", "VELL, June 9, 2031 --"]
)
@pytest.mark.parametrize("extent", Extent)
def test_a_dateline_dates_a_text_that_nothing_else_dates(opening: str, extent: Extent) -> None:
    published = report(opening, extent=extent).published
    assert (published.date, published.stated, published.stated_kind) == (FILED, FILED, StatedKind.PUBLICATION)


def test_the_day_is_cited_where_it_stands() -> None:
    article = report("VELL, June 9, 2031 (Reuters) -")
    assert [article.cited(citation) for citation in article.published.reasons[0].citations] == ["June 9, 2031"]


@pytest.mark.parametrize(
    ("date", "rejected"), [("2031-06-08", False), ("2031-06-16", False), ("2031-06-17", True), ("2031-02-02", True)]
)
def test_a_stated_date_far_from_the_dateline_is_not_that_of_the_text(date: str, rejected: bool) -> None:
    published = report("VELL, June 9, 2031 (Reuters) -", date).published
    assert published.stated_rejected is rejected
    assert published.date == (FILED if rejected else dt.date.fromisoformat(date))


def test_a_dateline_without_a_year_dates_nothing() -> None:
    assert report("VELL, June 9 (Reuters) -").published.date is None
