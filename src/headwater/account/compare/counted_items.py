"""The figures of a story with what surrounds them: names, words, days; what alignment compares."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.surroundings import called, closeness, era, surroundings
from headwater.account.particulars.lexicon import (
    CHANGE_NOUNS,
    SIZE_NOUNS,
    STOP,
    counted_roles,
    singular,
    synonym_classes,
    word_list,
)
from headwater.model.account import QuantityValue
from headwater.model.particulars import EntityType, Granularity, NameMention, Particulars, QuantityMention

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_IN = re.compile(
    r"\b(?:in|at|near|on|across|outside|inside|around|of|off) (?:the )?"
    r"(?:(?:city|town|village|state|province|region) of )?"
    r"(?:(?:northern|southern|eastern|western|central|north|south|east|west|nearby|downtown) )*$"
)
_NEXT = re.compile(r" ([a-z]+)")
_BESIDE = re.compile(r"\b(?:another|other|further|additional|including(?: at least)?) $", re.IGNORECASE)
_WITHIN = re.compile(r" (?:(?:\w+ )?others?\b|more\b|of (?:them|whom|those|the|its|their|his|her)\b)")
_PLACE_REACH = 90
_OLD_DAYS = 12
_MAIN_SHARE = 0.4

GENERIC_PEOPLE = word_list("generic_people")
_CLASSES = synonym_classes()
_ROLES = counted_roles()


@dataclass(frozen=True, slots=True)
class CountedItem:
    """A figure of one article with its context.

    ``head``: the counted noun, singular; "" where it is too general to tell. ``numbers``: all plain numbers in it.
    ``names``: ids of the names in its sentence; ``places``: those that it lies in; ``owners``: bodies and countries
    named before it, nearest first; ``aside``: places that are not the story's; ``days``: months well before it.
    ``partial``: counted beside or within another figure ("20 others", "10 of them"). ``words``: those of the sentence;
    ``near``: those around the figure in its clause; ``called``: nouns that the clause gives the counted as;
    ``era``: -1 for a figure worded as an earlier one, 1 for a later one, else 0; ``beside``: the words of the sentence
    by how close they stand to the figure; ``depth``: how far down its article it stands, 0..1; ``roles``: the numbers
    of what people are counted as, by the noun or, of people not told further, by the words around.
    """

    article: str
    mention: QuantityMention
    head: str
    modifiers: frozenset[str]
    numbers: frozenset[float]
    names: frozenset[str]
    places: frozenset[str]
    owners: tuple[str, ...]
    aside: frozenset[str]
    days: frozenset[str]
    partial: bool
    words: frozenset[str]
    near: frozenset[str]
    called: frozenset[str]
    era: int
    sentence: str
    published: date | None
    beside: Mapping[str, float]
    depth: float
    roles: frozenset[int]


def one_noun(a: CountedItem, b: CountedItem) -> bool:
    """Whether both count the same, more telling than "people": "48 passengers", "52 people on board"."""
    return (same_class(a.head, b.head) and not is_generic(a.head)) or bool(a.roles & b.roles)


def same_class(a: str, b: str) -> bool:
    """Whether two counted nouns, singular, may stand for one thing ("troop", "soldier")."""
    return a == b or bool(_CLASSES.get(a, frozenset()) & _CLASSES.get(b, frozenset()))


def items_of(particulars: Sequence[Particulars], entities: EntityIndex) -> list[CountedItem]:
    """The figures of all articles with their context, articles by id, then in text order."""
    ordered = sorted(particulars, key=lambda one: one.article.id)
    main = _main_names(ordered, entities)
    return [item for one in ordered for item in _of_article(one, entities, main)]


def rarity(items: Sequence[CountedItem]) -> Mapping[str, float]:
    """How much each word of the figures' sentences tells: log of sentences over sentences with it."""
    sentences = {(item.article, item.sentence): item.words for item in items}
    counts = Counter(word for words in sentences.values() for word in words)
    return {word: math.log(1 + len(sentences) / count) for word, count in counts.items()}


def _main_names(particulars: Sequence[Particulars], entities: EntityIndex) -> frozenset[str]:
    """The names that the story is about: in the first sentences of an article, or in many of the articles."""
    carried: Counter[str] = Counter()
    leading: set[str] = set()
    for one in particulars:
        ids = {entities.of(name) for name in one.names}
        carried.update(ids)
        lead = one.article.sentences[:3]
        limit = lead[-1].end if lead else 0
        leading |= {entities.of(name) for name in one.names if name.citation.start < limit}
    least = max(2.0, _MAIN_SHARE * len(particulars))
    return frozenset(leading | {name for name, count in carried.items() if count >= least})


