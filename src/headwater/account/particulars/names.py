"""Names in one article: people, organisations, places and groups, each mention brought to its fullest form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from headwater.account.particulars.appositions import role_after, role_before
from headwater.account.particulars.gazetteer import (
    DEMONYMS,
    GIVEN,
    GROUP_WORDS,
    HONORIFICS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    RANKS,
    is_office,
    is_title,
    known_type,
)
from headwater.account.particulars.runs import Run, runs_of
from headwater.account.particulars.tokens import Token, is_common, words_of_article
from headwater.model.article import Article
from headwater.model.particulars import EntityType, NameMention

_SAYS = frozenset(["said", "says", "told", "tells", "added", "adds"])
_CALLED = frozenset(("called", "named"))
_PLACE_CUES = frozenset(("in", "near", "outside", "across", "around", "toward", "towards"))
_RULES = frozenset(("administration", "government", "campaign", "camp", "family", "supporter", "supporters"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a run that is one name: token positions, and what the text calls it."""

    run: Run
    first: int
    last: int
    role: str | None = None

    @property
    def words(self) -> tuple[Token, ...]:
        return self.run.tokens[self.first : self.last]


def _belongs_to_title(token: Token) -> bool:
    return is_title(token.lower) or token.lower in DEMONYMS or token.lower in OFFICE_WORDS


def _parts(run: Run, text: str) -> list[_Part]:
    """The names in a run: what stands before the last title is the title's own, what follows is the person's."""
    first, last = run.first, run.last
    titles = [n for n in range(first, last) if is_title(run.tokens[n].lower)]
    if titles and titles[-1] == last - 1 and _is_surname(run, last - 1):
        titles.pop()
    if titles and titles[-1] == last - 1:
        head = _Part(run, first, _without_titles(run, last))
        return [head] if head.first < head.last else []
    if not titles or run.tokens[titles[-1]].lower in ("house",):
        return [_Part(run, first, last)]
    name_from = titles[-1] + 1
    title_from = titles[-1]
    while title_from > first and _belongs_to_title(run.tokens[title_from - 1]):
        title_from -= 1
    if not run.tokens[name_from].capital:
        after = next(n for n in range(name_from, last) if run.tokens[n].capital)
        return [_Part(run, first, title_from), _Part(run, after, last)]
    before = _Part(run, first, title_from)
    role = text[run.tokens[first].start : run.tokens[name_from - 1].end]
    person = _Part(run, name_from, last, role)
    return [before, person]


def _is_surname(run: Run, at: int) -> bool:
    """Whether a word that could be a title ("Judge", "King") ends a person's name."""
    return at > run.first and run.tokens[at - 1].lower in GIVEN


def _without_titles(run: Run, last: int) -> int:
    while last > run.first and is_title(run.tokens[last - 1].lower):
        last -= 1
    return last


def _is_bare_demonym(part: _Part) -> bool:
    return all(token.lower in DEMONYMS for token in part.words)


def _is_plain_word(mention: NameMention) -> bool:
    """Whether a capital is all that speaks for a name: "a senior Defense official"."""
    words = mention.text.casefold().split()
    if len(words) == 1 and (words[0] in PLACE_WORDS or words[0] in ORGANISATION_WORDS):
        return known_type(mention.text) is None
    return mention.type is EntityType.OTHER and all(is_common(word) or word in OFFICE_WORDS for word in words)


def _type_of(part: _Part) -> EntityType:
    words = part.words
    name = " ".join(token.text for token in words)
    after = part.run.tokens[part.last : part.last + 1]
    follows = after[0].lower if after and after[0].before == " " else ""
    known = known_type(name)
    if known:
        return known
    if part.role is not None:
        return EntityType.PERSON
    last, lowers = words[-1].lower, [token.lower for token in words]
    if lowers[0] in GIVEN and len(words) > 1 and last not in ORGANISATION_WORDS and last not in PLACE_WORDS:
        return EntityType.PERSON
    if last in PLACE_WORDS or (lowers[0] in PLACE_WORDS and len(words) > 1 and last not in ORGANISATION_WORDS):
        return EntityType.PLACE
    if any(word in ORGANISATION_WORDS for word in lowers):
        return EntityType.ORGANISATION
    if follows in GROUP_WORDS:
        return EntityType.GROUP
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text.replace(".", "")) > 1:
        return EntityType.ORGANISATION
    return _type_by_context(part, follows)


def _type_by_context(part: _Part, follows: str) -> EntityType:
    """What the words around a name say it is."""
    before = part.run.tokens[part.first - 1] if part.first else None
    if _follows_group(part):
        return EntityType.GROUP
    said = before is not None and before.lower in _SAYS and part.words[0].before == " "
    if said or follows in _SAYS or follows in _RULES:
        return EntityType.PERSON
    if len(part.words) == 1 and part.words[0].lower in GIVEN:
        return EntityType.PERSON
    if _stands_as_place(part):
        return EntityType.PLACE
    if part.words[0].lower in DEMONYMS:
        return EntityType.OTHER
    if len(part.words) > 2 and known_type(" ".join(token.text for token in part.words[:2])) is EntityType.PLACE:
        return EntityType.PLACE
    if len(part.words) in (2, 3) and not any(is_common(token.lower) for token in part.words):
        return EntityType.PERSON
    return EntityType.OTHER


