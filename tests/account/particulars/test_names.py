from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.account.particulars.names import find_names
from headwater.model.particulars import EntityType, NameMention
from tests.builders import make_article


def names(body: str, **parts: str) -> dict[str, NameMention]:
    article = make_article(body, **parts)  # type: ignore[arg-type]
    found = find_names(article)
    assert all(article.cited(mention.citation) == mention.text for mention in found)
    return {mention.text: mention for mention in found}


def test_a_surname_is_brought_to_the_full_name() -> None:
    found = names("Ilse Vandermeer spoke on Monday. Later Vandermeer left.")
    assert found["Vandermeer"].key == "Ilse Vandermeer"


def test_a_title_before_a_name_is_its_role_and_no_name() -> None:
    found = names("The Norwegian Prime Minister Tor Halvorsen met foreign minister Ana Ruiz.")
    assert found["Tor Halvorsen"].role == "Norwegian Prime Minister"
    assert found["Ana Ruiz"].role == "foreign minister"
    assert set(found) == {"Tor Halvorsen", "Ana Ruiz"}


def test_an_apposition_is_the_role() -> None:
    found = names("Mustafa al-Sarraf, a former intelligence chief who took office in May, agreed.")
    assert found["Mustafa al-Sarraf"].role == "a former intelligence chief"


def test_an_explained_acronym_has_its_expansion_as_key() -> None:
    found = names("The Coastal Rescue Union (CRU) sent boats. The CRU has forty crews.")
    assert found["CRU"].key == "Coastal Rescue Union"


def test_a_body_before_a_title_is_a_name_of_its_own() -> None:
    found = names("NATO Secretary General Greta Holm agreed.")
    assert found["NATO"].type is EntityType.ORGANISATION
    assert found["Greta Holm"].type is EntityType.PERSON


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    assert set(names("Plans were made. Armed groups fled. However, Norway agreed.")) == {"Norway"}


def test_demonyms_and_days_are_no_names() -> None:
    assert names("On Monday the Iraqi and Danish forces met French officials.") == {}


def test_only_names_of_the_body_count_in_a_headline_in_title_case() -> None:
    found = names("The port of Kaldvik was shut.", title="Storm Shuts Port Of Kaldvik Near Capital")
    assert set(found) == {"Kaldvik"}


def test_a_surname_that_could_be_a_title_is_a_surname() -> None:
    assert names("They met Anna Judge.")["Anna Judge"].type is EntityType.PERSON


def test_a_title_of_a_body_is_no_person() -> None:
    assert names("The President of the Harbour Union left.")["Harbour Union"].type is EntityType.ORGANISATION


def test_a_country_in_a_compound_is_a_name() -> None:
    found = names("The US-led coalition met then-President Omar Diallo.")
    assert found["US"].type is EntityType.PLACE
    assert found["Omar Diallo"].role == "President"


def test_a_possessive_ends_a_name() -> None:
    found = names("They met Iraq's Hashim Rescue Force and Norway's Ane Lund.")
    assert "Iraq" in found
    assert "Ane Lund" in found


def test_a_place_is_known_by_the_words_before_it() -> None:
    assert names("A fire broke out in the city of Vessmark.")["Vessmark"].type is EntityType.PLACE


def test_a_group_is_known_by_the_words_before_it() -> None:
    assert names("A militant group called Harak al-Dunn took part.")["Harak al-Dunn"].type is EntityType.GROUP


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=list("Ab .’'\n“”-éÅ(3)"), max_size=120))
def test_every_name_is_a_span_of_the_text_in_order(body: str) -> None:
    article = make_article("A. " + body)
    found = find_names(article)
    assert all(article.cited(mention.citation) == mention.text for mention in found)
    starts = [mention.citation.start for mention in found]
    assert starts == sorted(set(starts))


