from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.account.particulars.marked import marked
from headwater.account.particulars.names import find_names
from headwater.account.particulars.quotes import find_quotes, find_terms
from headwater.model.particulars import QuoteMention
from tests.builders import make_article


def quotes(body: str) -> list[QuoteMention]:
    article = make_article(body)
    found = find_quotes(article, find_names(article))
    assert all(article.cited(quote.citation) == quote.text for quote in found)
    return list(found)


def speakers(body: str) -> list[str | None]:
    return [quote.speaker for quote in quotes(body)]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“The harbour is closed until noon,” Tor Halvorsen said.", "Tor Halvorsen"),
        ("“The harbour is closed until noon,” said Tor Halvorsen on Monday.", "Tor Halvorsen"),
        ("Tor Halvorsen told reporters: “The harbour is closed.”", "Tor Halvorsen"),
        ("Tor Halvorsen, who runs the port, said it was “closed until noon”.", "Tor Halvorsen"),
        ("In a statement, Tor Halvorsen, a pilot for the port, said “we wait”.", "Tor Halvorsen"),
        ("Tor Halvorsen (Bergen) told them the port was “closed for good”.", "Tor Halvorsen"),
        ("The port was “closed until noon”, according to Tor Halvorsen.", "Tor Halvorsen"),
        ("The Transport Ministry on Wednesday vowed “consequences for any owner”.", "Transport Ministry"),
        ("A senior harbour official told reporters that the port “welcomes the news”.", "a senior harbour official"),
        ("“We have waited long enough for this.” — Tor Halvorsen", "Tor Halvorsen"),
        ("Tor Halvorsen left, calling the plan “a grave mistake”.", "Tor Halvorsen"),
        ("“The harbour is closed until noon,” said Dr Halvorsen.", "Halvorsen"),
        ("“The harbour is closed until noon,” wrote another to a clerk.", "another"),
        ("“The harbour is closed until noon,” another said.", "another"),
        ("“The harbour is closed until noon,” one of the divers says, according to the log.", "one of the divers"),
        ("“The harbour is closed until noon,” said the sub-prefect, Tor Halvorsen.", "Tor Halvorsen"),
        ("“The harbour is closed,” Tor Halvorsen was quoted by the Pier Post as saying.", "Tor Halvorsen"),
        ("The harbour “is closed until noon” for all, said Captain Tor Halvorsen.", "Tor Halvorsen"),
        ("“The harbour is closed until noon,” Page Six wrote.", "Page Six"),
        ("Added Halvorsen, “The harbour is closed until noon.”", "Halvorsen"),
        ("Amazon told the Pier Post it looks into it and said, “The harbour is closed.”", "Amazon"),
        ("Tor Halvorsen captioned the picture with: “Be glad of the harbour.”", "Tor Halvorsen"),
        ("Halvorsen said that, if ships continue to come, there will “never be an end to it”.", "Halvorsen"),
        ("Tor Halvorsen called on the town to “use what weight it has”.", "Tor Halvorsen"),
        ("The hall was praised by Tor Halvorsen as an “understated gift to the riverfront”.", "Tor Halvorsen"),
        ("Tor Halvorsen is telling a crowd that the harbour is “empty and forlorn”.", "Tor Halvorsen"),
        ("It could be the “end of the harbour and the town”, as Tor Halvorsen put it.", "Tor Halvorsen"),
        ("Port Minister Theresa May said that the harbour “can quickly become empty”.", "Theresa May"),
        ("The Pier Post quoted Tor Halvorsen as saying “we thrive and we grow”.", "Tor Halvorsen"),
        ("The Pier Post reports that some pictures had shown “ships with oil in the bay”.", "Pier Post"),
        ("Tor Halvorsen, through his agent, congratulated Ida Berg on “one long career”.", "Tor Halvorsen"),
        ("Tor Halvorsen later issued an apology for it – “I used two words that hurt the town.”", "Tor Halvorsen"),
        (
            "A woman on the pier yells down, “The harbour is closed,” as the crowd can be heard singing.",
            "a woman on the pier",
        ),
        ("The owners’ letter calls for a board, and adds, “we put ourselves forward for it.”", "the owners’ letter"),
        ("Almost 3,000 people signed it, calling for “a harbour for all of us”.", "3,000 people"),
        ("The pilot of the year said: “The harbour is closed.”", "the pilot of the year"),
        ("They took issue with a note by Tor Halvorsen, who said that ships “have to wait”.", "Tor Halvorsen"),
        ("The tyrant vowed that his goal is “an equal harbour for all the towns”.", "the tyrant"),
        ("The state paper quoted the head of the pier agency as saying “we thrive”.", "the head of the pier agency"),
        ("The ship, “a newly built” ferry, left on time and came to the island, said the Pier Post.", "Pier Post"),
        ("Tor Halvorsen accused the owners of driving the town towards “a cold and hungry end”.", "Tor Halvorsen"),
        ("Tor Halvorsen branded the latest plan a “most serious and grave” threat.", "Tor Halvorsen"),
        ("One man who was leaving the pier said: “I saw the ship go on and on.”", "one man"),
        ("The report comes after Captain Tor Halvorsen said that women need to “step up to it”.", "Tor Halvorsen"),
        ("Uproar met Tor Halvorsen’s much derided “step up to it” remarks.", "Tor Halvorsen"),
        ("Tor Halvorsen said that those who sign up will “get a look at the ship”.", "Tor Halvorsen"),
        ("The ministry welcomed the offer to open the gate as “very significant”.", "the ministry"),
        ("Tor Halvorsen went home to “begin the day with a better plan for all”.", "Tor Halvorsen"),
        ("Tor Halvorsen issued the following statement:\n\n“We hope to open the gate by noon.”", "Tor Halvorsen"),
        ("Tor Halvorsen is glad of the rain.\n\n“It fills the harbour for the whole summer.”", "Tor Halvorsen"),
        ("With Halvorsen, all is done.\n\n“It fills the harbour for the whole summer.”", None),
        ("Tor Halvorsen expressed his “profound regret” at the news.", "Tor Halvorsen"),
        ("Tor Halvorsen said: “We hope to open the gate by noon.\n\nIt rained.", "Tor Halvorsen"),
        ("Equiport claims the firm “had no knowledge of any ship at the time”.", "Equiport"),
    ],
)
def test_the_speaker_is_found(body: str, speaker: str | None) -> None:
    assert speakers(body) == [speaker]


