"""Claims that another report contradicts in a sentence which is not alike enough to be part of the claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.account.compare.claims import Alignment
from headwater.account.compare.contradictions import Contradiction
from headwater.model.account import Aspect, Claim, Difference, Reading, Status
from headwater.model.article import Article, Citation

Told = tuple[Claim, Alignment]


def with_contradictions(
    told: Sequence[Told], contradictions: Sequence[Contradiction], articles: Mapping[str, Article]
) -> tuple[Told, ...]:
    """The claims, each contradiction that none shows yet added to the weightiest that has one of its readings."""
    found = list(told)
    for contradiction in contradictions:
        if any(_shown(contradiction, claim) for claim, _ in found):
            continue
        held = [n for n, (_, alignment) in enumerate(found) if _holds(contradiction, alignment)]
        if held:
            claim, alignment = found[held[0]]
            readings = tuple(Reading(articles[c[0].article].cited(c[0]), c) for c in contradiction.readings)
            added = Difference(Aspect.NUMBER, readings, True, contradiction.explanation)
            found[held[0]] = (
                replace(claim, status=Status.DIFFERS, differences=(*claim.differences, added)),
                alignment,
            )
    return tuple(found)


def _shown(contradiction: Contradiction, claim: Claim) -> bool:
    """Whether a conflict of the claim has two of the readings."""
    for difference in claim.differences:
        if difference.conflict:
            cited = {citation for reading in difference.readings for citation in reading.citations}
            if sum(not cited.isdisjoint(reading) for reading in contradiction.readings) > 1:
                return True
    return False


def _holds(contradiction: Contradiction, alignment: Alignment) -> bool:
    return any(
        clause.article.id == citation.article and clause.start <= citation.start < clause.end
        for citation in _cited(contradiction)
        for clause in alignment.clauses
    )


def _cited(contradiction: Contradiction) -> tuple[Citation, ...]:
    return tuple(citation for reading in contradiction.readings for citation in reading)
