"""The timeline of a story: what happened, or was to happen, when, each with the reports that say so."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.compare.claims import Alignment
from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.entities import EntityIndex
from headwater.account.tell.happenings import DatedClause, dated_clauses
from headwater.account.wordlists import sections
from headwater.model.account import Happening, TimelineEntry
from headwater.model.particulars import EntityType, Granularity, NameMention, Particulars
from headwater.model.reuse import Origins

_ONE_EVENT = 0.4  # share of the rarer clause's words, weighed by rarity, that two clauses of one event share
_LOCATIVE = re.compile(r"\b(?:in|at|near|on|outside|inside|around|of|from|to)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:He|She|It|They|This|That|We|I|His|Her|Their|Its)\b")
_LONGEST = 31  # days of a period that may stand for a day inside it
_REACH = 48  # characters before a place's name that may hold its preposition
_NEAR = 100  # characters between a date and the place of the same event
_COUNTRIES = frozenset(line.partition("|")[0].partition(";")[0] for line in sections("places")["countries"])
_STATUS_ORDER = (Happening.HAPPENED, Happening.DENIED, Happening.PLANNED, Happening.EXPECTED)

Names = dict[str, tuple[NameMention, ...]]


def build_timeline(
    particulars: Sequence[Particulars],
    entities: EntityIndex,
    origins: Origins,
    alignments: Sequence[Alignment] = (),
    retold: frozenset[str] = frozenset(),
) -> tuple[TimelineEntry, ...]:
    """What the articles put on a date, one entry for one event, by date.

    Clauses of several reports are one event if they lie on the same date, or the one's period ("this week") holds the
    other's day, and they share enough of their rarer words or make one claim by ``alignments``. The publication of the
    reports is no event. An event is told in the words of an article of ``retold`` only where no other tells it.
    """
    clauses = [clause for each in particulars for clause in dated_clauses(each)]
    clauses.sort(key=lambda clause: (clause.date, clause.article.id, clause.citation.start))
    names = {each.article.id: each.names for each in particulars}
    weights = _weights(clauses)
    entries = [
        _entry([clauses[at] for at in group], _Words(weights, retold), names, entities, origins)
        for group in _groups(clauses, weights, _claims_made(clauses, alignments))
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.date, entry.granularity.value, entry.citations[0])))


@dataclass(frozen=True, slots=True)
class _Words:
    """How rare each stem is in the story's dated clauses, and the articles whose wording is not their own."""

    weights: dict[str, float]
    retold: frozenset[str]


def _weights(clauses: Sequence[DatedClause]) -> dict[str, float]:
    counts = Counter(stem for clause in clauses for stem in clause.stems)
    return {stem: math.log((1 + len(clauses)) / (0.5 + count)) for stem, count in counts.items()}


def _claims_made(clauses: Sequence[DatedClause], alignments: Sequence[Alignment]) -> list[frozenset[int]]:
    """For each dated clause the numbers of the claims of two reports or more that its sentence makes in it."""
    made: dict[tuple[str, str | None], list[tuple[int, int, int]]] = defaultdict(list)
    for number, alignment in enumerate(alignments):
        if len(alignment.articles) > 1:
            for each in alignment.clauses:
                made[each.article.id, each.sentence.id].append((each.start, each.end, number))
    return [
        frozenset(
            number
            for start, end, number in made.get((clause.article.id, clause.citation.sentence), ())
            if start < clause.citation.end and clause.citation.start < end
        )
        for clause in clauses
    ]


def _groups(
    clauses: Sequence[DatedClause], weights: dict[str, float], claims: Sequence[frozenset[int]]
) -> list[list[int]]:
    """Positions of clauses that tell one event, joined by single links."""
    events = DisjointSets(len(clauses))
    for late, clause in enumerate(clauses):
        for early in range(late - 1, -1, -1):
            if (clause.date - clauses[early].date).days > _LONGEST:
                break
            if _is_one(clauses[early], clause, weights, one_claim=bool(claims[early] & claims[late])):
                events.join(early, late)
    found: dict[int, list[int]] = {}
    for at in range(len(clauses)):
        found.setdefault(events.root(at), []).append(at)
    return list(found.values())


