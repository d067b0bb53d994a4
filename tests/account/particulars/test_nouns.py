from __future__ import annotations

import pytest

from headwater.account.particulars.counted import counted_things
from headwater.account.particulars.expressions import find_expressions
from headwater.account.particulars.nouns import noun_before, noun_phrase


def whats(sentence: str) -> list[str]:
    return [thing.what for _, thing, _ in counted_things(sentence, find_expressions(sentence))]


def units(sentence: str) -> list[str | None]:
    return [figure.unit.code if figure.unit else None for figure in find_expressions(sentence)]


@pytest.mark.parametrize(
    ("phrase", "what"),
    [
        (" storey building collapsed.", "storey building"),
        (" of", ""),
        (" island's 2 million people were cut off", "people"),
        (" five judges", "judges"),
        (" newly built barges sank", "built barges"),
    ],
)
def test_a_noun_phrase_ends_with_its_noun(phrase: str, what: str) -> None:
    assert noun_phrase(phrase, 0).what == what


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("The average rent for a two-room flat is ", "average rent"),
        ("Revenue in the third quarter rose to ", "revenue"),
        ("Profit before tax fell to ", "profit"),
        ("The company spoke of earnings on revenue of ", "revenue"),
        ("Inflation hit ", "inflation"),
        ("He took it in return for contracts worth ", "contracts"),
        ("The bank now expects growth of ", "growth"),
        ("On Monday the government had spoken of ", "government"),
        ("A four-year contract worth ", "four-year contract"),
    ],
)
def test_the_noun_before_a_figure_is_what_its_verb_is_about(words: str, what: str) -> None:
    assert noun_before(words, len(words)).what == what


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Barley futures rose 45 cents to $7.20 a bushel.", ["barley futures", "barley futures"]),
        ("The bank cut its deposit rate by 25 basis points to 3.25%.", ["deposit rate", "deposit rate"]),
        ("The net loss widened to $45 million, or 32 cents a share.", ["net loss", "net loss"]),
        ("The port counted 56 wrecks this year, compared with 43 last year.", ["wrecks", "wrecks"]),
        ("The team won 3 of its last 10 games.", ["games", "games"]),
        ("Two of the five judges dissented.", ["judges", "judges"]),
        ("Gusts of up to 140 mph battered the coast.", ["gusts"]),
        ("The party won 145 of 300 seats.", ["seats", "seats"]),
    ],
)
def test_a_figure_behind_another_counts_its_own_noun_or_that_of_the_first(sentence: str, expected: list[str]) -> None:
    assert whats(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The club pays 65 million euros plus 10 million in bonuses.", ["EUR", "EUR"]),
        ("The firm made 65 million euros and 10 million bottles.", ["EUR", None]),
        ("The motor gives 280 lb-ft of torque.", ["lb-ft"]),
        ("Pay goes up from $35 an hour now to $40 next year.", ["USD/hour"]),
        ("Drivers get $42 from June, up from $35 an hour.", ["USD/hour"]),
    ],
)
def test_a_unit_holds_for_the_figures_joined_to_it(sentence: str, expected: list[str | None]) -> None:
    assert units(sentence) == expected


def test_a_step_and_the_level_that_it_leads_to_are_no_range() -> None:
    step, level = find_expressions("Silver gained $2 to $24.10 an ounce.")
    (span,) = find_expressions("Prices rose 2 to 3 percent.")

    assert (step.value, level.value) == (2, 24.1)
    assert (span.low, span.high) == (2, 3)
