"""What an article does with a claim: states, expects, denies or asks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from headwater.account.compare.clauses import Clause
from headwater.account.compare.manner import Certainty, contrary
from headwater.model.account import Stance

_ORDER = (Stance.STATES, Stance.DENIES, Stance.EXPECTS, Stance.ASKS)


def stances_of(clauses: Sequence[Clause], normal: Sequence[frozenset[str]]) -> tuple[tuple[str, Stance], ...]:
    """What each article does with the claim that ``clauses`` make, by article id; ``normal`` their normal words.

    What most articles say is what is claimed, be it a yes or a no; who says the opposite denies it.
    """
    negated = frozenset(word for clause in clauses for word in clause.manner.negated)
    counts = Counter(word for words in normal for word in words & negated)
    opposite = _opposite(clauses)
    negative = [
        _negative(clause, words, counts) or opposes
        for clause, words, opposes in zip(clauses, normal, opposite, strict=True)
    ]
    noes = {clause.article.id for clause, no in zip(clauses, negative, strict=True) if no}
    majority = len(noes) * 2 > len({clause.article.id for clause in clauses})
    by_article: dict[str, list[Stance]] = {}
    for clause, no in zip(clauses, negative, strict=True):
        by_article.setdefault(clause.article.id, []).append(_stance(clause, denies=no != majority))
    return tuple((article, min(found, key=_ORDER.index)) for article, found in sorted(by_article.items()))


def _opposite(clauses: Sequence[Clause]) -> list[bool]:
    """For each clause whether it has the opposite of what the one has that the fewest others contradict."""
    marks = [clause.manner.opposites for clause in clauses]
    if not any(marks):
        return [False] * len(marks)
    against = [sum(contrary(one, other) for other in marks) for one in marks]
    middle = marks[against.index(min(against))]
    return [contrary(one, middle) for one in marks]


def _negative(clause: Clause, words: frozenset[str], counts: Counter[str]) -> bool:
    """Whether the clause says no to something that another clause of the claim speaks of too."""
    return clause.manner.denies or any(counts[word] >= 2 for word in clause.manner.negated & words)


def _stance(clause: Clause, *, denies: bool) -> Stance:
    if clause.manner.asks:
        return Stance.ASKS
    if denies:
        return Stance.DENIES
    return Stance.EXPECTS if clause.manner.certainty is Certainty.EXPECTED else Stance.STATES
