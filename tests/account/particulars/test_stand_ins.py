from __future__ import annotations

import pytest

from headwater.account.particulars.names import find_names
from headwater.account.particulars.quotes import find_quotes
from tests.builders import make_article


def speakers(body: str) -> list[str | None]:
    article = make_article(body)
    return [quote.speaker for quote in find_quotes(article, find_names(article))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "A spokesman for the ministry declined to comment. “We do not discuss operations,” he said.",
            ["a spokesman for the ministry"],
        ),
        ("Asked about the delay, Vreeland shrugged. “These things happen,” he said.", ["Vreeland"]),
        ("Neighbours described the tenant as quiet. “He kept to himself,” one said.", ["neighbours"]),
        ("The barge sank at noon. “It was over in a minute,” he said.", [None]),
        (
            "“He is a joke,” said Mary Lowe of Linden. Her friend Ellen Poe agreed. “A sad joke,” she said.",
            ["Mary Lowe", "Ellen Poe"],
        ),
    ],
)
def test_a_word_stands_for_whom_the_sentence_before_is_about(body: str, expected: list[str | None]) -> None:
    assert [name.casefold() if name else None for name in speakers(body)] == [
        name.casefold() if name else None for name in expected
    ]
