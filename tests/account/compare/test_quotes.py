from __future__ import annotations

from itertools import permutations

import pytest

from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quotes import align_quotes
from headwater.account.compare.utterances import Likeness, likeness, wording_of
from headwater.account.particulars.read import read_particulars
from headwater.model.account import Quote, QuoteStatus
from headwater.model.particulars import Particulars
from tests.builders import make_article


def particulars(*bodies: str) -> list[Particulars]:
    found = []
    for n, body in enumerate(bodies):
        article = make_article(body, id=f"a_{n}")
        found.append(read_particulars(article))
    return found


def aligned(*bodies: str, copies: dict[str, str] | None = None) -> tuple[Quote, ...]:
    found = particulars(*bodies)
    return align_quotes(found, merge_entities(found), distinct=copies)


FIRST = "“The northern gate still stands and we need to make sure it does not fall,” Tor Halvorsen said."


def test_one_report_makes_a_single_quote() -> None:
    (quote,) = aligned(FIRST)
    assert (quote.status, quote.speaker) == (QuoteStatus.SINGLE, "Tor Halvorsen")


def test_the_same_words_in_two_reports_are_the_same() -> None:
    (quote,) = aligned(FIRST, "It was late. " + FIRST.replace("“", '"').replace("”", '"'))
    assert quote.status is QuoteStatus.SAME
    assert len(quote.variants) == 1
    assert len(quote.variants[0].citations) == 2


def test_copies_count_once() -> None:
    (quote,) = aligned(FIRST, FIRST, copies={"a_0": "a_0", "a_1": "a_0"})
    assert quote.status is QuoteStatus.SINGLE


def test_a_fragment_of_a_longer_quote_is_the_same() -> None:
    (quote,) = aligned(FIRST, "Tor Halvorsen said they had to “make sure it does not fall”.")
    assert quote.status is QuoteStatus.SAME


def test_reworded_marks_are_altered_and_explained() -> None:
    other = "“The northern gate is still standing and we have to make sure it cannot fall,” Tor Halvorsen said."
    (quote,) = aligned(FIRST, other)
    assert quote.status is QuoteStatus.ALTERED
    assert quote.explanation
    assert "reworded" in quote.explanation


def test_two_sentences_joined_are_explained() -> None:
    one = "“The gate is shut for repairs this winter. The boats must wait outside until spring,” Tor Halvorsen said."
    two = "“The gate is shut for repairs this winter and the boats must wait outside until spring,” Tor Halvorsen said."
    (quote,) = aligned(one, two)
    assert quote.explanation == "two sentences joined by “and”"


def test_different_statements_of_one_speaker_stay_apart() -> None:
    one = "“The fleet will grow gradually, in response to the weather,” Tor Halvorsen said on Monday."
    two = "“Our presence is conditional and the number of boats will be increased gradually,” Tor Halvorsen said."
    assert len(aligned(one, two)) == 2


def test_the_same_phrase_of_two_speakers_stays_apart() -> None:
    assert (
        len(aligned("Tor Halvorsen was “deeply saddened”, he said.", "Ana Ruiz said she was “deeply saddened”.")) == 2
    )


def test_a_spokeswoman_and_her_body_are_one_speaker() -> None:
    one = "The Harbour Department vowed “consequences for any owner behind this fire”."
    two = "“There will be results for any owner behind this fire,” Harbour Department spokeswoman Ana Ruiz said."
    (quote,) = aligned(one, two)
    assert (quote.status, quote.speaker) == (QuoteStatus.ALTERED, "Ana Ruiz")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("we shall wait for the boats", "We shall wait, for the boats!", Likeness.SAME),
        ("wait for the boats", "we shall wait for the boats", Likeness.FRAGMENT),
        ("we shall wait for the boats", "the gate burned down in the night", Likeness.DIFFERENT),
        ("of the", "one of the boats", Likeness.DIFFERENT),
    ],
)
def test_likeness_of_two_wordings(a: str, b: str, expected: Likeness) -> None:
    assert likeness(wording_of(a), wording_of(b)) is expected
    assert likeness(wording_of(b), wording_of(a)) is expected


