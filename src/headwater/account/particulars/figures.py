"""Single figures of a sentence: a numeral with its sign, currency and unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from headwater.account.particulars.roles import is_figure
from headwater.account.particulars.units import POUND_MASS, SOME_POUND, Unit, currency_before, rate_after, unit_after
from headwater.text.numbers import Numeral, NumeralForm, find_numerals

_SIGN = re.compile(r"(?:(?<![\w.])(minus|negative)[ -]|(?<=[\s$(])(?:-|−)|^(?:-|−))$", re.IGNORECASE)
_SIGN_BEFORE_MONEY = re.compile(r"(?:^|(?<=\s))[-−]$")
_NOUN_AFTER = re.compile(r" (?:[a-z]+ )?(?!(?:is|was|has|as|its|his|this|across)\b)[a-z]+s\b| people\b")
_MOST_METRES = 10_000
_WEIGHED = re.compile(r"\b(?:pounds of|thrust|weigh\w*|lifts?|payload|cargo|kilograms?|kg|tons?|tonnes?|heavy)\b")
_PLAIN_POUND = re.compile(r"[ -]pounds?", re.IGNORECASE)
_BRITISH = re.compile(r"[£€]|\bsterling|\bpenc|\bU\.?K\.?\b|\bBrit|\bLondon")


class Figure(NamedTuple):
    """A numeral with what belongs to it: ``text[start:end]``, sign, currency and unit included.

    ``number`` is the offset where the digits or words begin; ``low`` and ``high`` are equal but for approximate words.
    ``attached``: a hyphen joins the unit or noun, as in "50-mile" or "30-member". A tuple, for most are made anew once
    or twice while they are read.
    """

    start: int
    end: int
    number: int
    low: float
    high: float
    form: NumeralForm
    scale: float = 1.0
    unit: Unit | None = None
    attached: bool = False


def find_figures(sentence: str) -> list[Figure]:
    """The figures of a sentence in order; years, dates, ages, scores, names and ordinals left out."""
    figures: list[Figure] = []
    for numeral in find_numerals(sentence):
        if is_figure(sentence, numeral):
            figure = _with_unit(sentence, numeral)
            if figure is not None and (not figures or figure.start >= figures[-1].end):
                figures.append(figure)
    return figures


def _with_unit(sentence: str, numeral: Numeral) -> Figure | None:
    figure = Figure(numeral.start, numeral.end, numeral.start, numeral.low, numeral.high, numeral.form, numeral.scale)
    figure = _signed(sentence, figure)
    money = currency_before(sentence, figure.start)
    if money is not None:
        unit, start = money
        figure = figure._replace(unit=unit, start=start)
        if _SIGN_BEFORE_MONEY.search(sentence[max(0, start - 2) : start]):
            figure = figure._replace(start=start - 1, low=-figure.high, high=-figure.low)
    else:
        figure = _suffixed(sentence, figure)
    if figure.unit is not None:
        rate = rate_after(sentence, figure.end, figure.unit)
        if rate is not None:
            figure = figure._replace(unit=rate[0], end=rate[1])
    following = sentence[figure.end : figure.end + 1]
    if following.isalpha() or following.isdigit():
        return None
    if following in "-–" and sentence[figure.end + 1 : figure.end + 2].islower():
        return figure._replace(attached=True)
    return figure


def _signed(sentence: str, figure: Figure) -> Figure:
    sign = _SIGN.search(sentence[max(0, figure.start - 9) : figure.start])
    if sign is None:
        return figure
    return figure._replace(start=figure.start - len(sign.group()), low=-figure.high, high=-figure.low)


def _suffixed(sentence: str, figure: Figure) -> Figure:
    """``figure`` with the unit after it; "12m" is metres only where no noun of another kind follows the letter."""
    found = unit_after(sentence, figure.end)
    if found is None and figure.form is NumeralForm.APPROXIMATE and sentence[figure.end : figure.end + 4] == " of ":
        found = unit_after(sentence, figure.end + 3)
    if found is None and figure.scale == 1e6 and sentence[figure.end - 1 : figure.end] == "m":
        return _metres(sentence, figure)
    if found is None:
        return figure
    unit, end = found
    if unit.code == "GBP" and not _BRITISH.search(sentence) and (figure.scale == 1 or _WEIGHED.search(sentence)):
        unit = POUND_MASS
    elif unit.code == "GBP" and not _BRITISH.search(sentence) and _PLAIN_POUND.fullmatch(sentence, figure.end, end):
        unit = SOME_POUND
    attached = sentence[figure.end : figure.end + 1] == "-"
    return figure._replace(unit=unit, end=end, attached=attached)


def _metres(sentence: str, figure: Figure) -> Figure:
    unit = unit_after(sentence, figure.end - 1)
    if unit is None or _NOUN_AFTER.match(sentence, figure.end) or figure.low > _MOST_METRES * 1e6:
        return figure
    return figure._replace(unit=unit[0], low=figure.low / 1e6, high=figure.high / 1e6, scale=1.0)
