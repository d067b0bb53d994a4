"""How figures for one thing relate: the same, compatible, changed with time, or in conflict; in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from headwater.account.compare.counted_items import is_magnitude
from headwater.account.compare.extents import (
    extent,
    is_delta,
    middle,
    width,
)
from headwater.account.compare.figure_words import day_words, target_words, value_words
from headwater.account.compare.relations import Relation, forecast, relate
from headwater.model.account import QuantityValue, Status
from headwater.model.particulars import Modality, ValueKind

_PRIORITY = (
    Relation.CONFLICT, Relation.DENIED, Relation.APART, Relation.DERIVED, Relation.SUPERSEDED, Relation.CHANGED,
    Relation.ROUNDED, Relation.WITHIN, Relation.EQUAL,
)  # fmt: skip
_EXCLUSIVE = (Relation.CONFLICT, Relation.DENIED)
TOLLS = frozenset(("killed", "injured", "missing"))
_MOST_NOTES = {
    Relation.CONFLICT: 2, Relation.DENIED: 1, Relation.APART: 2, Relation.DERIVED: 2, Relation.SUPERSEDED: 2,
    Relation.CHANGED: 1, Relation.ROUNDED: 1, Relation.WITHIN: 1, Relation.EQUAL: 1,
}  # fmt: skip
_MOST_STEPS = 8
_COURSE = 3  # numbers of victims that tell of a count under way
_LEAST_RAISE = 1.05  # a later figure is so much greater than the earlier, or they are two accounts of one


@dataclass(frozen=True, slots=True)
class Judgement:
    """What figures for one thing amount to; ``exclusive`` are the pairs of them that cannot both hold."""

    status: Status
    explanation: str | None
    exclusive: tuple[tuple[QuantityValue, QuantityValue], ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether two of the figures cannot both hold."""
        return bool(self.exclusive)


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
    exclusive: list[tuple[QuantityValue, QuantityValue]] = []
    for a, b, found in _relations(values, unit=unit, toll=toll):
        relation, note = _in_turn(a, b, found, eras or {}, unit)
        if note:
            noted.setdefault((_PRIORITY.index(relation), note))
        many = many or (relation > Relation.DERIVED and _given_apart(a, b))
        worst = max(worst, relation)
        if relation in _EXCLUSIVE:
            exclusive.append((a, b))
    explanation = _explained(noted, values, unit)
    if not many:
        return Judgement(Status.SINGLE, explanation, tuple(exclusive))
    if worst in _EXCLUSIVE:
        return Judgement(Status.DIFFERS, explanation, tuple(exclusive))
    if worst is Relation.APART:
        return Judgement(Status.DIFFERS, explanation)
    if worst in (Relation.CHANGED, Relation.SUPERSEDED):
        return Judgement(Status.CHANGED, explanation)
    return Judgement(Status.AGREED, explanation)


def is_toll(what: str) -> bool:
    """Whether ``what`` is counted are victims, whose number grows while an event is under way."""
    return not TOLLS.isdisjoint(what.split())


def _relations(
    values: Sequence[QuantityValue], *, unit: str | None, toll: bool
) -> Iterator[tuple[QuantityValue, QuantityValue, tuple[Relation, str | None]]]:
    """Each pair of figures with how the two relate, and why in words."""
    under_way = toll and _is_under_way(values)
    for a, b in combinations(values, 2):
        relation, note = relate(a, b, unit=unit, toll=toll, values=values)
        if under_way and relation is Relation.CONFLICT and min(middle(a), middle(b)) >= 1:
            relation = Relation.CHANGED
        yield a, b, (relation, note)


def _is_under_way(values: Sequence[QuantityValue]) -> bool:
    """Whether victims are still being counted: three numbers and more are no two accounts of one toll."""
    exact = {v.value for v in values if v.kind is ValueKind.VALUE and not v.qualifier and v.modality is Modality.STATED}
    return len(exact - {0.0}) >= _COURSE


def _given_apart(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether no article gives both: copies of one text of which one was brought up to date are two in this."""
    return {citation.article for citation in a.citations}.isdisjoint(citation.article for citation in b.citations)


def _in_turn(
    a: QuantityValue,
    b: QuantityValue,
    found: tuple[Relation, str | None],
    eras: Mapping[QuantityValue, int],
    unit: str | None,
) -> tuple[Relation, str | None]:
    """``found``, but figures that the texts call earlier and later have changed: "its previous offer of $5 billion".

    One that is only called new leaves open what it is newer than; and a figure that hardly differs from one called
    old, and is called nothing itself, is more likely another account of it.
    """
    one, other = eras.get(a, 0), eras.get(b, 0)
    if one == other or found[0] not in (Relation.CONFLICT, Relation.APART):
        return found
    if {one, other} == {0, 1} or (0 in (one, other) and _nearly_equal(a, b)):
        return found
    first, last = (a, b) if one < other else (b, a)
    return (
        Relation.CHANGED,
        f"{value_words(first, unit)} was the earlier figure, {value_words(last, unit)} is the later one",
    )


def _nearly_equal(a: QuantityValue, b: QuantityValue) -> bool:
    low, high = sorted((abs(middle(a)), abs(middle(b))))
    return high <= _LEAST_RAISE * low


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
    missed = [v for v in forecasts if forecast(v, outcome, unit)[0] is Relation.SUPERSEDED]
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
    sizes = [v for v in values if v.as_of and not is_delta(v) and not is_magnitude(v) and extent(v)]
    stated = [v for v in sizes if v.modality is Modality.STATED]
    stated.sort(key=lambda v: (v.as_of or date.min, middle(v)))
    steps = {value_words(v, unit): day_words(v.as_of) for v in reversed(stated) if v.as_of}
    if len(steps) < _COURSE or len(set(steps.values())) < 2:
        return None
    course = ", then ".join(f"{words} ({day})" for words, day in reversed(list(steps.items())[:_MOST_STEPS]))
    return f"the figure in the course of the coverage: {course}"
