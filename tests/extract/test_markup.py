from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.blocks import read_blocks
from headwater.extract.lines import single_spaced
from headwater.extract.markup import attributes, read_markup, unescaped, without_raw_text


def test_a_page_is_cut_into_texts_and_tags_with_everything_closed() -> None:
    steps = list(read_markup("<p class=a>One<b>two").steps())
    assert ('p class="a"', "One") in steps
    assert ("b", "two") in steps
    assert ("/b", "") in steps


def test_what_no_reader_sees_is_no_text_and_json_ld_is_kept_apart() -> None:
    page = '<script type="application/ld+json">{"a": "</b>"}</script><script>x</script><!-- y > z -->w'
    for markup in (read_markup(page), read_markup(*without_raw_text(page))):
        assert markup.scripts == ('{"a": "</b>"}',)
        assert [text for _, text in markup.steps() if text] == ["w"]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a<SCRIPT>x</Script>b", "ab"),
        ("a<script>x</SCRIPT >b<style>y</style>c", "abc"),
        ("a<!-->b<!-- x -->c", "abc"),
        ("a<!--[if IE]>x<![endif]-->b", "ab"),
        ("<p title='<script>'>a</p>b<script>x</script>c", "<p title='<script>'>a</p>bc"),
        ("a<script>x", "a<script>x"),
        ("a<script>x<!-- y --></script>b", "ab"),
    ],
)
def test_raw_text_is_cut_out_where_it_ends_and_left_to_the_parser_elsewhere(source: str, seen: str) -> None:
    assert without_raw_text(source)[0] in (seen, source)
    assert [*read_markup(without_raw_text(source)[0]).steps()] == [*read_markup(source).steps()]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a<nav>x</nav>b<footer class=f>y</footer>c", "abc"),
        ("a<nav>x<nav>y</nav>z</nav>b", "ab"),
        ("a<svg><svg></svg><title>x</title></svg>b", "ab"),
        ("a<NAV>x</NAV><button>y</button><label>z</label>b", "ab"),
        ("a<p title='<nav>'>b</p>c<nav>x</nav>", "abc"),
        ("a<navigation-bar>b</navigation-bar>", "ab"),
    ],
)
def test_navigation_and_footers_are_read_only_where_the_page_is_wanted_whole(source: str, seen: str) -> None:
    assert "".join(text for _, text in read_markup(*without_raw_text(source)).steps()) == seen
    whole = read_markup(*without_raw_text(source, whole=True), whole=True)
    assert len("".join(text for _, text in whole.steps())) >= len(seen)


def test_json_ld_in_a_footer_is_kept() -> None:
    page = 'a<footer>x<script type="application/ld+json">{"a": 1}</script></footer>'
    assert without_raw_text(page) == ("a", ('{"a": 1}',))


def test_attributes_are_read_as_the_author_meant_them() -> None:
    steps = read_markup("<meta name=t content='a > \"b\" &amp; c' name=u>").steps()
    written = next(tag for tag, _ in steps if tag.startswith("meta"))
    assert attributes(written) == {"name": "t", "content": 'a > "b" & c'}


def test_invisible_characters_written_as_escapes_are_removed() -> None:
    assert (
        single_spaced("".join(text for _, text in read_markup("<p>re&shy;build&#8203;ing</p>").steps())) == "rebuilding"
    )


@given(st.text(alphabet="ab<>&\"'= /!-", max_size=40))
def test_any_text_survives_the_parser(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page, _ = read_blocks(read_markup(f"<p>{escaped}</p>"))
    assert list(page.texts) == ([" ".join(text.split())] if text.strip() else [])


def test_an_escape_is_undone_once() -> None:
    assert unescaped("&amp;lt; &nbsp;") == "&lt;  "


def test_a_bracket_that_the_author_left_out_costs_one_tag() -> None:
    page, _ = read_blocks(read_markup("<div><p <b>One</b> two</p></div><p>three</p>"))
    assert list(page.texts) == ["One two", "three"]
