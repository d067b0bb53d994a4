from __future__ import annotations

import json

from headwater.copies import CopySettings, diff_articles
from headwater.model.article import Article
from headwater.model.diff import Relation
from headwater.model.explanation import Explanation, Factor
from headwater.model.reuse import Direction, ReuseKind
from headwater.present import diff_document, diff_html, why_document, why_text
from headwater.present.diff_text import diff_text
from headwater.present.diff_view import DiffView, diff_view
from tests.builders import make_article

A = make_article(
    "The northern harbour was closed by dense fog on Tuesday morning for nine hours. "
    "“It is our task to make sure that nobody is left alone in the night out there in the fog,” "
    "said the port master. Gulls were seen.",
    outlet="Harbour Post",
)
B = make_article(
    "The northern harbour was closed by dense fog on Tuesday morning for nine hours. "
    "“It is our task to make sure that nobody is left waiting in the night out there in the <b>fog</b>,” "
    "said the port master. "
    "\x1b[31mNo ship was damaged in the harbour.",
    outlet="Globe Digest",
)
RELATION = Relation(ReuseKind.REWRITE, Direction.UNKNOWN, 0.5, 0.6, ("The same content in other words.",))


def view(a: Article = A, b: Article = B, relation: Relation | None = RELATION) -> DiffView:
    return diff_view(diff_articles(a, b, settings=CopySettings()), a, b, relation)


def test_changed_words_between_quotation_marks_are_marked() -> None:
    text = diff_text(view(), width=100, color=False)
    assert "[-alone-]" in text
    assert "{+waiting+}" in text
    assert "words between quotation marks differ" in text


def test_what_one_side_alone_has_is_listed() -> None:
    text = diff_text(view(), width=100, color=False)
    assert "ONLY IN A (1 sentence)" in text
    assert "Gulls were seen." in text
    assert "No ship was damaged" in text


def test_the_relation_is_told_with_its_reasons() -> None:
    text = diff_text(view(), width=100, color=False)
    assert "rewrite, direction unknown; 50% of A's 5-word runs are in B, 60% of B's in A" in text
    assert "The same content in other words." in text


def test_articles_that_share_nothing_are_told_so() -> None:
    text = diff_text(view(b=make_article("A tram was late."), relation=None), width=100, color=False)
    assert text.count("No reuse") == 1


def test_the_page_escapes_the_articles_and_the_terminal_gets_no_controls() -> None:
    page = diff_html(view())
    assert "<b" not in page.split("<main")[1].replace("<body", "")
    assert "<del>alone</del>" in page
    assert "\x1b" not in diff_text(view(), width=100, color=False)


def test_the_document_gives_spans_that_slice_back() -> None:
    diff = diff_articles(A, B, settings=CopySettings())
    document = json.loads(json.dumps(diff_document(diff, RELATION, (A, B))))
    start, end = document["only_a"][0]
    assert A.text[start:end] == "Gulls were seen."
    assert (document["kind"], document["direction"]) == ("rewrite", "unknown")


def test_why_two_articles_are_one_story_is_told_by_aspect() -> None:
    factors = (
        Factor("body", "likeness of the whole texts", 0.6, -1.5),
        Factor("title", "likeness of the headlines", 0.5, 4.0),
        Factor("gap", "days between the two", 1.0986, -0.5),
        Factor("untitled", "one has no headline", 0.0, 0.0),
    )
    why = Explanation(True, 0.87, factors, ("fog", "harbour"), ("the pair alone: 87% likely to report one event",))
    text = why_text(why, A, B, width=100, color=False)
    assert "Held to be one story." in text
    assert "87% likely" in text
    assert text.splitlines()[-2:] == [
        "   +2.5  wording in common, 0 to 1: headlines 0.50, whole texts 0.60",
        "   −0.5  time between them: 2 days",
    ]
    assert why_document(why, A, B)["shared"] == ["fog", "harbour"]
