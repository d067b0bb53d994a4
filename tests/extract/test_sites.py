from __future__ import annotations

import pytest

from headwater.extract import in_collection
from headwater.extract.sites import site_of
from headwater.model.article import Article
from tests.builders import make_article


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.post.example", "post.example"),
        ("edition.post.example", "post.example"),
        ("africa.gazette.com.cn", "gazette.com.cn"),
        ("news.gazette.co.uk", "gazette.co.uk"),
        ("dana.substack.com", "dana.substack.com"),
        ("gazette.com", "gazette.com"),
        ("The Post", None),
        ("Yle.", None),
        ("", None),
    ],
)
def test_the_site_of_a_host(host: str, site: str | None) -> None:
    assert site_of(host) == site


def outlets(*given: tuple[str | None, str | None]) -> list[str | None]:
    articles = [
        make_article(f"Report {n}.", id=f"a_{n}", outlet=outlet, url=url) for n, (outlet, url) in enumerate(given)
    ]
    there = in_collection(articles)
    back = in_collection(articles[::-1])
    assert there == back[::-1]
    return [article.outlet for article in there]


def test_hosts_of_one_site_are_one_outlet() -> None:
    assert outlets(("www.post.example", None), ("money.post.example", None)) == ["post.example"] * 2


def test_the_name_that_most_articles_give_names_the_site() -> None:
    found = outlets(
        ("The Post", "https://post.example/1"),
        ("The Post", "https://www.post.example/2"),
        ("Post Money", "https://money.post.example/3"),
        ("post.example", None),
        (None, "https://post.example/4"),
    )
    assert found == ["The Post"] * 5


def test_outlets_without_a_site_keep_their_names() -> None:
    assert outlets(("The Post", None), ("Gazette", None), (None, None)) == ["The Post", "Gazette", None]


def test_spellings_of_a_name_are_one_outlet() -> None:
    assert outlets(("The Post", None), ("the post", None), ("THE POST", None), ("The Post", None)) == ["The Post"] * 4


def test_a_portal_keeps_the_outlets_whose_reports_it_shows() -> None:
    found = outlets(
        ("Inlet News", "https://portal.example/1"),
        ("Straits News", "https://portal.example/2"),
        ("Inlet News", "https://portal.example/3"),
    )
    assert found == ["Inlet News", "Straits News", "Inlet News"]


def test_an_address_that_is_none_is_no_site() -> None:
    article: Article = make_article("Report.", outlet="Post", url="not an address")
    assert in_collection([article]) == (article,)
