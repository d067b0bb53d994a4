from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.diff import Op, kept_share, word_diff

WORDS = st.lists(st.sampled_from(["the", "dam", "was", "opened", "closed", "Orvik", "said", ","]), max_size=12)


def test_a_reworded_quote_shows_what_was_cut_and_added() -> None:
    assert word_diff("Nobody will return before dawn", "No one will return until dawn") == [
        (Op.CUT, "Nobody"),
        (Op.ADDED, "No one"),
        (Op.KEPT, "will return"),
        (Op.CUT, "before"),
        (Op.ADDED, "until"),
        (Op.KEPT, "dawn"),
    ]


def test_letter_case_and_apostrophes_are_no_difference() -> None:
    assert word_diff("They're home", "they’re Home") == [(Op.KEPT, "they’re Home")]


def test_a_short_word_between_two_changes_is_not_kept_apart() -> None:
    runs = word_diff("cold rain and red flags here", "warm sun and blue lights here")
    assert [op for op, _ in runs] == [Op.CUT, Op.ADDED, Op.KEPT]


def test_very_long_wordings_are_not_aligned() -> None:
    long = "word " * 20_000
    assert [op for op, _ in word_diff(long, long + "more")] == [Op.CUT, Op.ADDED]
    assert [op for op, _ in word_diff(long, long.upper())] == [Op.KEPT]


def test_the_kept_share_of_equal_wordings_is_one() -> None:
    assert kept_share(word_diff("a b c", "a b c")) == 1.0
    assert kept_share([]) == 1.0
    assert kept_share(word_diff("a", "b")) == 0.0


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_both_wordings_can_be_read_off_a_difference(left: list[str], right: list[str]) -> None:
    runs = word_diff(" ".join(left), " ".join(right))
    assert " ".join(text for op, text in runs if op is not Op.ADDED).split() == left
    assert " ".join(text for op, text in runs if op is not Op.CUT).split() == right
