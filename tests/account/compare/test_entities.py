from __future__ import annotations

from itertools import permutations

import pytest

from headwater.account.compare.entities import EntityIndex, merge_entities
from headwater.account.compare.spellings import are_one_person, is_titled, may_be_spellings, stem
from headwater.account.particulars.names import find_names
from headwater.model.article import Article
from headwater.model.particulars import Particulars
from tests.builders import make_article


def particulars(*bodies: str) -> list[Particulars]:
    articles: list[Article] = [make_article(body, id=f"a_{n}") for n, body in enumerate(bodies)]
    return [Particulars(article, find_names(article)) for article in articles]


def merged(*bodies: str) -> EntityIndex:
    return merge_entities(particulars(*bodies))


def forms(index: EntityIndex) -> set[frozenset[str]]:
    return {frozenset(form.text for form in entity.forms) for entity in index.entities}


def test_a_surname_in_one_report_is_the_full_name_in_another() -> None:
    index = merged("Ilse Vandermeer spoke.", "A crowd met Vandermeer, who said it was late.")
    assert frozenset({"Ilse Vandermeer", "Vandermeer"}) in forms(index)


def test_a_surname_that_two_people_bear_is_joined_with_neither() -> None:
    index = merged("Ilse Lund spoke.", "Tomas Lund spoke.", "They met Lund, and Lund said yes.")
    assert index.named("Lund") not in (index.named("Ilse Lund"), index.named("Tomas Lund"))


def test_names_of_a_country_are_one() -> None:
    index = merged("The U.S. and NATO agreed.", "The United States met Nato.", "The US agreed.")
    assert index.named("US") == index.named("U.S.") == index.named("United States")
    assert index.named("NATO") == index.named("Nato")


def test_an_acronym_explained_in_one_report_is_known_in_another() -> None:
    index = merged("The Coastal Rescue Union (CRU) sent boats.", "They called the CRU at noon.")
    assert index.named("CRU") == index.named("Coastal Rescue Union")


def test_spellings_of_a_place_are_joined_where_the_reports_are_about_the_same() -> None:
    index = merged("A rocket attack hit the airport in Arbend.", "A deadly rocket attack in the city of Irbend.")
    assert index.named("Arbend") == index.named("Irbend")


def test_spellings_of_a_place_are_not_joined_without_shared_context() -> None:
    index = merged("Wheat is grown in Arbend.", "A deadly rocket attack in the city of Irbend.")
    assert index.named("Arbend") != index.named("Irbend")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("North Korea", "South Korea"),
        ("Mali", "Male"),
        ("Slovakia", "Slovenia"),
    ],
)
def test_countries_are_never_joined_by_likeness(a: str, b: str) -> None:
    index = merged(f"Troops were sent to {a} for the war.", f"Troops were sent to {b} for the war.")
    assert index.named(a) != index.named(b)


def test_a_ministry_of_two_countries_stays_two() -> None:
    index = merged("The Norwegian Foreign Ministry agreed.", "The Danish Foreign Ministry agreed.")
    assert index.named("Norwegian Foreign Ministry") != index.named("Danish Foreign Ministry")


def test_transliterated_people_are_one() -> None:
    assert are_one_person("Mustafa al-Sarraf", "Mustafa Al Sarraf")
    assert are_one_person("Mohammed Kassem", "Mohamed Qasem")
    assert not are_one_person("Anna Lund", "Hanna Lund")
    assert not may_be_spellings("Oman", "Yemen")


def test_a_stem_turns_the_ministry_of_x() -> None:
    assert stem("the Ministry of Defence") == stem("Defence Ministry")


def test_every_mention_has_its_entity_and_is_cited() -> None:
    all_particulars = particulars("Ilse Lund met NATO in Oslo.", "Lund left Oslo.")
    index = merge_entities(all_particulars)
    for each in all_particulars:
        for mention in each.names:
            assert mention.citation in index.entity(index.of(mention)).citations


def test_the_order_of_the_articles_does_not_matter() -> None:
    bodies = particulars(
        "Ilse Lund met the US envoy.", "Lund left the U.S.", "The United States and NATO met Ilse Lund."
    )
    results = [merge_entities(order).entities for order in permutations(bodies)]
    assert all(result == results[0] for result in results)


def test_a_city_under_two_names_is_one_place() -> None:
    index = merged("The fair opened in Calcutta on Monday.", "Crowds gathered in Kolkata, police said.")
    assert index.named("Calcutta") == index.named("Kolkata")