def _of_article(one: Particulars, entities: EntityIndex, main: frozenset[str]) -> list[CountedItem]:
    by_sentence: dict[str | None, list[int]] = {}
    for position, name in enumerate(one.names):
        by_sentence.setdefault(name.citation.sentence, []).append(position)
    items = []
    for mention in one.quantities:
        sentence = one.article.sentence_at(mention.citation.start)
        if sentence is None:
            continue
        names = [one.names[at] for at in by_sentence.get(sentence.id, [])]
        near = [name for name in names if abs(name.citation.start - mention.citation.start) <= _PLACE_REACH]
        places = frozenset(entities.of(name) for name in near if _stands_there(one, name))
        old = {
            time.value[: 4 if time.granularity is Granularity.YEAR else 7]
            for time in one.times
            if sentence.start <= time.citation.start < sentence.end
            and time.first
            and one.article.published.date
            and _is_far(one.article.published.date, time.first, time.last or time.first)
        }
        text = one.article.slice(sentence)
        head, modifiers = _head(mention)
        around, called_as, told_era = _around(mention, text, sentence.start)
        items.append(
            CountedItem(
                one.article.id, mention, head, modifiers, _numbers(mention),
                frozenset(entities.of(name) for name in names), places,
                _owners(one, mention, names, entities), places - main,
                frozenset(old), _is_partial(one, mention),
                content_words(text), around, called_as, told_era, text, one.article.published.date,
                _beside(mention, text, sentence.start), sentence.start / max(1, len(one.article.text)),
                _roles(mention, head, around),
            )
        )  # fmt: skip
    return items


def _around(mention: QuantityMention, sentence: str, begin: int) -> tuple[frozenset[str], frozenset[str], int]:
    start, end = mention.citation.start - begin, mention.citation.end - begin
    return surroundings(sentence, start, end), called(sentence, end), era(sentence, start)


def _roles(mention: QuantityMention, head: str, near: frozenset[str]) -> frozenset[int]:
    if mention.unit not in (None, "people") or mention.event is not None:
        return frozenset()
    told = is_generic(head)
    return frozenset(n for n, (nouns, cues) in enumerate(_ROLES) if head in nouns or (told and cues & near))


def _beside(mention: QuantityMention, sentence: str, begin: int) -> Mapping[str, float]:
    return closeness(sentence, mention.citation.start - begin, mention.citation.end - begin)


def _stands_there(one: Particulars, name: NameMention) -> bool:
    """Whether the name is a place that something happens in, not a word for who ("US soldier")."""
    before = one.article.text[max(0, name.citation.start - 30) : name.citation.start]
    if name.type is not EntityType.PLACE or _IN.search(before) is None:
        return False
    after = _NEXT.match(one.article.text, name.citation.end)
    return after is None or after[1] in STOP


def _owners(
    one: Particulars, mention: QuantityMention, names: Sequence[NameMention], entities: EntityIndex
) -> tuple[str, ...]:
    bodies = (EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE)
    before = [
        name
        for name in names
        if name.citation.start < mention.citation.start and name.type in bodies and not _stands_there(one, name)
    ]
    return tuple(entities.of(name) for name in reversed(before))


def _is_partial(one: Particulars, mention: QuantityMention) -> bool:
    text, cited = one.article.text, mention.citation
    return bool(_BESIDE.search(text[max(0, cited.start - 12) : cited.start]) or _WITHIN.match(text, cited.end))


def _is_far(published: date, first: date, last: date) -> bool:
    return (published - last).days > _OLD_DAYS or (first - published).days > _OLD_DAYS


def _head(mention: QuantityMention) -> tuple[str, frozenset[str]]:
    words = list(_WORD.findall(mention.what.lower()))
    if mention.event and words and words[-1] in mention.event.split():
        words = words[: len(words) - len(mention.event.split())] or words
    nouns = [singular(word) for word in words]
    head = nouns[-1] if nouns else ""
    if head == "member" and nouns[-2:-1] == ["service"]:
        head = "servicemember"
    if head in CHANGE_NOUNS or (head in SIZE_NOUNS and not (mention.unit and mention.unit != "people")):
        return "", frozenset(nouns[:-1])
    return head, frozenset(nouns[:-1])


def is_magnitude(figure: QuantityMention | QuantityValue) -> bool:
    """Whether only an order of magnitude is given: "dozens", "by thousands"."""
    low, high = figure.low, figure.high
    if low is None or high is None or figure.start is not None:
        return False
    return (high == 99 and low in (12, 20, 24)) or (low >= 100 and high in (low * 10 - 1, low * 5 - 1))


def _numbers(mention: QuantityMention) -> frozenset[float]:
    values = (mention.value, mention.low, mention.high, mention.start, mention.to)
    if is_magnitude(mention):
        return frozenset()
    by = () if mention.by is None else (abs(mention.by),)
    return frozenset(value for value in (*values, *by) if value is not None)


def content_words(text: str) -> frozenset[str]:
    """The words of a sentence that tell something, singular, lower case."""
    words = (match.group().lower().removesuffix("'s").removesuffix("’s") for match in _WORD.finditer(text))
    return frozenset(singular(word)[:7] for word in words if len(word) > 2 and word not in STOP)


def is_generic(head: str) -> bool:
    """Whether a counted noun says no more than "people"."""
    return head == "" or head in GENERIC_PEOPLE
