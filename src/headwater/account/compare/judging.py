"""How figures for one thing relate: the same, compatible, changed with time, or in conflict; in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from itertools import combinations

from headwater.account.compare.counted_items import is_magnitude
from headwater.account.compare.figure_words import day_words, value_words
from headwater.model.account import QuantityValue, Status
from headwater.model.particulars import Modality, ValueKind

_NEAR = frozenset(
    (
        "about",
        "around",
        "approximately",
        "approx",
        "roughly",
        "some",
        "nearly",
        "almost",
        "close",
        "estimated",
        "near",
        "virtually",
        "barely",
        "perhaps",
        "maybe",
        "or",
        "odd",
        "~",
        "≈",
    )
)
_EXCLUSIVE = frozenset(("more than", "over", "above", "less than", "fewer than", "under", "below"))
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


_PRIORITY = (
    Relation.CONFLICT, Relation.DENIED, Relation.DERIVED, Relation.SUPERSEDED, Relation.CHANGED, Relation.ROUNDED,
    Relation.WITHIN, Relation.EQUAL,
)  # fmt: skip
_MOST_NOTES = {
    Relation.CONFLICT: 2, Relation.DENIED: 1, Relation.DERIVED: 2, Relation.SUPERSEDED: 2, Relation.CHANGED: 1,
    Relation.ROUNDED: 1, Relation.WITHIN: 1, Relation.EQUAL: 1,
}  # fmt: skip
_MOST_STEPS = 8


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
    noted: dict[tuple[int, str], None] = {}
    worst = Relation.EQUAL
    for a, b in combinations(values, 2):
        relation, note = relate(a, b, unit=unit, toll=toll, values=values)
        if note:
            noted.setdefault((_PRIORITY.index(relation), note))
        worst = max(worst, relation)
    explanation = _explained(noted, values, unit)
    if not many:
        return Judgement(Status.SINGLE, explanation, worst is Relation.CONFLICT)
    if worst in (Relation.CONFLICT, Relation.DENIED):
        return Judgement(Status.DIFFERS, explanation, True)
    if worst in (Relation.CHANGED, Relation.SUPERSEDED):
        return Judgement(Status.CHANGED, explanation, False)
    return Judgement(Status.AGREED, explanation, False)


def _explained(noted: Mapping[tuple[int, str], None], values: Sequence[QuantityValue], unit: str | None) -> str | None:
    """The notes by weight, a few of each kind; a figure that moved more than once as one course."""
    chosen: list[str] = []
    kept: Counter[int] = Counter()
    whole = {Relation.CHANGED: _course(values, unit), Relation.SUPERSEDED: _superseded(values, unit)}
    for kind, note in sorted(noted, key=lambda one: one[0]):
        relation = _PRIORITY[kind]
        note = whole.get(relation) or note
        if kept[kind] < _MOST_NOTES[relation] and note not in chosen:
            kept[kind] += 1
            chosen.append(note)
    return "; ".join(chosen) or None


def _superseded(values: Sequence[QuantityValue], unit: str | None) -> str | None:
    """Every forecast that came out otherwise against the most carried outcome, in one note."""
    sizes = [v for v in values if not _is_delta(v) and extent(v) and not is_magnitude(v)]
    forecasts = sorted((v for v in sizes if v.modality is Modality.EXPECTED), key=_width)
    stated = sorted((v for v in sizes if v.modality is Modality.STATED), key=lambda v: (-len(v.citations), _width(v)))
    if not forecasts or not stated:
        return None
    outcome = stated[0]
    missed = [v for v in forecasts if _forecast(v, outcome, unit)[0] is Relation.SUPERSEDED]
    if not missed:
        return None
    words = " and ".join(dict.fromkeys(_target_words(v, unit) for v in missed))
    days = [v.as_of for v in missed if v.as_of and outcome.as_of and v.as_of < outcome.as_of]
    before = f" before ({day_words(min(days))})" if days else ""
    when = f" ({day_words(outcome.as_of)})" if days and outcome.as_of else ""
    verb = "was" if len(missed) == 1 else "were"
    return f"{words} {verb} expected{before}, {_target_words(outcome, unit)} was stated{when}"


def _course(values: Sequence[QuantityValue], unit: str | None) -> str | None:
    """The stated sizes in order of time, where there are three or more: "60 (1 May), then 77 (2 May), ..."."""
    stated = [v for v in values if v.modality is Modality.STATED and v.as_of and not _is_delta(v) and extent(v)]
    stated.sort(key=lambda v: (v.as_of or date.min, _middle(v)))
    steps = {value_words(v, unit): day_words(v.as_of) for v in reversed(stated) if v.as_of}
    if len(steps) < 3 or len(set(steps.values())) < 2:
        return None
    course = ", then ".join(f"{words} ({day})" for words, day in reversed(list(steps.items())[:_MOST_STEPS]))
    return f"the figure in the course of the coverage: {course}"


def relate(
    a: QuantityValue, b: QuantityValue, *, unit: str | None, toll: bool, values: Sequence[QuantityValue]
) -> tuple[Relation, str | None]:
    """How two figures for one thing relate, and why, in words (None where there is nothing to say)."""
    words = (value_words(a, unit), value_words(b, unit))
    if (a.modality is Modality.DENIED) != (b.modality is Modality.DENIED):
        denied, other = (words[0], words[1]) if a.modality is Modality.DENIED else (words[1], words[0])
        return Relation.DENIED, f"{denied} is denied, {other} is not"
    derived = _derivation(a, b, values)
    if derived is not None:
        return Relation.DERIVED, derived
    mine, yours = extent(a), extent(b)
    if mine is None or yours is None:
        return Relation.WITHIN, None
    if is_magnitude(a) != is_magnitude(b):
        rough, exact = (mine, yours) if is_magnitude(a) else (yours, mine)
        if exact[1] >= rough[0]:
            return Relation.WITHIN, None
    if a.modality is not b.modality:
        return _forecast(a, b, unit)
    if _plain_extent(a) == _plain_extent(b):
        return (Relation.EQUAL, None) if a.qualifier == b.qualifier else _hedged(words)
    if _meet(a, b):
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


def hedge_class(qualifier: str | None) -> str | None:
    """Qualifiers that say the same as one: "about" for all that mean near; the others as they are."""
    if qualifier is None:
        return None
    return "about" if _NEAR & set(qualifier.replace(".", "").split()) else qualifier


def _is_near(value: QuantityValue) -> bool:
    return hedge_class(value.qualifier) == "about"


def _is_delta(value: QuantityValue) -> bool:
    return value.kind is ValueKind.CHANGE and value.start is None and value.to is None


def _hedged(words: tuple[str, str]) -> tuple[Relation, str]:
    return Relation.ROUNDED, f"{words[0]} and {words[1]} are one figure, given with and without a hedge"


def _overlap(a: QuantityValue, b: QuantityValue, words: tuple[str, str]) -> str | None:
    if _is_delta(a) != _is_delta(b):
        return None
    exact, loose = (words[0], words[1]) if _width(a) <= _width(b) else (words[1], words[0])
    return f"{exact} fits {loose}"


def _width(value: QuantityValue) -> float:
    found = extent(value)
    return math.inf if found is None else found[1] - found[0]


def _derivation(a: QuantityValue, b: QuantityValue, values: Sequence[QuantityValue]) -> str | None:
    """The sum of a change and its ends, or of two values and their difference: "500 + 3,500 = 4,000"."""
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
    return None


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def _forecast(a: QuantityValue, b: QuantityValue, unit: str | None) -> tuple[Relation, str | None]:
    expected, stated = (a, b) if a.modality is Modality.EXPECTED else (b, a)
    if _is_delta(expected) != _is_delta(stated):
        return Relation.WITHIN, None
    forecast, outcome = value_words(expected, unit), value_words(stated, unit)
    if expected.as_of and stated.as_of and expected.as_of > stated.as_of:
        return Relation.CHANGED, f"{outcome} as of {day_words(stated.as_of)}; {forecast} is expected after that"
    if _came_true(expected, stated):
        return (
            Relation.WITHIN,
            f"{forecast} was expected and {outcome if outcome != forecast else 'it'} is stated elsewhere",
        )
    earlier = expected.as_of and stated.as_of and expected.as_of < stated.as_of
    if not earlier and _meet(expected, stated):
        return Relation.WITHIN, f"{outcome} fits the {forecast} expected"
    before = f" before ({day_words(expected.as_of)})" if earlier and expected.as_of else ""
    return (
        Relation.SUPERSEDED,
        f"{_target_words(expected, unit)} was expected{before}, {_target_words(stated, unit)} was stated",
    )


def _meet(a: QuantityValue, b: QuantityValue) -> bool:
    one, other = extent(a), extent(b)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _edges(value: QuantityValue) -> set[float]:
    numbers = (value.value, value.to, value.low, value.high)
    return {number for number in numbers if number is not None}


def _came_true(expected: QuantityValue, stated: QuantityValue) -> bool:
    """Whether the very figure that was expected was stated; a range that a figure replaced is another forecast."""
    ranged = expected.low is not None and expected.high is not None
    if not ranged and expected.qualifier not in _EXCLUSIVE and _edges(expected) & _edges(stated):
        return True
    points = _width(replace(expected, qualifier=None)) < 1 and _width(replace(stated, qualifier=None)) < 1
    return _plain_extent(expected) == _plain_extent(stated) or (points and _meet(expected, stated))


def _plain_extent(value: QuantityValue) -> tuple[float, float] | None:
    return extent(replace(value, qualifier=None))


def _target_words(value: QuantityValue, unit: str | None) -> str:
    """The size that a change leads to, without where it began."""
    if value.kind is not ValueKind.CHANGE or _is_delta(value) or value.start is None:
        return value_words(value, unit)
    ends = (value.to, value.low, value.high)
    kind = ValueKind.VALUE if value.to is not None else ValueKind.RANGE if None not in ends[1:] else ValueKind.BOUND
    return value_words(replace(value, kind=kind, value=value.to, start=None, to=None), unit)


def _disjoint(a: QuantityValue, b: QuantityValue, unit: str | None, *, toll: bool) -> tuple[Relation, str | None]:
    """Two stated figures that exclude each other, unless time lies between them."""
    if _is_delta(a) != _is_delta(b):
        return Relation.WITHIN, None
    words = (value_words(a, unit), value_words(b, unit))
    moved = _by_change(a, b) or _by_change(b, a)
    if moved:
        return Relation.CHANGED, f"{words[0]} and {words[1]} are the sizes before and after the change"
    low, high = sorted((a, b), key=_middle)
    if toll and _middle(low) < 1:
        return Relation.CONFLICT, f"{value_words(low, unit)} and {value_words(high, unit)} cannot both hold"
    first, last = (a, b) if (a.as_of or date.min, _middle(a)) <= (b.as_of or date.min, _middle(b)) else (b, a)
    if first.as_of and last.as_of and first.as_of != last.as_of:
        verb = "rose" if _middle(last) > _middle(first) else "fell"
        before = f"{value_words(first, unit)} ({day_words(first.as_of)})"
        after = f"{value_words(last, unit)} ({day_words(last.as_of)})"
        return Relation.CHANGED, f"the figure {verb} from {before} to {after}"
    if toll:
        both = f"{value_words(low, unit)} and {value_words(high, unit)}"
        grown = f"{both}: the count of victims differs while it is under way"
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
