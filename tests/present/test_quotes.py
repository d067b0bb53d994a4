from __future__ import annotations

from headwater.model.account import Quote, QuoteStatus, QuoteVariant
from headwater.model.article import Citation
from headwater.present.points import quotes_by_status
from headwater.present.quotes import compared
from headwater.text.diff import Op

PLACE = (Citation("a_1", 0, 1, sentence="s1"),)


def quote(status: QuoteStatus, *wordings: str) -> Quote:
    return Quote("q1", None, status, tuple(QuoteVariant(words, PLACE) for words in wordings))


def test_each_wording_is_compared_with_the_nearest_before_it() -> None:
    made = compared(
        quote(
            QuoteStatus.ALTERED,
            "nobody goes home before the wall is checked",
            "the river is watched hour by hour by all of us",
            "no one goes home before the wall is checked",
        )
    )
    assert [item.against for item in made] == [None, None, 0]
    assert made[2].runs[:2] == ((Op.CUT, "nobody"), (Op.ADDED, "no one"))


def test_a_fragment_is_not_shown_as_cut() -> None:
    made = compared(quote(QuoteStatus.ALTERED, "we will check every metre of the wall", "every metre of the wall"))
    assert made[1].against is None
    assert made[1].runs == ((Op.KEPT, "every metre of the wall"),)


def test_words_left_out_in_the_middle_are_shown_as_cut() -> None:
    made = compared(quote(QuoteStatus.ALTERED, "we will never close the dam", "we will close the dam"))
    assert (Op.CUT, "never") in made[1].runs


def test_a_quote_that_is_the_same_everywhere_is_not_compared() -> None:
    made = compared(quote(QuoteStatus.SAME, "we will check the wall", "check the wall"))
    assert [item.against for item in made] == [None, None]


def test_altered_quotes_come_first() -> None:
    single, altered, same = (quote(status, "words") for status in QuoteStatus if status)
    kinds = [item.status for item in quotes_by_status([single, altered, same])]
    assert kinds == [QuoteStatus.ALTERED, QuoteStatus.SAME, QuoteStatus.SINGLE]
