"""Differences in how sure reports are of one claim, and in whose word they give for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.judgement import Judgement
from headwater.account.compare.manner import Certainty
from headwater.account.compare.terms import Terms
from headwater.model.account import Aspect, Difference, Reading, Status
from headwater.model.article import Part
from headwater.model.particulars import AttributionKind

_SAME_STATEMENT = 0.7  # share of the smaller clause's words that both have, for an attribution to count as lost
_LEAST_SHARED = 5


def assurance_differences(alignment: Alignment) -> Iterable[Judgement]:
    """Certainty: claimed here, asserted there; expected here, stated there. Attribution: named here, lost there."""
    graded = [(clause.manner.certainty, clause) for clause in alignment.clauses if clause.part is not Part.TITLE]
    asserted = _of_others(graded, Certainty.ASSERTED, Certainty.CLAIMED)
    claimed = [clause for certainty, clause in graded if certainty is Certainty.CLAIMED]
    if asserted and claimed:
        explanation = "stated as fact in some reports, only claimed or unconfirmed in others"
        yield _judged(Aspect.CERTAINTY, (asserted, claimed), explanation, Status.DIFFERS)
    yield from _expected(graded)
    yield from _lost(alignment)


Graded = Sequence[tuple[Certainty, Clause]]


def _of_others(graded: Graded, wanted: Certainty, other: Certainty) -> list[Clause]:
    """The clauses of ``wanted`` certainty in articles that have none of the ``other``."""
    excluded = {clause.article.id for certainty, clause in graded if certainty is other}
    return [c for certainty, c in graded if certainty is wanted and c.article.id not in excluded]


def _expected(graded: Graded) -> Iterable[Judgement]:
    expected = [clause for certainty, clause in graded if certainty is Certainty.EXPECTED]
    firm = [c for certainty, c in graded if certainty in (Certainty.REPORTED, Certainty.ASSERTED)]
    holders = {clause.article.id for clause in firm}
    expected = [clause for clause in expected if clause.article.id not in holders]
    if not expected or not firm:
        return
    if _all_before(expected, firm):
        yield _judged(Aspect.CERTAINTY, (firm, expected), "expected at first, stated in later reports", Status.CHANGED)
    else:
        explanation = "a possibility in some reports, stated without reserve in others"
        yield _judged(Aspect.CERTAINTY, (firm, expected), explanation, Status.DIFFERS)


def _all_before(early: Sequence[Clause], late: Sequence[Clause]) -> bool:
    days = [clause.written for clause in early]
    later = [clause.written for clause in late]
    known_early, known_late = [d for d in days if d], [d for d in later if d]
    return bool(known_early and known_late) and max(known_early) < min(known_late)


def _lost(alignment: Alignment) -> Iterable[Judgement]:
    named = [(c, t) for c, t in zip(alignment.clauses, alignment.terms, strict=True) if _attributed(c)]
    holders = {clause.article.id for clause, _ in named}
    kept: list[Clause] = []
    lost: list[Clause] = []
    for clause, terms in zip(alignment.clauses, alignment.terms, strict=True):
        if clause.article.id in holders or clause.part is Part.TITLE or clause.quotes:
            continue
        behind = [other for other, other_terms in named if _same_statement(terms, other_terms)]
        if behind:
            lost.append(clause)
            kept.extend(other for other in behind if other not in kept)
    if lost:
        names = sorted({clause.attribution.chain[-1] for clause in kept if clause.attribution})
        explanation = f"attributed to {' and '.join(names)} in one report, stated without attribution in another"
        yield _judged(Aspect.ATTRIBUTION, (kept, lost), explanation, Status.AGREED)


def _attributed(clause: Clause) -> bool:
    return clause.attribution is not None and clause.attribution.kind is not AttributionKind.CREDIT


def _same_statement(a: Terms, b: Terms) -> bool:
    shared = len(a.words & b.words)
    alike = shared >= _SAME_STATEMENT * min(len(a.words), len(b.words))
    return alike and shared >= _LEAST_SHARED and a.numbers == b.numbers


def _judged(
    aspect: Aspect, sides: tuple[Sequence[Clause], Sequence[Clause]], explanation: str, effect: Status
) -> Judgement:
    readings = tuple(Reading(side[0].text, tuple(clause.citation for clause in side)) for side in map(_ordered, sides))
    return Judgement(Difference(aspect, readings, conflict=False, explanation=explanation), effect)


def _ordered(clauses: Sequence[Clause]) -> list[Clause]:
    return sorted(clauses, key=lambda clause: clause.place)
