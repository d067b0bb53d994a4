"""What a story is mainly about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.account.compare.claims import Alignment
from headwater.account.compare.clauses import Clause
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.wording import FUNCTION_WORDS, normal_word
from headwater.model.account import Entity
from headwater.model.article import Part
from headwater.model.particulars import EntityType, Particulars
from headwater.model.reuse import Origins

_TITLE_WEIGHT = 3.0
_LEDE_WEIGHT = 1.5
_LEDE = 3  # sentences
_TYPE_WEIGHT = {
    EntityType.ORGANISATION: 1.0,
    EntityType.PERSON: 1.0,
    EntityType.GROUP: 0.9,
    EntityType.OTHER: 0.8,
    EntityType.PLACE: 0.55,  # a country is where a story happens far more often than what it is about
}
_HEAD = re.compile(r"(?:['’]s?)?((?:\s[a-z][a-z-]+){1,3})")
_LEAST_HEAD = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """The entity a dossier is about, and the plain words that stand for it ("mission", where "X's mission" is said)."""

    entity: Entity
    index: EntityIndex
    heads: frozenset[str]

    def is_in(self, clause: Clause) -> bool:
        """Whether the clause speaks of the subject: by a name of it or by a word that stands for it."""
        if any(self.index.of(name) == self.entity.id for name in clause.names):
            return True
        text = clause.text.casefold()
        return any(
            re.search(rf"\b(?:the|its|this|our|current|expanded) (?:\w+ ){{0,2}}{head}\b", text) for head in self.heads
        )


def main_subject(
    particulars: Sequence[Particulars], entities: EntityIndex, origins: Origins, alignments: Sequence[Alignment]
) -> Subject | None:
    """The entity that most lines name, in their titles and ledes above all; None where no name recurs."""
    weights: dict[str, float] = {}
    lines: dict[str, set[int]] = {}
    for each in particulars:
        line = origins.line_of(each.article.id)
        for id, weight in _weights(each, entities).items():
            weights[id] = weights.get(id, 0.0) + weight
            lines.setdefault(id, set()).add(line)
    outlets = {each.article.outlet.casefold() for each in particulars if each.article.outlet}
    known = {entity.id: entity for entity in entities.entities}
    ranked = sorted(
        (id for id in weights if id in known and known[id].name.casefold() not in outlets),
        key=lambda id: (-weights[id] * len(lines[id]) * _TYPE_WEIGHT[known[id].type], known[id].name),
    )
    return subject_of(known[ranked[0]], entities, alignments) if ranked else None


def subject_of(entity: Entity, entities: EntityIndex, alignments: Sequence[Alignment]) -> Subject:
    """``entity`` with the words that stand for it in these clauses."""
    clauses = [clause for alignment in alignments for clause in alignment.clauses]
    return Subject(entity, entities, _heads(entity, entities, clauses))


def _weights(each: Particulars, entities: EntityIndex) -> dict[str, float]:
    """What each entity weighs in one article, the same for a long and a short one."""
    weights: dict[str, float] = {}
    for name in each.names:
        sentence = each.article.sentence_at(name.citation.start)
        if sentence is None:
            continue
        order = each.article.sentences.index(sentence)
        weight = _TITLE_WEIGHT if sentence.part is Part.TITLE else _LEDE_WEIGHT if order <= _LEDE else 1.0
        id = entities.of(name)
        weights[id] = weights.get(id, 0.0) + weight
    total = sum(weights.values()) or 1.0
    return {id: weight / total for id, weight in weights.items()}


def _heads(entity: Entity, entities: EntityIndex, clauses: Iterable[Clause]) -> frozenset[str]:
    """The nouns that the name most often owns or qualifies: "X's training mission" gives "mission"."""
    counts: Counter[str] = Counter()
    for clause in clauses:
        for name in clause.names:
            if entities.of(name) == entity.id:
                counts.update(_owned(clause.article.text, name.citation.end))
    return frozenset(head for head, count in counts.most_common(2) if count >= _LEAST_HEAD)


def _owned(text: str, at: int) -> list[str]:
    match = _HEAD.match(text, at)
    if not match:
        return []
    words: list[str] = []
    for word in match.group(1).split():
        if word in FUNCTION_WORDS:
            break
        words.append(word)
    return [word for word in words[-1:] if normal_word(word)]
