"""The dossier: all that the coverage says about one thing, by aspect."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.tell.clarity import clarity
from headwater.account.tell.subject import Subject
from headwater.account.wordlists import sections
from headwater.model.account import Dossier, DossierAspect, Statement
from headwater.model.article import Part
from headwater.model.reuse import Origins

_OTHER = "other"
_CUES = {
    aspect: re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)
    for aspect, lines in sections("dossier").items()
}
_MOST_ASPECTS = 3  # that one statement is listed under
_WEAK = {"plans", "history", "what it is"}  # aspects that a statement is listed under only where no other fits
_MOST_OTHER = 12


def build_dossier(subject: Subject | None, told: Sequence[Alignment], origins: Origins) -> Dossier:
    """Every statement about ``subject`` by aspect, in the order of the aspects, each aspect in time order.

    A statement is a verbatim span. Clauses that make one claim in the same figures are one statement; those with other
    figures stand beside it, so that a reader sees then and now. Empty where there is no subject.
    """
    if subject is None:
        return Dossier(None)
    by_aspect: dict[str, list[tuple[tuple[int, str, int], Statement]]] = {}
    for alignment in told:
        for group in _readings(alignment, subject):
            statement, when = _statement(group, origins)
            for aspect in aspects_of(group):
                by_aspect.setdefault(aspect, []).append((when, statement))
    listed = [aspect for aspect in (*_CUES, _OTHER) if aspect in by_aspect]
    return Dossier(
        subject.entity.id, tuple(DossierAspect(aspect, _in_order(by_aspect[aspect], aspect)) for aspect in listed)
    )


def _in_order(entries: list[tuple[tuple[int, str, int], Statement]], aspect: str) -> tuple[Statement, ...]:
    if aspect == _OTHER:
        entries = sorted(entries, key=lambda entry: (-entry[1].origins.max, entry[0]))[:_MOST_OTHER]
    return tuple(statement for _, statement in sorted(entries, key=lambda entry: entry[0]))


def _readings(alignment: Alignment, subject: Subject) -> list[list[Clause]]:
    """The clauses of the claim that speak of the subject, parted by the figures they give."""
    groups: dict[frozenset[str], list[Clause]] = {}
    for clause, terms in zip(alignment.clauses, alignment.terms, strict=True):
        if subject.is_in(clause):
            groups.setdefault(terms.numbers, []).append(clause)
    bodied = [group for group in groups.values() if any(clause.part is not Part.TITLE for clause in group)]
    return bodied or list(groups.values())[:1]


def aspects_of(clauses: Sequence[Clause]) -> list[str]:
    """The aspects that the clauses tell of, at most three, the weak ones only where no other fits."""
    chosen = max(clauses, key=clarity)
    fitting = [aspect for aspect, cue in _CUES.items() if cue.search(chosen.text)]
    strong = [aspect for aspect in fitting if aspect not in _WEAK]
    return (strong or fitting or [_OTHER])[:_MOST_ASPECTS]


def _statement(clauses: Sequence[Clause], origins: Origins) -> tuple[Statement, tuple[int, str, int]]:
    chosen = max(sorted(clauses, key=lambda clause: clause.place), key=clarity)
    others = tuple(clause.citation for clause in clauses if clause is not chosen)
    carried = origins.carrying({clause.article.id for clause in clauses})
    written = min((clause.written.toordinal() for clause in clauses if clause.written), default=0)
    return Statement(chosen.text, carried, (chosen.citation, *others)), (written, *chosen.place)
