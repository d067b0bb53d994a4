"""Pronouns: whom "he", "she" or "they" means among the people of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from headwater.account.particulars.cast import Cast, Speaker, may_speak
from headwater.account.particulars.cues import NOUNS
from headwater.account.particulars.gazetteer import HONORIFICS
from headwater.account.particulars.tokens import Token
from headwater.model.article import Article
from headwater.model.particulars import EntityType, NameMention

_SINGULAR = frozenset(("he", "she", "him", "her"))
_MALE = frozenset(("he", "him"))  # as most of those are whose gender the name does not tell
_LEADING = frozenset(("after", "when", "before", "while", "since", "although", "though", "once", "until", "as", "if"))
_OPENING = 30  # characters of a sentence in which its subject is named, a title before it included
NEAR = 3  # sentences back that "he" reaches, those left out that stand within quotes from end to end


def _fits(cast: Cast, key: str, pronoun: str) -> bool:
    wanted = "f" if pronoun in ("she", "her") else "m"
    return cast.genders.get(key, wanted) == wanted


def meant_by(cast: Cast, pronoun: Token, last: Speaker | None) -> str | None:
    """Whom "he", "she", "it" or "they" means: the last speaker where it fits, else the nearest person that does.

    A person that a clause before the pronoun's own is about goes first; a letter or statement is never "he". Of those
    near, the only one of the sentence before goes before one whose gender is sure.
    """
    article = cast.article
    if pronoun.lower == "it":
        return _body_meant(cast, pronoun, last)
    if pronoun.lower not in _SINGULAR:
        return last.name if last else None
    position = bisect_right(cast.told, pronoun.start) - 1
    since = cast.told[max(0, position - NEAR)] if cast.told else 0
    near = [m for m in cast.people_before(pronoun.start, since=since) if _fits(cast, m.key, pronoun.lower)]
    own = _led_by(cast, near, pronoun)
    if own:
        return own
    sure = [m for m in near if m.key in cast.genders]
    if last and not last.known and last.name.split()[-1] in NOUNS:
        last = None
    new = _taken_over(cast, near, position, last)
    if new:
        return new
    if last and _may_go_on(cast, last, pronoun, since) and (last.name in cast.genders or not sure):
        return last.name
    if position > 0:
        named = {m.key for m in near if cast.told[position - 1] <= m.citation.start < cast.told[position]}
        if len(named) == 1 and (pronoun.lower in _MALE or named <= cast.genders.keys()):
            return min(named)
    subjects = [m for m in sure or near if _begins_sentence(article, m)]
    chosen = subjects or sure or near
    return chosen[0].key if chosen else None


def _body_meant(cast: Cast, it: Token, last: Speaker | None) -> str | None:
    """Whom "it" means: the first body that its sentence names before it, else the last speaker who is no person."""
    sentence = cast.article.sentence_at(it.start)
    named = cast.within(sentence.start, it.start) if sentence else []
    bodies = [mention for mention in named if mention.type is not EntityType.PERSON and may_speak(mention)]
    if bodies:
        return bodies[0].key
    return last.name if last and not cast.is_person(last.name) else None


def _taken_over(cast: Cast, near: Sequence[NameMention], position: int, last: Speaker | None) -> str | None:
    """The only person of the sentence before where that begins with the name and the last speaker stands before it."""
    if position == 0 or last is None or last.start >= cast.told[position - 1]:
        return None
    there = [m for m in near if cast.told[position - 1] <= m.citation.start < cast.told[position]]
    if len({m.key for m in there}) != 1 or there[-1].citation.start - cast.told[position - 1] > _OPENING:
        return None
    return there[-1].key


def _led_by(cast: Cast, near: Sequence[NameMention], pronoun: Token) -> str | None:
    """Who is the subject of a clause that leads up to the pronoun's: "after Ilse Marant lost, she said"."""
    here = cast.article.sentence_at(pronoun.start)
    if here is None or not near or near[0].citation.start < here.start:
        return None
    before = cast.article.text[here.start : near[0].citation.start].casefold().split()
    while before and before[-1].rstrip(".") in HONORIFICS:
        before.pop()
    return near[0].key if before and before[-1] in _LEADING else None


def _may_go_on(cast: Cast, last: Speaker, pronoun: Token, since: int) -> bool:
    """Whether the last speaker can be meant: fits the pronoun and was heard or named a few sentences back."""
    if last.known and not _fits(cast, last.name, pronoun.lower):
        return False
    named = any(m.key == last.name for m in cast.people_before(pronoun.start, since=since))
    return named or last.start >= since or not cast.people_before(pronoun.start, since=since)


def _begins_sentence(article: Article, mention: NameMention) -> bool:
    sentence = article.sentence_at(mention.citation.start)
    return sentence is not None and mention.citation.start - sentence.start < 40
