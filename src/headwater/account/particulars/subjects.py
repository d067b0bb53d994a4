"""Subjects: the noun phrase that a verb's subject is, found from closed word classes and marks alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from headwater.account.particulars.cues import AMBIGUOUS, FINITE, speaks
from headwater.account.particulars.gazetteer import NOT_NAMES, is_month_surname
from headwater.account.particulars.tokens import Token, is_common
from headwater.account.wordlists import word_set

PRONOUNS = word_set("grammar", "pronouns")
DETERMINERS = word_set("grammar", "determiners")
_AUXILIARY = word_set("grammar", "auxiliary")
_WHEN = word_set("grammar", "when")
BEING = word_set("grammar", "being")
_BOUNDS = word_set("grammar", "bounds")
_OPENERS = word_set("grammar", "openers")
_HALTS = word_set("grammar", "halts")
_VERBAL = frozenset(("has", "had", "have", "will", "would", "could", "can", "should", "may", "might", "did", "does"))
_INSERTED = (",", "–", "—", "-", ")", "''")
_ARTICLES = frozenset(("a", "an", "the"))
_SPANS = frozenset(("week", "month", "year"))  # as in "coach of the year", which says nothing of when
_DATELINE = 8  # words within which a dateline ends
_ING = 4  # letters that a participle at the beginning has more than
REACH = 40  # words back that a subject is looked for


def _is_filler(token: Token) -> bool:
    lower = token.lower
    if token.capital:
        return lower in NOT_NAMES or lower in _WHEN
    return lower in _AUXILIARY or lower in _WHEN or lower in NOT_NAMES or lower.isdigit() or lower.endswith("ly")


def _over_fillers(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and not tokens[at].broken and _is_filler(tokens[at - 1]):
        if at > 1 and tokens[at - 1].capital and is_month_surname(tokens[at - 2].lower, tokens[at - 1].lower):
            break
        if at > 1 and tokens[at - 2].lower in ("the", "of") and tokens[at - 1].lower in _SPANS:
            break
        if at > 1 and tokens[at - 2].lower in _ARTICLES and speaks(tokens[at - 1].lower):
            break
        at -= 1
    return at


def _before_insertion(tokens: Sequence[Token], at: int) -> int:
    """The position after the subject before an insertion that ends at ``at``; 0 where none begins."""
    gap = tokens[at].before.strip()
    if not gap.startswith(_INSERTED) and ")" not in gap:
        return 0
    opening = "(" if ")" in gap else ""
    mate = at - 1
    while mate > max(0, at - REACH) and not (tokens[mate].broken and opening in tokens[mate].before):
        mate -= 1
    return mate if mate > 0 and tokens[mate].broken else 0


def _end(tokens: Sequence[Token], cue: int) -> int:
    """The position after the subject of the cue: fillers and insertions between marks are stepped over; 0: none."""
    at = _over_fillers(tokens, cue)
    if at == 0 or not tokens[at].broken:
        return at
    at = _before_insertion(tokens, at)
    while at > 0 and ("(" in tokens[at].before or _is_aside(tokens, at)):
        outer = _over_fillers(tokens, at) if "(" in tokens[at].before else _before_insertion(tokens, at)
        if outer in (0, at):
            break
        at = outer
    return at


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before a comma is an apposition or clause itself: "X, a mayor, who leads Y, said"."""
    if not tokens[at].before.strip().startswith(","):
        return False
    start = at - 1
    while start > max(0, at - REACH) and not tokens[start].broken:
        start -= 1
    if start == 0:
        return False
    head = tokens[start].lower
    if head in _ARTICLES and _opens_with_adverbial(tokens, start):
        return False
    return head in ("a", "an", "who", "which", "whose", "and", "but") or (head == "the" and not tokens[start].capital)


def _opens_with_adverbial(tokens: Sequence[Token], end: int) -> bool:
    """Whether all before ``end`` only says when or how: "Speaking in the port, the mayor, Ilse Marant, said"."""
    first = tokens[0].lower
    adverbial = first in _OPENERS or first == "asked" or first.endswith("ing")
    return adverbial and not any(token.broken for token in tokens[1:end])


def _is_verb(token: Token) -> bool:
    return token.lower in FINITE and token.lower not in AMBIGUOUS and not token.capital


def _start(tokens: Sequence[Token], end: int) -> int:
    at = end - 1
    while at > max(0, end - REACH) and not tokens[at].broken:
        before = tokens[at - 1]
        if before.lower in _BOUNDS or _is_verb(before):
            break
        if before.lower in ("and", "or") and not _joins_names(tokens, at - 1):
            break
        at -= 1
    if tokens[at].lower in _OPENERS or any(t.lower in BEING or t.lower in _VERBAL for t in tokens[at:end]):
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