def test_a_pronoun_is_the_last_speaker_that_fits() -> None:
    body = "Maria Lund opened the port. Tor Halvorsen watched.\n\n“It is a good day,” she said. “We are glad,” he said."
    assert speakers(body) == ["Maria Lund", "Tor Halvorsen"]


def test_the_sentence_before_a_quote_alone_names_its_speaker() -> None:
    assert speakers("Ilse Marant, 77, opposed the idea. “The promise we made has kept the harbour safe.”") == [
        "Ilse Marant"
    ]


def test_a_sentence_about_a_thing_names_no_speaker() -> None:
    assert speakers("The old wall bore a line. “We shall not leave this harbour to them.”") == [None]


def test_a_short_paragraph_of_a_quote_that_runs_on_has_its_speaker() -> None:
    body = (
        "“We thank you all,” Ilse Marant said. “It is an honour.\n\n“It is good.\n\n“We shall come back to it one day.”"
    )
    assert speakers(body) == ["Ilse Marant"] * 4


def test_the_title_of_a_show_or_song_is_no_quote() -> None:
    assert quotes("Ilse Marant told the town's “Morning Joy” that she sang the anthem “A Long Road Home” to all.") == []


def test_words_after_a_comma_are_no_title() -> None:
    assert speakers("Ilse Marant responds to the clerk with, “Why Not Today?”") == ["Ilse Marant"]


def test_a_long_part_of_the_next_sentence_goes_on_with_the_speaker() -> None:
    body = "All was well, Tor Halvorsen said. However, the light was later “lost and the signal ceased to arrive.”"
    assert speakers(body) == ["Tor Halvorsen"]


def test_a_paragraph_of_the_outlets_own_parts_a_quote_from_the_speaker_before() -> None:
    body = "Tor Halvorsen said no.\n\nThe old wall had a line on it.\n\n“We shall not leave them this port.”"
    assert speakers(body) == [None]


def test_what_is_told_is_a_quote_though_nobody_is_named() -> None:
    assert [(quote.text, quote.speaker) for quote in quotes("It rained, which both said they could “not accept”.")] == [
        ("not accept", None)
    ]


def test_a_title_is_the_person_who_bears_it() -> None:
    body = "Secretary General Greta Holm arrived. The secretary general said the work “goes on as planned”."
    assert speakers(body) == ["Greta Holm"]


def test_a_paragraph_of_quote_alone_goes_on_with_the_speaker() -> None:
    body = "Tor Halvorsen said the port was shut.\n\n“We hope to open the northern gate by the evening.”"
    assert speakers(body) == ["Tor Halvorsen"]


def test_the_parts_of_a_split_quote_share_an_utterance() -> None:
    found = quotes("“The port is shut,” Tor Halvorsen said. “We open it tomorrow at noon.”")
    assert [quote.speaker for quote in found] == ["Tor Halvorsen"] * 2
    assert found[0].utterance == found[1].utterance


