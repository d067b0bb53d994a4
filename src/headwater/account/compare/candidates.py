"""Pairs of clauses that may make one claim, and pairs that must not come together whatever they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.compare.clauses import Clause
from headwater.account.compare.manner import opposed
from headwater.account.compare.similarity import Pairs, similar_pairs
from headwater.account.compare.terms import Terms

# Least similarity at which a pair may be joined in spite of what speaks against it.
_OTHER_SPEAKER = 0.6
_ONE_FIGURE = 0.45
_OTHER_FIGURE = 0.6
_OTHER_POLARITY = 0.45
_OTHER_DAY = 0.8  # factor for clauses whose dates exclude each other
_NO_NUMBER = 0.9  # factor where only one of the two gives a number
_NO_YEAR = 0.65  # factor where only one of the two gives a year: what held since then is not what is new
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_SAME_ARTICLE = 0.9  # factor: an article seldom says one thing twice
_LEAST_QUOTED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Candidates:
    """Similarities of pairs of clauses (i < j), and the pairs that are barred."""

    pairs: Pairs
    barred: frozenset[tuple[int, int]]


def candidates_of(clauses: Sequence[Clause], terms: Sequence[Terms]) -> Candidates:
    """The pairs of clauses that may make one claim."""
    pairs: Pairs = {}
    barred: set[tuple[int, int]] = set()
    for (i, j), alike in similar_pairs([term.bag() for term in terms]).items():
        a, b = clauses[i], clauses[j]
        if _must_not_join(a, b, terms[i], terms[j], alike):
            barred.add((i, j))
        else:
            pairs[i, j] = alike * _discount(a, b, terms[i], terms[j])
    return Candidates(pairs, frozenset(barred))


def _must_not_join(a: Clause, b: Clause, at: Terms, bt: Terms, alike: float) -> bool:
    if alike < _OTHER_SPEAKER and _different_utterances(a, b, at, bt):
        return True
    if alike < _OTHER_FIGURE and _different_figures(at, bt):
        return True
    if alike < _ONE_FIGURE and _other_numbers(at, bt):
        return True
    return alike < _OTHER_POLARITY and opposed(a.manner, b.manner, at.words & bt.words)


def _different_utterances(a: Clause, b: Clause, at: Terms, bt: Terms) -> bool:
    """Whether both are mainly quotation, of different utterances."""
    return _quoted(a) and _quoted(b) and not at.quotes & bt.quotes and at.speaker != bt.speaker


def _quoted(clause: Clause) -> bool:
    return clause.spoken or any(quote.text.count(" ") + 1 >= _LEAST_QUOTED_WORDS for quote in clause.quotes)


def _different_figures(at: Terms, bt: Terms) -> bool:
    """Whether both count in one unit, but neither the same thing nor to the same number."""
    if not at.figures or not bt.figures or not at.units & bt.units:
        return False
    return not at.figures & bt.figures and not at.numbers & bt.numbers


def _other_numbers(at: Terms, bt: Terms) -> bool:
    """Whether both give the size of one thing that is no toll, to other numbers: by itself too little for one claim."""
    tolls = any(not unit.endswith(" None") for unit in at.units & bt.units)
    return bool(at.figures & bt.figures) and not at.numbers & bt.numbers and not tolls


def _discount(a: Clause, b: Clause, at: Terms, bt: Terms) -> float:
    factor = _SAME_ARTICLE if a.article.id == b.article.id else 1.0
    if at.days and bt.days and not at.days & bt.days and not _overlapping(a, b):
        factor *= _OTHER_DAY
    if bool(at.numbers) != bool(bt.numbers):
        factor *= _NO_YEAR if any(_YEAR.fullmatch(number) for number in at.numbers | bt.numbers) else _NO_NUMBER
    return factor


def _overlapping(a: Clause, b: Clause) -> bool:
    return any(
        s.first <= t.last and t.first <= s.last
        for s in a.times
        for t in b.times
        if s.first and s.last and t.first and t.last
    )
