from __future__ import annotations

from datetime import date

from headwater.account.compare.counted_items import CountedItem, items_of
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.figure_links import comparable, given_numbers, gives_too, linked
from headwater.account.compare.figure_score import FEATURES, FigureScore
from headwater.account.particulars.read import read_particulars
from tests.builders import make_article

THURSDAY = date(2031, 3, 6)


def items(*bodies: str) -> list[CountedItem]:
    articles = [make_article(body, outlet=f"Outlet {n}", published=THURSDAY) for n, body in enumerate(bodies)]
    particulars = [read_particulars(article) for article in articles]
    return items_of(particulars, merge_entities(particulars))


def texts(groups: list[list[CountedItem]]) -> list[set[str]]:
    return [{item.mention.text for item in group} for group in groups]


def joined(*bodies: str) -> list[set[str]]:
    found = items(*bodies)
    return texts(linked([[item] for item in found], found, FigureScore(found)))


def test_sizes_near_each_other_with_the_same_around_them_are_of_one_thing() -> None:
    groups = joined(
        "The tanker carried 8,200 tonnes of palm oil to Marrow.",
        "Some 8,400 tonnes of palm oil were aboard the tanker.",
    )

    assert groups == [{"8,200 tonnes", "Some 8,400 tonnes"}]


def test_sizes_of_one_unit_about_other_things_stay_apart() -> None:
    groups = joined(
        "The tanker carried 8,200 tonnes of palm oil to Marrow. The quay was closed.",
        "Farmers upstream expect a harvest of 8,400 tonnes of rye, a cooperative said.",
    )

    assert len(groups) == 2


def test_two_figures_that_one_report_gives_are_two_things() -> None:
    groups = joined(
        "The tanker carried 8,200 tonnes of palm oil to Marrow.",
        "The tanker carried 8,400 tonnes of palm oil to Marrow. Its sister ship carried 8,200 tonnes of palm oil.",
    )

    assert {"8,400 tonnes"} in groups


def test_a_telling_number_is_one_figure_though_its_noun_is_another() -> None:
    groups = joined(
        "The leak names 214,000 offshore companies set up by the firm.",
        "The papers cover 214,000 offshore entities, set up by the firm over forty years.",
    )

    assert len(groups) == 1


def test_tolls_and_vague_counts_are_left_to_the_rules() -> None:
    toll, count, vague = items(
        "Twelve people were killed in Marrow.", "The hall seats 90 guests.", "Dozens of guests left."
    )

    assert not comparable(toll, count)
    assert not comparable(count, vague)


def test_the_score_of_a_pair_is_that_of_the_pair_turned_round() -> None:
    a, b = items("The tanker carried 8,200 tonnes of palm oil.", "It had 8,400 tonnes of palm oil aboard.")
    score = FigureScore([a, b])

    assert score.features(a, b) == score.features(b, a)
    assert len(score.features(a, b)[0]) == len(FEATURES)
    assert 0 < score.chance(a, b) < 1


def test_people_told_by_the_words_around_are_those_of_the_noun() -> None:
    groups = joined(
        "The ferry carried 48 passengers when it ran aground off Marrow.",
        "The ferry had 52 people on board when it ran aground off Marrow.",
    )

    assert groups == [{"48", "52"}]


def test_an_old_and_a_new_figure_of_one_report_may_be_one_thing() -> None:
    old, new, other = items(
        "Tarn raised its offer for Lindt Foods to a sweetened $41 million bid. Its previous offer was $35 million.",
        "Tarn offered $35 million for Lindt Foods. It paid $41 million for a mill.",
    )[:3]
    given = given_numbers([old, new, other])

    assert (old.era, new.era) != (0, 0)
    assert not gives_too(old, new.numbers, given)
    assert gives_too(old, old.numbers, given)


def test_a_measure_may_name_what_it_measures_beside_another_noun() -> None:
    score = FigureScore(
        found := items(
            "Total snow accumulations of 6 inches are expected in Marrow.",
            "Forecasters expect 7 inches of snow in Marrow.",
        )
    )
    features, shared = score.features(*found)

    assert not shared
    assert dict(zip(FEATURES, features, strict=True))["told_beside"] == 1.0
