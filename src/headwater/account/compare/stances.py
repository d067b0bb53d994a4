"""How sure a clause is of what it says, and what an article does with a claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from headwater.account.compare.clauses import Clause
from headwater.account.compare.phrases import phrase_patterns
from headwater.account.compare.wording import normal_word
from headwater.model.account import Stance
from headwater.model.particulars import AttributionKind
from headwater.text.words import words

_CUES = phrase_patterns("stances")
_SCOPE = re.compile(r"[^,.;:!?“”\"]{0,60}")
_NEGATED_WITHIN = 4  # words after a negation that it can be about


class Certainty(IntEnum):
    """How sure a clause is of what it says, least first."""

    EXPECTED = 0
    CLAIMED = 1
    REPORTED = 2
    ASSERTED = 3


def certainty_of(clause: Clause) -> Certainty:
    """Whether the clause expects, passes on a claim, passes on a statement, or asserts in the outlet's own voice."""
    text = clause.text
    if _expects(text):
        return Certainty.EXPECTED
    kind = clause.attribution.kind if clause.attribution else None
    if kind is AttributionKind.CLAIMED or _CUES["claimed"].search(text):
        return Certainty.CLAIMED
    return Certainty.ASSERTED if kind in (None, AttributionKind.CREDIT) else Certainty.REPORTED


def _expects(text: str) -> bool:
    """Whether a word of expectation stands in ``text``; the first word ("Plans to ...") is a noun, "May" a month."""
    return any(match.start() > 0 and match.group() != "May" for match in _CUES["expects"].finditer(text))


def asks(clause: Clause) -> bool:
    """Whether the clause is a question."""
    return clause.text.rstrip("”\"’' ").endswith("?")


def denies(clause: Clause) -> bool:
    """Whether the clause reports a denial."""
    kind = clause.attribution.kind if clause.attribution else None
    return kind is AttributionKind.DENIED or _CUES["denials"].search(clause.text) is not None


def negated_words(clause: Clause) -> frozenset[str]:
    """The normal words that stand shortly after a negation in the clause."""
    text = clause.text
    found: set[str] = set()
    for match in _CUES["negations"].finditer(text):
        scope = _SCOPE.match(text, match.end())
        following = words(scope.group()) if scope else []
        found.update(filter(None, map(normal_word, following[:_NEGATED_WITHIN])))
    return frozenset(found)


def opposed(a: Clause, b: Clause, shared: frozenset[str]) -> bool:
    """Whether one of two like clauses says no to what the other says; ``shared`` are the normal words of both."""
    if denies(a) != denies(b):
        return True
    return bool(negated_words(a) & shared) != bool(negated_words(b) & shared)


def stances_of(clauses: Sequence[Clause], normal: Sequence[frozenset[str]]) -> tuple[tuple[str, Stance], ...]:
    """What each article does with the claim that ``clauses`` make, by article id; ``normal`` their normal words."""
    majority = _negative_by_majority(clauses, normal)
    by_article: dict[str, list[Stance]] = {}
    for clause, bag in zip(clauses, normal, strict=True):
        by_article.setdefault(clause.article.id, []).append(
            _stance(clause, negative=_negative(clause, bag, normal) != majority)
        )
    order = (Stance.STATES, Stance.DENIES, Stance.EXPECTS, Stance.ASKS)
    return tuple((article, min(found, key=order.index)) for article, found in sorted(by_article.items()))


def _negative(clause: Clause, bag: frozenset[str], normal: Sequence[frozenset[str]]) -> bool:
    if denies(clause):
        return True
    counts = Counter(word for other in normal for word in other)
    return any(counts[word] >= 2 for word in negated_words(clause) & bag)


def _negative_by_majority(clauses: Sequence[Clause], normal: Sequence[frozenset[str]]) -> bool:
    negative = {c.article.id for c, bag in zip(clauses, normal, strict=True) if _negative(c, bag, normal)}
    return len(negative) * 2 > len({clause.article.id for clause in clauses})


def _stance(clause: Clause, *, negative: bool) -> Stance:
    if asks(clause):
        return Stance.ASKS
    if negative:
        return Stance.DENIES
    return Stance.EXPECTS if certainty_of(clause) is Certainty.EXPECTED else Stance.STATES
