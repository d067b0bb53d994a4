"""Differences in the day that reports give for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.days import Dated, dated, meet
from headwater.account.compare.figure_words import day_words
from headwater.account.compare.judgement import Judgement
from headwater.account.particulars.cues import FINITE
from headwater.model.account import Aspect, Difference, Reading, Status
from headwater.model.particulars import Granularity, TimexType
from headwater.text.words import words

_SAYING_REACH = 24  # characters before a date in which a verb of saying makes it the day of the saying
_SAYING_WORDS = 3
_BOUND = re.compile(r"\b(?:since|until|till|by|from|between|before|after|through|including) (?:the )?$", re.IGNORECASE)
_NEXT_DAY = 1
_Placed = tuple[Clause, Dated]


def date_differences(alignment: Alignment) -> Iterator[Judgement]:
    """One difference where clauses of one claim lay it on days that exclude each other.

    Only clauses with a single date count: of several, nothing tells which is that of the claim.
    """
    placed = [(clause, only[0]) for clause in alignment.clauses if len(only := _own(clause)) == 1]
    apart = [
        (a, b)
        for a, b in combinations(placed, 2)
        if a[0].article.id != b[0].article.id and a[1].granularity is b[1].granularity and not meet(a[1], b[1])
    ]
    if not apart:
        return
    involved = {(clause.place, day.mention.citation.start): (clause, day) for pair in apart for clause, day in pair}
    readings = _readings([involved[key] for key in sorted(involved)])
    conflict, explanation, effect = min((_judged(a, b) for a, b in apart), key=lambda found: (not found[0], found[1]))
    yield Judgement(Difference(Aspect.DATE, readings, conflict, explanation), effect)


def _own(clause: Clause) -> list[Dated]:
    """The days of the clause, but for those of somebody's speaking and the bounds of a period ("since 1990")."""
    return [day for day in dated(clause) if day.mention.type is TimexType.DATE and not _of_something_else(clause, day)]


def _of_something_else(clause: Clause, day: Dated) -> bool:
    start = day.mention.citation.start
    before = clause.article.text[max(clause.sentence.start, start - _SAYING_REACH) : start]
    return any(word in FINITE for word in words(before)[-_SAYING_WORDS:]) or _BOUND.search(before) is not None


def _readings(placed: list[_Placed]) -> tuple[Reading, ...]:
    """Each period once, with all places that give it, the earliest first."""
    periods: dict[tuple[str, str], list[Dated]] = {}
    for _, day in placed:
        periods.setdefault((day.first.isoformat(), day.last.isoformat()), []).append(day)
    return tuple(
        Reading(days[0].mention.text, tuple(sorted(day.mention.citation for day in days)))
        for _, days in sorted(periods.items())
    )


def _judged(a: _Placed, b: _Placed) -> tuple[bool, str, Status]:
    """Whether both cannot hold, why or why not, and what that makes of the claim."""
    first, last = sorted((a, b), key=lambda placed: (placed[1].first, placed[1].last))
    gap = (last[1].first - first[1].last).days
    days = f"{_words(first[1])} and {_words(last[1])}"
    if any(_unsure(clause) for clause, _ in (a, b)):
        return False, f"{days}: a day is counted from the date of a report, which is not certain", Status.AGREED
    if a[0].manner.future or b[0].manner.future or _ahead(a) or _ahead(b):
        return False, f"{days}: what was planned for one day was put on another, or came otherwise", Status.CHANGED
    if gap == _NEXT_DAY and first[1].granularity is Granularity.DAY:
        return False, f"{days}: a day apart, as by another time zone or a count from another day", Status.AGREED
    if gap == _NEXT_DAY and first[1].granularity is Granularity.YEAR and not (_absolute(a[0]) and _absolute(b[0])):
        return False, f"{days}: a year apart, and one is counted from the day of a report", Status.AGREED
    return True, f"{days} cannot both be the date of one event", Status.DIFFERS


def _words(day: Dated) -> str:
    if day.granularity is Granularity.DAY and day.first == day.last:
        return day_words(day.first)
    return f"{day.mention.text} ({day_words(day.first)} on)"


def _unsure(clause: Clause) -> bool:
    published = clause.article.published
    return published.date is None or (published.earliest != published.latest and not _absolute(clause))


def _absolute(clause: Clause) -> bool:
    """Whether the day is told by its number, so that the report's own date does not matter."""
    return all(any(letter.isdecimal() for letter in day.mention.text) for day in _own(clause))


def _ahead(placed: _Placed) -> bool:
    clause, day = placed
    return clause.written is not None and day.first > clause.written
