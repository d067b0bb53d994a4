from __future__ import annotations

from datetime import date

import pytest

from headwater.account.dating import date_articles
from headwater.model.article import Article, Published, StatedKind
from tests.builders import make_article

NEWS = "The council of Vell voted on Monday to rebuild the old bridge over the Arn."


def wired(dateline: str = "VELL, June 9 (Arn Wire) -", published: date | None = None) -> Article:
    return make_article(f"{dateline} {NEWS}", id="a_1", dateline="VELL", published=published)


def other(day: date) -> Article:
    return make_article("Lorries take the ferry since a barge struck the bridge.", id="a_2", published=day)


def dated(*articles: Article) -> Published:
    return date_articles(articles)[0].published


@pytest.mark.parametrize("day", [date(2031, 6, 12), date(2031, 12, 1), date(2031, 2, 2)])
def test_a_dateline_without_a_year_has_that_of_the_storys_other_days(day: date) -> None:
    published = dated(wired(), other(day))
    assert (published.date, published.stated) == (date(2031, 6, 9), None)
    assert [citation.sentence for citation in published.reasons[0].citations] == ["s1"]


def test_a_dateline_without_a_year_alone_dates_nothing() -> None:
    assert dated(wired()).date is None


@pytest.mark.parametrize(
    "body", [f"VELL (Arn Wire) - {NEWS}", f"{NEWS} It is to open by June 9 - at last.", f"VELL, June 9, {NEWS}"]
)
def test_a_day_elsewhere_is_none_of_the_dateline(body: str) -> None:
    article = make_article(body, id="a_1", dateline="VELL")
    assert dated(article, other(date(2031, 12, 1))).date is None


@pytest.mark.parametrize(
    ("stated", "rejected"),
    [
        (date(2031, 6, 8), False), (date(2031, 6, 16), False), (date(2031, 6, 17), True), (date(2031, 6, 2), True),
        (date(2031, 11, 30), True),
    ],
)  # fmt: skip
def test_a_page_dated_far_from_its_dateline_does_not_date_its_text(stated: date, rejected: bool) -> None:
    published = dated(wired(published=stated))
    assert (published.stated_rejected, published.stated) == (rejected, stated)
    assert published.date == (date(2031, 6, 9) if rejected else stated)
    assert published.stated_kind is StatedKind.PUBLICATION
