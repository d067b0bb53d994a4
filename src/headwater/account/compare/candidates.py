"""Pairs of clauses that may make one claim, and pairs that must not come together whatever they share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.account.compare.clauses import Clause
from headwater.account.compare.days import dated, meet
from headwater.account.compare.grouping import connected
from headwater.account.compare.manner import contrary, opposed
from headwater.account.compare.pair_score import weigh_pairs
from headwater.account.compare.similarity import Flags, Ints, Pairs, Similar, similar_pairs
from headwater.account.compare.terms import Terms

# Least similarity at which a pair may be joined in spite of what speaks against it.
_OTHER_WORDS = 0.6
_ONE_FIGURE = 0.4
_OTHER_FIGURE = 0.6
_OTHER_POLARITY = 0.45
_OTHER_NAMES = 0.36
_TELLING = 0.06  # of less alike clauses nothing is held against each other
_HARDLY_OTHER = 0.6
_HARDLY_CONTRARY = 1.1
_SHARE = 0.3  # of the odds in the weight of a pair
_SAME_ARTICLE = 0.9  # factor: an article seldom says one thing twice
_PART = 0.88  # factor where only one is a whole sentence
_LEAST_QUOTED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Candidates:
    """How much speaks for it, 0..1, that a pair of clauses (i < j) makes one claim, and the pairs that are barred.

    The weight is of the odds that the pair score gives and of the plain similarity, less where numbers or days part
    the two: the odds rank pairs better, the similarity keeps groups closer together. ``pairs`` are those that can
    come into one group at all; of these, and of those alike enough alone, ``barred`` holds every one that must not.
    """

    pairs: Pairs
    barred: frozenset[tuple[int, int]]


def candidates_of(
    clauses: Sequence[Clause], terms: Sequence[Terms], *, threshold: float, kept: Collection[int] = ()
) -> Candidates:
    """The pairs of clauses that may make one claim, where groups of a mean weight of ``threshold`` are looked for.

    No two groups have such a mean without a pair of such a weight, so nothing is held against pairs that no path of
    such pairs joins. Those ``kept`` (clauses by number) may come together for other reasons than their likeness.
    """
    found = similar_pairs([term.bag() for term in terms])
    odds, factor = weigh_pairs(clauses, terms, found)
    weight = _SHARE * odds + (1 - _SHARE) * found.alike * factor
    article = _numbered([clause.article.id for clause in clauses])
    weight[article[found.one] == article[found.other]] *= _SAME_ARTICLE
    whole = np.array([clause.whole for clause in clauses], dtype=bool)
    weight[whole[found.one] != whole[found.other]] *= _PART
    alone = weight >= threshold
    barred = _barred(clauses, terms, found, alone)
    joining = alone & ~barred
    group = connected(len(clauses), found.one[joining], found.other[joining])
    near = group[found.one] == group[found.other]
    barred |= _barred(clauses, terms, found, near & ~alone)
    asked = np.zeros(len(clauses), dtype=bool)
    asked[list(kept)] = True
    near |= asked[found.one] & asked[found.other]
    pairs = dict(zip(_keys(found, near), weight[near].tolist(), strict=True))
    return Candidates(pairs, frozenset(_keys(found, barred)))


def _barred(clauses: Sequence[Clause], terms: Sequence[Terms], found: Similar, asked: Flags) -> Flags:
    """Of the pairs ``asked`` for, those that must not join; shape (pairs,)."""
    result = np.zeros(len(asked), dtype=bool)
    asked = asked & (found.alike >= _TELLING) & _may_be_apart(clauses, terms, found)
    for n in np.flatnonzero(asked).tolist():
        i, j = int(found.one[n]), int(found.other[n])
        result[n] = _must_not_join(clauses[i], clauses[j], terms[i], terms[j], float(found.alike[n]))
    return result


def _may_be_apart(clauses: Sequence[Clause], terms: Sequence[Terms], found: Similar) -> Flags:
    """The pairs that have what something could be held against: both of one kind, or a no in either; shape (pairs,)."""
    both = [
        (
            _quoted(a),
            bool(at.figures),
            bool(dated(a)),
            at.subject is not None,
            bool(a.manner.opposites),
            bool(at.naming),
        )
        for a, at in zip(clauses, terms, strict=True)
    ]
    either = [clause.manner.denies or bool(clause.manner.negated) for clause in clauses]
    held = np.array(both, dtype=bool).reshape(-1, 6)
    no = np.array(either, dtype=bool)
    return np.asarray((held[found.one] & held[found.other]).any(axis=1) | no[found.one] | no[found.other])


def _keys(found: Similar, chosen: Flags) -> list[tuple[int, int]]:
    return list(zip(found.one[chosen].tolist(), found.other[chosen].tolist(), strict=True))


def _numbered(ids: Sequence[str]) -> Ints:
    number = {id: n for n, id in enumerate(sorted(set(ids)))}
    return np.array([number[id] for id in ids], dtype=np.int64)


def _must_not_join(a: Clause, b: Clause, at: Terms, bt: Terms, alike: float) -> bool:
    if alike < _OTHER_WORDS and _different_utterances(a, b, at, bt):
        return True
    if alike < _OTHER_FIGURE and _different_figures(at, bt):
        return True
    if alike < _ONE_FIGURE and _other_numbers(at, bt):
        return True
    if alike < _OTHER_POLARITY and opposed(a.manner, b.manner, at.words & bt.words):
        return True
    if alike < _OTHER_NAMES and _other_names(at, bt):
        return True
    if _only_names(at, bt):
        return True
    if alike < _HARDLY_OTHER and (_other_days(a, b) or _other_subject(at, bt)):
        return True
    return alike < _HARDLY_CONTRARY and contrary(a.manner.opposites, b.manner.opposites)


def _other_names(at: Terms, bt: Terms) -> bool:
    """Whether both count something and name somebody, and they name nobody in common."""
    one, other = at.names - at.who, bt.names - bt.who
    return bool(at.figures and bt.figures and one and other) and not one & other


def _only_names(at: Terms, bt: Terms) -> bool:
    """Whether all that two clauses share is whom or what they name: nothing is said of it in both."""
    if at.figures & bt.figures or at.numbers & bt.numbers or at.quotes & bt.quotes:
        return False
    return not (at.words & bt.words) - at.who - bt.who - at.naming - bt.naming


def _other_days(a: Clause, b: Clause) -> bool:
    """Whether both are dated and no day of the one is one of the other."""
    one, other = dated(a), dated(b)
    return bool(one and other) and not any(meet(s, t) for s in one for t in other)


def _other_subject(at: Terms, bt: Terms) -> bool:
    """Whether the names that they begin with are of two things, and neither occurs in the other clause."""
    one, other = at.subject, bt.subject
    return None not in (one, other) and one not in bt.names and other not in at.names


def _different_utterances(a: Clause, b: Clause, at: Terms, bt: Terms) -> bool:
    """Whether both are mainly quotation, of different utterances."""
    return _quoted(a) and _quoted(b) and not at.quotes & bt.quotes


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
