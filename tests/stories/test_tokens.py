from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.stories.tokens import FORM_BITS, forms_of, normal_form, spelled, tokens_of


def words(text: str) -> list[str]:
    """The normal forms of a text's tokens, in order."""
    tokens = tokens_of([text])
    names = spelled(tokens)
    return [names[form] for form in tokens.form.tolist()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministers' talks failed.", ["the", "minister", "talk", "failed"]),
        ("It cost $3.5m, or 4,000.", ["it", "cost", "3.5", "m", "or", "4,000"]),
        ("v1.2.3b on 1.1.", ["v1.2.3", "b", "on", "1.1"]),
        ("snake_case and naïve Žižek", ["snake", "case", "and", "naïve", "žižek"]),
        ("gas crisis bus boss", ["gas", "crisi", "bus", "boss"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("東京都 で a東京 京", ["東京", "京都", "で", "a東", "東京", "京"]),
        ("Lũ lớn ở Vụ Bản", ["lũ", "lũ lớn", "lớn", "lớn ở", "ở", "ở vụ", "vụ", "vụ bản", "bản"]),
        ("Bộ trưởng, 24 giờ", ["bộ", "bộ trưởng", "trưởng", "24", "giờ"]),
        ("Minister Lễ met the press on Monday", ["minister", "lễ", "met", "the", "press", "on", "monday"]),
        ("one 😀two", ["one", "two"]),
        ("", []),
    ],
)
def test_text_is_cut_into_tokens_in_their_normal_form(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_pair_of_syllables_stays_within_its_text() -> None:
    tokens = tokens_of(["Lũ lớn", "ở Bản"])
    assert [spelled(tokens)[form] for form in tokens.form.tolist()] == ["lũ", "lũ lớn", "lớn", "ở", "ở bản", "bản"]
    assert tokens.text.tolist() == [0, 0, 0, 1, 1, 1]


def test_capitals_numerals_and_single_letters_are_told_apart() -> None:
    tokens = tokens_of(["A Visit to 7 US x"])
    assert tokens.capital.tolist() == [False, True, False, False, True, False]
    assert tokens.telling.tolist() == [False, True, True, True, True, False]
    assert (tokens.form % 2).tolist() == [0, 0, 0, 1, 0, 0]


def test_every_token_knows_its_text_and_one_word_has_one_form_anywhere() -> None:
    tokens = tokens_of(["Harbour closed", "", "the HARBOUR opens"])
    assert tokens.text.tolist() == [0, 0, 2, 2, 2]
    assert tokens.form[0] == tokens.form[3] == forms_of(["harbours"])[0]


@given(st.lists(st.text(alphabet="abS s.,39-_é’\n", max_size=30), max_size=4))
def test_tokens_are_those_of_the_plain_pattern(texts: list[str]) -> None:
    tokens = tokens_of(texts)
    names = spelled(tokens)
    plain = [
        (number, normal_form(token))
        for number, text in enumerate(texts)
        for token in re.findall(r"\w+(?:[.,][0-9]+)*", text.replace("_", " "))
    ]
    assert [(text, names[form]) for text, form in zip(tokens.text.tolist(), tokens.form.tolist(), strict=True)] == plain
    assert bool(np.all(tokens.form < 1 << FORM_BITS))
