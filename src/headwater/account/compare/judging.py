"""How figures for one thing relate: the same, compatible, changed with time, or in conflict; in words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import combinations

from headwater.account.compare.figure_words import day_words, value_words
from headwater.model.account import QuantityValue, Status
from headwater.model.particulars import Modality, ValueKind

_NEAR = frozenset(
    "about around approximately roughly some nearly almost close estimated near virtually barely perhaps maybe or ~".split()
)
_NEAR_SHARE = 0.1
_EQUAL_SHARE = 1e-6


class Relation(IntEnum):
    """How two figures relate, from harmless to grave."""

    EQUAL = 0
    ROUNDED = 1
    WITHIN = 2
    DERIVED = 3
    CHANGED = 4
    SUPERSEDED = 5
    DENIED = 6
    CONFLICT = 7


@dataclass(frozen=True, slots=True)
class Judgement:
    """What figures for one thing amount to; ``conflict`` where two of them cannot both hold."""

    status: Status
    explanation: str | None
    conflict: bool


def judge_values(
    values: Sequence[QuantityValue],
    *,
    distinct: Mapping[str, str] | None = None,
    unit: str | None = None,
    toll: bool = False,
) -> Judgement:
    """Status, explanation and conflict of the figures that a story's articles give for one thing.

    ``distinct`` maps articles to one id for all copies of a text; ``toll`` tells that victims are counted, whose
    number grows while an event is under way.
    """
    articles = {citation.article for value in values for citation in value.citations}
    many = len({distinct.get(article, article) if distinct else article for article in articles}) > 1
    notes: dict[str, None] = {}
    worst = Relation.EQUAL
    for a, b in combinations(values, 2):
        relation, note = relate(a, b, unit=unit, toll=toll, values=values)
        if note:
            notes.setdefault(note)
        worst = max(worst, relation)
    explanation = "; ".join(list(notes)[:6]) or None
    if not many:
        return Judgement(Status.SINGLE, explanation, worst is Relation.CONFLICT)
    if worst is Relation.CONFLICT:
        return Judgement(Status.DIFFERS, explanation, True)
    if worst is Relation.DENIED:
        return Judgement(Status.DIFFERS, explanation, True)
    if worst in (Relation.CHANGED, Relation.SUPERSEDED):
        return Judgement(Status.CHANGED, explanation, False)
    return Judgement(Status.AGREED, explanation, False)


def relate(
    a: QuantityValue, b: QuantityValue, *, unit: str | None, toll: bool, values: Sequence[QuantityValue]
) -> tuple[Relation, str | None]:
    """How two figures for one thing relate, and why, in words (None where there is nothing to say)."""
    words = (value_words(a, unit), value_words(b, unit))
    if (a.modality is Modality.DENIED) != (b.modality is Modality.DENIED):
        denied, other = (words[0], words[1]) if a.modality is Modality.DENIED else (words[1], words[0])
        return Relation.DENIED, f"{denied} is denied, {other} is not"
    derived = _derivation(a, b, values, unit)
    if derived is not None:
        return Relation.DERIVED, derived
    if a.modality is not b.modality:
        return _forecast(a, b, unit)
    mine, yours = extent(a), extent(b)
    if mine is None or yours is None:
        return Relation.WITHIN, None
    if mine == yours:
        return (Relation.EQUAL, None) if a.qualifier == b.qualifier else _hedged(a, b, words)
    if mine[0] <= yours[1] and yours[0] <= mine[1]:
        return Relation.WITHIN, _overlap(a, b, words)
    return _disjoint(a, b, unit, toll=toll)


def extent(value: QuantityValue) -> tuple[float, float] | None:
    """The least and greatest number that ``value`` allows for the thing's size (latest size of a change)."""
    if value.kind is ValueKind.CHANGE and value.to is None and value.low is None and value.high is None:
        return None if value.by is None else (value.by, value.by)
    point = value.to if value.to is not None else value.value
    if point is not None:
        room = _NEAR_SHARE * abs(point) if _is_near(value) else _EQUAL_SHARE * abs(point)
        return point - room, point + room
    low = -math.inf if value.low is None else value.low
    return low, math.inf if value.high is None else value.high


def _is_near(value: QuantityValue) -> bool:
    return value.qualifier is not None and bool(_NEAR & set(value.qualifier.replace(".", "").split()))


def _is_delta(value: QuantityValue) -> bool:
    return value.kind is ValueKind.CHANGE and value.start is None and value.to is None


