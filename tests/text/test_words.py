from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.words import word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor’s 1,200 U.S. well-paid men.", ["mayor's", "1,200", "u.s", "well-paid", "men"]),
        ("Thủ tướng đến", ["thủ", "tướng", "đến"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("他来了", ["他", "来", "了"]),
        ("", []),
    ],
)
def test_words_are_found_in_any_script(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_every_letter_of_a_plain_text_is_in_one_word(text: str) -> None:
    end = 0
    for start, stop in word_spans(text):
        assert end <= start < stop
        assert not any(sign.isalnum() for sign in text[end:start])
        end = stop
