from __future__ import annotations

import pytest

from headwater.account.compare.entities import merge_entities
from headwater.account.compare.stand_ins import named_as
from headwater.account.particulars.read import read_particulars
from tests.builders import make_article

YARD = make_article(
    "Shipbuilder Vell Marine will cut 40 jobs, the Harbour Ministry said. Vell Marine lost an order to Ostrel Group, "
    "which the airline Arnwing had hoped to win. Shares of Vell Marine fell.",
    id="a_1",
)
TWO = make_article("The Harbour Ministry and the Finance Ministry met. The Harbour Ministry was late.", id="a_2")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("the company", "Vell Marine"),
        ("The firm", "Vell Marine"),
        ("the shipbuilder", "Vell Marine"),
        ("the airline", "Arnwing"),
        ("the ministry", "Harbour Ministry"),
        ("its ministry", "Harbour Ministry"),
        ("the bank", "the bank"),
        ("the mayor", "the mayor"),
        ("a company", "a company"),
    ],
)
def test_a_definite_noun_stands_for_the_body_that_it_names_in_the_article(name: str, body: str) -> None:
    assert named_as(name, YARD, merge_entities([read_particulars(YARD)])) == body


def test_a_noun_that_two_bodies_are_called_by_stands_for_neither() -> None:
    assert named_as("the ministry", TWO, merge_entities([read_particulars(TWO)])) == "the ministry"


def test_a_noun_stands_for_no_body_of_another_article() -> None:
    other = make_article("The company said it was sorry.", id="a_3")
    entities = merge_entities([read_particulars(YARD), read_particulars(other)])
    assert named_as("the company", other, entities) == "the company"
