"""Figures of different reports that cannot both hold, whether or not the sentences around them are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.account.compare.figure_words import value_words
from headwater.account.compare.judging import is_toll
from headwater.account.particulars.units import CURRENCIES
from headwater.model.account import Quantity, QuantityValue
from headwater.model.article import Citation


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What reports give for one thing and cannot both be true: the citations of each reading, and why."""

    readings: tuple[tuple[Citation, ...], ...]
    explanation: str


def figure_contradictions(quantities: Sequence[Quantity], distinct: Mapping[str, str]) -> tuple[Contradiction, ...]:
    """The counts and sums that different reports give for one day and that cannot both hold, in order.

    Lengths, weights and speeds are left out, and figures of two days: where the sentences around them say other things,
    more of those size two things, or one as it went on.
    """
    found = []
    for quantity in quantities:
        if quantity.unit in (None, "people") or quantity.unit in CURRENCIES:
            pairs = [pair for pair in quantity.exclusive if _told_apart(quantity, pair, distinct)]
            if pairs:
                values = dict.fromkeys(value for pair in pairs for value in pair)
                told = " and ".join(value_words(value, quantity.unit) for value in pairs[0])
                found.append(Contradiction(tuple(value.citations for value in values), f"{told} cannot both hold"))
    return tuple(found)


def _told_apart(quantity: Quantity, pair: tuple[QuantityValue, QuantityValue], distinct: Mapping[str, str]) -> bool:
    """Whether the two are of one day, and no report gives both; of victims one may, that quotes who denies them."""
    a, b = pair
    one, other = ({distinct[citation.article] for citation in value.citations} for value in pair)
    toll = is_toll(quantity.what)
    return (toll or a.as_of == b.as_of) and (one.isdisjoint(other) or (toll and len(one | other) > 1))
