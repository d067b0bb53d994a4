from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.extract.blocks import read_blocks
from headwater.extract.choosing import choose
from headwater.extract.lines import folded
from headwater.extract.markup import read_markup
from headwater.extract.wording import Told

TITLE = "Vell to rebuild the old bridge"
PARAGRAPHS = (
    "The council of Vell voted to rebuild the old bridge over the Arn, mayor Ann Ode said on Thursday.",
    "Work is to begin once the water has fallen, she told reporters after the meeting in the town hall.",
    "The bridge has been closed to lorries since a barge struck it, and the ferry carries what it can.",
    "It will cost the town nine million crowns, half of which the valley pays from its own funds.",
)
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
OTHER = "<p>The ferry across the lake raised its fares again in spring, its owner told the council last year.</p>"


def chosen(body: str) -> list[str]:
    page, _ = read_blocks(read_markup(f"<html><body>{body}</body></html>"))
    found = choose(page, Told(frozenset({folded(TITLE)})))
    return [page.texts[at] for at in found.kept]


def article(inside: str = "", after: str = "") -> list[str]:
    return chosen(f"<article><h1>{TITLE}</h1><div class='article-body'>{BODY}{inside}</div></article>{after}")


def test_the_paragraphs_of_an_article_are_chosen_in_order() -> None:
    assert [text for text in article() if text != TITLE] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "around",
    [
        "<aside>{}</aside>",
        "<footer>{}</footer>",
        "<nav>{}</nav>",
        "<figure><figcaption>{}</figcaption></figure>",
        "<div class='comments'><div>{}</div></div>",
        "<div id='author-bio'>{}</div>",
        "<section class='cookie-notice'>{}</section>",
    ],
)
def test_what_is_never_text_is_left_out_wherever_it_stands(around: str) -> None:
    box = around.format(OTHER)
    assert [text for text in article(box, box) if text != TITLE] == list(PARAGRAPHS)


def test_a_name_around_the_headline_rules_nothing_out() -> None:
    found = chosen(f"<div class='page comments open'><h1>{TITLE}</h1>{BODY}</div>")
    assert set(PARAGRAPHS) <= set(found)


def test_a_text_that_stands_twice_is_taken_once() -> None:
    found = article(after=f"<div class='article-body'>{BODY}</div>")
    assert sorted(text for text in found if text != TITLE) == sorted(PARAGRAPHS)


def test_right_to_left_text_is_chosen_too() -> None:
    sentence = "قال رئيس البلدية يوم الخميس إن المجلس صوت لصالح إعادة بناء الجسر القديم فوق النهر."
    words = [f"{sentence} {number}." for number in ("أولا", "ثانيا", "ثالثا", "رابعا")]
    found = chosen("<article dir='rtl'><h1>جسر</h1>" + "".join(f"<p>{one}</p>" for one in words) + "</article>")
    assert [text for text in found if text != "جسر"] == words


def test_a_heading_is_chosen_where_text_follows_it_alone() -> None:
    body = f"<article><h1>{TITLE}</h1><div class='article-body'>{BODY}<h2>What it costs</h2>{{}}</div></article>"
    more = "<p>The town has saved for the bridge since the flood, its treasurer told the council on Thursday.</p>"
    assert "What it costs" in chosen(body.format(more))
    assert "What it costs" not in chosen(body.format(""))


def test_a_page_without_blocks_has_no_text() -> None:
    assert chosen("") == []


@given(st.lists(st.sampled_from([*PARAGRAPHS, "Menu", "Read more", "4 March 2031"]), max_size=12))
@settings(max_examples=30, deadline=None)
def test_only_words_of_the_page_are_chosen(texts: list[str]) -> None:
    found = chosen("".join(f"<div>{text}</div>" for text in texts))
    assert set(found) <= set(texts)