def test_two_cities_written_alike_stay_apart() -> None:
    index = merged("Floods cut the road near Harlem today.", "Floods cut the road near Haarlem today.")
    assert index.named("Harlem") != index.named("Haarlem")


def test_a_junior_is_known_by_the_surname_before_it() -> None:
    index = merged("Arno Brandt Jr. spoke. Later Brandt left.", "They met Brandt, who said that it was late.")
    assert frozenset({"Arno Brandt Jr.", "Brandt"}) in forms(index)


def test_a_towns_name_cut_short_leaves_one_club() -> None:
    index = merged("The New Orleans Herons won. Orleans Herons fans sang.", "The crowd cheered when the Herons scored.")
    assert index.named("Herons") == index.named("New Orleans Herons")


def test_a_club_without_its_town_is_the_only_one_of_that_name() -> None:
    index = merged("The Boston Herons won the cup.", "The crowd cheered when the Herons scored.")
    assert index.named("Herons") == index.named("Boston Herons")


def test_a_company_is_the_same_with_and_without_its_legal_form() -> None:
    index = merged("Shares of Brandtex Corp. fell.", "Brandtex said that it would hire.")
    assert index.named("Brandtex") == index.named("Brandtex Corp.")


def test_a_bare_surname_is_whom_far_more_reports_name_in_full() -> None:
    main = "Ilse Brandtmar spoke at the pier."
    others = ("The guests met Ilse Brandtmar.", "Tomas Brandtmar spoke.", "They met Brandtmar, who said yes.")
    index = merged(main, main + " It rained.", *others)
    assert index.named("Brandtmar") == index.named("Ilse Brandtmar") != index.named("Tomas Brandtmar")


def test_a_given_name_is_the_only_one_who_bears_it() -> None:
    index = merged("Quorvin Halvorsen spoke at the pier.", "They met Quorvin, who said that it was late.")
    assert index.named("Quorvin") == index.named("Quorvin Halvorsen")


def test_a_surname_of_two_words_is_the_full_name() -> None:
    index = merged("Gaetano Lo Brandt spoke at the pier.", "They met Lo Brandt, who said that it was late.")
    assert index.named("Lo Brandt") == index.named("Gaetano Lo Brandt")


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Bill Lund", "William Lund", True),
        ("Mo Lund", "Maurice Lund", True),
        ("Chris Lund", "Christine Lund", True),
        ("Christopher Lund", "Christine Lund", False),
        ("Bill Lund", "Robert Lund", False),
        ("Fred Halvorsen", "Frederick C. Halvorsen", True),
        ("Bill Halvorsen", "William Halvorsen", True),
        ("Mo Halvorsen", "Maurice Halvorsen", True),
        ("Chris Halvorsen", "Christine Halvorsen", True),
        ("Christopher Halvorsen", "Christine Halvorsen", False),
        ("Bill Halvorsen", "Robert Halvorsen", False),
        ("Ilse M. Vandermeer", "Ilse Vandermeer", True),
        ("W. Mark Halvorsen", "Mark Halvorsen", True),
        ("Ilse M. Vandermeer", "Ilse T. Vandermeer", False),
        ("Jo Halvorsen", "Joan Halvorsen", False),
        ("Arno Halvorsen Jr.", "Arno Halvorsen", True),
        ("Arno Halvorsen Jr.", "Arno Halvorsen Sr.", False),
    ],
)
def test_short_forms_and_middle_names(a: str, b: str, *, one: bool) -> None:
    assert are_one_person(a, b) is one


def test_one_name_of_several_words_is_one_thing_whatever_kind_it_was_read_as() -> None:
    index = merged("The rail operator Velkan Norda cut trains.", "Velkan Norda, 34, cut trains.")
    assert [entity.name for entity in index.entities] == ["Velkan Norda"]


def test_a_name_behind_a_title_in_a_headline_is_the_full_name() -> None:
    index = merged("Ilse Vandermeer spoke in Kalvik.", "Herons Playmaker Ilse Vandermeer rested on Monday.")
    assert index.named("Ilse Vandermeer") == index.named("Herons Playmaker Ilse Vandermeer") is not None
    assert "Ilse Vandermeer" in {entity.name for entity in index.entities}


def test_a_given_name_before_a_full_name_is_no_title() -> None:
    assert is_titled("Herons Playmaker Ilse Vandermeer", "Ilse Vandermeer")
    assert not is_titled("Anna Maria Lund", "Maria Lund")
    assert not is_titled("Ilse Vandermeer", "Vandermeer")
