from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quantities import align_quantities
from headwater.account.particulars.read import read_particulars
from headwater.model.account import Quantity, Status
from headwater.model.article import Article
from headwater.model.reuse import Line, Origins
from tests.builders import make_article

MONDAY, THURSDAY = date(2031, 3, 3), date(2031, 3, 6)


def aligned(*articles: Article) -> tuple[Quantity, ...]:
    particulars = [read_particulars(article) for article in articles]
    lines = tuple(Line((id,)) for id in sorted(article.id for article in articles))
    return align_quantities(particulars, merge_entities(particulars), Origins(lines))


def reports(*bodies: str, published: date = THURSDAY) -> list[Article]:
    return [make_article(body, outlet=f"Outlet {n}", published=published) for n, body in enumerate(bodies)]


def texts(quantity: Quantity, articles: Sequence[Article]) -> set[str]:
    by_id = {article.id: article for article in articles}
    return {by_id[citation.article].cited(citation) for value in quantity.values for citation in value.citations}


def test_one_change_told_in_four_ways_is_one_quantity() -> None:
    articles = [
        *reports(
            "The Ostland Guard will expand its Marrow mission by 350 troops, the minister said.",
            "The Ostland Guard will increase its personnel in Marrow from 50 to about 400, the minister said.",
        ),
        *reports(
            "The number of Ostland Guard troops in Marrow could rise from 50, to between 400 and 500, envoys said.",
            published=MONDAY,
        ),
    ]

    (quantity,) = aligned(*articles)

    assert texts(quantity, articles) == {"by 350", "from 50 to about 400", "from 50, to between 400 and 500"}
    assert (quantity.status, quantity.unit) == (Status.CHANGED, "people")
    assert quantity.explanation is not None
    assert "50 + 350 = 400" in quantity.explanation
    assert "between 400 and 500 was expected before (3 March 2031)" in quantity.explanation


def test_two_forces_in_one_place_stay_two() -> None:
    articles = reports(
        "The Ostland Guard has 500 troops in Marrow for its training mission.",
        "Separately, Norland keeps about 2,500 troops in Marrow under its own flag.",
    )

    assert [len(quantity.values) for quantity in aligned(*articles)] == [1, 1]


def test_the_killed_and_the_injured_are_never_one_count() -> None:
    articles = reports(
        "The blast in Marrow killed nine people and injured 12 people.",
        "The blast in Marrow killed 12 people and injured nine people.",
    )

    assert sorted(texts(quantity, articles) == {"nine", "12"} for quantity in aligned(*articles)) == [True, True]
    assert {quantity.what.split()[1] for quantity in aligned(*articles)} == {"killed", "injured"}


def test_a_toll_that_grows_from_day_to_day_changed() -> None:
    early = reports("The quake in Marrow killed 29 people, officials said.", published=MONDAY)
    late = reports("The quake in Marrow killed 227 people, officials said.", published=THURSDAY)

    (quantity,) = aligned(*early, *late)

    assert quantity.status is Status.CHANGED
    assert quantity.explanation == "the figure rose from 29 (3 March 2031) to 227 (6 March 2031)"


def test_two_tolls_of_one_day_differ() -> None:
    (quantity,) = aligned(
        *reports("Police say 25 people were injured in Marrow.", "Firemen say 27 people were injured in Marrow.")
    )

    assert quantity.status is Status.DIFFERS


def test_the_toll_of_an_older_attack_elsewhere_is_another_thing() -> None:
    quantities = aligned(
        *reports(
            "The attack in Marrow killed 84 people. In January 2030 an attack in Oxmoor killed 17 people.",
            "The attack in Marrow killed 84 people.",
        )
    )

    assert sorted(len(quantity.values) for quantity in quantities) == [1, 1]


def test_a_part_of_the_injured_is_no_other_count_of_them() -> None:
    quantities = aligned(
        *reports("The blast injured nine people, including a Norland soldier.", "The blast injured a Norland soldier.")
    )

    assert {quantity.status for quantity in quantities} == {Status.AGREED, Status.SINGLE}
    assert all("9 injured, one of them a norland soldier" in (quantity.explanation or "") for quantity in quantities)


def test_a_hedge_is_no_difference() -> None:
    (quantity,) = aligned(
        *reports("Norland has 2,500 soldiers in Marrow.", "Norland has about 2,500 soldiers in Marrow.")
    )

    assert quantity.status is Status.AGREED
    assert quantity.explanation == "2,500 and about 2,500 are one figure, given with and without a hedge"


def test_a_number_within_a_bound_is_no_difference() -> None:
    (quantity,) = aligned(
        *reports("The blast in Marrow killed at least 80 people.", "The blast in Marrow killed 84 people.")
    )

    assert (quantity.status, quantity.explanation) == (Status.AGREED, "84 fits at least 80")


def test_an_equal_sum_of_other_things_explains_nothing() -> None:
    quantities = aligned(
        *reports(
            "Marrow lost eight boats and one crane in the storm.", "Marrow lost six barns and three mills in the storm."
        )
    )

    assert all(quantity.explanation is None for quantity in quantities)


def test_two_figures_of_one_sentence_are_two_things() -> None:
    articles = reports(
        "Vale made 14 runs for 69 yards and Marsh had six catches for 75 yards in the game.",
        "Vale made 14 runs for 69 yards, and Marsh had six catches for 75 yards, in the game.",
    )

    assert all(quantity.status is Status.AGREED for quantity in aligned(*articles))


