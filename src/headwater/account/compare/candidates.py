"""Pairs of clauses that may make one claim, and pairs that must not come together whatever they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headwater.account.compare.clauses import Clause
from headwater.account.compare.manner import opposed
from headwater.account.compare.pair_score import chances, pair_features
from headwater.account.compare.similarity import Ints, Pairs, similar_pairs
from headwater.account.compare.terms import Terms

# Least similarity at which a pair may be joined in spite of what speaks against it.
_OTHER_SPEAKER = 0.6
_ONE_FIGURE = 0.45
_OTHER_FIGURE = 0.6
_OTHER_POLARITY = 0.45
_SAME_ARTICLE = 0.9  # factor: an article seldom says one thing twice
_LEAST_QUOTED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Candidates:
    """The chance that each pair of clauses (i < j) makes one claim, and the pairs that are barred whatever it is."""

    pairs: Pairs
    barred: frozenset[tuple[int, int]]


def candidates_of(clauses: Sequence[Clause], terms: Sequence[Terms]) -> Candidates:
    """The pairs of clauses that may make one claim."""
    found = similar_pairs([term.bag() for term in terms])
    chance = chances(pair_features(clauses, terms, found))
    article = _numbered([clause.article.id for clause in clauses])
    chance[article[found.one] == article[found.other]] *= _SAME_ARTICLE
    keys = list(zip(found.one.tolist(), found.other.tolist(), strict=True))
    barred = {
        (i, j)
        for (i, j), alike in zip(keys, found.alike.tolist(), strict=True)
        if _must_not_join(clauses[i], clauses[j], terms[i], terms[j], alike)
    }
    return Candidates(dict(zip(keys, chance.tolist(), strict=True)), frozenset(barred))


def _numbered(ids: Sequence[str]) -> Ints:
    number = {id: n for n, id in enumerate(sorted(set(ids)))}
    return np.array([number[id] for id in ids], dtype=np.int64)


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
