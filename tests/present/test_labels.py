from __future__ import annotations

import pytest

from headwater.present.labels import host, line_letter, outlet_text, places, report_labels, shortened, web_address
from tests.builders import make_article
from tests.present.sample import sample_report


@pytest.mark.parametrize(
    ("position", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")]
)
def test_lines_are_lettered_without_end(position: int, letter: str) -> None:
    assert line_letter(position) == letter


def test_articles_of_one_line_share_its_letter() -> None:
    labels = report_labels(sample_report())["st_a"]
    assert [labels[id].code for id in sorted(labels)] == ["A", "B1", "B2", "C", "B3", "D"]
    assert [labels[id].anchor for id in sorted(labels)] == ["a1", "a2", "a3", "a4", "a5", "a6"]


def test_places_stand_in_order_of_the_lines_each_once() -> None:
    report = sample_report()
    labels = report_labels(report)["st_a"]
    citations = report.stories[0].account.claims[0].citations
    assert places((*citations[::-1], *citations), labels) == ["B1:s3", "B2:s2", "B3:s2", "C:s3"]


@pytest.mark.parametrize(
    ("url", "name", "address"),
    [
        ("https://www.post.example/a", "post.example", "https://www.post.example/a"),
        ("HTTP://post.example", "post.example", "HTTP://post.example"),
        ("javascript:alert(1)", None, None),
        ("data:text/html,x", None, None),
        ("//post.example/x", "post.example", None),
        ("https://[broken", None, None),
        (None, None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, name: str | None, address: str | None) -> None:
    assert host(url) == name
    assert web_address(url) == address


def test_an_outlet_is_named_as_well_as_it_is_known() -> None:
    assert outlet_text(make_article("x.", outlet="The Post", url="https://a.example")) == "The Post"
    assert outlet_text(make_article("x.", outlet="www.post.example")) == "post.example"
    assert outlet_text(make_article("x.", url="https://www.post.example/1")) == "post.example"
    assert outlet_text(make_article("x.")) == "outlet not named"


def test_a_title_stands_for_an_outlet_that_is_not_named() -> None:
    labels = report_labels(sample_report())["st_b"]
    assert labels["a_08"].name == '“Merger planned "soon" & surely”'
    assert labels["a_07"].name == "Sport Daily"


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("one two", 12) == "one two"
    assert shortened("abcdefghijklmnop", 6) == "abcde…"
