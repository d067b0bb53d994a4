from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.names import FIELD_BITS, GROUPS, name_groups
from headwater.extract.naming import Parts
from headwater.extract.openings import read_openings


@given(st.lists(st.text(alphabet="aAbB -", max_size=8), min_size=1), st.text(alphabet="ab", min_size=1, max_size=3))
def test_the_names_that_hold_a_part_are_those_that_a_search_of_each_finds(names: list[str], part: str) -> None:
    found = {at for at, held in Parts([part, "other"]).held_by(names) if held == part}
    assert found == {at for at, name in enumerate(names) if part in name.lower()}


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ('span class="byline small"', ("byline", "dated")),
        ('a href="/x" rel="author"', ("byline", "dated")),
        ('p class="story-standfirst wide"', ("dek",)),
        ('p class="story wide standfirst"', ("dek",)),
        ('div class="indecks"', ()),
        ("time", ("time",)),
        ('body class="date"', ()),
    ],
)
def test_an_element_tells_by_its_names_what_its_words_are(written: str, kinds: tuple[str, ...]) -> None:
    assert read_openings([written]).by_tag[written].kinds == kinds


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ('a href="/x" class="big  red" id="top"', "big red"),
        ('a class="big" id="byline"', "big byline"),
        ('div class="big"', "big"),
        ('div class="big" data-testid="body" style="display:none"', "big body is-hidden"),
        ('p itemprop="articleBody" class="a&amp;b"', "articleBody a&b is-item"),
    ],
)
def test_an_element_is_named_by_its_class_and_its_like(written: str, names: str) -> None:
    assert read_openings([written]).by_tag[written].names == names


def test_tags_that_differ_in_other_attributes_alone_open_the_same_element() -> None:
    openings = read_openings(['div class="a" style="x"', 'div class="a"', "div", "/div"])
    first, second, third = openings.by_tag.values()
    assert first is second is openings.distinct[first.number]
    assert third.names == ""


def test_names_bear_the_groups_of_their_parts_each_in_its_own_field() -> None:
    numbers = {group: number for number, (group, _) in enumerate(GROUPS)}
    advert, both, none = name_groups(["box ad", "Article-Body", "shadow"])
    assert advert == 1 << FIELD_BITS * numbers["advert"]
    assert both == sum(1 << FIELD_BITS * numbers[group] for group in ("content", "article"))
    assert none == 0
