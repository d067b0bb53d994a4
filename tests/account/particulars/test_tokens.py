from __future__ import annotations

import pytest

from headwater.account.particulars.tokens import Token, tokens_of, words_of_article
from tests.builders import make_article


def _last(text: str) -> Token:
    return tokens_of(text, 0, len(text))[-1]


@pytest.mark.parametrize("mark", ["", ".", ",", ";", ":", "!", "?", ")", ". ", ".\n", "”", "…", " —"])
@pytest.mark.parametrize("word", ["harbour", "Oda", "co-owner", "3rd", "naïve"])
def test_a_word_is_the_same_before_any_mark(word: str, mark: str) -> None:
    token = _last(f"They met {word}{mark}")
    assert token == Token(9, 9 + len(word), word, word.lower(), " ", False, word == "Oda", False, False)


def test_a_possessive_an_abbreviation_and_dotted_letters_are_read_as_one_word() -> None:
    text = "Near Gov. Oda's pier the masters' crew, at 5 p.m."
    words = [(token.text, token.possessive) for token in tokens_of(text, 0, len(text))]
    assert words[:3] == [("Near", False), ("Gov.", False), ("Oda", True)]
    assert words[5:] == [("masters", True), ("crew", False), ("at", False), ("5", False), ("p.m.", False)]


def test_the_words_of_a_sentence_are_its_own_alone() -> None:
    text = "The pier fell. Nobody was hurt."
    assert [token.text for token in tokens_of(text, 15, len(text))] == ["Nobody", "was", "hurt"]
    assert [token.first for token in tokens_of(text, 15, len(text))] == [True, False, False]


def test_the_words_of_an_address_tell_nothing_of_names() -> None:
    words = words_of_article(make_article("https://pier.example/2024/comeaux-left-town.\n\nComeaux left."))
    assert words.lowers.get("comeaux-left-town") is None
    assert words.lowers["left"] == 1
