"""A claim held against a story: which reports support, contradict or expect it, and which do not mention it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.account.ask.figures import Fit, figures_fit
from headwater.account.compare.clauses import Clause, clauses_of
from headwater.account.compare.entities import EntityIndex, merge_entities
from headwater.account.compare.manner import Certainty, opposed
from headwater.account.compare.pair_score import chances, pair_features
from headwater.account.compare.primary import primary_of
from headwater.account.compare.similarity import similar_pairs
from headwater.account.compare.terms import Aligned, Terms, terms_of
from headwater.account.compare.wording import normal_word
from headwater.account.particulars.read import read_particulars
from headwater.model.article import Article, Part, Sentence
from headwater.model.particulars import EntityType
from headwater.model.question import Answer, Side, Verdict
from headwater.model.reuse import Origins
from headwater.text.words import words

_ENTITY = "@"  # before an entity among the words
_ID = ""  # of the claim among the articles
_FLAT = 0.5  # added to each rarity, so that what the whole story is about counts too
_ABOUT = 0.5  # share of the claim's weight that a sentence must have to speak of it
_ONE_CLAIM = 0.8  # chance of one claim from which a sentence speaks of it in whatever words
_AS_GOOD = 0.15  # of that share that two sentences of one report may differ by and be equally about it
_LEAST_SHARED = 2
_NEARBY = 0.6  # of the weight of an entity that only the top of the report names
_TOP = 3  # sentences
_ARTICLE = 4  # characters of "The "
_ACTORS = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON)
_MOST_CITED = 4  # sentences of one report
_ORDER = (Verdict.SUPPORTS, Verdict.CONTRADICTS, Verdict.EXPECTS)


@dataclass(frozen=True, slots=True)
class _Hit:
    clause: Clause
    share: float
    verdict: Verdict
    note: str | None


def check_claim(
    claim: str, articles: Sequence[Article], origins: Origins
) -> tuple[tuple[Answer, ...], tuple[Side, ...]]:
    """What each article does with the claim (by id), and the sides; all silent where the story is about other things.

    The claim is read like a report. A sentence speaks of it where it has most of its words and names by weight; it
    contradicts it where it has another figure for the same, another day, or the opposite.
    """
    asked = Article(_ID, _ID, claim, (Sentence("s1", 0, len(claim), Part.BODY),), language="en")
    particulars = [read_particulars(each) for each in (asked, *sorted(articles, key=lambda article: article.id))]
    entities = merge_entities(particulars)
    clauses = [clause for each in particulars for clause in clauses_of(each)]
    terms = terms_of(clauses, Aligned(entities, (), ()))
    mine = [(c, t) for c, t in zip(clauses, terms, strict=True) if c.article.id == _ID]
    others = [(c, t) for c, t in zip(clauses, terms, strict=True) if c.article.id != _ID]
    if not mine:
        return tuple(Answer(article.id, Verdict.SILENT) for article in articles), ()
    hits = _hits(mine, others, entities, _likeness(clauses, terms))
    answers = tuple(_answer(article.id, hits.get(article.id, [])) for article in sorted(articles, key=lambda a: a.id))
    cited = {hit.clause.place: hit.clause for found in hits.values() for hit in found}
    sides = []
    for verdict in _ORDER:
        ids = tuple(answer.article for answer in answers if answer.verdict is verdict)
        if ids:
            behind = [clause for place, clause in sorted(cited.items()) if place[0] in ids]
            sides.append(Side(verdict, ids, origins.carrying(ids), primary_of(behind, entities, ids)))
    return answers, tuple(sides)


Read = Sequence[tuple[Clause, Terms]]


def _likeness(clauses: Sequence[Clause], terms: Sequence[Terms]) -> Mapping[tuple[str, int], float]:
    """By place, the chance of each clause to make one claim with the asked one, as the claims of a story are scored."""
    pairs = similar_pairs([each.bag() for each in terms])
    found: dict[tuple[str, int], float] = {}
    scores = chances(pair_features(clauses, terms, pairs)).tolist()
    for i, j, chance in zip(pairs.one.tolist(), pairs.other.tolist(), scores, strict=True):
        one, other = clauses[i], clauses[j]
        if _ID in (one.article.id, other.article.id):
            place = other.place if one.article.id == _ID else one.place
            found[place] = max(found.get(place, 0.0), chance)
    return found


def _hits(
    mine: Read, others: Read, entities: EntityIndex, likeness: Mapping[tuple[str, int], float]
) -> dict[str, list[_Hit]]:
    """By article, its sentences that speak of the claim best, each with what it does with it."""
    named = frozenset(word for clause, _ in mine for name in clause.names for word in _normal(name.text))
    wanted = frozenset(term for _, terms in mine for term in _content(terms)) - named
    weights = _weights(wanted, [terms for _, terms in others])
    total = sum(weights.values())
    around = _around(others)
    told = frozenset(f"{_ENTITY}{name}" for _, terms in others for name in terms.names)
    if not wanted or any(term.startswith(_ENTITY) for term in wanted - told):
        return {}  # of somebody or something that no report names, none says anything
    found: dict[str, list[_Hit]] = defaultdict(list)
    for clause, terms in others:
        shared = wanted & _content(terms)
        chance = likeness.get(clause.place, 0.0)
        too_little = len(shared) < min(_LEAST_SHARED, len(wanted)) or not _says_it(shared, weights)
        if (too_little and chance < _ONE_CLAIM) or _of_another(mine, clause, entities):
            continue
        nearby = (wanted & around[clause.article.id]) - shared
        share = (sum(weights[term] for term in shared) + _NEARBY * sum(weights[term] for term in nearby)) / total
        hit = _judge(mine, clause, terms, max(share, chance)) if share >= _ABOUT or chance >= _ONE_CLAIM else None
        if hit:
            found[clause.article.id].append(hit)
    return {article: _best(hits) for article, hits in found.items()}


def _says_it(shared: frozenset[str], weights: Mapping[str, float]) -> bool:
    """Whether the sentence has half of the claim's words by weight, names aside."""
    plain = {term: weight for term, weight in weights.items() if not term.startswith(_ENTITY)}
    return 2 * sum(weight for term, weight in plain.items() if term in shared) >= sum(plain.values())


