"""The summary: the few clauses that tell a story, each carried by as many independent lines as there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.manner import Certainty
from headwater.account.compare.terms import Terms
from headwater.account.settings import AccountSettings
from headwater.account.tell.clarity import reads_alone, sentence_of
from headwater.account.tell.figures import superseded
from headwater.model.account import Claim, Quantity, QuantityValue, Status, SummaryLine
from headwater.model.article import Part

_EARLY = 12  # sentences from the top after which the place in an article tells nothing more
_LEAST_LINES = 3
_LEAST_WEIGHT = 0.35  # of the weightiest line's, below which nothing more is told
_LINES_WEIGHT = 0.6
_EARLY_WEIGHT = 2.0
_HEADLINE_WEIGHT = 3.0
_FIGURE_WEIGHT = 1.2  # of a clause that counts what several reports count
_NEW_WEIGHT = 0.8
_EXPECTED_WEIGHT = 1.0
_STRAY_WEIGHT = 2.0  # against what one line alone tells without a word of the headlines: another item of its page
_OVERTAKEN_WEIGHT = 3.0  # against a figure that a later report brings up to date
_NEGATED_WEIGHT = 1.5  # against what did not happen or was not said
_NEW_NUMBERS = 2  # that a clause gives are worth telling whatever its words
_REPEATED_WITH_NUMBER = 0.65  # the same for a clause that gives a number not told yet
_REPEATED = 0.5  # share of a clause's words that the summary may already have
_DATELINE = 40  # characters that a clause may begin after its sentence: a dateline
_LEAST_LENGTH, _MOST_LENGTH = 40, 420
_LEAST_ORIGINAL = 25  # of the original's words, where a rewrite says it at greater length


def summarise(
    told: Sequence[tuple[Claim, Alignment]],
    quantities: Sequence[Quantity] = (),
    *,
    retold: frozenset[str] = frozenset(),
    settings: AccountSettings,
) -> tuple[SummaryLine, ...]:
    """Up to ``summary_lines`` verbatim sentences: widely carried, high in the reports, without repetition.

    Sentences that give the newest state of the ``quantities`` come before those that give an overtaken one; articles
    of ``retold`` are quoted only for what no other has.
    """
    story = replace(_story(told, quantities), retold=retold)
    weighed = [(_weight(claim, alignment, story), claim, alignment) for claim, alignment in told]
    weighed.sort(key=lambda entry: (-entry[0], entry[1].citations[0].article, entry[1].citations[0].start))
    chosen: list[tuple[Clause, Claim]] = []
    seen: list[Terms] = []
    for weight, claim, alignment in weighed:
        enough = len(chosen) >= _LEAST_LINES and weight < _LEAST_WEIGHT * weighed[0][0]
        if enough or len(chosen) == settings.summary_lines:
            break
        position = _best(alignment, story)
        if position is None or _repeats(alignment.clauses[position], alignment.terms[position], seen):
            continue
        seen.append(alignment.terms[position])
        chosen.append((sentence_of(alignment.clauses[position]), claim))
    return tuple(_line(clause, claim) for clause, claim in chosen)


def _line(clause: Clause, claim: Claim) -> SummaryLine:
    others = tuple(citation for citation in claim.citations if citation != clause.citation)
    return SummaryLine(clause.text, (clause.citation, *others), claim.origins)


def _weight(claim: Claim, alignment: Alignment, story: _Story) -> float:
    """What speaks for telling a claim: lines that carry it, place in the reports, share in headlines, newness."""
    position = _best(alignment, story)
    if position is None:
        return 0.0
    clause = alignment.clauses[position]
    lines = (claim.origins.max + claim.origins.min) / 2
    first: dict[str, int] = {}
    for each in alignment.clauses:
        first[each.article.id] = min(first.get(each.article.id, each.order), each.order)
    early = sum(max(0.0, 1 - order / _EARLY) for order in first.values()) / len(first)
    headline = len(alignment.terms[position].words & story.headlines) / (len(story.headlines) or 1)
    stale = clause.manner.certainty is Certainty.EXPECTED
    counted = min(1.0, 3 * headline) if alignment.terms[position].figures and claim.origins.max > 1 else 0.0
    stray = claim.origins.max == 1 and not headline and bool(story.headlines)
    weight = _FIGURE_WEIGHT * counted + _LINES_WEIGHT * lines + _EARLY_WEIGHT * early + _HEADLINE_WEIGHT * headline
    return (
        weight
        + _NEW_WEIGHT * story.newness(clause.written)
        - _EXPECTED_WEIGHT * stale
        - _STRAY_WEIGHT * stray
        - _OVERTAKEN_WEIGHT * story.is_overtaken(clause)
        - _NEGATED_WEIGHT * bool(clause.manner.negated)
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """The words that its headlines share, the days its reports were written, and where overtaken figures stand.

    ``overtaken`` holds the article and offset of each figure that a later one replaces, ``newest`` those of the latter,
    ``retold`` the articles whose wording is not their own.
    """

    headlines: frozenset[str]
    first: date | None
    last: date | None
    overtaken: frozenset[tuple[str, int]] = frozenset()
    newest: frozenset[tuple[str, int]] = frozenset()
    retold: frozenset[str] = frozenset()

    def is_overtaken(self, clause: Clause) -> bool:
        """Whether the clause's sentence gives a figure that has been overtaken, and not the newest one beside it."""
        low, high = clause.start, max(clause.end, clause.sentence.end)
        inside = {place for place in self.overtaken if place[0] == clause.article.id and low <= place[1] < high}
        beside = {place for place in self.newest if place[0] == clause.article.id and low <= place[1] < high}
        return bool(inside) and not beside

    def newness(self, day: date | None) -> float:
        """Where ``day`` lies between the first and the last report, 0..1."""
        if day is None or self.first is None or self.last is None or self.first == self.last:
            return 0.0
        return (day - self.first) / (self.last - self.first)