def test_copies_of_one_text_in_one_line_are_one_report() -> None:
    articles = reports(*["At least 11 fighters were killed in an ambush near Marrow."] * 2)
    particulars = [read_particulars(article) for article in articles]
    one_line = Origins((Line(tuple(sorted(article.id for article in articles))),))

    (quantity,) = align_quantities(particulars, merge_entities(particulars), one_line)

    assert quantity.status is Status.SINGLE


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = reports(
        "The blast in Marrow killed at least 80 people.",
        "The blast in Marrow killed 84 people and cost $5 million.",
        "Repairs in Marrow cost $5 million, and 84 people were killed.",
    )

    assert aligned(*articles) == aligned(*reversed(articles))


@pytest.mark.parametrize("count", [1, 3])
def test_ids_are_numbered_from_the_most_carried(count: int) -> None:
    quantities = aligned(*reports(*["The storm in Marrow killed 30 people."] * count, "A barge sank with 700 tonnes."))

    assert [quantity.id for quantity in quantities] == ["n1", "n2"]
    assert count == 1 or quantities[0].what == "people killed in Marrow"


def test_a_count_that_two_reports_give_differently_is_one_thing() -> None:
    (quantity,) = aligned(
        *reports(
            "The Marrow ferry line received 180 complaints from commuters.",
            "So far the Marrow ferry line has received 230 complaints.",
        )
    )

    assert quantity.status is Status.DIFFERS
    assert quantity.explanation == "180 and 230 are given; what is counted may differ"


def test_two_figures_that_both_reports_give_stay_two_things() -> None:
    articles = reports(
        "The Marrow ferry line received 180 complaints from commuters and 230 complaints from tourists.",
        "The Marrow ferry line received 230 complaints from tourists.",
    )

    assert not any(texts(quantity, articles) == {"180", "230"} for quantity in aligned(*articles))


def test_an_earlier_and_a_later_offer_changed() -> None:
    (quantity,) = aligned(
        *reports(
            "Acme had made a previous offer of $50 million for the Marrow docks.",
            "Acme made an offer of $57 million for the Marrow docks.",
        )
    )

    assert quantity.status is Status.CHANGED
    assert quantity.explanation == "$50 million was the earlier figure, $57 million is the later one"


def test_a_rounded_sum_agrees() -> None:
    (quantity,) = aligned(
        *reports("Acme lost $2.07 billion in Marrow last year.", "Acme lost $2.1 billion in Marrow last year.")
    )

    assert quantity.status is Status.AGREED


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Rescuers climbed into the 90ft deep shaft near Marrow.", "depth of the shaft"),
        ("The repair will cost $5 million.", "cost"),
        ("Drivers will get $42 an hour.", "sum"),
        ("It struck 40 km east of the port.", "distance"),
        ("They asked for $5 million.", "sum"),
    ],
)
def test_a_measure_is_labelled_by_a_noun(text: str, what: str) -> None:
    (quantity,) = aligned(*reports(text))

    assert quantity.what.startswith(what)


def test_a_sum_without_a_noun_is_that_of_the_bid_beside_it() -> None:
    articles = reports(
        "Corvane offered $103 billion for its rival Halden in November.",
        "Its $105 billion offer for rival Halden came in November.",
    )

    (quantity,) = aligned(*articles)

    assert {value.value for value in quantity.values} == {103e9, 105e9}


def test_the_weight_of_one_lorry_in_two_reports_is_one_quantity() -> None:
    articles = reports(
        "The attacker drove a 19-tonne lorry along the promenade of Marrow.",
        "Police shot the driver of the 25-tonne lorry on the promenade.",
    )

    assert any({value.value for value in quantity.values} == {19, 25} for quantity in aligned(*articles))


def test_a_rough_figure_is_no_more_than_a_step_of_its_last_digit_off() -> None:
    first = reports("The ferry line said 3,600 pilots took part in the strike.", published=MONDAY)
    later = make_article("Some 3,900 pilots took part in the strike, the ferry line said.", published=THURSDAY)
    (quantity,) = aligned(*first, later)
    assert quantity.status is Status.CHANGED


def test_counts_of_one_thing_that_exclude_each_other_are_kept_as_exclusive() -> None:
    first, other, same = (f"Police led {n} dockers away from the quay before noon." for n in (22, 23, 22))

    (differing,) = aligned(*reports(first, other))
    (agreed,) = aligned(*reports(first, same))

    assert [{a.value, b.value} for a, b in differing.exclusive] == [{22.0, 23.0}]
    assert agreed.exclusive == ()


def test_two_quotations_of_one_day_do_not_exclude_each_other() -> None:
    level, step = sorted(
        aligned(
            *reports(
                "Barley futures rose 45 cents to $7.20 a bushel in Alder.",
                "Barley futures rose 40 cents to $7.15 a bushel in Alder.",
            )
        ),
        key=lambda quantity: quantity.unit or "",
    )

    assert (level.unit, step.unit) == ("USD/bushel", "cent")
    assert {value.to for value in level.values} == {7.2, 7.15}
    assert level.exclusive == ()


def test_a_report_that_gives_forecast_and_outcome_sizes_one_thing() -> None:
    eve, day = reports(
        "The river is forecast to crest at 9.4 metres in Lower Stathe.",
        "The river crested at 9.1 metres in Lower Stathe.\n\nThe office had forecast 9.4 metres.",
    )

    assert any({value.value for value in quantity.values} == {9.1, 9.4} for quantity in aligned(eve, day))
