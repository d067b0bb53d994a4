"""Figures of different reports that cannot both hold, whether or not the sentences around them are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.account.compare.figure_words import value_words
from headwater.account.compare.judging import exclusive_pairs, is_toll
from headwater.account.particulars.units import CURRENCIES
from headwater.model.account import Quantity, QuantityValue, Status
from headwater.model.article import Citation

_COUNTED = (None, "people")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What reports give for one thing and cannot both be true: the citations of each reading, and why."""

    readings: tuple[tuple[Citation, ...], ...]
    explanation: str


def figure_contradictions(quantities: Sequence[Quantity], distinct: Mapping[str, str]) -> tuple[Contradiction, ...]:
    """The counts and sums of different reports that cannot both hold, in the order of the quantities.

    Lengths, weights and speeds are left out: of those joined across sentences that say other things, more size two
    things than one.
    """
    found = []
    for quantity in quantities:
        if quantity.status is not Status.DIFFERS or not (quantity.unit in _COUNTED or quantity.unit in CURRENCIES):
            continue
        excluded = exclusive_pairs(quantity.values, unit=quantity.unit, toll=is_toll(quantity.what))
        pairs = [pair for pair in excluded if _of_two_reports(quantity, pair, distinct)]
        if pairs:
            values = dict.fromkeys(value for pair in pairs for value in pair)
            told = " and ".join(value_words(value, quantity.unit) for value in pairs[0])
            found.append(Contradiction(tuple(value.citations for value in values), f"{told} cannot both hold"))
    return tuple(found)


def _of_two_reports(quantity: Quantity, pair: tuple[QuantityValue, QuantityValue], distinct: Mapping[str, str]) -> bool:
    """Whether no report gives both; of victims one may, that quotes who denies them."""
    one, other = ({distinct[citation.article] for citation in value.citations} for value in pair)
    return one.isdisjoint(other) or (is_toll(quantity.what) and len(one | other) > 1)
