"""Names in one article: people, organisations, places and groups, each mention brought to its fullest form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from headwater.account.particulars.appositions import role_after, role_before
from headwater.account.particulars.cues import AGENCIES
from headwater.account.particulars.gazetteer import (
    DEMONYMS,
    GENERATIONS,
    HONORIFICS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    RANKS,
    is_office,
    known_type,
)
from headwater.account.particulars.kinds import kinds_of
from headwater.account.particulars.parts import NamePart, parts_of
from headwater.account.particulars.tokens import Words, is_common
from headwater.account.wordlists import KEPT
from headwater.model.article import Article, Citation
from headwater.model.particulars import EntityType, NameMention

_BODIES = (EntityType.ORGANISATION, EntityType.GROUP)
LONGEST_ACRONYM = 6


def _is_plain_word(mention: _Mention) -> bool:
    """Whether a capital is all that speaks for a name: "a senior Defense official"."""
    words = mention.text.casefold().split()
    if len(words) == 1 and (words[0] in PLACE_WORDS or words[0] in ORGANISATION_WORDS):
        return known_type(mention.text) is None
    return mention.type is EntityType.OTHER and all(is_common(word) or word in OFFICE_WORDS for word in words)


class _Mention(NamedTuple):
    """A name with what its own place tells of it; the keys and types of all are found together."""

    start: int
    end: int
    text: str
    type: EntityType
    role: str | None
    sentence: str


def _mention(text: str, part: NamePart, kind: EntityType) -> _Mention:
    start, end = part.words[0].start, part.words[-1].end
    role = part.role
    if kind is EntityType.PERSON or kind is EntityType.OTHER:
        role = role or role_before(text, part.run.tokens, part.first)
        apposition = role_after(text, part.run.tokens, part.last)
        role = apposition if apposition and (role is None or not _tells_office(role)) else role
        kind = EntityType.PERSON if role else kind
    return _Mention(start, end, text[start:end], kind, role, part.run.sentence.id)


def _tells_office(role: str) -> bool:
    """Whether a title says more than a rank or a form of address."""
    return any(is_office(word) and word not in RANKS for word in role.casefold().replace(".", "").split())


@lru_cache(maxsize=KEPT)
def _stem(name: str) -> str:
    """A name without article, honorific and hyphens, case folded: what two mentions of one thing share."""
    words = name.casefold().replace("-", " ").replace("‑", " ").replace("’", "'").split()
    while len(words) > 1 and (words[0].rstrip(".") in HONORIFICS or words[0] in ("the", "al", "el")):
        words = words[1:]
    return " ".join(words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[0].isupper())


def _acronyms(text: str, mentions: Sequence[_Mention]) -> dict[str, str]:
    """Acronyms that the article explains: "Islamic State (IS)"; "the UNHCR (UN refugee agency)" are not the same.

    Where the letters are not the name's own, as those of a translated one, only a body's that nothing else explains.
    """
    found: dict[str, str] = {}
    foreign: dict[str, set[str]] = {}
    for long, short in pairwise(mentions):
        gap = text[long.end : short.start]
        closed = text[short.end : short.end + 1]
        if gap != " (" or closed != ")" or not short.text.isupper():
            continue
        if _initials(long.text).startswith(short.text):
            found.setdefault(short.text, long.text)
        elif long.type in _BODIES and " " in long.text and 1 < len(short.text) <= LONGEST_ACRONYM:
            foreign.setdefault(short.text, set()).add(long.text)
    once = {short: min(longs) for short, longs in foreign.items() if len(longs) == 1 and short not in AGENCIES}
    return once | found


def _surname(name: str) -> str:
    words = name.split()
    behind = len(words) > 2 and words[-1].casefold().rstrip(".") in GENERATIONS
    return _stem(words[-2] if behind else words[-1])


def _keys(mentions: Sequence[_Mention], acronyms: dict[str, str]) -> list[str]:
    """The fullest form of each mention within the article."""
    people = [m.text for m in mentions if m.type is EntityType.PERSON and len(m.text.split()) > 1]
    fullest: dict[str, str] = {}
    for name in people:
        fullest.setdefault(_stem(name), name)
    by_word: dict[str, list[str]] = {}
    for name in fullest.values():
        for word in {_surname(name), _stem(name.split()[0])}:
            by_word.setdefault(word, []).append(name)
    bodies = _by_first_word(mentions)
    keys: list[str] = []
    seen: list[str] = []
    for mention in mentions:
        stem = _stem(mention.text)
        key = acronyms.get(mention.text) or fullest.get(stem)
        if key is None and len(stem.split()) == 1 and mention.type in (EntityType.PERSON, EntityType.OTHER):
            candidates = by_word.get(stem, [])
            earlier = [name for name in reversed(seen) if name in candidates]
            key = earlier[0] if earlier else candidates[0] if len(candidates) == 1 else None
        if key is None and mention.type is EntityType.ORGANISATION:
            key = bodies.get(stem)
        key = key or fullest.setdefault(stem, mention.text)
        keys.append(key)
        seen.append(key)
    return keys


def _by_first_word(mentions: Sequence[_Mention]) -> dict[str, str]:
    """The bodies that go by their first word alone: "Altona" for "Altona Steel", where no other begins with it."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        first, _, rest = mention.text.partition(" ")
        word = first.casefold()
        if rest and mention.type is EntityType.ORGANISATION and not is_common(word) and not known_type(first):
            found.setdefault(word, set()).add(mention.text)
    return {word: min(names) for word, names in found.items() if len(names) == 1 and word not in DEMONYMS}


def find_names(article: Article, words: Words | None = None) -> tuple[NameMention, ...]:
    """The names in an article, in text order and without overlap; demonyms, days and bare titles are not among them.

    ``key`` is the fullest form that the article gives (a surname's full name, an explained acronym's expansion);
    ``role`` is the title or apposition beside this mention. ``words`` are the article's own, where they have been
    read already.
    """
    parts = parts_of(article, words)
    typed = zip(parts, kinds_of(parts), strict=True)
    mentions = [_mention(article.text, part, kind) for part, kind in typed if kind is not None]
    mentions = [mention for mention in mentions if not _is_plain_word(mention)]
    keys = _keys(mentions, _acronyms(article.text, mentions))
    types = {m.text: m.type for m in mentions if m.type is not EntityType.OTHER}
    return tuple(
        NameMention(
            Citation(article.id, m.start, m.end, sentence=m.sentence), m.text, types.get(key, m.type), key, m.role
        )
        for m, key in zip(mentions, keys, strict=True)
    )
