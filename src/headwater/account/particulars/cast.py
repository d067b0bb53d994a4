"""The cast of an article: everybody who could speak in it, what they are called, whether he or she."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.particulars.gazetteer import FEMALE, GIVEN, NOT_NAMES, PLACES, STATES
from headwater.account.particulars.geonames import city_trait
from headwater.account.particulars.marked import Marked
from headwater.model.article import Article
from headwater.model.particulars import EntityType, NameMention


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the fullest form, and the offsets of the words that name them where it was read."""

    name: str
    start: int
    end: int
    known: bool  # a name of the article, not a wording such as "a senior official"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who could speak in an article: its names in text order, the titles they bear, whether he or she."""

    article: Article
    names: tuple[NameMention, ...]
    starts: tuple[int, ...]
    genders: dict[str, str]
    surnames: dict[str, str]  # last words of people's names (case folded) that only one of them bears
    told: tuple[int, ...]  # where the sentences begin that have words outside quotes
    words: Marked

    def within(self, start: int, end: int) -> list[NameMention]:
        """The names that lie inside ``start..end``."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [mention for mention in self.names[first:last] if mention.citation.end <= end]

    def is_person(self, name: str) -> bool:
        """Whether a name is that of a person of the article."""
        return any(mention.key == name and mention.type is EntityType.PERSON for mention in self.names)

    def people_before(self, at: int, *, since: int) -> list[NameMention]:
        """People named in ``since..at``, the nearest first."""
        last = bisect_left(self.starts, at)
        first = bisect_left(self.starts, since)
        return [m for m in reversed(self.names[first:last]) if m.type is EntityType.PERSON]


def _gender(mention: NameMention) -> str | None:
    words = f"{mention.role or ''}".casefold().replace(".", "").split()
    if any(word in FEMALE for word in words):
        return "f"
    if any(word in ("mr", "sir", "lord", "king", "prince", "spokesman", "congressman", "chairman") for word in words):
        return "m"
    given = mention.key.split()[0].casefold()
    if given in FEMALE:
        return "f"
    return "m" if given in GIVEN and len(mention.key.split()) > 1 else None


def cast_of(article: Article, names: Sequence[NameMention], words: Marked) -> Cast:
    """The cast of an article with these names and words."""
    ordered = tuple(sorted(names, key=lambda mention: mention.citation.start))
    genders: dict[str, str] = {}
    for mention in ordered:
        gender = _gender(mention) if mention.type is EntityType.PERSON else None
        if gender:
            genders.setdefault(mention.key, gender)
    starts = tuple(m.citation.start for m in ordered)
    return Cast(article, ordered, starts, genders, _surnames(ordered), _told(article, words), words)


def _told(article: Article, words: Marked) -> tuple[int, ...]:
    if not words.spans:
        return tuple(sentence.start for sentence in article.sentences)
    return tuple(s.start for s in article.sentences if words.has_words(s.start, s.end))


def _surnames(names: Sequence[NameMention]) -> dict[str, str]:
    bearers: dict[str, set[str]] = {}
    for mention in names:
        if mention.type is EntityType.PERSON and " " in mention.key:
            bearers.setdefault(mention.key.casefold().split()[-1], set()).add(mention.key)
    return {last: min(keys) for last, keys in bearers.items() if len(keys) == 1}


def may_speak(mention: NameMention) -> bool:
    """Whether a name is somebody's who can speak: a person's, a body's, a state's, not a mere city's or day's."""
    if mention.type is EntityType.PLACE:
        return mention.key.casefold() in STATES or not (
            mention.key.casefold() in PLACES or city_trait(mention.key) == "large"
        )
    last = mention.key.casefold().split()[-1]
    named = last not in NOT_NAMES or (mention.type is EntityType.PERSON and " " in mention.key)
    return named and last not in ("day", "week", "month", "year", "night")
