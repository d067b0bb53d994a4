from __future__ import annotations

import re

import pytest

from headwater.extract import extract, in_collection
from headwater.extract.explaining import explain, in_its_collection
from headwater.model.article import FurnitureKind, Part
from headwater.model.capture import Capture, Media, Row
from headwater.model.errors import InputError
from headwater.model.extraction import Explained, Piece
from tests.extract.pages import BRIDGE as BODY

TITLE = "Vell to rebuild the old bridge over the Arn"
BOX = "Sign up to get the latest news"
PAGE = f"""<html><head><title>{TITLE} - The Vell Post</title><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="The Vell Post"><meta name="date" content="2031-03-04"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{TITLE}</h1><p class="byline">By Bo Lund</p>
<figure><figcaption><span>The bridge</span><p>seen from the ferry.</p></figcaption></figure>
<div class="article-body"><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BOX}</p><p>{BODY[2]}</p><p>{BODY[3]}</p></div></article>
<div id="comments"><p>{BODY[2]}</p><p>This is the best news that the valley has had for years, my friends.</p></div>
</body></html>"""


def explained(words: str, media: Media = Media.TEXT, input: str = "page.txt") -> Explained:
    capture = Capture(f"a_{input}", input, media, words)
    found = explain(capture)
    assert found.article == extract(capture)
    return found


def of_role(found: Explained, role: object) -> list[Piece]:
    return [piece for piece in found.pieces if piece.role is role]


def fact(found: Explained, name: str) -> tuple[str | None, tuple[str, ...]]:
    return next((one.value, one.evidence) for one in found.facts if one.name == name)


def test_each_block_of_a_page_is_shown_once_in_page_order() -> None:
    found = explained(PAGE, Media.HTML)
    assert [(piece.text[:15], piece.role.value if piece.role else None) for piece in found.pieces] == [
        ("Home Sport", None),
        (TITLE[:15], "title"),
        ("By Bo Lund", None),
        ("The bridge", "caption"),
        ("seen from the f", "caption"),
        (BODY[0][:15], "body"),
        (BODY[1][:15], "body"),
        (BOX[:15], "newsletter"),
        (BODY[2][:15], "body"),
        (BODY[3][:15], "body"),
        (BODY[2][:15], None),
        ("This is the bes", None),
    ]


def test_the_body_and_all_furniture_of_the_article_are_among_the_pieces() -> None:
    found = explained(PAGE, Media.HTML)
    assert [piece.text for piece in of_role(found, Part.BODY)] == list(BODY)
    shown = [(" ".join(piece.text for piece in of_role(found, kind)), kind) for kind in FurnitureKind]
    stated = found.article.furniture[0]
    assert stated.text == "2031-03-04"
    for item in found.article.furniture[1:]:
        assert any(item.text in words and kind is item.kind for words, kind in shown), item


def test_a_reason_names_the_rule_the_cue_or_the_score() -> None:
    found = explained(PAGE, Media.HTML)
    reasons = {piece.text: piece.reason for piece in found.pieces}
    assert reasons["Home Sport"] == "in <nav>"
    assert reasons["seen from the ferry."] == "in <figcaption>"
    assert reasons[BOX] == "cue: newsletter, “Sign up to get”"
    assert found.pieces[-1].reason == "in <div> named comments"
    first = of_role(found, Part.BODY)[0]
    assert first.score is not None
    assert first.score > 0.4
    assert first.reason == f"score {first.score:.2f}"
    assert re.fullmatch(r"score 0\.[0-3]\d, too low", reasons["By Bo Lund"])


def test_a_title_that_the_page_states_but_does_not_show_comes_first() -> None:
    found = explained(PAGE.replace(f"<h1>{TITLE}</h1>", ""), Media.HTML)
    assert found.pieces[0] == Piece(TITLE, Part.TITLE, None, "stated, but shown in no block")


def test_the_facts_of_a_page_name_the_places_that_say_them() -> None:
    found = explained(PAGE, Media.HTML)
    assert [one.name for one in found.facts] == ["title", "authors", "date", "outlet", "url"]
    assert fact(found, "title") == (TITLE, ("meta og:title", "h1"))
    assert fact(found, "authors") == ("Bo Lund", ("visible byline",))
    assert fact(found, "date") == ("2031-03-04", ("the page gives 2031-03-04 as its date", "meta date"))
    assert fact(found, "outlet") == ("The Vell Post", ("meta og:site_name",))
    assert fact(found, "url") == (None, ())


