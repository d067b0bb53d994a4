from __future__ import annotations

from headwater.account.compare.surroundings import called, era, nearness, surroundings


def around(sentence: str, figure: str) -> frozenset[str]:
    start = sentence.index(figure)
    return surroundings(sentence, start, start + len(figure))


def test_the_words_of_the_clause_are_those_around_the_figure() -> None:
    sentence = "The mayor left; the ferry line received 180 complaints (see below) from commuters, which it denied."

    assert around(sentence, "180") == {"ferry", "line", "receive", "complai", "commute"}


def test_like_surroundings_are_nearer_than_unlike_ones() -> None:
    one = around("The ferry line received 180 complaints from commuters.", "180")
    other = around("So far the ferry line has received 230 complaints.", "230")
    strange = around("A barge sank with 700 sacks of flour.", "700")

    assert nearness(one, other, {}) > 0.5 > nearness(one, strange, {}) == 0.0


def test_what_the_counted_are_called_is_read_after_the_figure() -> None:
    sentence = "In all 65 women are recorded as having been victims of the fraud."

    assert called(sentence, sentence.index("65") + 2) == {"victim"}


def test_an_earlier_figure_is_told_from_a_later_one() -> None:
    sentence = "Acme raised its previous offer of $5 billion to a new bid of $6 billion."

    assert era(sentence, sentence.index("$5")) == -1
    assert era(sentence, sentence.index("$6")) == 1
    assert era("Acme offers $6 billion.", 12) == 0
