from __future__ import annotations

from headwater.copies import CopySettings, count_origins, distinct_count, find_reuses
from headwater.model.reuse import Direction, Match, Passage, Reuse, ReuseKind
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, WEIR

ARTICLES = [
    make_article(DOCK, id="a_1", outlet="Post"),
    make_article(DOCK, id="a_2", outlet="Radio"),
    make_article(CHOIR, id="a_3"),
    make_article(WEIR, id="a_4", credit="Reuters"),
]
SETTINGS = CopySettings()


def reuse(a: str, b: str, kind: ReuseKind, direction: Direction = Direction.UNKNOWN, share: float = 0.1) -> Reuse:
    via = "Reuters" if direction is Direction.COMMON_SOURCE else None
    return Reuse(a, b, kind, direction, share, share, (), ("shared words",), via)


def test_every_article_stands_in_exactly_one_line() -> None:
    origins = count_origins(ARTICLES, [reuse("a_1", "a_2", ReuseKind.COPY)], settings=SETTINGS)
    assert [line.articles for line in origins.groups] == [("a_1", "a_2"), ("a_3",), ("a_4",)]
    assert all(line.reasons for line in origins.groups)


def test_an_agency_passage_and_a_quoted_statement_join_nothing() -> None:
    reuses = [
        reuse("a_1", "a_3", ReuseKind.SHARED_PASSAGE, Direction.COMMON_SOURCE, 0.4),
        reuse("a_2", "a_4", ReuseKind.SHARED_QUOTE, Direction.COMMON_SOURCE, 0.4),
    ]
    origins = count_origins(ARTICLES, reuses, settings=SETTINGS)
    assert (origins.range.min, origins.range.max) == (4, 4)


def test_much_prose_from_nobody_knows_where_leaves_the_count_open() -> None:
    origins = count_origins(ARTICLES, [reuse("a_1", "a_3", ReuseKind.SHARED_PASSAGE, share=0.4)], settings=SETTINGS)
    assert (origins.range.min, origins.range.max) == (3, 4)
    assert origins.maybe_joined[0].groups == (0, 2)


def test_a_short_passage_without_a_source_leaves_two_lines() -> None:
    origins = count_origins(ARTICLES, [reuse("a_1", "a_3", ReuseKind.SHARED_PASSAGE)], settings=SETTINGS)
    assert origins.maybe_joined == ()


def test_a_line_carries_the_credit_of_its_articles() -> None:
    origins = count_origins(ARTICLES, [], settings=SETTINGS)
    assert [line.credit for line in origins.groups] == [None, None, None, "Reuters"]


def test_no_reason_names_an_input_file() -> None:
    origins = count_origins(ARTICLES, [reuse("a_1", "a_2", ReuseKind.EXCERPT, share=0.6)], settings=SETTINGS)
    assert not any(".txt" in reason for line in origins.groups for reason in line.reasons)


def test_copies_count_as_one_distinct_article_and_excerpts_do_not() -> None:
    assert distinct_count(ARTICLES, [reuse("a_1", "a_2", ReuseKind.COPY)]) == 3
    assert distinct_count(ARTICLES, [reuse("a_1", "a_2", ReuseKind.EXCERPT)]) == 4


def test_a_thousand_articles_of_one_text_are_one_line_and_one_article() -> None:
    text = f"{DOCK}\n\n{WEIR}"
    articles = [make_article(text, id=f"a_{number:04}", outlet=f"Post {number % 50}") for number in range(1000)]
    reuses = find_reuses(articles, settings=SETTINGS)
    assert {(found.kind, found.contained_a, found.contained_b) for found in reuses} == {(ReuseKind.COPY, 1.0, 1.0)}
    whole = Passage(0, len(text) - 1, 0, len(text) - 1, Match.VERBATIM)
    assert {passage for found in reuses for passage in found.passages} == {whole}
    # In a group of this size each is linked to a few neighbours alone.
    assert 999 <= len(reuses) <= 4 * 1000
    (line,) = count_origins(articles, reuses, settings=SETTINGS).groups
    assert line.articles == tuple(article.id for article in articles)
    assert line.reasons
    assert distinct_count(articles, reuses) == 1
