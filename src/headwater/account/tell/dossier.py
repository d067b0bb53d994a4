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
from headwater.model.particulars import EntityType
from headwater.model.reuse import Origins

_OTHER = "other"
_WHAT_IT_IS = "what it is"
_OF_PERSONS = " (person)"  # ending of a section whose cues tell of the subject only where it is a person
# Of words in lower case: a search that minds case passes over a place at its first letter, one that does not cannot.
_CUES = {
    aspect: re.compile("|".join(f"(?:{line})" for line in lines))
    for aspect, lines in sections("dossier").items()
    if aspect not in ("descriptions", "holidays")
}
_ASPECTS = [aspect for aspect in _CUES if not aspect.endswith(_OF_PERSONS)]
_SIZE, _MEMBERS = "size", "members"
_WEAK = {"plans", "history"}  # aspects that a statement is listed under only where no other fits
_MOST_ASPECTS = 2  # that one statement is listed under
_MOST_OTHER = 12


def build_dossier(
    subject: Subject | None, told: Sequence[Alignment], origins: Origins, retold: frozenset[str] = frozenset()
) -> Dossier:
    """Every statement about ``subject`` by aspect, in the order of the aspects, each aspect in time order.

    A statement is a verbatim span. Clauses that make one claim in the same figures are one statement; those with other
    figures stand beside it, so that a reader sees then and now; an article of ``retold`` is quoted only where no other
    says the same. Empty where there is no subject.
    """
    if subject is None:
        return Dossier(None)
    by_aspect: dict[str, list[tuple[tuple[int, str, int], Statement]]] = {}
    for alignment in told:
        for group in _readings(alignment, subject):
            ordered = sorted(group, key=lambda clause: clause.place)
            chosen = max(ordered, key=lambda clause: (clause.article.id not in retold, clarity(clause)))
            entry = _statement(chosen, group, origins)
            for aspect in aspects_of(chosen, subject):
                by_aspect.setdefault(aspect, []).append(entry)
    listed = [aspect for aspect in (*_ASPECTS, _OTHER) if aspect in by_aspect]
    aspects = tuple(DossierAspect(aspect, _in_order(by_aspect[aspect], aspect)) for aspect in listed)
    return Dossier(subject.entity.id, aspects)


def _in_order(entries: list[tuple[tuple[int, str, int], Statement]], aspect: str) -> tuple[Statement, ...]:
    if aspect == _OTHER:
        entries = sorted(entries, key=lambda entry: (-entry[1].origins.max, entry[0]))[:_MOST_OTHER]
    return tuple(statement for _, statement in sorted(entries, key=lambda entry: entry[0]))


def _readings(alignment: Alignment, subject: Subject) -> list[list[Clause]]:
    """The clauses of a claim that speaks of the subject, parted by the figures they give."""
    if not any(subject.is_in(clause) for clause in alignment.clauses if not clause.leaning):
        return []
    groups: dict[frozenset[str], list[Clause]] = {}
    for clause, terms in zip(alignment.clauses, alignment.terms, strict=True):
        groups.setdefault(terms.numbers, []).append(clause)
    bodied = [group for group in groups.values() if any(clause.part is not Part.TITLE for clause in group)]
    return bodied or list(groups.values())[:1]


def aspects_of(clause: Clause, subject: Subject) -> list[str]:
    """The aspects of the subject that the clause tells of, at most two; the weak ones only where no other fits."""
    person, text = subject.entity.type is EntityType.PERSON, _lowered(clause.text)
    fitting = [aspect for aspect in _ASPECTS if aspect != _WHAT_IT_IS and _tells(text, aspect, person=person)]
    if _says_what_it_is(clause, subject):
        fitting.insert(0, _WHAT_IT_IS)
    strong = [aspect for aspect in fitting if aspect not in _WEAK]
    if _SIZE in strong and _MEMBERS in strong:  # a body's number of members, told beside what changes
        strong.remove(_MEMBERS)
    return (strong or fitting or [_OTHER])[:_MOST_ASPECTS]


def _tells(text: str, aspect: str, *, person: bool) -> bool:
    also = _CUES.get(aspect + _OF_PERSONS) if person else None
    return _CUES[aspect].search(text) is not None or (also is not None and also.search(text) is not None)


def _lowered(text: str) -> str:
    """``text`` in lower case, the Turkish and the long letters that a pattern takes for "i" and "s" as these."""
    lower = text.replace("İ", "i").lower()
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ſ", "s")


def _says_what_it_is(clause: Clause, subject: Subject) -> bool:
    """Whether a definition follows right after a name of the subject."""
    text = clause.article.text
    return any(
        _CUES[_WHAT_IT_IS].match(_lowered(text[name.citation.end : clause.end])) for name in subject.mentions(clause)
    )


def _statement(chosen: Clause, clauses: Sequence[Clause], origins: Origins) -> tuple[tuple[int, str, int], Statement]:
    others = tuple(clause.citation for clause in clauses if clause is not chosen)
    carried = origins.carrying({clause.article.id for clause in clauses})
    written = min((clause.written.toordinal() for clause in clauses if clause.written), default=0)
    return (written, *chosen.place), Statement(chosen.text, carried, (chosen.citation, *others))
