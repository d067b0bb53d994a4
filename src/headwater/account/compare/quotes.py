"""Quotes across reports: one utterance, all its wordings, and whether somebody altered the words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.retold_quotes import retold_pairs
from headwater.account.compare.same_utterance import Told, same_utterances
from headwater.account.compare.spellings import stem
from headwater.account.compare.utterances import (
    Likeness,
    Wording,
    are_joined,
    changes,
    likeness,
    shared_share,
    wording_of,
)
from headwater.model.account import Quote, QuoteStatus, QuoteVariant
from headwater.model.particulars import EntityType, Particulars, QuoteMention
from headwater.model.reuse import Reuse
from headwater.text.sentences import sentence_spans

Words = frozenset[tuple[str, ...]]  # of two quotes

PARAPHRASE_SHARE = 0.6  # of the words kept: below it the marks hold a paraphrase


def _told(particulars: Sequence[Particulars], entities: EntityIndex) -> list[Told]:
    told: list[Told] = []
    people = {entity.id for entity in entities.entities if entity.type is EntityType.PERSON}
    for each in sorted(particulars, key=lambda p: p.article.id):
        for mention in each.quotes:
            name = mention.speaker
            speaker = (entities.named(name) or stem(name)) if name else None
            known = name is not None and speaker != stem(name)
            told.append(Told(each.article.id, mention, speaker, wording_of(mention.text), speaker in people, known))
        for n, term in enumerate(each.terms, 1):
            text = each.article.cited(term)
            nobodys = QuoteMention(term, text, utterance=-n)
            told.append(Told(each.article.id, nobodys, None, wording_of(text), person=False, known=False, term=True))
    return told


def _spokespeople(particulars: Sequence[Particulars], entities: EntityIndex) -> frozenset[tuple[str, str]]:
    """Pairs of a person and the body in whose title the body stands: "X, spokesman of Y" speaks for Y."""
    pairs: set[tuple[str, str]] = set()
    for each in particulars:
        for mention in each.names:
            role = stem(mention.role).split() if mention.role else []
            for size in range(1, len(role)):
                body = entities.named(" ".join(role[:size]))
                if body:
                    pairs.add((entities.of(mention), body))
    return frozenset(pairs)


def _variants(group: Sequence[Told], retold: _Retold) -> tuple[QuoteVariant, ...]:
    """Each wording once with all its places: those that rewrites alone have last, the most reported first."""
    places: dict[str, list[Told]] = defaultdict(list)
    for each in group:
        places[each.mention.text].append(each)
    ordered = sorted(
        places.items(),
        key=lambda item: (retold.holds_all(item[1]), -len(item[1]), -len(item[0]), item[0]),
    )
    return tuple(QuoteVariant(text, tuple(sorted(t.mention.citation for t in found))) for text, found in ordered)


@dataclass(frozen=True, slots=True)
class _Retold:
    """The articles whose wording is not their own, and the words of pairs of quotes that a rewrite has reworded."""

    articles: frozenset[str]
    reworded: frozenset[Words]

    def holds_all(self, told: Iterable[Told]) -> bool:
        """Whether only such articles have these quotes."""
        return all(each.article in self.articles for each in told)


def _altered(group: Sequence[Told], retold: _Retold) -> list[tuple[Told, Told]]:
    """Pairs of different articles whose wordings of the utterance differ in words, not only in length.

    Of a pair the wording that a rewrite has is the second.
    """
    found: list[tuple[Told, Told]] = []
    wordings: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for each in group:
        wordings[each.wording.words].append(each)
    ordered = sorted(
        wordings.items(), key=lambda item: (retold.holds_all(item[1]), -len(item[1]), len(item[0]), item[0])
    )
    for (_, ours), (_, theirs) in combinations(ordered, 2):
        alike = likeness(ours[0].wording, theirs[0].wording)
        made_other = (
            alike is Likeness.DIFFERENT
            and frozenset((ours[0].wording.words, theirs[0].wording.words)) in retold.reworded
        )
        if alike is not Likeness.REWORDED and not made_other:
            continue
        if {t.article for t in ours} != {t.article for t in theirs}:
            found.append((ours[0], theirs[0]))
    return found


def _sentences(told: Told) -> list[Wording]:
    text = told.mention.text
    return [wording_of(text[start:end]) for start, end in sentence_spans(text)]


def _explained(group: Sequence[Told], altered: Sequence[tuple[Told, Told]]) -> str:
    """How the wordings of an altered quote differ, in words."""
    by_article: dict[str, list[Told]] = defaultdict(list)
    for each in group:
        by_article[each.article].append(each)
    a, b = altered[0]
    for one, other in ((a, b), (b, a)):
        parts = [wording for told in by_article[one.article] for wording in _sentences(told)]
        if are_joined(parts, other.wording):
            return "two sentences joined by “and”"
    if shared_share(a.wording, b.wording) < PARAPHRASE_SHARE:
        return f"paraphrase inside marks; {changes(a.wording, b.wording)}"
    return changes(a.wording, b.wording)


def _speaker(group: Sequence[Told], entities: EntityIndex) -> str | None:
    """The speaker whom most reports name, a named person before a body and a body before a wording."""
    votes = Counter(t.speaker for t in group if t.speaker)
    if not votes:
        return None
    known = entities.by_id
    rank = {"person": 0, "organisation": 1}

    def weight(speaker: str) -> tuple[int, int, str]:
        entity = known.get(speaker)
        return (rank.get(entity.type, 1) if entity else 2, -votes[speaker], speaker)

    best = min(votes, key=weight)
    if best in known:
        return known[best].name
    worded = Counter(t.mention.speaker for t in group if t.speaker == best and t.mention.speaker)
    return min(worded, key=lambda wording: (-worded[wording], wording))


def _quote(group: Sequence[Told], entities: EntityIndex, distinct: Mapping[str, str], retold: _Retold) -> Quote:
    altered = _altered(group, retold)
    told_by: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for each in group:
        told_by[each.wording.words].add(distinct.get(each.article, each.article))
    if altered:
        status, explanation = QuoteStatus.ALTERED, _explained(group, altered)
    elif len(set().union(*told_by.values())) > 1:
        status, explanation = QuoteStatus.SAME, None
    else:
        status, explanation = QuoteStatus.SINGLE, None
    return Quote("", _speaker(group, entities), status, _variants(group, retold), explanation)


def align_quotes(
    particulars: Sequence[Particulars],
    entities: EntityIndex,
    *,
    distinct: Mapping[str, str] | None = None,
    reuses: Sequence[Reuse] = (),
    taken: frozenset[str] = frozenset(),
) -> tuple[Quote, ...]:
    """The quotes of a story, ids q1, q2, …, the most reported first, then in the order of the articles.

    ``distinct`` maps an article to the one it is a copy of (itself where none): copies count once for ``single``;
    without it every article counts; quotes of one line are still reported apart.
    Of ``reuses`` the rewrites tell which quotes were reworded beyond likeness; ``taken`` are the articles whose wording
    is not their own.
    """
    told = _told(particulars, entities)
    pairs = retold_pairs(told, reuses)
    groups = same_utterances(told, _spokespeople(particulars, entities), pairs)
    reworded = frozenset(frozenset((told[a].wording.words, told[b].wording.words)) for a, b in pairs)
    retold = _Retold(taken, reworded)
    made = [(group, _quote(group, entities, distinct or {}, retold)) for group in groups]
    made.sort(key=lambda row: (-len({t.article for t in row[0]}), min(t.mention.citation for t in row[0])))
    return tuple(replace(quote, id=f"q{n}") for n, (_, quote) in enumerate(made, 1))
