"""Differences in how sure reports are of one claim, and in whose word they give for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.judgement import Judgement
from headwater.account.compare.lost import Read, is_quoted, lost_attribution
from headwater.account.compare.manner import Certainty
from headwater.account.compare.phrases import phrase_patterns
from headwater.account.compare.responsibility import names_perpetrator
from headwater.account.compare.terms import Terms
from headwater.model.account import Aspect, Difference, Reading, Status
from headwater.model.article import Part

_FIRM = (Certainty.REPORTED, Certainty.ASSERTED)
_SAME_MATTER = 0.6  # share of the words of the shorter, for a doubt and an assertion to be about one thing
_LEAST_ALIKE = 3  # words that both have
_UNCONFIRMED = phrase_patterns("stances")["unconfirmed"]
_HEDGE = re.compile(r"\b(?:can|goals?|aims?|hopes?|plans?|if|whether)\b", re.IGNORECASE)


def assurance_differences(alignment: Alignment) -> Iterable[Judgement]:
    """Certainty: claimed here, asserted there; expected here, stated there. Attribution: named here, lost there."""
    read = [(c, t) for c, t in zip(alignment.clauses, alignment.terms, strict=True) if c.part is not Part.TITLE]
    if len({clause.article.id for clause, _ in read}) < 2:
        return
    yield from _claimed(read)
    yield from _expected(read)
    lost = lost_attribution(read)
    if lost:
        names = " and ".join(sorted({clause.attribution.chain[-1] for clause in lost[0] if clause.attribution}))
        explanation = f"attributed to {names} in one report, stated without attribution in another"
        yield _judged(Aspect.ATTRIBUTION, lost, explanation, Status.AGREED)


def _claimed(read: Read) -> Iterable[Judgement]:
    """Stated as fact in reports that nowhere pass it on as a mere claim, against those that do."""
    claimed = [(clause, terms) for clause, terms in read if clause.manner.certainty is Certainty.CLAIMED]
    doubting = {clause.article.id for clause, _ in claimed}
    asserted = [
        (clause, terms)
        for clause, terms in read
        if clause.manner.certainty is Certainty.ASSERTED and clause.article.id not in doubting
    ]
    pairs = [(one, other) for one in asserted for other in claimed if _on_one_matter(one, other)]
    if pairs:
        doubts = [other[0] for _, other in pairs]
        ways = {
            "stated as fact": [one[0] for one, _ in pairs],
            "claimed": [c for c in doubts if not _UNCONFIRMED.search(c.text) and not c.manner.denies],
            "not confirmed": [c for c in doubts if _UNCONFIRMED.search(c.text) and not c.manner.denies],
            "denied": [c for c in doubts if c.manner.denies],
        }
        told = [way for way, clauses in ways.items() if clauses]
        explanation = f"{told[0]} in some reports, {' or '.join(told[1:])} in others"
        yield _judged(Aspect.CERTAINTY, [ways[way] for way in told], explanation, Status.DIFFERS)


def _on_one_matter(one: tuple[Clause, Terms], other: tuple[Clause, Terms]) -> bool:
    """Whether both say who did it, or the one asserts in its own voice what the other has as a claim."""
    if names_perpetrator(one[0]) and names_perpetrator(other[0]):
        return True
    return not is_quoted(one[0]) and bool(other[0].manner.claimed) and _concerned(other, one)


def _concerned(doubting: tuple[Clause, Terms], firm: tuple[Clause, Terms]) -> bool:
    """Whether the firm clause has what the other only expects or claims: the predicate, and most of the rest."""
    manner, words, others = firm[0].manner, firm[1].words, doubting[1].words
    about = doubting[0].manner.expected | doubting[0].manner.claimed
    if not doubting[0].manner.doubted & words - manner.expected:
        return False
    shared = len(words & others) + len(firm[1].numbers & doubting[1].numbers)
    alike = shared >= _LEAST_ALIKE and shared >= _SAME_MATTER * min(len(words), len(others))
    return alike and len(about & words) >= max(min(2, len(about)), _SAME_MATTER * len(about))


def _expected(read: Read) -> Iterable[Judgement]:
    """Stated in reports of which others only say that it is expected or possible."""
    firm = [(c, t) for c, t in read if c.manner.certainty in _FIRM and not c.manner.asks and not _hedged(c)]
    holders = {clause.article.id for clause, _ in firm}
    expected = [(c, t) for c, t in read if c.manner.certainty is Certainty.EXPECTED and c.article.id not in holders]
    pairs = [
        (one[0], other[0])
        for one in firm
        for other in expected
        if _concerned(other, one) and (other[0].manner.possible or not one[0].manner.future)
    ]
    if not pairs:
        return
    sides = [one for one, _ in pairs], [other for _, other in pairs]
    if _all_before(sides[1], sides[0]):
        yield _judged(Aspect.CERTAINTY, sides, "expected at first, stated in later reports", Status.CHANGED)
    else:
        explanation = "a possibility in some reports, stated without reserve in others"
        yield _judged(Aspect.CERTAINTY, sides, explanation, Status.DIFFERS)


def _all_before(early: Sequence[Clause], late: Sequence[Clause]) -> bool:
    days = [clause.written for clause in early]
    later = [clause.written for clause in late]
    known_early, known_late = [d for d in days if d], [d for d in later if d]
    return bool(known_early and known_late) and max(known_early) < min(known_late)


def _hedged(clause: Clause) -> bool:
    return _HEDGE.search(clause.text) is not None


def _judged(aspect: Aspect, sides: Sequence[Sequence[Clause]], explanation: str, effect: Status) -> Judgement:
    readings = tuple(Reading(side[0].text, tuple(clause.citation for clause in side)) for side in map(_ordered, sides))
    return Judgement(Difference(aspect, readings, conflict=False, explanation=explanation), effect)


def _ordered(clauses: Sequence[Clause]) -> list[Clause]:
    return sorted({clause.place: clause for clause in clauses}.values(), key=lambda clause: clause.place)