def test_terms_in_scare_quotes_are_not_listed() -> None:
    assert quotes("The port has had a non-commercial, “wait-and-see” rule since 2018.") == []


def test_a_reported_fragment_is_listed() -> None:
    found = quotes("Maria Lund stressed that the work comes “at the request of the town”.")
    assert [(quote.text, quote.speaker) for quote in found] == [("at the request of the town", "Maria Lund")]


def test_the_comma_before_the_closing_mark_is_the_reporters() -> None:
    assert quotes("“We wait for the boats,” Maria Lund said.")[0].text == "We wait for the boats"


def test_a_noun_is_no_cue() -> None:
    body = "The owner’s claim and a police report had been read. The room was called “the cellar of the house”."
    assert speakers(body) in ([], [None])


def test_nobody_is_named_where_the_text_does_not_say() -> None:
    assert speakers("The wall bore a line. “We shall not leave this harbour to them.”") == [None]


def test_thousands_of_marks_are_read() -> None:
    assert quotes("“a b” " * 3000) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["“", "”", '"', " ", "said", "Ann Lee", "he", ",", ".", "\n", "the port"]), max_size=40)
)
def test_every_quote_is_a_span_without_its_marks(pieces: list[str]) -> None:
    for quote in quotes("X. " + " ".join(pieces)):
        assert quote.text
        assert quote.text[0] not in '“”"'


def test_two_pieces_in_one_sentence_are_one_utterance() -> None:
    found = quotes(
        "Ilse Marant said the plan was “deeply wrong for the town” and would cause “endless harm to us all.”"
    )
    assert [quote.speaker for quote in found] == ["Ilse Marant", "Ilse Marant"]
    assert found[0].utterance == found[1].utterance


def test_a_title_names_the_person_behind_the_comma() -> None:
    found = quotes("The head of the Harbour Council, Helen Marant, said that it was “a very long night for all of us.”")
    assert [quote.speaker for quote in found] == ["Helen Marant"]


def test_a_given_name_of_two_syllables_is_one_word() -> None:
    found = quotes("President Han Mi-rae said that it was “a very long night for all of us.”")
    assert [quote.speaker for quote in found] == ["Han Mi-rae"]


def test_a_quote_that_runs_on_into_the_next_paragraph_is_one_utterance() -> None:
    first, second, third = quotes(
        "“The gate holds for now,” Tor Halvorsen said.\n\n“We watched the water all night.\n\n“Nobody slept, and the "
        "pumps ran dry at four.”"
    )
    assert first.utterance == second.utterance == third.utterance


def test_a_pronoun_behind_a_long_quote_means_who_was_named_before_it() -> None:
    body = (
        "Ana Ruiz broke the news on Monday. “The boats are gone. No warning. No letter. We simply woke up to an "
        "empty pier,” she tweeted."
    )
    assert [quote.speaker for quote in quotes(body)] == ["Ana Ruiz"]


def test_the_doubled_past_of_a_cue_is_known() -> None:
    assert [quote.speaker for quote in quotes("“It was my mistake,” Tor Halvorsen admitted.")] == ["Tor Halvorsen"]


def test_a_participle_goes_on_with_a_group_without_a_name() -> None:
    body = "A group of sailors sent a letter to the harbour, saying it was “badly out of touch with the trade”."
    assert [quote.speaker for quote in quotes(body)] == ["a group"]


def test_a_possessive_before_quoted_words_names_their_speaker() -> None:
    body = "Ana Ruiz wore red. The sailors answered Tor Halvorsen's “stay in the harbour” remark with a march."
    assert [(quote.text, quote.speaker) for quote in quotes(body)] == [("stay in the harbour", "Tor Halvorsen")]


def test_an_apposition_that_no_comma_closes_is_its_name() -> None:
    body = "“We have read every letter of it,” Tor Halvorsen, an operations manager at the Vell Society told reporters."
    assert [quote.speaker for quote in quotes(body)] == ["Tor Halvorsen"]


def test_two_cues_in_one_sentence_are_two_utterances() -> None:
    first, second = quotes("Tor Halvorsen called the plan “a great mistake” but added: “We shall live with it.”")
    assert first.utterance != second.utterance


def test_terms_are_kept_for_what_other_reports_quote() -> None:
    article = make_article("They met for a “wait and see” approach near “The Evening Hour”. Tor said “no boat leaves”.")
    words = marked(article)
    found = find_quotes(article, find_names(article), words)
    assert [article.cited(term) for term in find_terms(article, found, words)] == ["wait and see"]


def test_a_pronoun_means_whom_the_clause_before_it_is_about() -> None:
    body = "Ida Berg said: “No.”\n\nA day after Mr. Halvorsen left, he said the town “must welcome all”."
    assert speakers(body) == ["Ida Berg", "Halvorsen"]


