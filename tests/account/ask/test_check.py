from __future__ import annotations

from datetime import date

from headwater.account.ask.check import check_claim
from headwater.model.question import Verdict
from headwater.model.reuse import Line, Origins
from tests.builders import make_article

FILLER = "The harbour council met in Marrow. Fishermen sold their catch early. A bakery opened near the old mill."


def verdicts(claim: str, *bodies: str) -> list[Verdict]:
    articles = [
        make_article(f"{body} {FILLER}", id=f"a_{n}", published=date(2031, 3, 6)) for n, body in enumerate(bodies)
    ]
    answers, _ = check_claim(claim, articles, Origins(tuple(Line((article.id,)) for article in articles)))
    return [answer.verdict for answer in answers]


def test_a_report_that_says_less_in_like_words_answers_a_long_claim() -> None:
    found = verdicts(
        "The museum in Marrow will shut its doors for the winter because too few visitors come, heating costs have"
        " risen sharply and the roof leaks badly.",
        "The museum in Marrow closes for the winter, its director said.",
        "Rain is forecast for the weekend in the hills.",
    )

    assert found == [Verdict.SUPPORTS, Verdict.SILENT]


def test_the_opposite_contradicts() -> None:
    found = verdicts(
        "The harbour authority lost contact with the ferry Alda.",
        "The harbour authority regained contact with the ferry Alda on Monday.",
    )

    assert found == [Verdict.CONTRADICTS]


def test_a_claim_without_a_telling_word_is_answered_by_silence() -> None:
    assert verdicts("It was there once again.", "The ferry Alda sank near Marrow.") == [Verdict.SILENT]
