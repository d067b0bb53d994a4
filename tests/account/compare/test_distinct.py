from __future__ import annotations

from headwater.account.compare.distinct import distinct_ids
from headwater.model.reuse import Direction, Reuse, ReuseKind


def reuse(a: str, b: str, kind: ReuseKind) -> Reuse:
    return Reuse(a, b, kind, Direction.UNKNOWN, 0.9, 0.9, (), ())


def test_copies_of_copies_are_one() -> None:
    copies = [reuse("b", "c", ReuseKind.COPY), reuse("a", "b", ReuseKind.COPY)]
    assert distinct_ids(["a", "b", "c", "d"], copies) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_a_rewrite_is_another_article() -> None:
    assert distinct_ids(["a", "b"], [reuse("a", "b", ReuseKind.REWRITE)]) == {"a": "a", "b": "b"}


def test_copies_outside_the_story_are_left_out() -> None:
    assert distinct_ids(["b"], [reuse("a", "b", ReuseKind.COPY)]) == {"b": "b"}