def _is_one(a: DatedClause, b: DatedClause, weights: dict[str, float], *, one_claim: bool) -> bool:
    if not _coincide(a, b):
        return False
    if one_claim:
        return True
    shared = a.stems & b.stems
    if len(shared) < 2:
        return False
    least = min(sum(weights[stem] for stem in side.stems) for side in (a, b))
    return sum(weights[stem] for stem in shared) >= _ONE_EVENT * least


def _coincide(a: DatedClause, b: DatedClause) -> bool:
    """Whether the dates can be those of one event: the same, or the one's day inside the other's span."""
    if a.granularity is b.granularity and a.date == b.date and a.end == b.end:
        return True
    coarse, fine = (a, b) if _length(a) >= _length(b) else (b, a)
    last = coarse.mention.last or coarse.date
    return coarse.date <= fine.date <= last and _length(coarse) <= _LONGEST


def _length(clause: DatedClause) -> int:
    last = clause.mention.last or clause.date
    return (last - clause.date).days + 1


def _entry(
    group: Sequence[DatedClause],
    words: _Words,
    names: Names,
    entities: EntityIndex,
    origins: Origins,
) -> TimelineEntry:
    finest = min(group, key=lambda clause: (_length(clause), clause.date))
    exact = [clause for clause in group if _length(clause) == _length(finest)]
    chosen = min(exact, key=lambda clause: _rank(clause, group, words))
    others = sorted((c for c in group if c is not chosen), key=lambda c: (c.article.id, c.citation.start))
    statuses = {clause.status for clause in group}
    return TimelineEntry(
        date=finest.date,
        granularity=finest.granularity if finest.granularity else Granularity.DAY,
        text=chosen.text,
        status=next(status for status in _STATUS_ORDER if status in statuses),
        origins=origins.carrying([clause.article.id for clause in group]),
        citations=tuple(dict.fromkeys(clause.citation for clause in (chosen, *others))),
        place=_place([chosen, *others], names, entities),
        end=finest.end,
    )


def _rank(clause: DatedClause, group: Sequence[DatedClause], words: _Words) -> tuple[int, bool, bool, float, str, int]:
    """Clauses of what happened first, then those that stand by themselves and share most with the others."""
    shared = sum(words.weights[stem] for other in group for stem in clause.stems & other.stems if other is not clause)
    leaning = _PRONOUN.match(clause.text) is not None
    status = _STATUS_ORDER.index(clause.status)
    second_hand = clause.article.id in words.retold
    return status, second_hand, leaning, -round(shared, 6), clause.article.id, clause.citation.start


def _place(clauses: Sequence[DatedClause], names: Names, entities: EntityIndex) -> str | None:
    """The canonical name of the place where it happened, a town before a country, beside the date before far off."""
    found: list[tuple[bool, bool, int, int, str]] = []
    for order, clause in enumerate(clauses):
        at = clause.mention.citation.start
        for mention in names[clause.article.id]:
            if not _is_where(clause, mention):
                continue
            name = entities.entity(entities.of(mention)).name
            far = abs(mention.citation.start - at)
            found.append((name in _COUNTRIES, far > _NEAR, order, far, name))
    return min(found)[-1] if found else None


def _is_where(clause: DatedClause, mention: NameMention) -> bool:
    """Whether the mention is a place of the clause behind "in", "at", "near"."""
    start, low = mention.citation.start, clause.citation.start
    if mention.type is not EntityType.PLACE or mention.citation.furniture is not None:
        return False
    if not low <= start < clause.citation.end:
        return False
    return _LOCATIVE.search(clause.article.text[max(low, start - _REACH) : start]) is not None
