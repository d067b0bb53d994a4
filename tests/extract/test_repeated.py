from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

from headwater.extract import in_collection
from headwater.model.article import Article, FurnitureKind, Published, Reason, Sign, SignKind
from tests.builders import make_article

BOX = "The Inlet Post is run by its readers and has no owner but them."
TOPICS = (
    "A crane fell on the quay.",
    "The library opens on Sundays.",
    "Two swans nested by the lock.",
    "Rain all week.",
)


def post(topic: str, *, outlet: str = "Inlet Post", box: str = BOX) -> Article:
    body = f"{topic}\n\nMore is known of it by now. {topic}\n\n{box}\n\nThat is what was said of it: {topic}"
    return make_article(body, title=f"News: {topic}", outlet=outlet)


def test_a_line_that_an_outlet_repeats_over_unrelated_articles_is_furniture() -> None:
    for article in in_collection([post(topic) for topic in TOPICS]):
        assert BOX not in article.text
        assert [(item.text, item.kind) for item in article.furniture] == [(BOX, FurnitureKind.OTHER)]


def test_offsets_are_exact_afterwards() -> None:
    for article, before in zip(
        in_collection([post(topic) for topic in TOPICS]), [post(topic) for topic in TOPICS], strict=True
    ):
        words = [article.slice(sentence) for sentence in article.sentences]
        assert words == [before.slice(each) for each in before.sentences if before.slice(each) != BOX]
        assert [sentence.id for sentence in article.sentences] == [f"s{n}" for n in range(1, len(words) + 1)]
        assert "\n\n\n" not in article.text


def test_what_other_outlets_or_fewer_articles_have_stays() -> None:
    assert all(BOX in article.text for article in in_collection([post(topic) for topic in TOPICS[:3]]))
    mixed = [post(topic, outlet=f"Outlet {number}") for number, topic in enumerate(TOPICS)]
    assert in_collection(mixed) == tuple(mixed)


def test_copies_of_one_text_take_no_line_from_it() -> None:
    copies = [replace(post(TOPICS[0]), id=f"a_{number}") for number in range(6)]
    assert in_collection(copies) == tuple(copies)


def test_citations_move_with_their_words() -> None:
    articles = [post(topic) for topic in TOPICS]
    first = articles[0]
    box, last = first.text.index(BOX), first.text.rindex(TOPICS[0])
    cited = (first.cite(box, box + 9), first.cite(last, last + len(TOPICS[0])))
    published = Published(date(2020, 1, 2), reasons=(Reason("as it says", cited),))
    sign = Sign(SignKind.TRUNCATED, "ends early", cited)
    articles[0] = replace(first, published=published, signs=(sign,))
    moved = in_collection(articles)[0]
    for citations in (moved.published.reasons[0].citations, moved.signs[0].citations):
        assert [moved.cited(citation) for citation in citations] == [first.cited(citation) for citation in cited]
        assert [citation.furniture for citation in citations] == ["f1", None]


def test_any_order_gives_the_same() -> None:
    articles = [post(topic) for topic in TOPICS]
    found = {tuple(sorted(in_collection(order), key=lambda a: a.id)) for order in permutations(articles)}
    assert len(found) == 1