def test_every_variant_is_verbatim_and_the_order_of_articles_does_not_matter() -> None:
    found = particulars(FIRST, FIRST.replace("still stands", "is standing"), "Ana Ruiz said “no boat leaves today”.")
    articles = {each.article.id: each.article for each in found}
    results = [align_quotes(order, merge_entities(order)) for order in permutations(found)]
    assert all(result == results[0] for result in results)
    for quote in results[0]:
        for variant in quote.variants:
            assert all(articles[c.article].cited(c) == variant.text for c in variant.citations)


def test_nearly_the_same_words_are_one_whoever_is_named() -> None:
    one = "“The northern gate held for three long nights and then it fell,” Tor Halvorsen said."
    two = "“The northern gate held for two long nights and then it fell,” the harbour master said."
    (quote,) = aligned(one, two)
    assert (quote.status, quote.speaker) == (QuoteStatus.ALTERED, "Tor Halvorsen")


def test_words_in_marks_that_another_report_quotes_are_a_quote() -> None:
    other = "The boats left in spite of the “northern gate still stands” slogan."
    (quote,) = aligned(FIRST, other)
    assert quote.status is QuoteStatus.SAME
    assert {c.article for v in quote.variants for c in v.citations} == {"a_0", "a_1"}


def test_words_in_marks_that_nobody_says_are_no_quote() -> None:
    assert len(aligned(FIRST, "The port has a “wait and see patiently” rule.")) == 1


def test_a_fragment_does_not_join_two_statements_that_both_hold_it() -> None:
    one = "“The flood gate stays shut until the water falls,” Tor Halvorsen said.\n\nHe left. “Nobody may touch the "
    one += "flood gate without my order this week,” he told reporters at noon."
    two = "Tor Halvorsen spoke of the “flood gate”."
    assert len(aligned(one, two)) == 2


def test_a_rewording_goes_to_the_statement_that_its_own_report_lacks() -> None:
    one = "“Oil is going into the bay. That was not my deal with the bay!” Tor Halvorsen said at noon on Friday."
    one += "\n\nLater he wrote: “Very sad that the town is allowing oil to go into the bay.”"
    two = "“Very sad that the town is allowing oil to go into the bay,” Tor Halvorsen wrote."
    reports = [{c.article for v in quote.variants for c in v.citations} for quote in aligned(one, two)]
    assert sorted(map(len, reports)) == [1, 2]


def test_a_split_quote_that_other_reports_have_apart_is_two_statements() -> None:
    joined = "“The new boat sails in March,” Tor Halvorsen said. “Nobody will be paid for the old one.”"
    apart = "“The new boat sails in March,” Tor Halvorsen said on Monday.\n\nA day later, at the pier, the rain fell. "
    apart += "Tor Halvorsen wrote: “Nobody will be paid for the old one.”"
    assert len(aligned(joined, apart, apart.replace("the rain", "the snow"))) == 2


def test_the_same_content_words_inflected_go_to_the_statement_that_holds_them() -> None:
    whole = "“Above all, that is one of the biggest regrets of my whole life. I shall not sail again,” Halvorsen said."
    again = "Halvorsen called it the “biggest regret of my whole life” on Monday.\n\nHe sat down. " + whole
    assert len(aligned(whole, again)) == 1


def test_loose_fragments_of_a_sentence_stay_apart_where_other_reports_have_one_each() -> None:
    crew = "“The crew saw that the boats took the wrong channel,” Tor Halvorsen said."
    back = "“With what he knew he took the correct decision to turn round,” Tor Halvorsen said."
    both = "Tor Halvorsen said the crew “saw that the boats took the wrong channel” and the “correct decision” made."
    assert len(aligned(crew, back, both)) == 2
    assert len(aligned(crew, both)) == 1


def test_a_long_fragment_in_the_same_report_is_the_same() -> None:
    body = (
        "The harbour said it does “not accept discrimination of any kind”.\n\nIda Berg left. “We do not and will "
        "not accept discrimination of any kind, and we will meet the crews,” she wrote."
    )
    assert len(aligned(body)) == 1


def test_parts_that_two_reports_quote_in_one_sentence_are_one_though_others_have_one_each() -> None:
    split = "The port is “a ruin by now”, and its dredging “a fraud on every town”, Tor Halvorsen said. {}"
    found = aligned(
        split.format("It rained."),
        split.format("The wind fell."),
        "Tor Halvorsen said the port was “a ruin by now”.",
        "Tor Halvorsen called the dredging “a fraud on every town”.",
    )

    assert [{variant.text for variant in quote.variants} for quote in found] == [
        {"a ruin by now", "a fraud on every town"}
    ]
