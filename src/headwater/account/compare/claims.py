"""Claims: clauses of the reports that say the same thing, aligned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.account.compare.candidates import candidates_of
from headwater.account.compare.clauses import Clause, clauses_of, extended
from headwater.account.compare.grouping import average_link
from headwater.account.compare.responsibility import joined_by_responsibility, names_perpetrator
from headwater.account.compare.similarity import Pairs, neighbours_of
from headwater.account.compare.terms import Aligned, Terms, terms_of
from headwater.account.settings import AccountSettings
from headwater.model.particulars import Particulars

_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Alignment:
    """Clauses that make one claim, in the order of article and offset; ``centrality`` of each among the others."""

    clauses: tuple[Clause, ...]
    terms: tuple[Terms, ...]
    centrality: tuple[float, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that make the claim, sorted."""
        return tuple(sorted({clause.article.id for clause in self.clauses}))


def align_claims(
    particulars: Sequence[Particulars], aligned: Aligned, *, settings: AccountSettings
) -> tuple[Alignment, ...]:
    """Every clause that states something, in exactly one alignment each; ordered by first article and offset.

    Average link over sparse similarities, so that a chain of neighbours does not join different statements.
    Clauses of the same words (copies) are compared once.
    """
    clauses = [clause for each in particulars for clause in clauses_of(each) if _states(clause)]
    clauses.sort(key=lambda clause: clause.place)
    terms = terms_of(clauses, aligned)
    same = _same_words(clauses)
    firsts = [members[0] for members in same]
    threshold = settings.claim_similarity
    compared = [clauses[i] for i in firsts]
    responsible = {n for n, clause in enumerate(compared) if names_perpetrator(clause)}
    candidates = candidates_of(compared, [terms[i] for i in firsts], threshold=threshold, kept=responsible)
    groups = average_link(len(firsts), candidates.pairs, candidates.barred, threshold=threshold)
    groups = joined_by_responsibility(groups, compared, responsible)
    found = [_alignment(group, same, (clauses, terms), candidates.pairs) for group in groups]
    return tuple(sorted(_upright(found), key=lambda alignment: alignment.clauses[0].place))


def _upright(alignments: Sequence[Alignment]) -> list[Alignment]:
    """The alignments; a leaning clause that no clause of another wording joins goes back to the clause before it."""
    kept = [alignment for alignment in alignments if not all(clause.leaning for clause in alignment.clauses)]
    fallen = {
        clause.place: clause
        for alignment in alignments
        if all(clause.leaning for clause in alignment.clauses)
        for clause in alignment.clauses
    }
    before = _before(fallen, [clause for alignment in kept for clause in alignment.clauses])
    return [
        replace(alignment, clauses=tuple(before.get(clause.place, clause) for clause in alignment.clauses))
        for alignment in kept
    ]


def _before(fallen: Mapping[tuple[str, int], Clause], standing: Sequence[Clause]) -> dict[tuple[str, int], Clause]:
    """For clauses that a fallen one leans on, the clause with the fallen one added."""
    by_sentence: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in standing:
        by_sentence[clause.article.id, clause.sentence.id].append(clause)
    found: dict[tuple[str, int], Clause] = {}
    for _, leaning in sorted(fallen.items()):
        earlier = [c for c in by_sentence[leaning.article.id, leaning.sentence.id] if c.start < leaning.start]
        if earlier:
            last = max(earlier, key=lambda clause: clause.start)
            found[last.place] = extended(found.get(last.place, last), leaning)
    return found


def _states(clause: Clause) -> bool:
    """Whether the clause can be a statement: long enough, not all capitals, not cut off."""
    text = clause.text
    return text.count(" ") + 1 >= _LEAST_WORDS and not text.isupper() and not text.endswith(("...", "…"))


def _same_words(clauses: Sequence[Clause]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for i, clause in enumerate(clauses):
        groups[" ".join(clause.text.casefold().replace("’", "'").split()).strip(" .\"'“”")].append(i)
    return list(groups.values())


def _alignment(
    group: Sequence[int],
    same: Sequence[Sequence[int]],
    all_of: tuple[Sequence[Clause], Sequence[Terms]],
    pairs: Pairs,
) -> Alignment:
    clauses, terms = all_of
    central = neighbours_of(pairs, group)
    members = sorted((i, central.get(node, 0.0)) for node in group for i in same[node])
    return Alignment(
        clauses=tuple(clauses[i] for i, _ in members),
        terms=tuple(terms[i] for i, _ in members),
        centrality=tuple(value for _, value in members),
    )