def test_a_letter_is_never_he() -> None:
    body = "Tor Halvorsen left on Monday.\n\n“I know,” the letter began.\n\nHe called it “the best time of my life”."
    assert speakers(body) == ["the letter", "Tor Halvorsen"]


def test_his_remark_is_the_persons_named_before() -> None:
    assert speakers("A day after Tor Halvorsen made his “step up” remark, the port opened.") == ["Tor Halvorsen"]
    assert speakers("Tor Halvorsen opened his “Evening Harbour” post.") == []


def test_a_spokeswoman_is_named_further_down() -> None:
    body = "A spokeswoman for the port said it was “closed for good”.\n\n“We wait,” said the spokeswoman, Ida Berg."
    assert speakers(body) == ["Ida Berg", "Ida Berg"]


def test_a_whole_quote_in_the_next_paragraph_goes_on_with_the_utterance() -> None:
    body = "“The harbour is closed,” Tor Halvorsen said.\n\n“It will open again in the month of May.”"
    first, second = quotes(body)
    assert first.utterance == second.utterance


def test_a_quote_after_somebody_elses_statement_is_another_utterance() -> None:
    body = "Ida Berg said: “The harbour is closed.”\n\nTor Halvorsen said the pier is open. “We have waited for it.”"
    first, second = quotes(body)
    assert (first.speaker, second.speaker) == ("Ida Berg", "Tor Halvorsen")
    assert first.utterance != second.utterance


def test_a_term_that_ends_a_sentence_is_no_quote() -> None:
    assert quotes("Say goodbye to “no risk, no fish.”") == []


def test_the_clause_at_the_end_of_a_sentence_holds_for_all_its_quotes() -> None:
    body = "“A berth is hard to get” at a pier that is “closed for good,” the Pier Post quoted Tor Halvorsen as saying."
    assert speakers(body) == ["Tor Halvorsen", "Tor Halvorsen"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“Nobody told us,” complained 34-year-old nurse Dana Petrov.", "Dana Petrov"),
        ("“They are heroes,” said fire chief Bob Dunn, whose crew worked all night.", "Bob Dunn"),
        ("“We need more,” the first lady, Ann Grant, who was joined by her sons, told the crowd.", "Ann Grant"),
        ("Speaking in Alder, the foreign minister, Jon Aas, said that “gaps remain”.", "Jon Aas"),
        (
            "Speaking at a hall in Alder, Freedonia, Dana Petrov went after Dunn, calling him “a total bore”.",
            "Dana Petrov",
        ),
        ("Dana Petrov would say only, “We will see what they do.”", "Dana Petrov"),
        ("The judges found that the evidence was “overwhelming and clear”.", "the judges"),
        ("Another, Lou Kemp, said: “I prayed.”", "Lou Kemp"),
        ("The striker’s agent, Rui Melo, told Radio Sul the deal was “the best for everybody”.", "Rui Melo"),
        ("The plan was welcomed by the Farm Bureau, which called it “a lifeline for us all”.", "Farm Bureau"),
        ("On the door, a sign reads: “Closed until further notice.”", "a sign"),
        ("The union has asked the company to “cease and desist”.", "the union"),
        ("Others believe it is the “end of all equality”, as Dana Petrov put it.", "Dana Petrov"),
        ("The Bank of Freedonia raised rates and said prices were “still too high”.", "Bank of Freedonia"),
        ("Outside, about 200 protesters chanted “Shame on you all!” One held a sign.", "about 200 protesters"),
        ("One woman held a sign that read “Where is our money?”", "a sign"),
        ("Dana Petrov referred to Bob Dunn as “a bright leader”.", "Dana Petrov"),
        ("Dana Petrov closed her speech by saying “Too many.”", "Dana Petrov"),
        ("ALDER (NWS) — Dana Petrov’s brother rallied workers, saying: “We have to be ready.”", "Dana Petrov"),
        ("The surge does not surprise pollster Dana Petrov: “It was bound to come.”", "Dana Petrov"),
        (
            "The Freedonia senator calmed her supporters, saying a heckler would “not get beat up”.",
            "the Freedonia senator",
        ),
    ],
)
def test_a_clause_of_any_build_tells_who_speaks(body: str, speaker: str) -> None:
    article = make_article(body)
    assert [quote.speaker for quote in find_quotes(article, find_names(article))] == [speaker]


def test_a_sentence_with_words_of_its_own_in_marks_tells_nothing_of_the_quote_before_it() -> None:
    assert speakers(
        "Two hundred protesters chanted “Shame on you!” One held a sign that read “Where is our money?”"
    ) == [
        "two hundred protesters",
        "a sign",
    ]
