from __future__ import annotations

import numpy as np
import pytest

from headwater.copies.lexicon import CAPITAL, FIGURE, NO_STEM, Lexicon
from headwater.text.words import words

PLAIN = "The dock's warden saw 1,200 crates, said.Then the docks' wardens left at 5pm. " * 40
MIXED = PLAIN.replace("crates", "crates \N{GRINNING FACE}").replace("warden", "varde\u0301n", 3) + "東京で"


def read(lexicon: Lexicon, text: str, *cuts: int) -> list[str]:
    numbers, _ = lexicon.read(text, np.array(cuts, dtype=np.int64))
    return [lexicon.words[number] for number in numbers.tolist()]


@pytest.mark.parametrize("text", [PLAIN, MIXED, "", "東京で", MIXED[:40]])
def test_the_words_are_those_of_the_text(text: str) -> None:
    cuts = [at for at in range(1, len(text)) if text[at - 1] == "\n" or text[at - 2 : at] == ". "]
    assert read(Lexicon(), text, *cuts) == [word.removesuffix("'s") for word in words(text)]


def test_every_word_is_found_where_it_begins() -> None:
    lexicon = Lexicon()
    cuts = [at + 1 for at, letter in enumerate(MIXED) if letter == "\n" or MIXED[at - 1 : at + 1] == ". "]
    numbers, starts = lexicon.read(MIXED, np.array(cuts))
    for number, start in zip(numbers.tolist(), starts.tolist(), strict=True):
        assert MIXED[start:].lower().startswith(lexicon.words[number])


def test_a_word_ends_where_a_sentence_does() -> None:
    assert read(Lexicon(), "they said.Then", 10) == ["they", "said", "then"]
    assert read(Lexicon(), "they said.Then") == ["they", "said.then"]


def test_inflections_share_a_stem_and_words_of_little_meaning_have_none() -> None:
    lexicon = Lexicon()
    numbers, _ = lexicon.read("the warden wardens 1200 Ivel's", np.empty(0, dtype=np.int64))
    the, one, other, figure, name = lexicon.stems_of(numbers).tolist()
    assert the == NO_STEM != one == other
    assert [lexicon.stems[stem] for stem in (one, figure, name)] == ["warden", "1200", "ivel"]
    assert lexicon.marks_of(numbers).tolist() == [0, 0, 0, FIGURE, CAPITAL]
