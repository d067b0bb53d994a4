"""Which counts tell a reader something: "one of the", "the two men" and "three times" do not."""

from __future__ import annotations

import re

from headwater.account.particulars.expressions import Expression
from headwater.account.particulars.lexicon import TRIVIAL_NOUNS, word_list
from headwater.account.particulars.nouns import Counted
from headwater.text.numbers import NumeralForm

_DEFINITE = re.compile(
    r"\b(?:the|these|those|his|her|their|its|our|other|both|all|first|last|next|past|any|of|top|bottom) $",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r" (?:said|told|says|say|saying|confirmed|added|briefed|familiar|with knowledge)\b")
_KEPT_COMPOUNDS = word_list("kept_compounds")
_SMALL = 12.0


def is_informative(sentence: str, expression: Expression, thing: Counted, event: str | None) -> bool:
    """Whether the expression is worth listing among the figures of an article."""
    if expression.unit is not None:
        return expression.unit.kind not in ("time", "times")
    if event is not None or (expression.first.form is NumeralForm.FRACTION and thing.head):
        return True
    number = expression.value if expression.value is not None else expression.high or expression.low or 0.0
    if thing.head in TRIVIAL_NOUNS:
        return False
    if expression.first.attached:
        following = re.match(r"[-–]([a-z]+)", sentence[expression.noun :])
        return following is not None and following[1] in _KEPT_COMPOUNDS
    words = expression.first.form is NumeralForm.WORDS
    if (words and number == 1) or not thing.head:
        return number > _SMALL and bool(thing.head)
    if words and number == 2 and not thing.people:
        return False
    if number <= _SMALL and expression.qualifier is None:
        if _DEFINITE.search(sentence[: expression.start][-20:]) or _SPEAKS.match(sentence, thing.end):
            return False
        return not (thing.before and number < _SMALL and words)
    return True
