from __future__ import annotations

import pytest

from headwater.account.particulars.attributions import find_attributions
from headwater.account.particulars.names import find_names
from headwater.account.particulars.quotes import find_quotes
from headwater.model.particulars import AttributionKind, AttributionMention
from tests.builders import make_article


def attributions(body: str) -> list[AttributionMention]:
    article = make_article(body)
    names = find_names(article)
    found = find_attributions(article, names, find_quotes(article, names))
    sentences = {sentence.id: article.slice(sentence) for sentence in article.sentences}
    assert all(
        sentences[mention.citation.sentence or ""].endswith(article.cited(mention.citation)) for mention in found
    )
    return list(found)


def chains(body: str) -> list[tuple[str, ...]]:
    return [mention.chain for mention in attributions(body)]


def test_a_sentence_in_the_outlets_own_voice_is_not_listed() -> None:
    assert chains("The port was shut on Monday. Boats waited outside, and a fire burned all night.") == []


def test_an_agency_that_was_told_comes_first_in_the_chain() -> None:
    assert chains("The port may open, four pilots told Reuters.") == [("Reuters", "four pilots")]


def test_a_statement_goes_on_with_he_added() -> None:
    assert chains("Tor Halvorsen said the port was shut. He added that it would open.") == [("Tor Halvorsen",)] * 2


def test_an_unnamed_speaker_is_recalled_as_first_worded() -> None:
    body = "Pilots with knowledge of the plan told Reuters it was late. The pilots said it was costly."
    assert chains(body)[1] == ("pilots with knowledge of the plan",)


def test_a_claim_of_responsibility_is_a_claim() -> None:
    found = attributions("The militant group Harak al-Dunn took responsibility for the fire.")
    assert [(m.chain, m.kind) for m in found] == [(("Harak al-Dunn",), AttributionKind.CLAIMED)]


def test_lives_claimed_are_no_claim() -> None:
    assert chains("The fire claimed the lives of two pilots.") == []


def test_what_was_not_said_is_no_statement() -> None:
    assert chains("The ministry has not confirmed who lit the fire. The official would not say why.") == []


def test_a_denial_is_told_apart() -> None:
    assert attributions("Maria Lund denied the charge.")[0].kind is AttributionKind.DENIED


def test_an_agency_in_brackets_is_a_credit() -> None:
    found = attributions("VESSMARK (Reuters) - The port was shut.")
    assert [(m.chain, m.kind) for m in found] == [(("Reuters",), AttributionKind.CREDIT)]


def test_a_sentence_of_quote_alone_is_laid_at_its_speakers_door() -> None:
    body = "“The port is shut for now,” Tor Halvorsen said. “We will open the northern gate soon.”"
    assert chains(body) == [("Tor Halvorsen",)] * 2


@pytest.mark.parametrize(
    "body",
    [
        "Photos show how high the water rose.",
        "The safety says that all was well.",
        "Only hours later Bastille Day said goodbye to all.",
        "Notifications and badges say that mail has come.",
    ],
)
def test_what_cannot_speak_is_nobodys_source(body: str) -> None:
    assert chains(body) == []


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Diplomats said that talks would go on.", "diplomats"),
        ("A person briefed on the plan said that it was ready.", "a person briefed on the plan"),
        ("The film’s narrator said that it was late.", "the film’s narrator"),
        ("Chairman of the Harbour Council Helen Marant said that it was late.", "Helen Marant"),
        ("Minister of State Ilse Marant said that it was late.", "Ilse Marant"),
        ("The council met Thomas Husted. “It was late,” Husted said.", "Thomas Husted"),
    ],
)
def test_who_can_speak_is_the_source(body: str, speaker: str) -> None:
    assert [chain[-1] for chain in chains(body)] == [speaker]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Responsibility for the raid was claimed by Red Tide.", [(("Red Tide",), AttributionKind.CLAIMED)]),
        ("Red Tide took credit for the raid.", [(("Red Tide",), AttributionKind.CLAIMED)]),
        ("Red Tide denied that it was behind the raid.", [(("Red Tide",), AttributionKind.DENIED)]),
        ("Officials blamed Red Tide for the raid.", [(("officials",), AttributionKind.SAID)]),
        ("Police said no group had claimed responsibility for it.", [(("Police",), AttributionKind.SAID)]),
        ("No one has claimed responsibility for the raid.", []),
    ],
)
def test_who_takes_lays_or_denies_the_blame_for_a_deed(
    body: str, told: list[tuple[tuple[str, ...], AttributionKind]]
) -> None:
    assert [(mention.chain, mention.kind) for mention in attributions(body)] == told


def test_what_stands_before_after_somebody_said_is_the_outlets_own() -> None:
    body = "The tanker was held in the port of Lyngen after the coast guard said it had leaked oil."
    article = make_article(body)
    (mention,) = attributions(body)
    assert article.cited(mention.citation) == "after the coast guard said it had leaked oil."


def test_what_stands_before_a_relative_clause_is_not_on_the_word_of_who_speaks_in_it() -> None:
    body = "The harbour will cost 4 million crowns, half of which the donors have pledged."
    article = make_article(body)
    (mention,) = attributions(body)
    assert article.cited(mention.citation) == "which the donors have pledged."


def test_what_is_said_after_an_opening_clause_covers_the_sentence() -> None:
    body = "After the tanker was held, the coast guard said it had leaked oil."
    article = make_article(body)
    (mention,) = attributions(body)
    assert article.cited(mention.citation) == body


def test_it_is_the_body_of_its_sentence_and_never_a_person() -> None:
    body = "Tor Halvorsen said the port was shut. The Coast Guard has offered a boat, which it says would cost more."
    assert chains(body) == [("Tor Halvorsen",), ("Coast Guard",)]
    assert chains("Tor Halvorsen said the port was shut. A boat is sent, which it says would cost more.") == [
        ("Tor Halvorsen",)
    ]
