"""A word or a name that one report has where another has a different one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from headwater.account.compare.clauses import Clause
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.wording import normal_word
from headwater.model.article import Citation, Part
from headwater.model.particulars import EntityType, NameMention
from headwater.text.words import word_spans

_LONGEST = 4  # words in a replaced stretch; longer ones are other sentences, not other words
_ARTICLE = 4  # characters of "The "
_LEAST_LETTERS = 4
_SAME_WORD = 0.75  # normalised similarity of two spellings of one word
_NOT_NOUN_ENDINGS = ("ly", "ing", "ed")


@dataclass(frozen=True, slots=True)
class Substitution:
    """What clause ``a`` has where clause ``b`` has something else, each with its place."""

    a: Citation
    b: Citation
    named: bool
    places: bool = False


@dataclass(frozen=True, slots=True)
class Worded:
    """A clause with its words, case folded, and their half-open spans in its text."""

    clause: Clause
    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]


def worded(clause: Clause) -> Worded:
    """``clause`` with its words parted, once for all clauses that it is held against."""
    text, spans = clause.text, word_spans(clause.text)
    return Worded(clause, tuple(spans), tuple(text[start:end].casefold() for start, end in spans))


def substitutions(one: Worded, other: Worded, entities: EntityIndex) -> Iterator[Substitution]:
    """Words or names of two clauses that stand in the same place between the same words."""
    a, b, folded_a, folded_b = one.clause, other.clause, one.folded, other.folded
    in_body = a.part is b.part is Part.BODY
    for (a_from, a_to), (b_from, b_to) in _replaced(folded_a, folded_b):
        here = _absolute(a, one.spans[a_from][0], one.spans[a_to - 1][1])
        there = _absolute(b, other.spans[b_from][0], other.spans[b_to - 1][1])
        named = _names(a, b, here, there, entities)
        if named:
            yield named
        elif (
            in_body and _in_context(folded_a, (a_from, a_to)) and _differ(folded_a[a_from:a_to], folded_b[b_from:b_to])
        ):
            yield Substitution(a.article.cite(*here), b.article.cite(*there), named=False)


Stretch = tuple[int, int]


def _replaced(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[Stretch, Stretch]]:
    """Stretches that stand between the same words, or at the start before the same word."""
    blocks = [block for block in Indel.opcodes(a, b) if block.tag == "equal"]
    a_at = b_at = 0
    for block in blocks:
        gap_a, gap_b = (a_at, block.src_start), (b_at, block.dest_start)
        if 0 < gap_a[1] - gap_a[0] <= _LONGEST and 0 < gap_b[1] - gap_b[0] <= _LONGEST:
            yield gap_a, gap_b
        a_at, b_at = block.src_end, block.dest_end


def _absolute(clause: Clause, start: int, end: int) -> tuple[int, int]:
    return clause.start + start, clause.start + end


def _in_context(folded: Sequence[str], stretch: Stretch) -> bool:
    """Whether a word of content stands on either side."""
    before, after = folded[max(0, stretch[0] - 1) : stretch[0]], folded[stretch[1] : stretch[1] + 1]
    return any(map(normal_word, before)) and any(map(normal_word, after))


def _differ(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both are one word, a noun by its ending, and neither a form nor a synonym of the other."""
    if len(a) != 1 or len(b) != 1:
        return False
    one, other = a[0], b[0]
    if min(len(one), len(other)) < _LEAST_LETTERS or not (one.isalpha() and other.isalpha()):
        return False
    if one.endswith(_NOT_NOUN_ENDINGS) or other.endswith(_NOT_NOUN_ENDINGS):
        return False
    normal, normal_other = normal_word(one), normal_word(other)
    if normal is None or normal_other is None or normal == normal_other:
        return False
    return Indel.normalized_similarity(one, other) < _SAME_WORD


def _names(
    a: Clause, b: Clause, here: tuple[int, int], there: tuple[int, int], entities: EntityIndex
) -> Substitution | None:
    """The names inside the two stretches, where each has one and they are of one type but not of one thing."""
    one, other = _name_in(a.names, here), _name_in(b.names, there)
    if one is None or other is None or one.type is not other.type or entities.of(one) == entities.of(other):
        return None
    if not _stand_first(a, one) or not _stand_first(b, other):
        return None
    shared = {entities.of(name) for name in a.names} & {entities.of(name) for name in b.names}
    if entities.of(one) in shared or entities.of(other) in shared:
        return None
    return Substitution(one.citation, other.citation, named=True, places=one.type is EntityType.PLACE)


def _stand_first(clause: Clause, name: NameMention) -> bool:
    """Whether the name is what the clause begins with, an article aside: its subject, not one name among others."""
    return name.citation.start - clause.start <= _ARTICLE


def _name_in(names: tuple[NameMention, ...], span: tuple[int, int]) -> NameMention | None:
    inside = [name for name in names if span[0] <= name.citation.start and name.citation.end <= span[1]]
    return inside[0] if len(inside) == 1 else None
