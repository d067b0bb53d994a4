"""Reporting clauses: who is said to say something in a sentence, and by which words.

A reporting clause is a cue verb with its subject ("the ministry announced", "said X", "X, who runs Y, told Z"), a
participle that goes on with the subject before ("adding that"), "according to X", or a name and a colon.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from headwater.account.particulars.cues import AMBIGUOUS, DESCRIBING, FINITE, PARTICIPLES, PLAIN
from headwater.account.particulars.subjects import BEING, DETERMINERS, PRONOUNS, subject_after, subject_before
from headwater.account.particulars.tokens import Token

_INTRODUCERS = frozenset(("that", "how", "why", "what", "whether", "if", "when", "where", "who"))
_MARKS = "“”\"«»„''‘’"
FAR = 12  # words back that "responsibility" stands from "claimed by"
_BLAMING = frozenset(("took", "takes", "take", "accepted", "accepts", "claimed", "claims"))
_PUT = frozenset(("put", "puts", "phrased", "phrases"))
_FORMS = FINITE.keys() | PARTICIPLES.keys() | _BLAMING | _PUT | {"according"}
_REMEMBERED = 1 << 11
_COLON = 4  # words at most before the colon that a sentence begins with
_HEARD = frozenset(("quoted", "cited", "heard", "seen", "recorded", "filmed"))
_MODALS = frozenset(("can", "could", "be", "also", "later"))
_STANDING = frozenset(("another", "one", "some", "several", "many", "both"))  # determiners that stand for somebody
_PARTICLES = frozenset(("down", "out", "back"))  # behind what is a verb then: "yells down"
_OBJECT_FIRST = frozenset(("told", "tell", "tells"))  # what stands behind is who is told
_NOMINAL = frozenset(("to", "of", "no", "any", "with", "by"))


class Report(NamedTuple):
    """A cue at token ``cue`` and its subject, tokens ``first..last`` (half open); empty where it is carried on.

    ``inverted`` marks "said X"; ``carried`` a participle or second verb whose subject is that of the clause before. A
    tuple, for every verb of saying makes one or two.
    """

    cue: int
    first: int
    last: int
    inverted: bool = False
    carried: bool = False


def introduces(ahead: Sequence[Token]) -> bool:
    """Whether reported words begin with these: "that", a question word, a mark or a colon."""
    return bool(ahead) and (ahead[0].lower in _INTRODUCERS or any(mark in ahead[0].before for mark in ':“"«„'))


def takes_blame(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb claims a deed: "took responsibility", "claimed credit"."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower not in ("responsibility", "credit"):
        return False
    return tokens[at].lower in _BLAMING


def puts_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb says how somebody words something: "as she put it"."""
    return tokens[at].lower in _PUT and at + 1 < len(tokens) and tokens[at + 1].lower == "it"


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that could be a cue is a noun or passive here: "the claim", "was told", "mental state"."""
    if at == 0 or tokens[at].broken:
        return False
    before = tokens[at - 1]
    if before.lower in _STANDING and tokens[at].lower not in AMBIGUOUS:
        return False
    if before.possessive or before.lower in DETERMINERS or before.lower in BEING or before.lower in _NOMINAL:
        return True
    if tokens[at].lower not in AMBIGUOUS or before.lower in PRONOUNS:
        return False
    if not tokens[at].lower.endswith("s") and not before.lower.endswith("s"):
        return True
    ahead = tokens[at + 1 : at + 2]
    if not ahead or ahead[0].lower in _PARTICLES:
        return False
    goes_on = ahead[0].lower in DETERMINERS or ahead[0].lower in PRONOUNS
    verb = goes_on and before.capital and not before.lower.endswith("s")
    return not verb and not introduces(ahead)


def _claimed_by(tokens: Sequence[Token], at: int) -> Report | None:
    """A deed owned up to in the passive: "responsibility was claimed by X"."""
    if (
        at + 1 >= len(tokens)
        or tokens[at + 1].lower != "by"
        or tokens[at].lower not in ("claimed", "taken", "accepted")
    ):
        return None
    if not any(token.lower in ("responsibility", "credit") for token in tokens[max(0, at - FAR) : at]):
        return None
    subject = subject_after(tokens, at + 1)
    return Report(at, *subject, inverted=True) if subject else None


def _passive(tokens: Sequence[Token], at: int) -> Report | None:
    """Words laid at a door in the passive: "praised by X as", "X was quoted by Y as saying"."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower != "by" or FINITE[tokens[at].lower] not in DESCRIBING:
        return None
    subject = subject_after(tokens, at + 1)
    return Report(at, *subject, inverted=True) if subject else None


def _closes_quote(token: Token) -> bool:
    """Whether a word stands behind a closing quotation mark and is no noun: "“…,” complained"."""
    return token.lower not in AMBIGUOUS and any(mark in token.before for mark in _MARKS)


def _inverted(tokens: Sequence[Token], at: int) -> Report | None:
    """The subject behind its verb: "said X", "wrote another"."""
    after = None if tokens[at].lower in _OBJECT_FIRST else subject_after(tokens, at)
    bare = tokens[at].lower == "said" and tokens[at].before.strip() != ","
    bare = bare or (after is not None and tokens[after[1] - 1].capital and _closes_quote(tokens[at]))
    if after and (tokens[at + 1].capital or tokens[at + 1].lower in DETERMINERS or bare):
        return Report(at, *after, inverted=True)
    return None


