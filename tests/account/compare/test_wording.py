from __future__ import annotations

import pytest

from headwater.account.compare.wording import normal_word, opposite_marks, stem


@pytest.mark.parametrize(("one", "other"), [("attack", "attacks"), ("expand", "expanded"), ("request", "requested")])
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_near_synonyms_of_the_news_are_one() -> None:
    assert normal_word("increase") == normal_word("boosted") == normal_word("expand")


def test_function_words_and_reporting_verbs_say_nothing() -> None:
    assert normal_word("the") is None
    assert normal_word("announced") is None


def test_a_possessive_is_its_word() -> None:
    assert normal_word("agency's") == normal_word("agency")


def test_only_words_with_an_opposite_are_marked() -> None:
    assert opposite_marks(["ferry"]) == frozenset()
    assert opposite_marks(["lost"])
