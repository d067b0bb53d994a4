from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.article import Part
from headwater.present.targets import marked_spans, text_blocks
from tests.builders import make_article

ARTICLE = make_article(
    "The dam <opened> at dawn. Nobody & nothing was hurt.\n\nThe mayor spoke.",
    title="A dam opens",
    standfirst="At dawn",
    id="a_1",
)
BODY = ARTICLE.text.index("The dam")


def plain(html: str) -> str:
    return re.sub(r'<span class="n".*?</span>|<[^>]*>', "", html)


def test_paragraphs_keep_their_part_and_their_words() -> None:
    blocks = text_blocks(ARTICLE, "a1", {})
    assert [block.part for block in blocks] == [Part.TITLE, Part.STANDFIRST, Part.BODY, Part.BODY]
    assert "&lt;opened&gt;" in blocks[2].html
    assert plain(blocks[3].html) == "The mayor spoke."


def test_a_span_in_another_is_nested_and_a_crossing_one_is_left_out() -> None:
    outer, inner, crossing = (BODY, BODY + 16), (BODY + 4, BODY + 7), (BODY + 8, BODY + 20)
    citations = [ARTICLE.cite(*span) for span in (inner, crossing, outer)]
    marked = marked_spans(citations, {"a_1": ARTICLE})
    assert list(marked["a_1"]["s3"]) == [outer, inner]
    html = text_blocks(ARTICLE, "a1", marked["a_1"])[2].html
    assert f'<span class="w" id="a1-{BODY}-{BODY + 16}">The <span class="w"' in html


def test_a_whole_sentence_and_a_span_over_its_end_have_no_place_of_their_own() -> None:
    sentence = ARTICLE.sentences[2]
    citations = [ARTICLE.cite(sentence.start, sentence.end), ARTICLE.cite(sentence.start + 4, sentence.end + 8)]
    assert list(marked_spans(citations, {"a_1": ARTICLE})["a_1"]["s3"]) == []


@given(st.lists(st.tuples(st.integers(0, 24), st.integers(1, 24)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_marks_never_change_the_words_and_always_close(spans: list[tuple[int, int]]) -> None:
    citations = [ARTICLE.cite(BODY + start, BODY + start + length) for start, length in spans]
    marked = marked_spans(citations, {"a_1": ARTICLE}).get("a_1", {})
    html = text_blocks(ARTICLE, "a1", marked)[2].html
    assert plain(html) == "The dam &lt;opened&gt; at dawn. Nobody &amp; nothing was hurt."
    assert html.count("<span") == html.count("</span>")
