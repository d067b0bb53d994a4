"""How well figures are read: value, and value with unit, on labelled sentences (NewsQuant, Almasian et al. 2023).

A figure of the labels is found where a sentence has one of the same value (both ends of a range); a unit is right
where the normalised unit is the same, or the head noun for counted things. Durations, ages and counts of one are in
the labels, so figures are read before those are left out of an article's list. Every third sentence is held out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headwater.account.particulars.counted import counted_things
from headwater.account.particulars.expressions import Expression, find_expressions
from headwater.account.particulars.lexicon import singular
from headwater.account.particulars.nouns import Counted

_FOLD = 3
_HELD_OUT = 2
_OTHER_NAMES = {"point": "penny", "pound-mass": "pound", "percentage": "percent", "hot luxury car world": "car"}


@dataclass(frozen=True, slots=True)
class Read:
    """A figure as labelled or as read: its values, least first, and its unit or counted noun.

    ``before``: the noun stands before the figure ("the index closed at 5,884"), where the labels have no unit at times.
    """

    values: tuple[float, ...]
    unit: str
    before: bool = False


def measure(shared: Path) -> dict[str, float]:
    """F1, precision and recall of values on the sentences held out, and F1 on those tuned on."""
    tuned, held = labelled_rows(shared)
    figures, figures_tuned = scored(held, read_sentence), scored(tuned, read_sentence)
    return {
        "quantities.newsquant.value_f1": figures[0],
        "quantities.newsquant.value_precision": figures[1],
        "quantities.newsquant.value_recall": figures[2],
        "quantities.newsquant.value_unit_f1": figures[3],
        "quantities.newsquant_tuned.value_f1": figures_tuned[0],
        "quantities.newsquant_tuned.value_unit_f1": figures_tuned[3],
    }


def labelled_rows(shared: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The labelled sentences tuned on, and those held out."""
    rows = json.loads((shared / "data/account/quantities/NewsQuant_part.json").read_text("utf-8"))
    held = [row for number, row in enumerate(rows) if number % _FOLD == _HELD_OUT]
    return [row for number, row in enumerate(rows) if number % _FOLD != _HELD_OUT], held


def scored(
    rows: Sequence[dict[str, Any]], reader: Callable[[str], Sequence[Read]]
) -> tuple[float, float, float, float]:
    """F1, precision and recall of values, and F1 of values with their unit, of what ``reader`` reads in sentences."""
    found = wanted = values = units = 0
    for row in rows:
        labelled = [_label(quantity) for quantity in row["quantities"]]
        read = reader(row["text"])
        found, wanted = found + len(read), wanted + len(labelled)
        values += matched(labelled, read, with_unit=False)
        units += matched(labelled, read, with_unit=True)
    return _f1(values, found, wanted), values / found, values / wanted, _f1(units, found, wanted)


def _f1(right: int, found: int, wanted: int) -> float:
    return round(2 * right / (found + wanted), 4) if found + wanted else 0.0


def _label(quantity: dict[str, Any]) -> Read:
    text = str(quantity["value"])
    ends = text.rsplit("-", 1) if "-" in text[1:] and "E-" not in text else [text]
    values = sorted(float(end) for end in ends)
    return Read(tuple(values), str(quantity["normalized_unit"]).lower())


def read_sentence(text: str) -> list[Read]:
    """The figures of a sentence as the particulars read them, with normalised unit or head noun."""
    return [_read(expression, thing) for expression, thing, _ in counted_things(text, find_expressions(text))]


def _read(expression: Expression, thing: Counted) -> Read:
    numbers = (expression.value, expression.from_, expression.to, expression.low, expression.high)
    values = tuple(sorted(number for number in numbers if number is not None))
    unit = expression.unit.name if expression.unit else singular(thing.head)
    before = thing.before and expression.unit is None
    return Read(values[:2] if len(values) < 3 else (values[0], values[-1]), unit, before)


def matched(labelled: Sequence[Read], read: Sequence[Read], *, with_unit: bool) -> int:
    """How many labelled figures are read, one for one."""
    left = list(read)
    right = 0
    for label in labelled:
        for one in left:
            if _same_values(label.values, one.values) and (not with_unit or _same_unit(label.unit, one)):
                left.remove(one)
                right += 1
                break
    return right


def _same_values(a: Sequence[float], b: Sequence[float]) -> bool:
    if len(a) != len(b):
        return False
    return all(
        math.isclose(abs(x), abs(y), rel_tol=1e-4) or (y % 10 == 9 and x == y + 1) for x, y in zip(a, b, strict=True)
    )


def _same_unit(label: str, one: Read) -> bool:
    label = _OTHER_NAMES.get(label, label)
    read = _OTHER_NAMES.get(one.unit, one.unit)
    if label in ("-", ""):
        return not read or one.before
    return label == read or singular(read) in {singular(word) for word in label.split()}
