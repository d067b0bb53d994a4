"""Reporting clauses: who is said to say something in a sentence, and by which words.

A reporting clause is a cue verb with its subject ("the ministry announced", "said X", "X, who runs Y, told Z"), a
participle that goes on with the subject before ("adding that"), or "according to X".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.particulars.cues import FINITE, PARTICIPLES
from headwater.account.particulars.gazetteer import NOT_NAMES
from headwater.account.particulars.tokens import Token
from headwater.account.wordlists import word_set

PRONOUNS = word_set("grammar", "pronouns")
_AUXILIARY = word_set("grammar", "auxiliary")
_WHEN = word_set("grammar", "when")
_BEING = word_set("grammar", "being")
_BOUNDS = word_set("grammar", "bounds")
_OPENERS = word_set("grammar", "openers")
_DETERMINERS = word_set("grammar", "determiners")
_HALTS = word_set("grammar", "halts")


@dataclass(frozen=True, slots=True)
class Report:
    """A cue at token ``cue`` and its subject, tokens ``first..last`` (half open); empty where it is carried on.

    ``inverted`` marks "said X"; ``carried`` a participle or second verb whose subject is that of the clause before.
    """

    cue: int
    first: int
    last: int
    inverted: bool = False
    carried: bool = False


def _breaks(token: Token) -> bool:
    """Whether something other than white space parts a word from the one before."""
    return bool(token.before.strip())


def _is_filler(token: Token) -> bool:
    lower = token.lower
    return (
        lower in _AUXILIARY
        or lower in _WHEN
        or lower in NOT_NAMES
        or lower.isdigit()
        or (lower.endswith("ly") and not token.capital)
    )


def _subject_end(tokens: Sequence[Token], cue: int) -> int:
    """The position after the subject of the cue: fillers and one insertion between commas are stepped over; 0: none."""
    at = cue
    for _ in range(2):
        while at > 0 and not _breaks(tokens[at]) and _is_filler(tokens[at - 1]):
            at -= 1
        if at == 0 or not _breaks(tokens[at]):
            break
        if not tokens[at].before.strip().startswith((",", "–", "—", "-", ")")):
            return 0
        mate = at - 1
        while mate > 0 and not _breaks(tokens[mate]):
            mate -= 1
        if mate == 0:
            return 0
        at = mate
    return at


def _subject_start(tokens: Sequence[Token], end: int) -> int:
    at = end - 1
    while at > 0 and not _breaks(tokens[at]):
        before = tokens[at - 1]
        if before.lower in _BOUNDS or (before.lower in FINITE and not before.capital):
            break
        if before.lower in ("and", "or") and not _joins_names(tokens, at - 1):
            break
        at -= 1
    if tokens[at].lower in _OPENERS or any(t.lower in _BEING for t in tokens[at:end]):
        return _last_phrase(tokens, at, end)
    return at


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two that speak: "X and Y", "officials and diplomats"."""
    if at == 0:
        return False
    if tokens[at + 1].capital and tokens[at - 1].capital:
        return True
    before, after = tokens[at - 1].lower, tokens[at + 1].lower
    return before.endswith("s") and after.endswith("s") and before not in FINITE and after not in FINITE


def takes_blame(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb claims a deed: "took responsibility", "claimed credit"."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in ("responsibility", "credit"):
        return False
    return tokens[at].lower in ("took", "takes", "take", "accepted", "accepts", "claimed", "claims")


def _last_phrase(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the noun phrase that ends at ``end`` begins: its determiner or its first capital."""
    at = end - 1
    while at > first and tokens[at].capital and tokens[at - 1].capital and not _breaks(tokens[at]):
        at -= 1
    for n in range(at, max(first, at - 5), -1):
        if tokens[n].lower in _DETERMINERS:
            return n
    return at


def _subject_before(tokens: Sequence[Token], cue: int) -> tuple[int, int] | None:
    end = _subject_end(tokens, cue)
    if end == 0:
        return None
    head = tokens[end - 1]
    if head.lower in ("and", "but", "or", "then") or (_breaks(tokens[end]) and end == cue):
        return None
    if head.lower in PRONOUNS and head.lower != "one":
        return _antecedent(tokens, end - 1) if head.lower == "who" else (end - 1, end)
    return _subject_start(tokens, end), end


def _antecedent(tokens: Sequence[Token], who: int) -> tuple[int, int] | None:
    if who == 0:
        return None
    start = who - 1
    while start > 0 and not _breaks(tokens[start]) and tokens[start - 1].lower not in _BOUNDS:
        start -= 1
    return _last_phrase(tokens, start, who), who


def subject_after(tokens: Sequence[Token], cue: int) -> tuple[int, int] | None:
    """The noun phrase right after a word: whose words they are in "said X" and "according to X"."""
    at = cue + 1
    while at < len(tokens) and not (at > cue + 1 and _breaks(tokens[at])):
        lower = tokens[at].lower
        if lower in _HALTS or lower in NOT_NAMES or (lower in FINITE and not tokens[at].capital):
            break
        at += 1
    if at == cue + 1 or _breaks(tokens[cue + 1]):
        return None
    return cue + 1, at


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that could be a cue is a noun or passive here: "the claim", "was told", "to report"."""
    if at == 0 or _breaks(tokens[at]):
        return False
    before = tokens[at - 1]
    lower = before.lower
    return (
        before.possessive
        or lower in _DETERMINERS
        or lower in _BEING
        or lower in ("to", "of", "no", "any", "with", "by")
    )


def _by_verb(tokens: Sequence[Token], at: int) -> Report | None:
    if _is_noun(tokens, at):
        return None
    subject = _subject_before(tokens, at)
    if subject:
        return Report(at, *subject)
    if tokens[at].lower in ("said", "says", "told", "added", "wrote", "asked", "tweeted", "explained", "according"):
        after = subject_after(tokens, at)
        if after and (at == 0 or _breaks(tokens[at])):
            return Report(at, *after, inverted=True)
    return Report(at, at, at, carried=True) if at > 0 else None


def reports_in(tokens: Sequence[Token]) -> list[Report]:
    """The reporting clauses of one sentence (its words outside quotation marks), in order."""
    found: list[Report] = []
    for at, token in enumerate(tokens):
        lower = token.lower
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if lower == "according" and following == "to":
            subject = subject_after(tokens, at + 1)
            if subject:
                found.append(Report(at, *subject, inverted=True))
        elif (lower in FINITE or takes_blame(tokens, at)) and not token.capital:
            report = _by_verb(tokens, at)
            if report:
                found.append(report)
        elif lower in PARTICIPLES and not token.capital and not _is_noun(tokens, at):
            found.append(Report(at, at, at, carried=True))
    return found
