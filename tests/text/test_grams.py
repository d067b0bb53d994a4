from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.grams import gram_index, key_places

LETTERS = "ab-/ \n"
KEYS = st.lists(st.text(LETTERS, min_size=1, max_size=7), max_size=6)


def places_by_hand(text: str, keys: list[str]) -> list[tuple[int, str]]:
    return sorted({(at, key) for key in keys for at in range(len(text)) if text.startswith(key, at)})


@settings(max_examples=200, deadline=None)
@given(st.text(LETTERS, max_size=60), KEYS)
def test_every_place_of_every_key_is_found_once(text: str, keys: list[str]) -> None:
    assert sorted(key_places(text.encode("ascii"), gram_index(keys))) == places_by_hand(text, keys)


def test_the_beginning_of_a_text_is_no_key_whose_beginning_is_cut_off() -> None:
    assert list(key_places(b"news letter", gram_index(["a newsroom", "letter"]))) == [(5, "letter")]