def _follows_group(part: _Part) -> bool:
    """Whether the words before a name say that it is a group's: "the militant group X", "a group called X"."""
    before = [token.lower for token in part.run.tokens[max(0, part.first - 2) : part.first]]
    return bool(before) and (before[-1] in GROUP_WORDS or (before[-1] in _CALLED and before[0] in GROUP_WORDS))


def _stands_as_place(part: _Part) -> bool:
    """Whether a name follows a word of place: "in X", "the city of X"."""
    before = [token.lower for token in part.run.tokens[max(0, part.first - 2) : part.first]]
    if not before or part.words[0].before != " ":
        return False
    return before[-1] in _PLACE_CUES or (before[-1] == "of" and before[0] in PLACE_WORDS)


def _mention(article: Article, part: _Part) -> NameMention:
    start, end = part.words[0].start, part.words[-1].end
    kind = _type_of(part)
    role = part.role
    if kind is EntityType.PERSON or kind is EntityType.OTHER:
        role = role or role_before(article.text, part.run.tokens, part.first)
        apposition = role_after(article.text, part.run.tokens, part.last)
        role = apposition if apposition and (role is None or not _tells_office(role)) else role
        kind = EntityType.PERSON if role else kind
    text = article.text[start:end]
    return NameMention(article.cite(start, end), text, kind, text, role)


def _tells_office(role: str) -> bool:
    """Whether a title says more than a rank or a form of address."""
    return any(is_office(word) and word not in RANKS for word in role.casefold().replace(".", "").split())


def _stem(name: str) -> str:
    """A name without article, honorific and hyphens, case folded: what two mentions of one thing share."""
    words = name.casefold().replace("-", " ").replace("‑", " ").replace("’", "'").split()
    while len(words) > 1 and (words[0].rstrip(".") in HONORIFICS or words[0] in ("the", "al", "el")):
        words = words[1:]
    return " ".join(words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[0].isupper())


def _acronyms(text: str, mentions: Sequence[NameMention]) -> dict[str, str]:
    """Acronyms that the article explains: "Islamic State (IS)", "the UNHCR (UN refugee agency)" are not the same."""
    found: dict[str, str] = {}
    for long, short in pairwise(mentions):
        gap = text[long.citation.end : short.citation.start]
        closed = text[short.citation.end : short.citation.end + 1]
        if gap == " (" and closed == ")" and short.text.isupper() and _initials(long.text).startswith(short.text):
            found.setdefault(short.text, long.text)
    return found


def _surname(name: str) -> str:
    last = name.split()[-1]
    return _stem(last)


def _keys(mentions: Sequence[NameMention], acronyms: dict[str, str]) -> list[str]:
    """The fullest form of each mention within the article."""
    people = [m.text for m in mentions if m.type is EntityType.PERSON and len(m.text.split()) > 1]
    fullest: dict[str, str] = {}
    for name in people:
        fullest.setdefault(_stem(name), name)
    by_word: dict[str, list[str]] = {}
    for name in fullest.values():
        for word in {_surname(name), _stem(name.split()[0])}:
            by_word.setdefault(word, []).append(name)
    keys: list[str] = []
    seen: list[str] = []
    for mention in mentions:
        stem = _stem(mention.text)
        key = acronyms.get(mention.text) or fullest.get(stem)
        if key is None and len(stem.split()) == 1 and mention.type in (EntityType.PERSON, EntityType.OTHER):
            candidates = by_word.get(stem, [])
            earlier = [name for name in reversed(seen) if name in candidates]
            key = earlier[0] if earlier else candidates[0] if len(candidates) == 1 else None
        key = key or fullest.setdefault(stem, mention.text)
        keys.append(key)
        seen.append(key)
    return keys


def find_names(article: Article) -> tuple[NameMention, ...]:
    """The names in an article, in text order and without overlap; demonyms, days and bare titles are not among them.

    ``key`` is the fullest form that the article gives (a surname's full name, an explained acronym's expansion);
    ``role`` is the title or apposition beside this mention.
    """
    parts = [part for run in runs_of(words_of_article(article)) for part in _parts(run, article.text)]
    mentions = [_mention(article, part) for part in parts if part.first < part.last and not _is_bare_demonym(part)]
    mentions = [mention for mention in mentions if not _is_plain_word(mention)]
    keys = _keys(mentions, _acronyms(article.text, mentions))
    types = {m.text: m.type for m in mentions if m.type is not EntityType.OTHER}
    return tuple(replace(m, key=key, type=types.get(key, m.type)) for m, key in zip(mentions, keys, strict=True))