def _quoted(tokens: Sequence[Token], at: int) -> Report | None:
    """Whom somebody else quotes: "the paper quoted X as saying"."""
    if tokens[at].lower not in ("quoted", "quotes") or tokens[at - 1].lower in BEING:
        return None
    behind = [token.lower for token in tokens[at + 1 : at + FAR]]
    end = at + 1 + behind.index("as") if "as" in behind else 0
    said = end and end + 1 < len(tokens) and tokens[end + 1].lower in ("saying", "telling")
    return Report(at, at + 1, end, inverted=True) if said and end > at + 1 else None


def _by_verb(tokens: Sequence[Token], at: int) -> Report | None:
    claimed = _claimed_by(tokens, at) or _passive(tokens, at) or (_quoted(tokens, at) if at else None)
    if claimed:
        return claimed
    if _is_noun(tokens, at):
        return None
    plain = FINITE.get(tokens[at].lower) in PLAIN
    if at == 0 or (plain and any(mark in tokens[at].before for mark in _MARKS)):
        inverted = _inverted(tokens, at)
        if inverted:
            return inverted
    subject = subject_before(tokens, at)
    if subject:
        return Report(at, *subject)
    inverted = _inverted(tokens, at) if plain and tokens[at].before.strip() == "," else None
    return inverted or (Report(at, at, at, carried=True) if at > 0 else None)


def closing(tokens: Sequence[Token]) -> Report | None:
    """The reporting clause that ends a sentence behind a comma: "…, said the X"."""
    for at in range(len(tokens) - 1, max(0, len(tokens) - FAR), -1):
        if tokens[at].broken:
            plain = tokens[at].before.strip() == "," and FINITE.get(tokens[at].lower) in PLAIN
            inverted = _inverted(tokens, at) if plain else None
            return inverted if inverted and inverted.last == len(tokens) else None
    return None


def _heard(tokens: Sequence[Token], at: int) -> Report | None:
    """What a participle of speech hangs on: "X was quoted by Y as saying", "X can be heard saying", "X is telling"."""
    verb = at - 1
    while verb > max(0, at - FAR) and not tokens[verb].broken and tokens[verb].lower not in _HEARD:
        verb -= 1
    first = verb if tokens[verb].lower in _HEARD else at
    being = first
    active = tokens[first].lower == "quoted" and tokens[first - 1].lower not in BEING
    if active and first + 1 < at - 1 and tokens[first + 1].lower != "by" and tokens[at - 1].lower == "as":
        return Report(at, first + 1, at - 1)
    while being > 0 and (tokens[being - 1].lower in BEING or tokens[being - 1].lower in _MODALS):
        being -= 1
    subject = subject_before(tokens, being) if being < first else None
    return Report(at, *subject) if subject else None


def _by_participle(tokens: Sequence[Token], at: int) -> Report | None:
    """A participle behind a comma goes on with the clause before; right behind a noun phrase that is its subject."""
    before = tokens[at - 1] if at else None
    if before is None:
        return None
    if not tokens[at].broken and (before.lower in BEING or before.lower in _HEARD or before.lower == "as"):
        heard = _heard(tokens, at)
        if heard:
            return heard
    if before.lower == "by" and not tokens[at].broken:
        return Report(at, at, at, carried=True)  # "punctuated it by saying"
    if _is_noun(tokens, at):
        return None
    if not tokens[at].broken and (before.capital or tokens[at].lower == "reading" or before.lower in PRONOUNS):
        subject = subject_before(tokens, at)
        if subject:
            return Report(at, *subject)
    return Report(at, at, at, carried=True)


def _by_capital(tokens: Sequence[Token], at: int) -> Report | None:
    """What a sentence opens with: "Added X, …", or a name and a colon, "X: we will not yield"."""
    opens = at == 0 and tokens[1:2] and tokens[1].capital and FINITE.get(tokens[0].lower) in PLAIN
    if opens and tokens[0].lower not in AMBIGUOUS:
        return _inverted(tokens, at)
    return _by_colon(tokens, at + 1)


def _by_colon(tokens: Sequence[Token], at: int) -> Report | None:
    """A name and a colon at the beginning: "X: we will not yield"."""
    if (
        0 < at <= min(_COLON, len(tokens) - 1)
        and tokens[at].before.strip().startswith(":")
        and all(t.capital for t in tokens[:at])
    ):
        return Report(at - 1, 0, at)
    return None


@lru_cache(maxsize=_REMEMBERED)
def reports_in(tokens: tuple[Token, ...]) -> tuple[Report, ...]:
    """The reporting clauses of one sentence (its words outside quotation marks), in order.

    Remembered, for the quotes and the attributions of an article ask for the same sentences.
    """
    found: list[Report | None] = []
    opening = [at for at, token in enumerate(tokens[:_COLON]) if token.capital or token.lower in _FORMS]
    for at in [*opening, *[at for at, token in enumerate(tokens) if token.lower in _FORMS and at >= _COLON]]:
        token, lower = tokens[at], tokens[at].lower
        if lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
            subject = subject_after(tokens, at + 1)
            found.append(Report(at, *subject, inverted=True) if subject else None)
        elif token.capital:
            found.append(_by_capital(tokens, at))
        elif puts_it(tokens, at):
            subject = subject_before(tokens, at)
            found.append(Report(at, *subject) if subject else None)
        elif lower in FINITE or takes_blame(tokens, at):
            found.append(_by_verb(tokens, at))
        elif lower in PARTICIPLES:
            found.append(_by_participle(tokens, at))
    return tuple([report for report in found if report is not None])
