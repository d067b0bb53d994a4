from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.account.compare.splitting import clause_spans
from tests.steps import grows_evenly


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in clause_spans(text, 0, len(text))]


def test_a_sentence_of_one_statement_stays_whole() -> None:
    assert clauses("The ferry left the harbour at noon.") == ["The ferry left the harbour at noon."]


def test_a_clause_after_although_is_a_statement_of_its_own() -> None:
    text = "The group claimed credit for the attack, though the governor has not confirmed who did it."
    assert clauses(text) == ["The group claimed credit for the attack", "the governor has not confirmed who did it."]


def test_a_short_clause_is_not_parted() -> None:
    assert len(clauses("It rained hard, but nobody left.")) == 1


def test_a_clause_with_which_leans_on_the_one_before() -> None:
    text = "Plans follow the rocket attack on the ferry terminal, which killed a dock worker and injured nine."
    assert [leaning for _, _, leaning in clause_spans(text, 0, len(text))] == [False, True]


def test_a_relative_clause_in_the_middle_does_not_swallow_the_verb() -> None:
    text = "Ships of the northern fleet company, which killed ten people in 2010, will be sold on Monday."
    assert len(clauses(text)) == 1


def test_a_quotation_that_a_break_cuts_lends_only_its_own_words() -> None:
    text = "“The size of our mission will grow to 100 pilots, and the training will now include more ports,” she said."
    assert clauses(text) == [
        "The size of our mission will grow to 100 pilots",
        "the training will now include more ports",
    ]


def test_a_dateline_is_no_part_of_the_statement() -> None:
    assert clauses("VESSMARK, Halland (CW) - The ferry sank.") == ["The ferry sank."]
    assert clauses("VESSMARK – The ferry sank.") == ["The ferry sank."]


def test_a_line_without_letters_has_no_clause() -> None:
    assert clauses("1 2 3 ...") == []


def test_an_endless_line_of_breaks_is_parted_in_proportion_to_its_length() -> None:
    text = "one two three four five six, which was good, and the end is near; but " * 2000
    assert len(clause_spans(text, 0, len(text))) > 2000
    assert grows_evenly(lambda characters: clause_spans(text, 0, characters), len(text) // 4)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="aB ,;.“”\"'which and that but\n", max_size=200))
def test_clauses_ascend_inside_the_sentence(text: str) -> None:
    spans = clause_spans(text, 0, len(text))
    assert all(0 <= start <= end <= len(text) for start, end, _ in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_the_day_of_a_dateline_is_no_part_of_the_statement() -> None:
    assert clauses("VESSMARK, March 3 (CW) - The ferry sank.") == ["The ferry sank."]
