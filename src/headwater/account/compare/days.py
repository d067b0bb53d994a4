"""The days that clauses speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headwater.account.compare.clauses import Clause
from headwater.model.particulars import Granularity, TimeMention


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression and the days it covers, both included."""

    mention: TimeMention
    first: date
    last: date

    @property
    def granularity(self) -> Granularity:
        """How exact the text is."""
        return self.mention.granularity or Granularity.DAY


def dated(clause: Clause) -> list[Dated]:
    """The expressions of the clause that name days, months or years, in text order."""
    return [Dated(time, time.first, time.last) for time in clause.times if time.first and time.last]


def meet(a: Dated, b: Dated) -> bool:
    """Whether a day is covered by both."""
    return a.first <= b.last and b.first <= a.last
