from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.address import page_address

PAGE = "harbour.example/2021/03/ferry-sinks.html"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.harbour.example/2021/03/ferry-sinks.html",
        "http://harbour.example:80/2021/03/ferry-sinks.html?utm_source=mail&fbclid=x#top",
        "https://amp.harbour.example/2021/03/ferry-sinks.html",
        "https://m.harbour.example/2021/03/ferry-sinks.amp.html",
        "https://harbour.example/2021/03/ferry-sinks.html?outputType=amp",
        "https://harbour.example/2021/03/ferry-sinks.html/print/",
        "https://harbour.example/amp/2021/03/ferry-sinks.html",
        "https://web.archive.org/web/20210304120000/https://harbour.example/2021/03/ferry-sinks.html",
        "https://www.google.com/amp/s/harbour.example/2021/03/ferry-sinks.html",
        "https://harbour-example.cdn.ampproject.org/c/s/harbour.example/2021/03/ferry-sinks.html",
    ],
)
def test_all_editions_of_a_page_have_one_address(url: str) -> None:
    assert page_address(url) == PAGE


def test_a_parameter_that_names_the_page_is_kept() -> None:
    one, other = page_address("https://x.example/story?id=1&utm_medium=a"), page_address("https://x.example/story?id=2")
    assert one == "x.example/story?id=1"
    assert one != other


@pytest.mark.parametrize(
    "url", [None, "", "https://harbour.example/", "ferry-sinks.html", "mailto:a@b.example", "http://[x"]
)
def test_what_names_no_page_has_no_address(url: str | None) -> None:
    assert page_address(url) is None


@given(st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    found = page_address(text)
    assert found is None or found


@given(st.from_regex(r"https://[a-z]{1,8}\.example/[a-z0-9/-]{1,20}", fullmatch=True))
def test_the_address_of_an_address_is_itself(url: str) -> None:
    found = page_address(url)
    assert found is None or page_address(f"https://{found}") == found
