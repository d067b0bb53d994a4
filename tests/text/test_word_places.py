from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.word_places import plain_words
from headwater.text.words import word_spans

TEXTS = st.text(alphabet=st.sampled_from("ab Zé_9ß'’.,-“\n½Жω한\ud800!"), max_size=60)


def spans(text: str, *cuts: int) -> list[tuple[int, int]] | None:
    placed = plain_words(text, np.array(cuts, dtype=np.int64))
    return placed and list(zip(placed.starts.tolist(), placed.ends.tolist(), strict=True))


@given(TEXTS)
def test_the_words_are_those_of_the_expression(text: str) -> None:
    assert spans(text) == word_spans(text)


@given(TEXTS, st.integers(0, 60))
def test_no_word_goes_on_beyond_a_mark_behind_which_a_sentence_begins(text: str, at: int) -> None:
    if 0 < at < len(text) and text[at - 1] in "'’.,-":
        behind = [(start + at, end + at) for start, end in word_spans(text[at:])]
        assert spans(text, at) == word_spans(text[:at]) + behind


def test_words_of_the_same_letters_have_one_hash_and_case_parts_them() -> None:
    placed = plain_words("Ivel ivel Ivel живо Живо живо", np.empty(0, dtype=np.int64))
    assert placed is not None
    one, two, three, four, five, six = placed.hashes.tolist()
    assert one == three != two
    assert four == six != five


@pytest.mark.parametrize("text", ["é" + "e\u0301", "東京で", "नमस्ते", "fine \N{GRINNING FACE}"])
def test_other_scripts_marks_and_signs_are_left_to_the_expression(text: str) -> None:
    assert spans(text) is None