def types(body: str) -> dict[str, EntityType]:
    return {mention.text: mention.type for mention in find_names(make_article(body))}


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("He moved to Qwistle University last year.", "Qwistle University", EntityType.ORGANISATION),
        ("The crowd waited in Lisbon for hours.", "Lisbon", EntityType.PLACE),
        ("Talks with the Vell administration went on.", "Vell", EntityType.PERSON),
        ("Shares of Brandt Industries Inc. fell.", "Brandt Industries Inc", EntityType.ORGANISATION),
    ],
)
def test_words_of_a_name_and_around_it_tell_its_kind(body: str, name: str, kind: EntityType) -> None:
    assert types(body)[name] is kind


def test_a_surname_is_of_the_kind_of_its_full_name() -> None:
    found = types("The mayor met Ilse Vandermeer. Later Vandermeer left for home.")
    assert found["Vandermeer"] is EntityType.PERSON


def test_a_demonym_of_two_words_is_no_name() -> None:
    assert types("A South African said that the South Koreans had won.") == {}
    assert types("The men looked North African, and two were Latin Americans.") == {}


def test_a_holiday_is_one_name_over_its_apostrophe() -> None:
    assert list(types("They met on New Year's Eve in the old town.")) == ["New Year's Eve"]


def test_a_headline_that_stands_in_the_body_is_read_as_one() -> None:
    body = "Anna Vandermeer To Leave Harbour Post In Spring\nAnna Vandermeer spoke at the pier. It was late."
    assert list(names(body)) == ["Anna Vandermeer"]


def test_a_rare_word_that_an_article_always_capitalises_is_a_name() -> None:
    body = "The cable operator Zevcom announced it today. Services of the firm are back, according to Zevcom's note."
    assert "Zevcom" in names(body)


def test_a_month_is_a_surname_behind_a_given_name_or_a_form_of_address() -> None:
    found = names("Theresa May spoke on 5 May. Mrs May left in April 2018, and Dr Moon with her. The moon rose.")
    assert [(mention.text, mention.key) for mention in found.values()] == [
        ("Theresa May", "Theresa May"),
        ("May", "Theresa May"),
        ("Moon", "Moon"),
    ]
    assert found["Moon"].type is EntityType.PERSON


def test_the_letters_of_a_translated_body_are_explained_in_brackets() -> None:
    found = names("The National Union of Harbour Pilots (SNPH) met. SNPH will strike.")
    assert found["SNPH"].key == "National Union of Harbour Pilots"
    apart = names("Altona Steel Company (GER) lost. Malvik Steel Company (GER) won. GER was first.")
    assert apart["GER"].key == "GER"


def test_a_noun_before_a_name_makes_it_a_bodys_in_all_its_places() -> None:
    found = names("The rail operator Velkan Norda cut trains. Staff at Velkan Norda met. Velkan will pay.")
    assert {found["Velkan Norda"].type, found["Velkan"].type} == {EntityType.ORGANISATION}
    assert found["Velkan"].key == "Velkan Norda"
    assert names("The film producer Harold Quist spoke.")["Harold Quist"].type is EntityType.PERSON


def test_what_somebody_is_at_the_head_of_a_sentence_is_no_part_of_the_name() -> None:
    assert names("Commuter Jorun Velde waited.")["Jorun Velde"].role == "Commuter"


def test_a_number_or_office_that_opens_a_sentence_is_no_name() -> None:
    found = names("Nineteen divers waited. Interior minister Karla Voss told MTV-1 so.")
    assert set(found) == {"Karla Voss", "MTV-1"}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Shipbuilder Vell Marine cut jobs. Vell Marine was founded long ago.", "Vell Marine"),
        ("Chipmaker Ostrel rose.", "Ostrel"),
        ("Union Ostrel rose.", "Union Ostrel"),
        ("Bank of Vell fell.", "Bank of Vell"),
    ],
)
def test_what_a_body_is_at_the_head_of_a_sentence_is_no_part_of_its_name(body: str, name: str) -> None:
    assert types(body) == {name: EntityType.ORGANISATION}


def test_what_an_athlete_is_at_the_head_of_a_sentence_is_the_role() -> None:
    assert names("Striker Ola Brand scored twice.")["Ola Brand"].role == "Striker"
