from __future__ import annotations

from datetime import date

from headwater.account.dating import date_articles
from headwater.model.article import Article, Published, StatedKind
from tests.builders import make_article

NEWS = (
    "The harbour council of Port Alder voted on Wednesday to close the old northern docks for ever.\n\n"
    "Fire destroyed the timber warehouse beside the old northern docks of Port Alder on Monday, killing two workers."
)


def report(outlet: str, day: date, body: str = NEWS) -> Article:
    return make_article(body, outlet=outlet, published=day)


def published(*articles: Article) -> list[Published]:
    return [article.published for article in date_articles(articles)]


def test_a_date_weeks_behind_the_same_news_is_that_of_a_crawl() -> None:
    told = published(
        report("Alder Post", date(2019, 6, 5)),
        report("Lake Herald", date(2019, 6, 6)),
        report("World Wire", date(2019, 9, 20)),
    )
    assert [each.stated_rejected for each in told] == [False, False, True]
    assert told[2].stated_kind is StatedKind.CRAWL
    assert told[2].date == date(2019, 6, 5)
    assert told[2].reasons[-1].citations


def test_a_later_date_stands_where_another_outlet_reports_near_it() -> None:
    told = published(
        report("Alder Post", date(2019, 6, 5)),
        report("Lake Herald", date(2019, 6, 6)),
        report("World Wire", date(2019, 9, 20)),
        report("Coast Daily", date(2019, 9, 18), "Port Alder reopened one of its docks on Wednesday."),
    )
    assert not any(each.stated_rejected for each in told)


def test_a_later_date_stands_where_the_text_names_a_later_day() -> None:
    told = published(
        report("Alder Post", date(2019, 6, 5)),
        report("Lake Herald", date(2019, 6, 6)),
        report("World Wire", date(2019, 9, 20), NEWS + "\n\nAn inquiry began on September 2, 2019."),
    )
    assert not any(each.stated_rejected for each in told)


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [report("Alder Post", date(2019, 6, 5)), report("Lake Herald", date(2019, 6, 6))]
    articles.append(report("World Wire", date(2019, 9, 20)))
    first = {article.id: article for article in date_articles(articles)}
    assert first == {article.id: article for article in date_articles(articles[::-1])}
