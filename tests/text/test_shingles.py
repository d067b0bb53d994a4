from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.shingles import hashed_words, shingles, span_places, word_rows
from headwater.text.words import words


def spelled(text: str) -> list[str]:
    found = hashed_words([text])[0]
    return [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def test_words_keep_their_apostrophes_and_numbers_their_commas() -> None:
    assert spelled("The mayor’s “4,000” votes, and 3.5 more; it's-so.") == [
        "The",
        "mayor’s",
        "4,000",
        "votes",
        "and",
        "3.5",
        "more",
        "it's",
        "so",
    ]


def test_letter_case_and_apostrophe_shape_do_not_matter() -> None:
    one, other = hashed_words(["The Mayor’s ÉTÉ", "the mayor's été"])
    assert one.hashes.tolist() == other.hashes.tolist()


def test_characters_are_words_where_a_script_has_no_spaces() -> None:
    assert spelled("新闻ok，报道") == ["新", "闻", "ok", "报", "道"]
    assert len(spelled("ข่าว")) == 4
    assert spelled("خبر عاجل") == ["خبر", "عاجل"]


def test_a_letter_whose_lower_case_is_longer_keeps_offsets_exact() -> None:
    assert spelled("İzmir ve İstanbul") == ["İzmir", "ve", "İstanbul"]


def test_texts_of_no_word_one_word_and_lone_surrogates_are_taken() -> None:
    assert spelled("") == []
    assert spelled(" … ") == []
    assert spelled("word") == ["word"]
    assert len(spelled("a \ud800 b")) == 3
    assert shingles(hashed_words(["one two"])[0].hashes, 5).tolist() == []


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Z"])), max_size=20))
def test_a_text_in_any_company_has_the_same_hashes(texts: list[str]) -> None:
    together = hashed_words(texts)
    assert [found.hashes.tolist() for found in together] == [hashed_words([t])[0].hashes.tolist() for t in texts]


_MIXED = st.text(st.sampled_from("abZ'’.,019 éßÿŸžāĦЖ中文ไข\x01\x07\x0c–“\n\ud800\U0001f600"), max_size=30)


@settings(max_examples=100, deadline=None)
@given(st.lists(_MIXED, max_size=8))
def test_letters_of_one_byte_and_of_two_are_hashed_alike_in_any_company(texts: list[str]) -> None:
    together = hashed_words(texts)
    for found, text in zip(together, texts, strict=True):
        alone = hashed_words([text])[0]
        assert (found.hashes.tolist(), found.starts.tolist()) == (alone.hashes.tolist(), alone.starts.tolist())
    row = [word for row, _ in word_rows(texts) for word in row.tolist()]
    assert row == [word for text in texts for row, _ in word_rows([text]) for word in row.tolist()]


def test_no_control_character_is_taken_for_an_apostrophe_or_a_point() -> None:
    assert spelled("it\x07s 4\x0c000 a\x01b c\x02d") == ["it", "s", "4", "000", "a", "b", "c", "d"]
    assert spelled("Ārāā's āĀ") == ["Ārāā's", "āĀ"]


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_every_span_holds_exactly_a_word(text: str) -> None:
    for piece in spelled(text):
        assert piece
        assert piece == piece.strip()


def test_equal_words_have_equal_hashes_and_others_do_not() -> None:
    text = "the quick brown fox the slow brown bear a ab abc b ba bab"
    hashes = hashed_words([text])[0].hashes.tolist()
    assert len(set(hashes)) == len(set(words(text)))


@settings(max_examples=50, deadline=None)
@given(st.lists(_MIXED, max_size=12), st.sampled_from(["", "ab c, " * 50_000]))
def test_the_places_of_words_are_those_of_the_hashed_words(texts: list[str], long: str) -> None:
    texts = [*texts, long, "the end"]
    found = hashed_words(texts)
    owners = np.repeat(np.arange(len(texts)), [len(words.starts) for words in found])
    numbers = np.concatenate([np.arange(len(words.starts)) for words in found])
    starts, ends = span_places(texts, owners, numbers, numbers)
    assert starts.tolist() == [start for words in found for start in words.starts.tolist()]
    assert ends.tolist() == [end for words in found for end in words.ends.tolist()]
