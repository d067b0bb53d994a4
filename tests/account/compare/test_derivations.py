from __future__ import annotations

from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quantities import align_quantities
from headwater.account.particulars.read import read_particulars
from headwater.model.reuse import Line, Origins
from tests.builders import make_article


def explanations(body: str) -> str:
    article = make_article(body)
    read = [read_particulars(article)]
    found = align_quantities(read, merge_entities(read), Origins((Line((article.id,)),)))
    return "; ".join(dict.fromkeys(quantity.explanation for quantity in found if quantity.explanation))


def test_a_percentage_is_shown_to_be_that_of_a_whole() -> None:
    assert "120 of 400 is 30 percent" in explanations(
        "Of the 400 houses in Marrow, 120 houses, or 30 percent, were flooded."
    )


def test_a_whole_is_shown_to_be_the_sum_of_its_parts() -> None:
    assert "103 + 26 = 129" in explanations(
        "The ferry had 129 people on board. They were 103 passengers and 26 sailors."
    )


def test_a_percentage_that_does_not_fit_explains_nothing() -> None:
    assert "is 45 percent" not in explanations("Of the 400 houses in Marrow, 120 houses, or 45 percent, were flooded.")


def test_the_dead_and_the_hurt_do_not_make_up_those_on_board() -> None:
    assert "= 30" not in explanations(
        "The bus carried 30 people. In the crash 10 people died and 20 people were injured."
    )
