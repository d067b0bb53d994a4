"""Stand-ins: the body that "the company" or "the ministry" stands for in an article."""

from __future__ import annotations

import re
from collections import Counter

from headwater.account.compare.entities import EntityIndex
from headwater.account.particulars.gazetteer import DESCRIPTIONS, ORGANISATION_WORDS
from headwater.model.account import Entity
from headwater.model.article import Article
from headwater.model.particulars import EntityType
from headwater.text.words import words

_DEFINITE = re.compile(r"(?:the|its|his|her|their|this) (?P<noun>[a-z-]+)", re.IGNORECASE)
# What any business is called; other nouns stand for a body that is called or described by them.
_ANY_BUSINESS = frozenset(("business", "company", "corporation", "firm", "manufacturer", "group"))
_LEAST_MENTIONS = 2


def named_as(name: str, article: Article, entities: EntityIndex) -> str:
    """The name under which the story's entities list ``name`` in ``article``, else ``name`` itself.

    "The ministry" is the one body of the article that is called so, "the shipbuilder" the one that it describes so, and
    "the company" else the body that it names most often.
    """
    if id := entities.named(name):
        return entities.entity(id).name
    definite = _DEFINITE.fullmatch(name)
    body = _body(definite["noun"].lower(), article, entities) if definite else None
    return body.name if body else name


def _body(noun: str, article: Article, entities: EntityIndex) -> Entity | None:
    if noun not in DESCRIPTIONS and noun not in ORGANISATION_WORDS and noun not in _ANY_BUSINESS:
        return None
    bodies = [entity for entity in entities.entities if entity.type is EntityType.ORGANISATION]
    counts = Counter({at: _mentions(body, article) for at, body in enumerate(bodies)})
    here = {at: count for at, count in counts.items() if count}
    for fits in (_is_called, _is_described):
        found = [at for at in here if fits(bodies[at], noun, article)]
        if found:
            return bodies[found[0]] if len(found) == 1 else None
    if noun not in _ANY_BUSINESS:
        return None
    ranked = sorted(here, key=lambda at: (-here[at], at))
    often = ranked and here[ranked[0]] >= _LEAST_MENTIONS
    return bodies[ranked[0]] if often and (len(ranked) == 1 or here[ranked[0]] > here[ranked[1]]) else None


def _mentions(body: Entity, article: Article) -> int:
    return sum(citation.article == article.id for citation in body.citations)


def _is_called(body: Entity, noun: str, article: Article) -> bool:
    """Whether ``noun`` is a word of one of the body's names: "the ministry" for the Harbour Ministry."""
    return any(noun in words(form.text) for form in body.forms)


def _is_described(body: Entity, noun: str, article: Article) -> bool:
    """Whether ``noun`` stands right before the body's name somewhere in the article."""
    places = (
        citation.start for citation in body.citations if citation.article == article.id and not citation.furniture
    )
    return any(article.text[max(0, at - len(noun) - 1) : at].lower() == f"{noun} " for at in places)
