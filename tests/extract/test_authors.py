from __future__ import annotations

import json

import pytest

from headwater.extract import extract
from headwater.model.capture import Capture, Media
from tests.extract.pages import BODY


def authors(author: object, byline: str = "", head: str = "", publisher: str = "Arn Gazette") -> tuple[str, ...]:
    node = {"@type": "NewsArticle", "headline": "Vell to rebuild bridge", "publisher": {"name": publisher}}
    script = f'<script type="application/ld+json">{json.dumps({**node, "author": author})}</script>'
    source = f"<html><head>{script}{head}</head><body><article><h1>Vell to rebuild bridge</h1>"
    source += f'<div class="byline">{byline}</div>{BODY}</article></body></html>'
    return extract(Capture("a_1", "page.html", Media.HTML, source)).authors


def test_a_person_in_a_later_field_goes_before_the_outlet_in_an_earlier_one() -> None:
    assert authors({"@type": "Organization", "name": "Arn Gazette"}, "By Ann Reed") == ("Ann Reed",)
    assert authors({"name": "Arn Gazette"}, head='<meta name="author" content="Bo Lund">') == ("Bo Lund",)
    assert authors({"name": "Arn Gazette"}, "By Ann Reed", publisher="Arn Gazette Ltd") == ("Ann Reed",)


def test_the_outlet_is_the_author_where_nobody_else_is_named() -> None:
    assert authors({"name": "Arn Gazette"}) == ("Arn Gazette",)
    assert authors({"name": "Arn Gazette"}, "Facebook Twitter") == ("Arn Gazette",)


def test_a_given_and_a_family_name_are_one_name() -> None:
    assert authors([{"@type": "Person", "givenName": "Ann Mary", "familyName": "Reed"}]) == ("Ann Mary Reed",)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Ann Reed and Bo Lund, dpa", ("Ann Reed", "Bo Lund", "dpa")),
        ("Ann Reed, MD", ("Ann Reed, MD",)),
        ("Ann Reed, Arn Gazette", ("Ann Reed",)),
        ("By Ann Reed", ("Ann Reed",)),
        (", Ann Reed", ("Ann Reed",)),
    ],
)
def test_an_agency_and_the_outlet_behind_a_comma_are_no_part_of_a_name(name: str, read: tuple[str, ...]) -> None:
    assert authors({"name": name}) == read