def _normal(text: str) -> list[str]:
    return [normal for word in words(text) if (normal := normal_word(word))]


def _around(others: Read) -> dict[str, frozenset[str]]:
    """By article, the entities of its title and first sentences, of which the others speak without naming them."""
    found: dict[str, set[str]] = defaultdict(set)
    for clause, terms in others:
        top = found[clause.article.id]
        if clause.order <= _TOP:
            top.update(f"{_ENTITY}{name}" for name in terms.names)
    return {article: frozenset(names) for article, names in found.items()}


def _of_another(mine: Read, clause: Clause, entities: EntityIndex) -> bool:
    """Whether the sentence is about other bodies or persons than those that the claim names first."""
    asked = [entities.of(name) for each, _ in mine for name in each.names if name.type in _ACTORS]
    said = clause.attribution.speaker_citation if clause.attribution else None
    told = [
        entities.of(name)
        for name in clause.names
        if name.type in _ACTORS and not (said and said.start <= name.citation.start < said.end)
    ]
    first = clause.names[0] if clause.names else None
    if first and first.type is EntityType.PLACE and first.citation.start - clause.start <= _ARTICLE:
        told.append(entities.of(first))
    return bool(asked) and bool(told) and asked[0] not in told


def _content(terms: Terms) -> frozenset[str]:
    """Words and entities, without who speaks and without numbers, which are judged by themselves."""
    return (terms.words - terms.who) | {f"{_ENTITY}{name}" for name in terms.names - terms.who}


def _weights(wanted: frozenset[str], terms: Sequence[Terms]) -> Mapping[str, float]:
    """Flat weights and rarity; what no report has may be a mere other word, and weighs least."""
    counts = Counter(term for each in terms for term in _content(each) & wanted)
    total = len(terms) + 1
    return {t: _FLAT + (math.log(total / (counts[t] + 1)) if counts[t] else 0.0) for t in sorted(wanted)}


def _judge(mine: Read, clause: Clause, terms: Terms, share: float) -> _Hit | None:
    """What the sentence does with the claim; None where it asks, or has no figure where the claim turns on one."""
    if clause.manner.asks:
        return None
    fit, note = figures_fit([mention for each, _ in mine for mention in each.quantities], clause.quantities)
    if fit is Fit.MISSING:
        return None
    asked = frozenset(word for _, own in mine for word in own.words)
    denied = any(opposed(each.manner, clause.manner, asked & terms.words) for each, _ in mine)
    expected = clause.manner.certainty is Certainty.EXPECTED or fit is Fit.EXPECTED
    plain = not any(each.manner.certainty is Certainty.EXPECTED or each.manner.future for each, _ in mine)
    if denied:
        return _Hit(clause, share, Verdict.CONTRADICTS, "says the opposite, or denies it")
    if fit is Fit.OTHER:
        return _Hit(clause, share, Verdict.CONTRADICTS, note)
    days = _other_day(mine, clause)
    if days:
        return _Hit(clause, share, Verdict.CONTRADICTS, days)
    return _Hit(clause, share, Verdict.EXPECTS if expected and plain else Verdict.SUPPORTS, note)


def _other_day(mine: Read, clause: Clause) -> str | None:
    """Where both are dated and no date of the one meets one of the other: what the sentence has."""
    asked = [time for each, _ in mine for time in each.times if time.first and time.last]
    told = [time for time in clause.times if time.first and time.last]
    if not asked or not told:
        return None
    meet = any(
        a.first <= b.last and b.first <= a.last
        for a in asked
        for b in told
        if a.first and a.last and b.first and b.last
    )
    return None if meet else f"has “{told[0].text}” where the claim has “{asked[0].text}”"


def _best(hits: Sequence[_Hit]) -> list[_Hit]:
    """The hits of the verdict that the sentences most about the claim give, the best first."""
    most = max(hit.share for hit in hits)
    close = [hit for hit in hits if hit.share >= most - _AS_GOOD]
    verdict = min((hit.verdict for hit in close), key=_ORDER.index)
    kept = [hit for hit in close if hit.verdict is verdict]
    return sorted(kept, key=lambda hit: (-hit.share, hit.clause.place))[:_MOST_CITED]


def _answer(article: str, hits: Sequence[_Hit]) -> Answer:
    if not hits:
        return Answer(article, Verdict.SILENT)
    note = next((hit.note for hit in hits if hit.note), None)
    return Answer(article, hits[0].verdict, tuple(dict.fromkeys(hit.clause.citation for hit in hits)), note)
