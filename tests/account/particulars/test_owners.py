from __future__ import annotations

import pytest

from headwater.account.particulars.names import find_names
from headwater.account.particulars.quotes import find_quotes
from tests.builders import make_article


def speakers(body: str) -> list[tuple[str, str | None]]:
    article = make_article(body)
    return [(quote.text, quote.speaker) for quote in find_quotes(article, find_names(article))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ilse Marant’s remark that the plan was “a farce” drew laughter.", [("a farce", "Ilse Marant")]),
        ("Ilse Marant’s much derided “step aside” remark drew laughter.", [("step aside", "Ilse Marant")]),
        ("Nobody agreed, least of all Ilse Marant (“It was never asked”).", [("It was never asked", "Ilse Marant")]),
        ("It played the best of Ilse Marant (“Long Road Home”).", []),
    ],
)
def test_words_belong_to_the_name_that_owns_them(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert speakers(body) == expected


def test_words_in_brackets_behind_nobody_are_not_carried_over() -> None:
    body = "Among them were Ilse Marant (“It is an insult”) and the rapper’s fans (“Very sad news”)."

    assert speakers(body) == [("It is an insult", "Ilse Marant")]
