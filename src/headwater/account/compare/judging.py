"""How figures for one thing relate: the same, compatible, changed with time, or in conflict; in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from itertools import combinations

from headwater.account.compare.counted_items import is_magnitude
from headwater.account.compare.extents import begins_at, edges, extent, is_delta, meet, middle, plain_extent, width
from headwater.account.compare.figure_words import day_words, target_words, value_words
from headwater.account.compare.roundings import rounded_alike
from headwater.model.account import QuantityValue, Status
from headwater.model.particulars import Modality, ValueKind

_EXCLUSIVE = frozenset(("more than", "over", "above", "less than", "fewer than", "under", "below"))


class Relation(IntEnum):
    """How two figures relate, from harmless to grave."""

    EQUAL = 0
    ROUNDED = 1
    WITHIN = 2
    DERIVED = 3
    CHANGED = 4
    SUPERSEDED = 5
    APART = 6
    DENIED = 7
    CONFLICT = 8


_PRIORITY = (
    Relation.CONFLICT, Relation.DENIED, Relation.APART, Relation.DERIVED, Relation.SUPERSEDED, Relation.CHANGED,
    Relation.ROUNDED, Relation.WITHIN, Relation.EQUAL,
)  # fmt: skip
_MOST_NOTES = {
    Relation.CONFLICT: 2, Relation.DENIED: 1, Relation.APART: 2, Relation.DERIVED: 2, Relation.SUPERSEDED: 2,
    Relation.CHANGED: 1, Relation.ROUNDED: 1, Relation.WITHIN: 1, Relation.EQUAL: 1,
}  # fmt: skip
_MOST_STEPS = 8
_ESTIMATE = "an estimated"
_ONE_THING = 1.25  # times greater, a figure of the same day may be that of another reckoning, no contradiction


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
    eras: Mapping[QuantityValue, int] | None = None,
) -> Judgement:
    """Status, explanation and conflict of the figures that a story's articles give for one thing.

    ``distinct`` maps articles to one id for all copies of a text; ``toll`` tells that victims are counted, whose
    number grows while an event is under way; ``eras`` holds -1 for figures worded as earlier ones, 1 for later ones.
    """
    articles = {citation.article for value in values for citation in value.citations}
    many = len({distinct.get(article, article) if distinct else article for article in articles}) > 1
    noted: dict[tuple[int, str], None] = {}
    worst = Relation.EQUAL
    for a, b in combinations(values, 2):
        relation, note = relate(a, b, unit=unit, toll=toll, values=values)
        relation, note = _in_turn(a, b, (relation, note), eras or {}, unit)
        if note:
            noted.setdefault((_PRIORITY.index(relation), note))
        worst = max(worst, relation)
    explanation = _explained(noted, values, unit)
    if not many:
        return Judgement(Status.SINGLE, explanation, worst is Relation.CONFLICT)
    if worst in (Relation.CONFLICT, Relation.DENIED):
        return Judgement(Status.DIFFERS, explanation, True)
    if worst is Relation.APART:
        return Judgement(Status.DIFFERS, explanation, False)
    if worst in (Relation.CHANGED, Relation.SUPERSEDED):
        return Judgement(Status.CHANGED, explanation, False)
    return Judgement(Status.AGREED, explanation, False)


def _in_turn(
    a: QuantityValue,
    b: QuantityValue,
    found: tuple[Relation, str | None],
    eras: Mapping[QuantityValue, int],
    unit: str | None,
) -> tuple[Relation, str | None]:
    """``found``, but figures that the texts call earlier and later have changed: "its previous offer of $5 billion"."""
    one, other = eras.get(a, 0), eras.get(b, 0)
    if one == other or found[0] not in (Relation.CONFLICT, Relation.APART):
        return found
    first, last = (a, b) if one < other else (b, a)
    return (
        Relation.CHANGED,
        f"{value_words(first, unit)} was the earlier figure, {value_words(last, unit)} is the later one",
    )


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
    sizes = [v for v in values if not is_delta(v) and extent(v) and not is_magnitude(v)]
    forecasts = sorted((v for v in sizes if v.modality is Modality.EXPECTED), key=width)
    stated = sorted((v for v in sizes if v.modality is Modality.STATED), key=lambda v: (-len(v.citations), width(v)))
    if not forecasts or not stated:
        return None
    outcome = stated[0]
    missed = [v for v in forecasts if _forecast(v, outcome, unit)[0] is Relation.SUPERSEDED]
    if not missed:
        return None
    words = " and ".join(dict.fromkeys(target_words(v, unit) for v in missed))
    days = [v.as_of for v in missed if v.as_of and outcome.as_of and v.as_of < outcome.as_of]
    before = f" before ({day_words(min(days))})" if days else ""
    when = f" ({day_words(outcome.as_of)})" if days and outcome.as_of else ""
    verb = "was" if len(missed) == 1 else "were"
    return f"{words} {verb} expected{before}, {target_words(outcome, unit)} was stated{when}"


def _course(values: Sequence[QuantityValue], unit: str | None) -> str | None:
    """The stated sizes in order of time, where there are three or more: "60 (1 May), then 77 (2 May), ..."."""
    stated = [v for v in values if v.modality is Modality.STATED and v.as_of and not is_delta(v) and extent(v)]
    stated.sort(key=lambda v: (v.as_of or date.min, middle(v)))
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
    if plain_extent(a) == plain_extent(b):
        return (Relation.EQUAL, None) if a.qualifier == b.qualifier else _hedged(words)
    if meet(a, b):
        return Relation.WITHIN, _overlap(a, b, words)
    if _one_rounded(a, b, unit):
        return Relation.ROUNDED, f"{words[0]} and {words[1]} are one figure, rounded in one of them"
    return _disjoint(a, b, unit, toll=toll)


def _one_rounded(a: QuantityValue, b: QuantityValue, unit: str | None) -> bool:
    points, others = edges(a), edges(b)
    if len(points) != 1 or len(others) != 1 or ValueKind.CHANGE in (a.kind, b.kind):
        return False
    return rounded_alike(min(points), min(others), unit)


def _hedged(words: tuple[str, str]) -> tuple[Relation, str]:
    return Relation.ROUNDED, f"{words[0]} and {words[1]} are one figure, given with and without a hedge"


def _overlap(a: QuantityValue, b: QuantityValue, words: tuple[str, str]) -> str | None:
    if is_delta(a) != is_delta(b):
        return None
    exact, loose = (words[0], words[1]) if width(a) <= width(b) else (words[1], words[0])
    return f"{exact} fits {loose}"


def _derivation(a: QuantityValue, b: QuantityValue, values: Sequence[QuantityValue]) -> str | None:
    """The sum of a change and its ends, or of two values and their difference: "500 + 3,500 = 4,000"."""
    if is_delta(a) == is_delta(b):
        return None
    delta, whole = (a, b) if is_delta(a) else (b, a)
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
    if is_delta(expected) != is_delta(stated):
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
    if not earlier and stated.qualifier == _ESTIMATE and not meet(expected, stated):
        return Relation.APART, f"{outcome} and {forecast} are two estimates of one thing"
    if not earlier and meet(expected, stated):
        return Relation.WITHIN, f"{outcome} fits the {forecast} expected"
    before = f" before ({day_words(expected.as_of)})" if earlier and expected.as_of else ""
    return (
        Relation.SUPERSEDED,
        f"{target_words(expected, unit)} was expected{before}, {target_words(stated, unit)} was stated",
    )


def _came_true(expected: QuantityValue, stated: QuantityValue) -> bool:
    """Whether the very figure that was expected was stated; a range that a figure replaced is another forecast."""
    ranged = expected.low is not None and expected.high is not None
    if not ranged and expected.qualifier not in _EXCLUSIVE and edges(expected) & edges(stated):
        return True
    points = width(replace(expected, qualifier=None)) < 1 and width(replace(stated, qualifier=None)) < 1
    return plain_extent(expected) == plain_extent(stated) or (points and meet(expected, stated))


def _disjoint(a: QuantityValue, b: QuantityValue, unit: str | None, *, toll: bool) -> tuple[Relation, str | None]:
    """Two stated figures that exclude each other, unless time lies between them."""
    if is_delta(a) != is_delta(b):
        return Relation.WITHIN, None
    words = (value_words(a, unit), value_words(b, unit))
    moved = begins_at(a, b) or begins_at(b, a)
    if moved:
        return Relation.CHANGED, f"{words[0]} and {words[1]} are the sizes before and after the change"
    low, high = sorted((a, b), key=middle)
    if toll and middle(low) < 1:
        return Relation.CONFLICT, f"{value_words(low, unit)} and {value_words(high, unit)} cannot both hold"
    first, last = (a, b) if (a.as_of or date.min, middle(a)) <= (b.as_of or date.min, middle(b)) else (b, a)
    if first.as_of and last.as_of and first.as_of != last.as_of:
        verb = "rose" if middle(last) > middle(first) else "fell"
        before = f"{value_words(first, unit)} ({day_words(first.as_of)})"
        after = f"{value_words(last, unit)} ({day_words(last.as_of)})"
        return Relation.CHANGED, f"the figure {verb} from {before} to {after}"
    if toll:
        both = f"{value_words(low, unit)} and {value_words(high, unit)}"
        grown = f"{both}: the count of victims differs while it is under way"
        return Relation.CHANGED if low.qualifier or high.qualifier else Relation.CONFLICT, grown
    both = f"{value_words(low, unit)} and {value_words(high, unit)}"
    if a.modality is Modality.EXPECTED or _ESTIMATE in (a.qualifier, b.qualifier):
        return Relation.APART, f"{both} are two estimates of one thing"
    loose = a.qualifier or b.qualifier or a.kind is not b.kind
    if loose or abs(middle(high)) > _ONE_THING * abs(middle(low)):
        return Relation.APART, f"{both} are given; what is counted may differ"
    return Relation.CONFLICT, f"{both} cannot both hold"