def _last_phrase(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the noun phrase that ends at ``end`` begins: its determiner or its first capital."""
    at = end - 1
    while at > first and tokens[at].capital and tokens[at - 1].capital and not tokens[at].broken:
        at -= 1
    for n in range(at, max(first, at - 5), -1):
        if tokens[n].lower in DETERMINERS:
            return n
    return at


def _antecedent(tokens: Sequence[Token], who: int) -> tuple[int, int] | None:
    if who == 0:
        return None
    start = who - 1
    while start > max(0, who - REACH) and not tokens[start].broken and tokens[start - 1].lower not in _BOUNDS:
        start -= 1
    clause = any(token.lower in BEING or token.lower in _VERBAL or _is_verb(token) for token in tokens[start:who])
    clause = clause or any(token.lower in ("a", "an") for token in tokens[start + 1 : who])
    whole = tokens[start].lower in DETERMINERS and not clause
    return (start if whole else _last_phrase(tokens, start, who)), who


def subject_before(tokens: Sequence[Token], cue: int) -> tuple[int, int] | None:
    """The subject of the verb at ``cue`` (half open positions); None where the clause before is gone on with."""
    end = _end(tokens, cue)
    if end == 0:
        return None
    head = tokens[end - 1]
    if head.lower in ("and", "but", "or", "then") or (tokens[end].broken and end == cue):
        return None
    if head.lower in PRONOUNS and head.lower != "one":
        return _antecedent(tokens, end - 1) if head.lower == "who" else (end - 1, end)
    told = head.lower == "that" and end > 1 and not head.broken and speaks(tokens[end - 2].lower)
    if told or (head.lower == "which" and head.before.strip() in (",", "—", "–")):
        return _antecedent(tokens, end - 1)
    who = _relative(tokens, end)
    return _antecedent(tokens, who) if who else (_start(tokens, end), end)


def _relative(tokens: Sequence[Token], end: int) -> int:
    """Where the "who" stands whose clause, with its own verb, ends at ``end``: "one who was leaving said"; else 0."""
    at = end - 1
    own = False
    while at > max(0, end - REACH) and not tokens[at].broken and tokens[at].lower not in ("that", "which", "who"):
        own = own or tokens[at].lower in BEING or tokens[at].lower in _VERBAL or _is_verb(tokens[at])
        at -= 1
    return at if own and tokens[at].lower == "who" else 0


def subject_after(tokens: Sequence[Token], cue: int) -> tuple[int, int] | None:
    """The noun phrase right after a word: whose words they are in "said X" and "according to X"."""
    at = cue + 1
    while at < len(tokens) and not (at > cue + 1 and tokens[at].broken):
        lower = tokens[at].lower
        verb = lower in FINITE and not tokens[at].capital and (lower not in AMBIGUOUS or at > cue + 1)
        if lower in _HALTS or lower in NOT_NAMES or verb:
            break
        at += 1
    if at == cue + 1 or tokens[cue + 1].broken:
        return None
    return cue + 1, at


def _opens_with_name(tokens: Sequence[Token]) -> bool:
    """Whether the capital of a sentence's first word is a name's: another follows, or no other word is written so."""
    opener = tokens[0].lower in _OPENERS or tokens[0].lower in DETERMINERS
    named = len(tokens) > 1 and tokens[1].capital
    return not opener and (named or not is_common(tokens[0].lower))


def main_subject(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The subject a sentence begins with, for its participles: a pronoun, a name or "a group" in its first words."""
    opening = _behind_opening(tokens)
    if opening:
        found = main_subject(tokens[opening:])
        return (found[0] + opening, found[1] + opening) if found else None
    named = _by_determiner(tokens) if len(tokens) > 1 and not tokens[1].capital else None
    if named:
        return named
    for n, token in enumerate(tokens[:8]):
        if token.lower in ("he", "she", "they"):
            return n, n + 1
        if token.capital and (n or _opens_with_name(tokens)) and not _is_filler(token):
            end = n + 1
            while end < len(tokens) and tokens[end].capital and not tokens[end].broken:
                end += 1
            return _with_noun(tokens, n, end)
    return _by_determiner(tokens)


def _with_noun(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    """A name at ``first..end``, or the phrase that it stands in: "the Freedonia senator"."""
    noun = tokens[end] if end < len(tokens) and not tokens[end - 1].possessive else None
    if first == 1 and tokens[0].lower in DETERMINERS and noun and not noun.broken and _may_say(noun):
        return 0, end + 1
    return first, end


def _behind_opening(tokens: Sequence[Token]) -> int:
    """Where a sentence begins behind its dateline or behind what only says when or how; 0 where it has no such."""
    for n, token in enumerate(tokens[1:_DATELINE], 1):
        if "—" in token.before or "–" in token.before or "--" in token.before:
            return n if all(word.capital or word.text.isdigit() for word in tokens[:n]) else 0
    if not (
        tokens and (tokens[0].lower == "asked" or (tokens[0].lower.endswith("ing") and len(tokens[0].lower) > _ING))
    ):
        return 0
    parted = [n for n in range(1, min(REACH, len(tokens))) if tokens[n].before.strip() == ","]
    return next((n for n in parted if not _closes_soon(tokens, n)), 0)


def _closes_soon(tokens: Sequence[Token], first: int) -> bool:
    """Whether a comma follows the capitals at ``first``: a place goes on ("in Salem, Freedonia,")."""
    end = first
    while end < len(tokens) and tokens[end].capital and (end == first or not tokens[end].broken):
        end += 1
    return end > first and end < len(tokens) and tokens[end].broken


def _by_determiner(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The subject that a sentence begins with where that is no name: "a group", "the owners’ letter"."""
    if not tokens or tokens[0].lower not in DETERMINERS or tokens[0].possessive:
        return None
    noun = next((n for n in range(1, min(4, len(tokens))) if _may_say(tokens[n])), 0)
    parted = any(token.broken and not before.possessive for before, token in pairwise(tokens[: noun + 1]))
    return (0, noun + 1) if noun and not parted else None


def _may_say(token: Token) -> bool:
    return not token.possessive and speaks(token.lower)
