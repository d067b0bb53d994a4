"""Alignments told as claims: which words stand for each, its status, its weight, its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.differences import judge_differences
from headwater.account.compare.judgement import Judgement
from headwater.account.compare.primary import primary_of, sole_witness
from headwater.account.compare.stances import stances_of
from headwater.account.compare.terms import Aligned
from headwater.account.settings import AccountSettings
from headwater.account.tell.clarity import clarity, states_something
from headwater.model.account import Claim, Stance, Status
from headwater.model.reuse import Origins

_SAYS_NOTHING = 9.0  # more than all that can speak for a clause
_SECOND_HAND = 4.0

DistinctOf = Mapping[str, str]  # article id -> the id that stands for it and its copies


def tell_claims(
    alignments: Sequence[Alignment],
    aligned: Aligned,
    origins: Origins,
    distinct: DistinctOf,
    *,
    retold: frozenset[str] = frozenset(),
    settings: AccountSettings,
) -> tuple[tuple[Claim, Alignment], ...]:
    """The claims with what they were made of, the most widely carried first, numbered in that order.

    A claim is told in the words of an article of ``retold`` only where no other has it.
    """
    told = [
        (_claim(each, aligned, origins, distinct, retold), each)
        for each in alignments
        if any(map(states_something, _first_hand(each.clauses, retold)))
    ]
    told.sort(key=lambda pair: _weight(pair[0]))
    kept = told[: settings.claims_at_most]
    return tuple((replace(claim, id=f"c{n}"), each) for n, (claim, each) in enumerate(kept, 1))


def _first_hand(clauses: Sequence[Clause], retold: frozenset[str]) -> Sequence[Clause]:
    """The clauses that are not of ``retold`` articles, or all of them: a rewrite makes no claim of a scrap."""
    return [clause for clause in clauses if clause.article.id not in retold] or clauses


def witnesses_of(told: Sequence[tuple[Claim, Alignment]], aligned: Aligned) -> dict[str, str]:
    """For claims (ids) that every report which states them lays at the same door, whose door that is."""
    found: dict[str, str] = {}
    for claim, alignment in told:
        witness = sole_witness(alignment.clauses, aligned.entities, _carriers(claim.stances))
        if witness:
            found[claim.id] = witness
    return found


def _carriers(stances: Sequence[tuple[str, Stance]]) -> list[str]:
    """The articles that state the claim; where none does, all that have it."""
    return [article for article, stance in stances if stance is Stance.STATES] or [article for article, _ in stances]


def _weight(claim: Claim) -> tuple[int, int, int, str, int]:
    first = claim.citations[0]
    return -claim.origins.max, -len(claim.stances), -len(claim.citations), first.article, first.start


def _claim(
    alignment: Alignment, aligned: Aligned, origins: Origins, distinct: DistinctOf, retold: frozenset[str]
) -> Claim:
    stances = stances_of(alignment.clauses, [terms.words for terms in alignment.terms])
    carriers = _carriers(stances)
    judged = judge_differences(alignment, aligned)
    written = {clause.article.id: clause.written for clause in alignment.clauses}
    chosen = clearest(alignment, retold)
    others = sorted((c for c in alignment.clauses if c is not chosen), key=lambda clause: clause.place)
    return Claim(
        id="c0",
        text=chosen.text,
        status=_status(judged, stances, {distinct[article] for article in alignment.articles}, written),
        origins=origins.carrying(carriers),
        primary=primary_of(alignment.clauses, aligned.entities, carriers),
        citations=(chosen.citation, *(clause.citation for clause in others)),
        stances=stances,
        differences=tuple(judgement.difference for judgement in judged),
    )


def _status(
    judged: Sequence[Judgement],
    stances: Sequence[tuple[str, Stance]],
    carriers: set[str],
    written: Mapping[str, date | None],
) -> Status:
    if len(carriers) == 1:
        return Status.SINGLE
    effects = {judgement.effect for judgement in judged}
    if any(stance is Stance.DENIES for _, stance in stances):
        return Status.CHANGED if _denied_before(stances, written) else Status.DIFFERS
    return next((status for status in (Status.DIFFERS, Status.CHANGED) if status in effects), Status.AGREED)


def _denied_before(stances: Sequence[tuple[str, Stance]], written: Mapping[str, date | None]) -> bool:
    """Whether every report that denies the claim is older than every one that states it."""
    denied = [written[article] for article, stance in stances if stance is Stance.DENIES]
    stated = [written[article] for article, stance in stances if stance is Stance.STATES]
    known, later = [day for day in denied if day], [day for day in stated if day]
    return len(known) == len(denied) and len(later) == len(stated) > 0 and max(known) < min(later)


def clearest(alignment: Alignment, retold: frozenset[str]) -> Clause:
    """The clause that stands best for the claim: clear, central, of the newest reports, not of a ``retold`` one."""
    if len(alignment.clauses) == 1:
        return alignment.clauses[0]
    most = max(alignment.centrality, default=0.0) or 1.0
    newest = max((clause.written for clause in alignment.clauses if clause.written), default=None)
    ranked = zip(alignment.clauses, alignment.centrality, strict=True)

    def score(clause: Clause, centrality: float) -> float:
        return (
            clarity(clause)
            - _SAYS_NOTHING * (not states_something(clause))
            - _SECOND_HAND * (clause.article.id in retold)
            + centrality / most
            + (0.2 if newest and clause.written == newest else 0.0)
        )

    return min(ranked, key=lambda pair: (-score(*pair), pair[0].place))[0]