def _hedged(a: QuantityValue, b: QuantityValue, words: tuple[str, str]) -> tuple[Relation, str]:
    return Relation.ROUNDED, f"{words[0]} and {words[1]} are one figure, given with and without a hedge"


def _overlap(a: QuantityValue, b: QuantityValue, words: tuple[str, str]) -> str | None:
    if _is_delta(a) != _is_delta(b):
        return None
    exact, loose = (words[0], words[1]) if _width(a) <= _width(b) else (words[1], words[0])
    return f"{exact} fits {loose}"


def _width(value: QuantityValue) -> float:
    found = extent(value)
    return math.inf if found is None else found[1] - found[0]


def _derivation(a: QuantityValue, b: QuantityValue, values: Sequence[QuantityValue], unit: str | None) -> str | None:
    """ "500 + 3,500 = 4,000": a change and its ends, or two values and their difference."""
    if _is_delta(a) == _is_delta(b):
        return None
    delta, whole = (a, b) if _is_delta(a) else (b, a)
    ends = [(whole.start, whole.to)] if whole.start is not None else [(v.value, whole.value) for v in values]
    for start, to in ends:
        if start is None or to is None or start == to:
            continue
        if delta.by is not None and abs(to - start - delta.by) <= 0.005 * abs(delta.by):
            sign = "+" if delta.by > 0 else "−"
            return f"{_number(start)} {sign} {_number(abs(delta.by))} = {_number(to)}"
        if (
            delta.by is None
            and delta.low is not None
            and delta.high is not None
            and delta.low <= to - start <= delta.high
        ):
            return f"{_number(to)} − {_number(start)} = {_number(to - start)}, which fits {value_words(delta, unit)}"
    return None


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def _forecast(a: QuantityValue, b: QuantityValue, unit: str | None) -> tuple[Relation, str]:
    expected, stated = (a, b) if a.modality is Modality.EXPECTED else (b, a)
    when = f" as of {day_words(expected.as_of)}" if expected.as_of else ""
    same = extent(expected) == extent(stated) or _is_delta(expected) != _is_delta(stated)
    if same:
        return Relation.WITHIN, f"{value_words(expected, unit)} was expected{when} and is stated elsewhere"
    if expected.as_of and stated.as_of and expected.as_of > stated.as_of:
        return (
            Relation.CHANGED,
            f"{value_words(stated, unit)} by {day_words(stated.as_of)}; {value_words(expected, unit)} is expected after it",
        )
    outcome = f", {value_words(stated, unit)} is what was stated"
    later = f" on {day_words(stated.as_of)}" if stated.as_of and stated.as_of != expected.as_of else ""
    return Relation.SUPERSEDED, f"{value_words(expected, unit)} was expected before{when}{outcome}{later}"


def _disjoint(a: QuantityValue, b: QuantityValue, unit: str | None, *, toll: bool) -> tuple[Relation, str | None]:
    """Two stated figures that exclude each other, unless time lies between them."""
    if _is_delta(a) != _is_delta(b):
        return Relation.WITHIN, None
    words = (value_words(a, unit), value_words(b, unit))
    moved = _by_change(a, b) or _by_change(b, a)
    if moved:
        return Relation.CHANGED, f"{words[0]} and {words[1]} are the sizes before and after the change"
    first, last = (a, b) if (a.as_of or date.min, _middle(a)) <= (b.as_of or date.min, _middle(b)) else (b, a)
    if first.as_of and last.as_of and first.as_of != last.as_of:
        verb = "rose" if _middle(last) > _middle(first) else "fell"
        note = f"the figure {verb} from {value_words(first, unit)} ({day_words(first.as_of)}) to {value_words(last, unit)} ({day_words(last.as_of)})"
        return Relation.CHANGED, note
    low, high = sorted((a, b), key=_middle)
    if toll:
        grown = f"{value_words(low, unit)} and {value_words(high, unit)}: the count of victims differs while it is under way"
        return Relation.CHANGED if low.qualifier or high.qualifier else Relation.CONFLICT, grown
    return Relation.CONFLICT, f"{value_words(low, unit)} and {value_words(high, unit)} cannot both hold"


def _by_change(value: QuantityValue, change: QuantityValue) -> bool:
    point = value.value if value.value is not None else value.low
    return change.start is not None and point is not None and abs(change.start - point) <= 1e-6 * abs(point)


def _middle(value: QuantityValue) -> float:
    found = extent(value)
    if found is None:
        return 0.0
    low, high = found
    return high if low == -math.inf else low
