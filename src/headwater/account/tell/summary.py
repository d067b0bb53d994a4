"""The summary: the few clauses that tell a story, each carried by as many independent lines as there are."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.stances import Certainty, certainty_of
from headwater.account.settings import AccountSettings
from headwater.account.tell.clarity import reads_alone
from headwater.model.account import Claim, Stance, SummaryLine
from headwater.model.article import Part

_EARLY = 12  # sentences from the top after which the place in an article tells nothing more
_REPEATED = 0.5  # share of a clause's words that the summary may already have
_LEAST_LENGTH, _MOST_LENGTH = 40, 420


def summarise(told: Sequence[tuple[Claim, Alignment]], *, settings: AccountSettings) -> tuple[SummaryLine, ...]:
    """Up to ``summary_lines`` verbatim sentences: widely carried, high in the reports, without repetition."""
    weighed = [(_weight(claim, alignment), claim, alignment) for claim, alignment in told]
    weighed.sort(key=lambda entry: (-entry[0], entry[1].citations[0].article, entry[1].citations[0].start))
    chosen: list[tuple[Clause, Claim]] = []
    seen: list[frozenset[str]] = []
    for _, claim, alignment in weighed:
        if len(chosen) == settings.summary_lines:
            break
        position = _best(alignment)
        if position is None or _repeats(alignment.terms[position].words, seen):
            continue
        seen.append(alignment.terms[position].words)
        chosen.append((alignment.clauses[position], claim))
    return tuple(_line(clause, claim) for clause, claim in chosen)


def _line(clause: Clause, claim: Claim) -> SummaryLine:
    others = tuple(citation for citation in claim.citations if citation != clause.citation)
    return SummaryLine(clause.text, (clause.citation, *others), claim.origins)


def _weight(claim: Claim, alignment: Alignment) -> float:
    early = max(1 - clause.order / _EARLY for clause in alignment.clauses)
    states = sum(stance is Stance.STATES for _, stance in claim.stances)
    return (
        claim.origins.max
        + 0.5 * claim.origins.min
        + 0.25 * min(states, 4)
        + max(early, 0.0) * 1.5
        + 0.3 * bool(claim.primary)
    )


def _best(alignment: Alignment) -> int | None:
    """The clause to quote: complete in itself, from the body, stated rather than expected, newest."""
    fit = [
        (_rank(clause, centrality), clause.place, position)
        for position, (clause, centrality) in enumerate(zip(alignment.clauses, alignment.centrality, strict=True))
        if reads_alone(clause) and _LEAST_LENGTH <= len(clause.text) <= _MOST_LENGTH
    ]
    return min(fit)[2] if fit else None


def _rank(clause: Clause, centrality: float) -> tuple[bool, bool, int, float]:
    newest = -(clause.written.toordinal() if clause.written else 0)
    return clause.part is Part.TITLE, certainty_of(clause) is Certainty.EXPECTED, newest, -centrality


def _repeats(words: frozenset[str], seen: Sequence[frozenset[str]]) -> bool:
    return any(len(words & other) > _REPEATED * min(len(words), len(other)) for other in seen)
