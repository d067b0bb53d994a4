"""How a clause says what it says: how sure of it, asking, denying, negating."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from headwater.account.compare.phrases import padded, phrase_lists, phrase_patterns, phrases_in
from headwater.account.compare.wording import normal_word, opposite_marks
from headwater.model.particulars import AttributionKind
from headwater.text.words import words

_LISTS = phrase_lists("stances")
_NEGATION = phrase_patterns("stances")["negations"]
_SCOPE = re.compile(r"[^,.;:!?“”\"]{0,60}")
_WITHIN = 7  # words after an expectation or a claim that it can be about
_NEGATED_WITHIN = 4  # words after a negation that it can be about
_PUT_OFF = re.compile(
    r"([^,.;:!?“”\"]{0,90})\b(?:is|are|was|were|be|been|being|got) (?:[a-z]+ly )?"
    r"(?:postponed|delayed|deferred|cancell?ed|called off|put off|scrapped|scrubbed|shelved)\b"
)
_PUTTING_OFF = frozenset(
    ("postponed", "delayed", "deferred", "canceled", "cancelled", "called", "put", "scrapped", "scrubbed", "shelved")
)
_BOUND = re.compile(
    r" (?:less|fewer|more|later|earlier|sooner) than\b", re.IGNORECASE
)  # "no fewer than 12" denies nothing
_CONDITIONS = frozenset(("if", "unless"))
_NOES = frozenset(("not", "never", "no", "cannot", "without"))


class Certainty(IntEnum):
    """How sure a clause is of what it says, least first."""

    EXPECTED = 0
    CLAIMED = 1
    REPORTED = 2
    ASSERTED = 3


@dataclass(frozen=True, slots=True)
class Manner:
    """``future`` and ``possible`` tell whether it says what will or what may be.

    ``expected``, ``claimed`` and ``negated`` are the normal words that such a phrase is about, ``doubted`` those that
    follow first on an expectation or a claim: its predicates. What was put off counts as negated: it has not happened.

    ``opposites`` are marks of the words that have an opposite.
    """

    certainty: Certainty
    asks: bool
    future: bool
    possible: bool
    denies: bool
    expected: frozenset[str]
    claimed: frozenset[str]
    negated: frozenset[str]
    doubted: frozenset[str]
    opposites: frozenset[tuple[int, int]]


def manner_of(text: str, kind: AttributionKind | None, tokens: Sequence[str] | None = None) -> Manner:
    """How a clause of these words, attributed in this manner, says what it says.

    ``tokens`` are the words of ``text``, folded, where they have been parted already.
    """
    tokens = words(text) if tokens is None else tokens
    row, present = padded(tokens), frozenset(tokens)
    rest = _after_first(tokens, row)
    may = " may " in text  # not the month
    expects = phrases_in(rest, present, _LISTS["expects"]) | ({" may "} if may and " may " in rest else frozenset())
    claims = phrases_in(row, present, _LISTS["claimed"])
    if "would" in present and not _CONDITIONS.isdisjoint(present):
        expects |= {" would "}
    expected, claimed = _after(rest, expects), _after(row, claims)
    return Manner(
        certainty=_certainty(kind, expects, claims),
        future=" will " in row or " would " in row,
        possible=may or bool(phrases_in(row, present, _LISTS["possible"])),
        asks=text.rstrip("”\"’' ").endswith("?"),
        denies=kind is AttributionKind.DENIED or bool(phrases_in(row, present, _LISTS["denials"])),
        expected=frozenset(chain.from_iterable(expected)),
        claimed=frozenset(chain.from_iterable(claimed)),
        doubted=frozenset(following[0] for following in (*expected, *claimed) if following),
        negated=(_negated(text) if _negates(row, present) else frozenset())
        | (_put_off(text) if not _PUTTING_OFF.isdisjoint(present) else frozenset()),
        opposites=opposite_marks(present),
    )


def _certainty(kind: AttributionKind | None, expects: Collection[str], claims: Collection[str]) -> Certainty:
    """Whether the clause expects, passes on a claim, passes on a statement, or asserts in the outlet's own voice."""
    if expects:
        return Certainty.EXPECTED
    if kind is AttributionKind.CLAIMED or claims:
        return Certainty.CLAIMED
    return Certainty.ASSERTED if kind in (None, AttributionKind.CREDIT) else Certainty.REPORTED


def _after_first(tokens: Sequence[str], row: str) -> str:
    """The row without its first word, which is a noun where it looks like an expectation ("Plans to ...")."""
    return row[len(tokens[0]) + 1 :] if tokens else row


def _after(row: str, phrases: Collection[str]) -> list[list[str]]:
    """For each of the phrases, all of which are in the row, the normal words that follow closely on it."""
    found: list[list[str]] = []
    for phrase in phrases:
        following = row[row.find(phrase) + len(phrase) - 1 :].split(" ", _WITHIN + 2)[1 : _WITHIN + 1]
        found.append(list(filter(None, (normal_word(word) for word in following if word.isalpha()))))
    return found


def _negates(row: str, present: Set[str]) -> bool:
    return not _NOES.isdisjoint(present) or "n't " in row


def _negated(text: str) -> frozenset[str]:
    """The normal words that stand shortly after a negation, before the next mark."""
    found: set[str] = set()
    for match in _NEGATION.finditer(text):
        if _BOUND.match(text, match.end()):
            continue
        scope = _SCOPE.match(text, match.end())
        following = words(scope.group()) if scope else []
        found.update(filter(None, map(normal_word, following[:_NEGATED_WITHIN])))
    return frozenset(found)


def _put_off(text: str) -> frozenset[str]:
    """The normal words of what the text says was put off or called off."""
    found = (words(match[1]) for match in _PUT_OFF.finditer(text))
    return frozenset(filter(None, map(normal_word, chain.from_iterable(found))))


def opposed(a: Manner, b: Manner, shared: frozenset[str]) -> bool:
    """Whether one of two like clauses says no to what the other says; ``shared`` are the normal words of both."""
    if a.denies != b.denies or contrary(a.opposites, b.opposites):
        return True
    return bool(a.negated & shared) != bool(b.negated & shared)


def contrary(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> bool:
    """Whether ``a`` has a word and ``b`` its opposite, and neither has both."""
    return any((pair, 1 - side) in b and (pair, side) not in b and (pair, 1 - side) not in a for pair, side in a)
