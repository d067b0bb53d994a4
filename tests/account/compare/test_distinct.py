from __future__ import annotations

from dataclasses import replace

from headwater.account.compare.distinct import distinct_ids, retold_ids
from headwater.model.article import Sign, SignKind
from headwater.model.reuse import Direction, Reuse, ReuseKind
from tests.builders import make_article


def reuse(a: str, b: str, kind: ReuseKind) -> Reuse:
    return Reuse(a, b, kind, Direction.UNKNOWN, 0.9, 0.9, (), ())


def test_copies_of_copies_are_one() -> None:
    copies = [reuse("b", "c", ReuseKind.COPY), reuse("a", "b", ReuseKind.COPY)]
    assert distinct_ids(["a", "b", "c", "d"], copies) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_a_rewrite_is_another_article() -> None:
    assert distinct_ids(["a", "b"], [reuse("a", "b", ReuseKind.REWRITE)]) == {"a": "a", "b": "b"}


def test_copies_outside_the_story_are_left_out() -> None:
    assert distinct_ids(["b"], [reuse("a", "b", ReuseKind.COPY)]) == {"b": "b"}


def test_what_was_taken_from_another_or_reworded_by_a_machine_is_retold() -> None:
    sign = Sign(SignKind.MACHINE_REWRITTEN, "doubled words", ())
    articles = [make_article("The ferry sank.", id=id) for id in ("a", "b", "c")]
    articles.append(replace(make_article("The the ferry sank.", id="d"), signs=(sign,)))
    taken = replace(reuse("a", "b", ReuseKind.REWRITE), direction=Direction.A_FROM_B)
    passage = replace(reuse("a", "c", ReuseKind.SHARED_PASSAGE), direction=Direction.B_FROM_A)
    assert retold_ids(articles, [taken, passage, reuse("b", "c", ReuseKind.REWRITE)]) == {"a", "d"}


def test_the_side_without_the_credit_of_the_agency_behind_both_is_retold() -> None:
    articles = [make_article("The ferry sank.", id="a", credit="Arn Wire"), make_article("The boat sank.", id="b")]
    common = replace(reuse("a", "b", ReuseKind.REWRITE), direction=Direction.COMMON_SOURCE, via="Arn Wire")
    assert retold_ids(articles, [common]) == {"b"}
    assert retold_ids([replace(article, credit=None) for article in articles], [common]) == frozenset()


def test_the_side_whose_wording_nobody_has_is_retold_where_others_have_that_of_its_counterpart() -> None:
    articles = [make_article("The ferry sank.", id=id) for id in ("a", "b", "c")]
    copy, rewrite = reuse("b", "c", ReuseKind.COPY), reuse("a", "b", ReuseKind.REWRITE)
    assert retold_ids(articles, [copy, rewrite]) == {"a"}
    assert retold_ids(articles, [rewrite]) == frozenset()
