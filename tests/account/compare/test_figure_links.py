from __future__ import annotations

from datetime import date

from headwater.account.compare.counted_items import CountedItem, items_of
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.figure_links import comparable, linked
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
    return texts(linked([[item] for item in found], found))


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
