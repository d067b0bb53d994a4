from __future__ import annotations

import pytest

from headwater.account.compare.clauses import Clause, clauses_of
from headwater.account.particulars.read import read_particulars
from headwater.account.tell.clarity import states_something
from tests.builders import make_article


def clause(text: str) -> Clause:
    return clauses_of(read_particulars(make_article(text)))[0]


@pytest.mark.parametrize(
    "text",
    [
        "What about the town hall?",
        "Not because it was good.",
        "Her real target, though, was Marant.",
        "This was the last one of them.",
    ],
)
def test_a_question_or_scrap_states_nothing(text: str) -> None:
    assert not states_something(clause(text))


@pytest.mark.parametrize("text", ["The town hall burned down on Monday.", "Ten people are still missing."])
def test_a_short_full_sentence_states_something(text: str) -> None:
    assert states_something(clause(text))
