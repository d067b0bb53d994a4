"""The terms of a clause: what it can have in common with a clause of another report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from headwater.account.compare.ages import age_behind
from headwater.account.compare.clauses import Clause
from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.utterances import Likeness, likeness, wording_of
from headwater.account.compare.wording import FUNCTION_WORDS, normal_word
from headwater.model.account import Quantity, Quote
from headwater.model.article import Citation
from headwater.model.particulars import EntityType, QuantityMention, ValueKind
from headwater.text.words import words

_BEFORE = 3  # words before the name that a clause begins with: "The Acme company", "Prime Minister Ana Rivas"


@dataclass(frozen=True, slots=True)
class Aligned:
    """What was aligned across the reports before the claims: names, quotes, figures.

    ``number_of`` is the position of each quantity by id.
    """

    entities: EntityIndex
    quotes: tuple[Quote, ...]
    quantities: tuple[Quantity, ...]
    number_of: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number_of", {quantity.id: at for at, quantity in enumerate(self.quantities)})


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one clause by kind. ``figures`` are ids of aligned quantities, ``numbers`` the plain values, ``units``
    what is counted and what befell it. ``who`` holds those words and names that only tell who speaks, ``subject`` is
    the entity that it begins with, ``naming`` holds the words of names and of the titles before them.
    """

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    figures: frozenset[str]
    units: frozenset[str]
    days: frozenset[str]
    quotes: frozenset[str]
    speaker: str | None
    who: frozenset[str] = frozenset()
    subject: str | None = None
    naming: frozenset[str] = frozenset()

    def bag(self) -> frozenset[str]:
        """All terms as strings with the letter of their kind in front, without who speaks: that is no statement."""
        large = frozenset(number for number in self.numbers if len(number) > 1)
        kinds = (
            ("w", self.words - self.who), ("e", self.names - self.who), ("v", large), ("u", self.numbers - large),
            ("n", self.figures), ("d", self.days),
            ("q", self.quotes), ("s", () if self.speaker is None else (self.speaker,)),
        )  # fmt: skip
        return frozenset(letter + value for letter, values in kinds for value in values)


def terms_of(clauses: Sequence[Clause], aligned: Aligned) -> list[Terms]:
    """The terms of each clause, in the same order."""
    figures = _ids_by_place((q.id, c) for q in aligned.quantities for value in q.values for c in value.citations)
    quotes = _ids_by_place(
        (f"{quote.id}/{part}", citation)
        for quote in aligned.quotes
        for part, variant in zip(_parts(quote), quote.variants, strict=True)
        for citation in variant.citations
    )
    aliases = _aliases(aligned.entities)
    return [_terms(clause, aligned.entities, aliases, (figures, quotes)) for clause in clauses]


def _parts(quote: Quote) -> list[int]:
    """The part of a quote that each of its variants words: of a split quote they state different things."""
    wordings = [wording_of(variant.text) for variant in quote.variants]
    sets = DisjointSets(len(wordings))
    for (a, ours), (b, theirs) in combinations(enumerate(wordings), 2):
        if likeness(ours, theirs) is not Likeness.DIFFERENT:
            sets.join(a, b)
    return [sets.root(at) for at in range(len(wordings))]


def _aliases(entities: EntityIndex) -> dict[str, str]:
    """For each one-word name, case folded, the word that stands for all one-word names of its entity.

    Names that are written like a function word ("IS", "US", "WHO") have none: folded, they cannot be told from it.
    """
    found: dict[str, str] = {}
    for entity in entities.entities:
        folded = (form.text.casefold() for form in entity.forms if form.text.isalpha())
        forms = [form for form in folded if form not in FUNCTION_WORDS]
        for form in forms:
            found.setdefault(form, forms[0])
    return found


IdsByPlace = dict[tuple[str, int], str]


def _ids_by_place(cited: Iterable[tuple[str, Citation]]) -> IdsByPlace:
    return {(citation.article, citation.start): id for id, citation in cited}


