"""How a clause says what it says: how sure of it, asking, denying, negating."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from headwater.account.compare.phrases import has_any, padded, phrase_lists, phrase_patterns
from headwater.account.compare.wording import normal_word, opposite_marks
from headwater.model.particulars import AttributionKind
from headwater.text.words import words

_LISTS = phrase_lists("stances")
_NEGATION = phrase_patterns("stances")["negations"]
_SCOPE = re.compile(r"[^,.;:!?“”\"]{0,60}")
_NEGATED_WITHIN = 4  # words after a negation that it can be about


class Certainty(IntEnum):
    """How sure a clause is of what it says, least first."""

    EXPECTED = 0
    CLAIMED = 1
    REPORTED = 2
    ASSERTED = 3


@dataclass(frozen=True, slots=True)
class Manner:
    """``negated`` are the normal words that a negation is about, ``opposites`` marks of words that have an opposite."""

    certainty: Certainty
    asks: bool
    denies: bool
    negated: frozenset[str]
    opposites: frozenset[tuple[int, int]]


def manner_of(text: str, kind: AttributionKind | None) -> Manner:
    """How a clause of these words, attributed in this manner, says what it says."""
    tokens = words(text)
    row = padded(tokens)
    return Manner(
        certainty=_certainty(text, tokens, row, kind),
        asks=text.rstrip("”\"’' ").endswith("?"),
        denies=kind is AttributionKind.DENIED or has_any(row, _LISTS["denials"]),
        negated=_negated(text) if _negates(tokens) else frozenset(),
        opposites=opposite_marks(tokens),
    )


def _certainty(text: str, tokens: Sequence[str], row: str, kind: AttributionKind | None) -> Certainty:
    """Whether the clause expects, passes on a claim, passes on a statement, or asserts in the outlet's own voice."""
    # The first word ("Plans to ...") is a noun, a capital "May" a month.
    after_first = row[len(tokens[0]) + 1 :] if tokens else row
    if has_any(after_first, _LISTS["expects"]) or " may " in text:
        return Certainty.EXPECTED
    if kind is AttributionKind.CLAIMED or has_any(row, _LISTS["claimed"]):
        return Certainty.CLAIMED
    return Certainty.ASSERTED if kind in (None, AttributionKind.CREDIT) else Certainty.REPORTED


def _negates(tokens: Sequence[str]) -> bool:
    return any(token in ("not", "never", "no", "cannot", "without") or token.endswith("n't") for token in tokens)


def _negated(text: str) -> frozenset[str]:
    """The normal words that stand shortly after a negation, before the next mark."""
    found: set[str] = set()
    for match in _NEGATION.finditer(text):
        scope = _SCOPE.match(text, match.end())
        following = words(scope.group()) if scope else []
        found.update(filter(None, map(normal_word, following[:_NEGATED_WITHIN])))
    return frozenset(found)


def opposed(a: Manner, b: Manner, shared: frozenset[str]) -> bool:
    """Whether one of two like clauses says no to what the other says; ``shared`` are the normal words of both."""
    if a.denies != b.denies or contrary(a.opposites, b.opposites):
        return True
    return bool(a.negated & shared) != bool(b.negated & shared)


def contrary(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> bool:
    """Whether ``a`` has a word and ``b`` its opposite, and neither has both."""
    return any((pair, 1 - side) in b and (pair, side) not in b and (pair, 1 - side) not in a for pair, side in a)
