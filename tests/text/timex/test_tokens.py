from __future__ import annotations

from itertools import product

from headwater.text.timex import find_timexes
from headwater.text.timex.lexicon import LETTERS
from headwater.text.timex.rules import RULES
from headwater.text.timex.tokens import TELLING, telling_tokens


def _letters(text: str) -> str:
    return "".join(token.letter for token in telling_tokens(text))


def test_only_runs_with_a_telling_word_are_kept_with_their_neighbours() -> None:
    assert _letters("The council of the town met on the third day after the flood, and then left.") == ".itoUFt."
    assert not telling_tokens("The council of the town sat, and the mayor left.")


def test_a_neighbour_of_two_runs_is_kept_once() -> None:
    words = [token.word for token in telling_tokens("Monday lunch Tuesday")]
    assert words == ["monday", "lunch", "tuesday"]


def test_the_full_stop_of_a_short_month_is_taken_with_it() -> None:
    (timex,) = find_timexes("It opens on Sept. 4 in Ostrava.")
    assert "It opens on Sept. 4 in Ostrava."[timex.start : timex.end] == "Sept. 4"


def test_no_rule_matches_words_that_tell_no_time() -> None:
    around = sorted({*LETTERS.values(), *",-|/skdB"} - TELLING)
    for letters in product(around, repeat=3):
        found = [match.group() for rule in RULES for match in rule.pattern.finditer("".join(letters))]
        assert not any(found)


def test_a_run_is_read_whole_wherever_it_stands() -> None:
    run = "until about the end of the third quarter of 2016"
    for before in ("", "Boats came in and the crew left. ", "Boats (", "5pm boats: ", "a\n\n", "x-", "over and over "):
        letters = _letters(f"{before}{run}, he said")
        assert letters.endswith(_letters(run) + ",.")
