"""Quotes across reports: one utterance, all its wordings, and whether somebody altered the words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from headwater.account.compare.entities import EntityIndex
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
from headwater.model.reuse import Origins
from headwater.text.sentences import sentence_spans

SURE_WORDS = 6  # the same words, this many, are one utterance whoever is named as the speaker
UNKNOWN_WORDS = 4  # content words that a quote without speaker needs to be matched by wording inside one report
UNSURE_WORDS = 2  # content words in a row in two reports that are one utterance unless two different people said them
PARAPHRASE_SHARE = 0.6  # of the words kept: below it the marks hold a paraphrase


@dataclass(frozen=True, slots=True)
class _Told:
    """A quote of one article with its speaker's entity (or wording) and its words."""

    article: str
    mention: QuoteMention
    speaker: str | None
    wording: Wording
    person: bool


def _told(particulars: Sequence[Particulars], entities: EntityIndex) -> list[_Told]:
    told: list[_Told] = []
    people = {entity.id for entity in entities.entities if entity.type is EntityType.PERSON}
    for each in sorted(particulars, key=lambda p: p.article.id):
        for mention in each.quotes:
            name = mention.speaker
            speaker = (entities.named(name) or stem(name)) if name else None
            told.append(_Told(each.article.id, mention, speaker, wording_of(mention.text), speaker in people))
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


def _are_one(a: _Told, b: _Told, speak_for: frozenset[tuple[str, str]]) -> bool:
    """Whether two quotes report one utterance."""
    alike = likeness(a.wording, b.wording)
    if alike is Likeness.DIFFERENT or (alike is Likeness.REWORDED and a.article == b.article):
        return False
    fewest = min(len(a.wording.words), len(b.wording.words))
    content = min(len(a.wording.content), len(b.wording.content))
    exact = alike is not Likeness.REWORDED
    if exact and fewest >= SURE_WORDS and (alike is Likeness.SAME or a.article != b.article):
        return True
    if a.speaker is not None and a.speaker == b.speaker:
        return True
    if (a.speaker, b.speaker) in speak_for or (b.speaker, a.speaker) in speak_for:
        return True
    if a.article == b.article:
        return exact and content >= UNKNOWN_WORDS and None in (a.speaker, b.speaker)
    return exact and content >= UNSURE_WORDS and not (a.person and b.person)


def _pairs(told: Sequence[_Told]) -> list[tuple[int, int]]:
    """Pairs of quotes that share a content word, each wording with the same speaker compared once."""
    first: dict[tuple[tuple[str, ...], str | None, str], int] = {}
    by_wording: dict[tuple[tuple[str, ...], str | None], int] = {}
    pairs: set[tuple[int, int]] = set()
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        same = by_wording.setdefault((each.wording.words, each.speaker), at)
        if same != at:
            pairs.add((same, at))
            continue
        first.setdefault((each.wording.words, each.speaker, each.article), at)
        for word in set(each.wording.content):
            by_word[word].append(at)
    for members in by_word.values():
        pairs.update(combinations(members, 2))
    return sorted(pairs)


def _grouped(told: Sequence[_Told], speak_for: frozenset[tuple[str, str]]) -> list[list[_Told]]:
    root = list(range(len(told)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    utterances: dict[tuple[str, int], int] = {}
    joins = [(utterances.setdefault((t.article, t.mention.utterance), n), n) for n, t in enumerate(told)]
    joins += [(a, b) for a, b in _pairs(told) if _are_one(told[a], told[b], speak_for)]
    for a, b in joins:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    groups: dict[int, list[_Told]] = defaultdict(list)
    for at, each in enumerate(told):
        groups[find(at)].append(each)
    return list(groups.values())


def _variants(group: Sequence[_Told]) -> tuple[QuoteVariant, ...]:
    """Each wording once with all its places: the most reported first, then the longest."""
    places: dict[str, list[_Told]] = defaultdict(list)
    for each in group:
        places[each.mention.text].append(each)
    ordered = sorted(places.items(), key=lambda item: (-len(item[1]), -len(item[0]), item[0]))
    return tuple(QuoteVariant(text, tuple(sorted(t.mention.citation for t in found))) for text, found in ordered)


def _altered(group: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    """Pairs of different articles whose wordings of the utterance differ in words, not only in length."""
    found: list[tuple[_Told, _Told]] = []
    wordings: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for each in group:
        wordings[each.wording.words].append(each)
    ordered = sorted(wordings.items(), key=lambda item: (-len(item[1]), len(item[0]), item[0]))
    for (_, ours), (_, theirs) in combinations(ordered, 2):
        if likeness(ours[0].wording, theirs[0].wording) is not Likeness.REWORDED:
            continue
        if {t.article for t in ours} != {t.article for t in theirs}:
            found.append((ours[0], theirs[0]))
    return found


def _sentences(told: _Told) -> list[Wording]:
    text = told.mention.text
    return [wording_of(text[start:end]) for start, end in sentence_spans(text)]


def _explained(group: Sequence[_Told], altered: Sequence[tuple[_Told, _Told]]) -> str:
    """How the wordings of an altered quote differ, in words."""
    by_article: dict[str, list[_Told]] = defaultdict(list)
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


def _speaker(group: Sequence[_Told], entities: EntityIndex) -> str | None:
    """The speaker whom most reports name, a named person before a body and a body before a wording."""
    votes = Counter(t.speaker for t in group if t.speaker)
    if not votes:
        return None
    known = {entity.id: entity for entity in entities.entities}
    rank = {"person": 0, "organisation": 1}

    def weight(speaker: str) -> tuple[int, int, str]:
        entity = known.get(speaker)
        return (rank.get(entity.type, 1) if entity else 2, -votes[speaker], speaker)

    best = min(votes, key=weight)
    if best in known:
        return known[best].name
    worded = Counter(t.mention.speaker for t in group if t.speaker == best and t.mention.speaker)
    return min(worded, key=lambda wording: (-worded[wording], wording))


def _quote(group: Sequence[_Told], entities: EntityIndex, distinct: Mapping[str, str]) -> Quote:
    altered = _altered(group)
    told_by: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for each in group:
        told_by[each.wording.words].add(distinct.get(each.article, each.article))
    if altered:
        status, explanation = QuoteStatus.ALTERED, _explained(group, altered)
    elif len(set().union(*told_by.values())) > 1:
        status, explanation = QuoteStatus.SAME, None
    else:
        status, explanation = QuoteStatus.SINGLE, None
    return Quote("", _speaker(group, entities), status, _variants(group), explanation)


def align_quotes(
    particulars: Sequence[Particulars],
    entities: EntityIndex,
    origins: Origins,
    *,
    distinct: Mapping[str, str] | None = None,
) -> tuple[Quote, ...]:
    """The quotes of a story, ids q1, q2, …, the most reported first, then in the order of the articles.

    ``distinct`` maps an article to the one it is a copy of (itself where none): copies count once for ``single``;
    without it every article counts. ``origins`` is the story's own; quotes of one line are still reported apart.
    """
    told = _told(particulars, entities)
    groups = _grouped(told, _spokespeople(particulars, entities))
    made = [(group, _quote(group, entities, distinct or {})) for group in groups]
    made.sort(key=lambda row: (-len({t.article for t in row[0]}), min(t.mention.citation for t in row[0])))
    return tuple(replace(quote, id=f"q{n}") for n, (_, quote) in enumerate(made, 1))
