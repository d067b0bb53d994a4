from __future__ import annotations

from headwater.copies.lexicon import Lexicon
from headwater.copies.reading import read_texts
from headwater.copies.reworded import reworded_passages
from headwater.model.reuse import Match, Passage

WEIR = "The weir at Oster was drained for salmon."
COMMON = "harbour warden"
TOLD = f"{COMMON} cellar bridge lantern meadow orchard saddle."
RETOLD = f"{COMMON} cellar bridge violin thicket gravel kettle."


def aligned(a: str, b: str) -> list[tuple[str, str]]:
    one, other = read_texts([a, b], Lexicon())
    return [(a[of.a_start : of.a_end], b[of.b_start : of.b_end]) for of in reworded_passages(one, other, ())]


def test_the_nearest_sentences_of_either_text_are_put_beside_each_other() -> None:
    assert aligned(TOLD, f"{RETOLD}\nNobody spoke of pepper, barley, copper or timber.") == [(TOLD, RETOLD)]


def test_of_several_sentences_as_near_the_first_is_taken() -> None:
    assert aligned(TOLD, f"{RETOLD}\n{RETOLD}") == [(TOLD, RETOLD)]
    assert aligned(f"{TOLD}\n{TOLD}", RETOLD) == [(TOLD, RETOLD)]


def test_words_of_many_sentences_of_one_text_still_tell_what_is_nearest_there() -> None:
    others = [f"{COMMON} {' '.join(f'{letter}{word}' for word in WORDS)}." for letter in "abcdefghijklmnop"]
    assert aligned("\n".join([*others, TOLD]), RETOLD) == [(TOLD, RETOLD)]
    assert aligned("\n".join(others), RETOLD) == []


def test_less_alike_sentences_do_in_long_texts_that_have_no_others() -> None:
    filler = " ".join(f"Nobody{n} counted{n} pepper{n}, barley{n} or timber{n}." for n in range(24))
    other = " ".join(f"Divers{n} mended{n} gates{n}, sluices{n} and ropes{n}." for n in range(24))
    changed = RETOLD.replace("bridge", "canal")
    assert aligned(TOLD, changed) == []
    assert aligned(f"{TOLD} {filler}", f"{changed} {other}") == [(TOLD, changed)]
    assert aligned(f"{TOLD}\n{WEIR}\n{filler}", f"{changed}\n{WEIR}\n{other}") == [(WEIR, WEIR)]


WORDS = ("mallet", "wicket", "packet", "locket", "socket", "ticket")


def test_what_is_shared_word_for_word_is_left_out_and_listed_beside() -> None:
    known = Passage(0, len(TOLD), 0, len(TOLD), Match.VERBATIM)
    one, other = read_texts([f"{TOLD}\n{TOLD}", f"{TOLD}\n{RETOLD}"], Lexicon())
    found = reworded_passages(one, other, [known])
    assert found[0] == known
    assert [(of.a_start, of.b_start, of.match) for of in found[1:]] == [(len(TOLD) + 1, len(TOLD) + 1, Match.REWORDED)]