def _terms(clause: Clause, entities: EntityIndex, aliases: dict[str, str], ids: tuple[IdsByPlace, IdsByPlace]) -> Terms:
    figures, quotes = ids
    tokens = clause.tokens
    article = clause.article.id
    counted = [mention for mention in clause.quantities if not _is_vague(mention)]
    numbers = {number for mention in counted for number in _numbers(mention)}
    digits = {_plain(token) for token in tokens if token[0].isdecimal()}
    plain = digits - _ages(clause) if digits else digits
    worded = [token for token in tokens if not token[0].isdecimal()] if digits else tokens
    return Terms(
        words=frozenset(filter(None, map(normal_word, map(aliases.get, worded, worded)))),
        names=frozenset([entities.of(name) for name in clause.names]),
        numbers=frozenset(numbers | plain),
        figures=_found(figures, article, (mention.citation for mention in counted)),
        units=frozenset(f"{mention.unit} {mention.event}" for mention in counted if not _describes(mention)),
        days=frozenset(f"{time.first}/{time.last}" for time in clause.times if time.first),
        quotes=_found(quotes, article, (mention.citation for mention in clause.quotes)),
        speaker=_speaker(clause, entities),
        who=_who(clause, entities, aliases),
        subject=_subject(clause, entities),
        naming=_naming(clause, aliases),
    )


def _ages(clause: Clause) -> set[str]:
    """The ages behind names: they tell who is meant, as the name does, not what is said of him."""
    people = (name for name in clause.names if name.type is EntityType.PERSON)
    matches = (age_behind(clause.article.text, name.citation.end) for name in people)
    return {match[match.lastindex or 1] for match in matches if match}


def _subject(clause: Clause, entities: EntityIndex) -> str | None:
    """The entity of the name that the clause begins with, an article and a title before it aside."""
    first = clause.names[0] if clause.names else None
    if (
        first is None
        or first.type is EntityType.OTHER
        or clause.text[: first.citation.start - clause.start].count(" ") > _BEFORE
    ):
        return None
    return entities.of(first)


def _who(clause: Clause, entities: EntityIndex, aliases: dict[str, str]) -> frozenset[str]:
    """The normal words and the entity of the one whose statement the clause reports, with his title or office."""
    if clause.attribution is None:
        return frozenset()
    speaker = _speaker(clause, entities)
    named = [name for name in clause.names if entities.of(name) == speaker]
    told = [clause.attribution.chain[-1], *(name.text for name in named), *(name.role for name in named if name.role)]
    tokens = (token for text in told for token in words(text))
    normal = filter(None, (normal_word(aliases.get(token, token)) for token in tokens))
    return frozenset((*normal, speaker or ""))


def _naming(clause: Clause, aliases: dict[str, str]) -> frozenset[str]:
    texts = [name.text for name in clause.names]
    texts += [name.role for name in clause.names if name.role and name.role in clause.text]
    tokens = (token for text in texts for token in words(text))
    return frozenset(filter(None, (normal_word(aliases.get(token, token)) for token in tokens)))


def _is_vague(mention: QuantityMention) -> bool:
    """Whether the figure is one of those that any report of many things has: "dozens", "thousands"."""
    return mention.kind is ValueKind.RANGE and not any(letter.isdecimal() for letter in mention.text)


def _describes(mention: QuantityMention) -> bool:
    """Whether the figure only says how large a body that acts is: "the nine-member council"."""
    return mention.what.endswith("members")


def _speaker(clause: Clause, entities: EntityIndex) -> str | None:
    if clause.attribution is None:
        return None
    name = clause.attribution.chain[-1]
    return entities.named(name) or name.casefold()


def _found(ids: IdsByPlace, article: str, citations: Iterable[Citation]) -> frozenset[str]:
    places = ((article, citation.start) for citation in citations)
    return frozenset(ids[place] for place in places if place in ids)


def _plain(token: str) -> str:
    return token.replace(",", "")


def _numbers(mention: QuantityMention) -> list[str]:
    values = (mention.value, mention.low, mention.high, mention.start, mention.to, mention.by)
    return [f"{value:.12g}" for value in values if value is not None]