def _story(told: Sequence[tuple[Claim, Alignment]], quantities: Sequence[Quantity]) -> _Story:
    days = [c.written for _, alignment in told for c in alignment.clauses if c.written]
    changed = [quantity for quantity in quantities if quantity.status is Status.CHANGED]
    old = [value for quantity in changed for value in superseded(quantity)]
    new = [value for quantity in changed for value in quantity.values if value not in old]
    headlines = _headline_words(told)
    return _Story(headlines, min(days, default=None), max(days, default=None), _places(old), _places(new))


def _places(values: Sequence[QuantityValue]) -> frozenset[tuple[str, int]]:
    return frozenset((citation.article, citation.start) for value in values for citation in value.citations)


def _headline_words(told: Sequence[tuple[Claim, Alignment]]) -> frozenset[str]:
    """The words that headlines of two reports, or of the only one, have in common."""
    titles: dict[str, frozenset[str]] = {}
    for _, alignment in told:
        for clause, terms in zip(alignment.clauses, alignment.terms, strict=True):
            if clause.part is Part.TITLE:
                titles[clause.article.id] = titles.get(clause.article.id, frozenset()) | terms.words
    counts = Counter(word for words in titles.values() for word in words)
    return frozenset(word for word, count in counts.items() if count >= min(2, len(titles)))


def _best(alignment: Alignment, story: _Story) -> int | None:
    """The clause to quote: complete in itself, from the body, with no overtaken figure, stated, newest.

    Where rewrites alone say it at length, the original may be a short sentence.
    """
    clauses = alignment.clauses
    fit = [position for position, clause in enumerate(clauses) if _fits(clause, _LEAST_LENGTH)]
    if fit and all(clauses[position].article.id in story.retold for position in fit):
        originals = (position for position, clause in enumerate(clauses) if clause.article.id not in story.retold)
        fit += [position for position in originals if _fits(clauses[position], _LEAST_ORIGINAL)]
    ranked = [
        (
            story.is_overtaken(clauses[position]),
            clauses[position].article.id in story.retold,
            _rank(clauses[position], alignment.centrality[position]),
            clauses[position].place,
            position,
        )
        for position in fit
    ]
    return min(ranked)[-1] if ranked else None


def _fits(clause: Clause, least: int) -> bool:
    """Whether the sentence reads alone from the clause on, and is neither a scrap nor a paragraph."""
    starts = clause.start - clause.sentence.start < _DATELINE and clause.part is not Part.TITLE
    fits = starts and least <= clause.sentence.end - clause.start <= _MOST_LENGTH
    return fits and reads_alone(sentence_of(clause))


def _rank(clause: Clause, centrality: float) -> tuple[bool, int, float]:
    newest = -(clause.written.toordinal() if clause.written else 0)
    return clause.manner.certainty is Certainty.EXPECTED, newest, -centrality


def _repeats(clause: Clause, terms: Terms, seen: Sequence[Terms]) -> bool:
    """Whether a chosen clause has most of the words, and the chosen ones together all the numbers in digits."""
    told = clause.text.replace(",", "")
    new = {number for number in terms.numbers if number.isdecimal() and number in told}
    new -= {number for other in seen for number in other.numbers}
    if len(new) >= _NEW_NUMBERS:
        return False
    most = _REPEATED_WITH_NUMBER if new else _REPEATED
    words, others = terms.words - terms.who, [other.words - other.who for other in seen]
    return any(len(words & other) >= most * min(len(words), len(other)) for other in others)
