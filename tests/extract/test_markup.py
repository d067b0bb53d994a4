from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.extract.blocks import read_blocks
from headwater.extract.markup import attributes, read_markup, unescaped


def test_a_page_is_cut_into_texts_and_tags_with_everything_closed() -> None:
    steps = list(read_markup("<p class=a>One<b>two").steps())
    assert ("", "", "p", ' class="a"') in steps
    assert ("One", "", "b", "") in steps
    assert ("two", "/", "b", "") in steps


def test_what_no_reader_sees_is_no_text_and_json_ld_is_kept_apart() -> None:
    markup = read_markup('<script type="application/ld+json">{"a": "</b>"}</script><script>x</script><!-- y > z -->w')
    assert markup.scripts == ('{"a": "</b>"}',)
    assert [text for text, *_ in markup.steps() if text] == ["w"]


def test_attributes_are_read_as_the_author_meant_them() -> None:
    steps = read_markup("<meta name=t content='a > \"b\" &amp; c' name=u>").steps()
    written = next(step[3] for step in steps if step[2] == "meta")
    assert attributes(written) == {"name": "t", "content": 'a > "b" & c'}


def test_invisible_characters_written_as_escapes_are_removed() -> None:
    assert "".join(text for text, *_ in read_markup("<p>re&shy;build&#8203;ing</p>").steps()) == "rebuilding"


@given(st.text(alphabet="ab<>&\"'= /!-", max_size=40))
def test_any_text_survives_the_parser(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    page, _ = read_blocks(read_markup(f"<p>{escaped}</p>"))
    assert [block.text for block in page.blocks] == ([" ".join(text.split())] if text.strip() else [])


def test_an_escape_is_undone_once() -> None:
    assert unescaped("&amp;lt; &nbsp;") == "&lt;  "
