from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.extract.blocks import BlockPage, read_blocks
from headwater.extract.markup import read_markup


def read(body: str) -> BlockPage:
    return read_blocks(read_markup(f"<html><body>{body}</body></html>"))[0]


def texts(body: str) -> list[str]:
    return list(read(body).texts)


def test_blocks_stand_in_page_order_with_the_text_around_them() -> None:
    assert texts("<div>One <b>bold</b><p>two</p>three</div><ul><li>four<li>five</ul>") == [
        "One bold",
        "two",
        "three",
        "four",
        "five",
    ]


def test_what_no_reader_sees_is_left_out() -> None:
    assert texts("<script>x</script><style>y</style><noscript>z</noscript><p>seen</p>") == ["seen"]


def test_line_breaks_part_paragraphs_but_not_a_heading_or_a_running_line() -> None:
    assert texts("<div>It fell.<br>It rose.<br><br>Then<br>nothing</div>") == ["It fell.", "It rose.", "Then nothing"]
    assert texts("<h1>The fall.<br>The rise</h1>") == ["The fall. The rise"]


def test_links_are_counted_even_around_whole_blocks() -> None:
    page = read('<p>See <a href="/a">the bridge</a> now</p><a href="/b"><div>Teaser</div></a>')
    assert list(zip(page.texts, page.link_chars, strict=True)) == [("See the bridge now", 10), ("Teaser", 6)]


def test_a_block_knows_the_containers_around_it() -> None:
    page = read('<div class="story" id="s1"><p itemprop="articleBody">Words</p></div>')
    inner = page.inside[0]
    assert (page.container(inner).tag, page.container(inner).names) == ("p", "articleBody is-item")
    assert page.container(page.containers.parents[inner]).names.split() == ["story", "s1"]


def test_what_stands_in_a_container_lies_between_its_bounds() -> None:
    page = read("<main><p>One</p><div><p>two</p></div>three</main><p>four</p>")
    around = [set(_around(page, number)) for number in range(len(page.containers.ends))]
    for number, end in enumerate(page.containers.ends):
        assert [one for one, above in enumerate(around) if number in above] == list(range(number, end))


def _around(page: BlockPage, number: int) -> Iterator[int]:
    while number >= 0:
        yield number
        number = page.containers.parents[number]


def test_white_space_between_inline_elements_parts_words() -> None:
    assert texts("<p><b>Vell</b> <i>Arn</i><em>dal</em></p>") == ["Vell Arndal"]


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<br>", "<a>", "</a>", "word ", "Stop. ", "\ufdd0", "&#xfdd1;"]
)


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_or_made_whatever_the_markup(pieces: list[str]) -> None:
    seen = " ".join(texts("<p>x</p>" + "".join(pieces))).split()
    assert "".join(seen).count("word") == pieces.count("word ")


@pytest.mark.parametrize("piece", ["a<br>", "<a>b</a> ", "<div>c", "<p>d", "<span class='author'>e</span>"])
def test_much_of_one_kind_is_read_at_once(piece: str) -> None:
    assert read(piece * 5_000).texts
