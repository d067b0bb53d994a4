"""Labels against a program's answers: each function takes what is compared and returns counts or a share."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bench.labelled import Figure
from headwater.model.particulars import QuantityMention, TimeMention, TimexType, ValueKind

_TOLERANCE = 0.001  # relative
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """0..1; 1 of nothing."""
        return self.right / self.of if self.of else 1.0


def same_figure(label: Figure, mention: QuantityMention) -> bool:
    """Whether kind and numbers agree; a value may also stand as an end or the step of a change ("fell 3 % to 254").

    The step of a change counts without its sign.
    """
    given = _numbers(mention)
    wanted = dict(label.numbers)
    if label.kind == ValueKind.VALUE and mention.kind is ValueKind.CHANGE:
        return any(_near(wanted["value"], given[name]) for name in ("from", "to", "by") if name in given)
    if label.kind != mention.kind:
        return False
    return all(name in given and _near(number, given[name]) for name, number in wanted.items())


def _numbers(mention: QuantityMention) -> dict[str, float]:
    named = {
        "value": mention.value,
        "low": mention.low,
        "high": mention.high,
        "from": mention.start,
        "to": mention.to,
        "by": None if mention.by is None else abs(mention.by),
    }
    return {name: number for name, number in named.items() if number is not None}


def _near(wanted: float, given: float) -> bool:
    return abs(wanted - given) <= _TOLERANCE * abs(wanted)


def same_length(label: Figure, time: TimeMention) -> bool:
    """Whether a length of time is read as a TIMEX3 duration with the label's first number ("P18M" for 18 months)."""
    numbers = [float(number) for number in _NUMBER.findall(time.value)]
    return time.type is TimexType.DURATION and any(_near(wanted, n) for _, wanted in label.numbers[:1] for n in numbers)


def names_speaker(wanted: Collection[str], speaker: str | None) -> bool:
    """Whether ``speaker`` holds one of the wanted words; None is right where nobody is wanted."""
    if not wanted:
        return speaker is None
    return speaker is not None and any(word.casefold() in speaker.casefold() for word in wanted)


@dataclass(frozen=True, slots=True)
class PairTally:
    """Pairs put together: rightly, by the program, by the labels."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: PairTally) -> PairTally:
        return PairTally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Share of the program's pairs that are right; 1 of none."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled pairs that are found; 1 of none."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean; 1 where neither has a pair."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0


def grouping_pairs(
    wanted: Sequence[Hashable], given: Sequence[Hashable | None], sources: Sequence[Hashable]
) -> tuple[PairTally, PairTally]:
    """Pairs of items in one group: those of two sources, and those of one.

    ``given`` None: the program has the item in no group. A wrong pair of one source counts with the first.
    """
    across, within = PairTally(), PairTally()
    for i, j in combinations(range(len(wanted)), 2):
        same = wanted[i] == wanted[j]
        joined = given[i] is not None and given[i] == given[j]
        pair = PairTally(same and joined, joined, same)
        if sources[i] == sources[j] and same:
            within += pair
        else:
            across += pair
    return across, within


def judged(
    label_values: Mapping[Hashable, Hashable],
    statuses: Collection[str],
    answers: Iterable[tuple[Collection[Hashable], str]],
) -> bool:
    """Whether an answer brings two different values of one thing together under a right status.

    ``label_values``: the value of each labelled mention; ``answers``: the mentions that a quantity or claim cites, and
    its status.
    """
    for mentions, status in answers:
        values = {label_values[mention] for mention in mentions if mention in label_values}
        if len(values) > 1 and status in statuses:
            return True
    return False


def average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    """Mean precision at each hit, best score first; ties count as if their misses came first. 1 without positives."""
    positives = sum(hit for _, hit in ranked)
    hits, total = 0, 0.0
    for rank, (_, hit) in enumerate(sorted(ranked, key=lambda item: (-item[0], item[1])), 1):
        if hit:
            hits += 1
            total += hits / rank
    return total / positives if positives else 1.0
