"""Differences in how sure reports are of one claim, and in whose word they give for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.judgement import Judgement
from headwater.account.compare.manner import Certainty
from headwater.account.compare.responsibility import names_perpetrator
from headwater.account.compare.terms import Terms
from headwater.model.account import Aspect, Difference, Reading, Status
from headwater.model.article import Part
from headwater.model.particulars import AttributionKind

_FIRM = (Certainty.REPORTED, Certainty.ASSERTED)
_SAME_MATTER = 0.5  # the same share, for a claim and an assertion to be about one thing
_MARKS = "\"'‘’“”«»"
_SAME_STATEMENT = 0.7  # share of the smaller clause's words that both have, for an attribution to count as lost
_LEAST_SHARED = 5


def assurance_differences(alignment: Alignment) -> Iterable[Judgement]:
    """Certainty: claimed here, asserted there; expected here, stated there. Attribution: named here, lost there."""
    read = [(c, t) for c, t in zip(alignment.clauses, alignment.terms, strict=True) if c.part is not Part.TITLE]
    yield from _claimed(read)
    yield from _expected(read)
    yield from _lost(read)


Read = Sequence[tuple[Clause, Terms]]


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
        sides = [one[0] for one, _ in pairs], [other[0] for _, other in pairs]
        explanation = "stated as fact in some reports, only claimed or unconfirmed in others"
        yield _judged(Aspect.CERTAINTY, sides, explanation, Status.DIFFERS)


def _on_one_matter(one: tuple[Clause, Terms], other: tuple[Clause, Terms]) -> bool:
    """Whether both say who did it, or most of what the shorter says is in the longer."""
    if names_perpetrator(one[0]) and names_perpetrator(other[0]):
        return True
    words, others = one[1].words, other[1].words
    alike = len(words & others) >= _SAME_MATTER * min(len(words), len(others))
    return alike and (not other[0].manner.claimed or _concerns(other[0].manner.claimed, words))


def _concerns(about: frozenset[str], words: frozenset[str]) -> bool:
    """Whether what an expectation or a claim is about is mostly in ``words``."""
    return len(about & words) >= max(min(2, len(about)), _SAME_MATTER * len(about)) > 0


def _expected(read: Read) -> Iterable[Judgement]:
    """Stated in reports of which others only say that it is expected or possible."""
    firm = [(c, t) for c, t in read if c.manner.certainty in _FIRM and not c.manner.asks]
    holders = {clause.article.id for clause, _ in firm}
    expected = [c for c, _ in read if c.manner.certainty is Certainty.EXPECTED and c.article.id not in holders]
    pairs = [
        (one, other)
        for one, terms in firm
        for other in expected
        if _concerns(other.manner.expected, terms.words) and (other.manner.possible or not one.manner.future)
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


def _lost(read: Read) -> Iterable[Judgement]:
    named = [(clause, terms) for clause, terms in read if _attributed(clause)]
    holders = {clause.article.id for clause, _ in named}
    kept: list[Clause] = []
    lost: list[Clause] = []
    for clause, terms in read:
        if clause.article.id in holders or _is_quoted(clause):
            continue
        behind = [other for other, other_terms in named if _same_statement(terms, other_terms)]
        if behind:
            lost.append(clause)
            kept.extend(other for other in behind if other not in kept)
    if lost:
        names = sorted({clause.attribution.chain[-1] for clause in kept if clause.attribution})
        explanation = f"attributed to {' and '.join(names)} in one report, stated without attribution in another"
        yield _judged(Aspect.ATTRIBUTION, (kept, lost), explanation, Status.AGREED)


def _is_quoted(clause: Clause) -> bool:
    """Whether the clause holds or is part of a quotation, single marks among them."""
    return bool(clause.quotes) or clause.text[0] in _MARKS or clause.text[-1] in _MARKS


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
    return sorted({clause.place: clause for clause in clauses}.values(), key=lambda clause: clause.place)
