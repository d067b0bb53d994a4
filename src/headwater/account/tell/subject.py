"""What a story is mainly about, and where it speaks of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.wording import FUNCTION_WORDS, normal_word
from headwater.account.particulars.gazetteer import PLACES
from headwater.account.wordlists import sections, word_set
from headwater.model.account import Entity
from headwater.model.article import Part
from headwater.model.particulars import EntityType, NameMention, Particulars
from headwater.model.reuse import Origins

_TITLE_WEIGHT = 3.0
_LEDE_WEIGHT = 1.5
_LEDE = 3  # sentences
_TYPE_WEIGHT = {
    EntityType.ORGANISATION: 1.0,
    EntityType.PERSON: 1.0,
    EntityType.GROUP: 0.9,
    EntityType.OTHER: 0.8,
    EntityType.PLACE: 0.35,  # a country is where a story happens far more often than what it is about
}
_KNOWN_PLACE = 0.2  # weight of a country or large city
_SPEAKER = 0.35  # weight of a name where it only says who speaks: a source is seldom what a story is about
_HOLIDAY = re.compile("|".join(sections("dossier")["holidays"]), re.IGNORECASE)
_OWNED = re.compile(r"(?:['’]s?)?((?:\s[a-z][a-z-]+){1,3})")
_DEFINITE = re.compile(r"\b(?:the|its|this|our) (?:[a-z-]+ed )?([a-z]+)\b")
_LEAST_DEFINITE = 2  # times that an owned noun must stand for the subject by itself ("the mission")
_MOST_NOUNS = 2
_PRONOUN = re.compile(r"(?:It|Its|He|His|She|Her)\b")
_DESCRIPTIONS = word_set("dossier", "descriptions")
_BODIES = (EntityType.ORGANISATION, EntityType.GROUP)

Place = tuple[str, str]  # article id, sentence id


@dataclass(frozen=True, slots=True)
class Subject:
    """The entity a dossier is about, and what else speaks of it.

    ``words`` finds plain words that stand for it ("the expanded mission", where "X's mission" is said; "the alliance"),
    ``carried`` holds the sentences that begin with a pronoun for it, ``named`` those that name it.
    """

    entity: Entity
    index: EntityIndex
    words: re.Pattern[str] | None
    carried: frozenset[Place]
    named: frozenset[Place]

    def is_in(self, clause: Clause) -> bool:
        """Whether the clause speaks of the subject: by name, by a word or pronoun that stands for it.

        A clause in the middle of a sentence that names the subject speaks of it too.
        """
        place = clause.article.id, clause.sentence.id
        beside = place in self.named and not clause.whole and not clause.leaning
        if self.mentions(clause) or place in self.carried or beside:
            return True
        return self.words is not None and self.words.search(clause.text) is not None

    def mentions(self, clause: Clause) -> list[NameMention]:
        """The names of the subject in the clause."""
        return [name for name in clause.names if self.index.of(name) == self.entity.id]


def main_subject(
    particulars: Sequence[Particulars], entities: EntityIndex, origins: Origins, alignments: Sequence[Alignment]
) -> Subject | None:
    """The entity that most lines name, in their titles and ledes above all; None where no report names any."""
    weights: dict[str, float] = {}
    lines: dict[str, set[int]] = {}
    for each in particulars:
        line = origins.line_of(each.article.id)
        for id, weight in _weights(each, entities).items():
            weights[id] = weights.get(id, 0.0) + weight
            lines.setdefault(id, set()).add(line)
    outlets = {each.article.outlet.casefold() for each in particulars if each.article.outlet}
    known = {e.id: e for e in entities.entities if not _is_apart({form.text.casefold() for form in e.forms}, outlets)}
    ranked = sorted(
        (id for id in weights if id in known),
        key=lambda id: (-weights[id] * len(lines[id]) * _kind_weight(known[id]), known[id].name),
    )
    return subject_of(known[ranked[0]], entities, alignments) if ranked else None


def _is_apart(forms: set[str], outlets: set[str]) -> bool:
    """Whether these are the forms of an outlet that reports, or of a holiday, on which something happens."""
    return bool(forms & outlets) or any(_HOLIDAY.fullmatch(form) for form in forms)


def subject_of(entity: Entity, entities: EntityIndex, alignments: Sequence[Alignment]) -> Subject:
    """``entity`` with the words and pronouns that stand for it in these clauses."""
    clauses = sorted((c for alignment in alignments for c in alignment.clauses), key=lambda clause: clause.place)
    named = {(c.article.id, c.sentence.id) for c in clauses for name in c.names if entities.of(name) == entity.id}
    words = _standing_for(entity, entities, clauses)
    return Subject(entity, entities, words, _carried(entity, entities, clauses), frozenset(named))


def _kind_weight(entity: Entity) -> float:
    known = any(form.text.casefold() in PLACES for form in entity.forms)
    return _KNOWN_PLACE if entity.type is EntityType.PLACE and known else _TYPE_WEIGHT[entity.type]


def _weights(each: Particulars, entities: EntityIndex) -> dict[str, float]:
    """What each entity weighs in one article, the same in all for a long and a short one."""
    order = {sentence.id: position for position, sentence in enumerate(each.article.sentences)}
    weights: dict[str, float] = {}
    speakers = _speakers(each)
    for name in each.names:
        position = order[name.citation.sentence or ""]
        title = each.article.sentences[position].part is Part.TITLE
        weight = _TITLE_WEIGHT if title else _LEDE_WEIGHT if position <= _LEDE else 1.0
        speaks = any(low <= name.citation.start < high for low, high in speakers.get(name.citation.sentence, ()))
        id = entities.of(name)
        weights[id] = weights.get(id, 0.0) + weight * (_SPEAKER if speaks else 1.0)
    total = sum(weights.values()) or 1.0
    return {id: weight / total for id, weight in weights.items()}


def _speakers(each: Particulars) -> dict[str | None, list[tuple[int, int]]]:
    """The spans that name whoever a statement or quote is laid at the door of, by sentence."""
    found: dict[str | None, list[tuple[int, int]]] = {}
    named = [mention.speaker_citation for mention in each.attributions]
    named += [mention.speaker_citation for mention in each.quotes]
    for citation in named:
        if citation:
            found.setdefault(citation.sentence, []).append((citation.start, citation.end))
    return found


def _standing_for(entity: Entity, entities: EntityIndex, clauses: Sequence[Clause]) -> re.Pattern[str] | None:
    """A pattern for the nouns that the name most often owns, and for what its kind is called, with an article."""
    counts: Counter[str] = Counter()
    for clause in clauses:
        for name in clause.names:
            if entities.of(name) == entity.id:
                counts.update(_owned(clause.article.text, name.citation.end))
    definite = Counter(word for clause in clauses for word in _DEFINITE.findall(clause.text.casefold()))
    owned = sorted(counts, key=lambda noun: (-counts[noun], noun))
    nouns = [noun for noun in owned if definite[noun] >= _LEAST_DEFINITE][:_MOST_NOUNS]
    if entity.type in _BODIES:
        nouns += sorted(_DESCRIPTIONS & _described(entity, entities, clauses))
    if not nouns:
        return None
    return re.compile(
        rf"\b(?:the|its|this|our) (?:[\w-]+ ){{0,2}}(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE
    )


def _described(entity: Entity, entities: EntityIndex, clauses: Iterable[Clause]) -> frozenset[str]:
    """The words of clauses that name the subject and no other body, where a description can only be the subject's."""
    found: set[str] = set()
    for clause in clauses:
        bodies = {entities.of(name) for name in clause.names if name.type in _BODIES}
        if bodies <= {entity.id}:
            found.update(re.findall(r"[a-z]+", clause.text.casefold()))
    return frozenset(found)


def _owned(text: str, at: int) -> list[str]:
    match = _OWNED.match(text, at)
    words: list[str] = []
    for word in match.group(1).split() if match else []:
        if word in FUNCTION_WORDS:
            break
        words.append(word)
    return [word for word in words[-1:] if normal_word(word)]


def _carried(entity: Entity, entities: EntityIndex, clauses: Sequence[Clause]) -> frozenset[Place]:
    """Sentences that begin with a pronoun after one whose first name is the subject's."""
    first: dict[tuple[str, int], str] = {}
    for clause in clauses:
        if clause.names:
            first.setdefault((clause.article.id, clause.order), entities.of(clause.names[0]))
    found: set[Place] = set()
    for clause in clauses:
        before = (clause.article.id, clause.order - 1)
        if first.get(before) == entity.id and _PRONOUN.match(clause.text):
            first.setdefault((clause.article.id, clause.order), entity.id)
            found.add((clause.article.id, clause.sentence.id))
    return frozenset(found)