def test_the_lines_of_a_text_have_no_score_and_their_own_reasons() -> None:
    related = "Arn: barge sinks and kills three"
    lines = ("Skip to content", TITLE, "By Bo Lund", BODY[0], related, "Read More »", BODY[1])
    found = explained("\n\n".join(lines))
    assert [piece.text for piece in found.pieces] == list(lines)
    assert [piece.role.value for piece in found.pieces if piece.role] == [
        "navigation", "title", "metadata", "body", "related", "related", "body",
    ]  # fmt: skip
    assert {piece.score for piece in found.pieces} == {None}
    reasons = [piece.reason for piece in found.pieces]
    assert reasons[1] == "first line, shaped like a headline"
    assert reasons[3:5] == ["no sign of furniture", "by its shape and the lines around it"]
    assert fact(found, "authors") == ("Bo Lund", ("visible: “By Bo Lund”",))


def test_the_facts_of_a_row_are_the_rows() -> None:
    row = Row(title=TITLE, outlet="The Vell Post", date="2031-03-04", authors=("Bo Lund",), text="\n".join(BODY))
    found = explain(Capture("a_1", "rows#1", Media.ROW, "", row))
    assert fact(found, "title") == (TITLE, ("row: title",))
    assert fact(found, "authors") == ("Bo Lund", ("row: authors",))
    assert fact(found, "date") == ("2031-03-04", ("the page gives 2031-03-04 as its date", "row: date"))
    assert [piece.text for piece in found.pieces] == list(BODY)


def test_the_last_change_of_a_page_is_told_apart_from_its_publication() -> None:
    head = (
        '<meta property="article:published_time" content="2031-03-04T23:30:00-05:00">'
        '<meta property="article:modified_time" content="2031-03-06T08:00:00Z">'
    )
    body = "".join(f"<p>{line}</p>" for line in BODY)
    found = explained(
        f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>", Media.HTML
    )
    assert fact(found, "date")[0] == "2031-03-04"
    assert fact(found, "updated") == ("2031-03-06T08:00:00Z", ("meta article:modified_time",))


def test_an_address_with_an_earlier_day_is_no_piece_of_a_row() -> None:
    row = Row(title=TITLE, date="2031-06-20", url="https://post.vell/2031/03/04/dock", text="\n".join(BODY))
    found = explain(Capture("a_1", "rows#1", Media.ROW, "", row))
    assert [piece.text for piece in found.pieces] == list(BODY)
    assert fact(found, "date")[0] == "2031-03-04"


def test_a_line_that_the_outlet_repeats_is_furniture_in_its_collection_alone() -> None:
    box = "This paper is owned by the people of the valley."
    pages = [
        explained(
            f"{TITLE} {n}\n\nNo {n} waits.\n\nNo {n} sails.\n\n{n} sank.\n\n{box}\n\n© The Vell Post", input=str(n)
        )
        for n in range(1, 5)
    ]
    assert [piece.text for piece in of_role(pages[0], Part.BODY)][-1] == box
    articles = in_collection([page.article for page in pages])
    found = in_its_collection(pages[0], articles[0])
    piece = next(piece for piece in found.pieces if piece.text == box)
    assert (piece.role, piece.reason) == (FurnitureKind.OTHER, "the outlet repeats it over other articles")
    assert len(of_role(found, Part.BODY)) == 3


def test_an_outlet_that_its_collection_names_says_so() -> None:
    named = explain(
        Capture("a_1", "1", Media.ROW, "", Row(text=BODY[0], url="https://post.vell/a", outlet="Vell Post"))
    )
    bare = explain(Capture("a_2", "2", Media.ROW, "", Row(text=BODY[1], url="https://post.vell/b")))
    both, alone = in_collection([named.article, bare.article]), in_collection([bare.article])
    told = ("as most articles that name it or its site do",)
    assert fact(in_its_collection(bare, both[1]), "outlet") == ("Vell Post", told)
    assert fact(in_its_collection(bare, alone[0]), "outlet") == ("post.vell", ("the site of its address",))
    assert in_its_collection(named, both[0]) == named


def test_an_input_without_an_article_is_refused_as_extraction_refuses_it() -> None:
    with pytest.raises(InputError, match="no article text"):
        explained("<html><body><nav>Home</nav></body></html>", Media.HTML)
