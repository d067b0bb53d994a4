"""Openings: what the opening tag of an element tells of the words in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from headwater.extract.markup import unescaped

_VOID_TAGS = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_BLOCK_TAGS = (
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header label li main nav ol p pre section summary table td th"
    " tr ul"
)
_BLOCK = frozenset(_BLOCK_TAGS.split())
_NAMED = ("class", "id", "itemprop", "role", "data-component", "data-testid", "data-type")
#: What a link to its author's page (rel="author") is named beside its other names.
_BY_AUTHOR = " byline"
_HIDDEN = re.compile(r' hidden="|aria-hidden="true"|display: ?none')
_LONGEST_NAMES = 300
_WHOLE = frozenset({"body", "html"})
_DEK = re.compile(
    r"(?:^|[_-])(?:standfirst|dek|deck|subhead(?:line)?|sub-?title|article-?_*summary"
    r"|summary|chapo|chapeau|vorspann|teaser-?text|intro(?:text)?|lead-?(?:text|in)?|excerpt"
    r"|abstract|entradilla|bajada|sottotitolo|description)(?:$|[_-])",
    re.I,
)
_DATED = re.compile(r"date|time|publish|posted|meta|byline|dateline|stamp", re.I)
_BYLINE = re.compile(r"(?:^|[_-])(?:byline|author|authors|writer|contributor)(?:$|[_-])|author[_-]?name|byline", re.I)
# What one of the three patterns needs; most elements have none of it.
_TELLING = re.compile(
    r"d(?:ate|e[ck]|escr)|time|publi|post|meta|line|stamp|author|writer|contrib|standf|sub|sum|chap|vors|teas|intr|lead"
    r"|exce|abst|entra|baja|sotto",
    re.I,
)
_KINDS_NAMED = (("byline", _BYLINE), ("dek", _DEK), ("dated", _DATED))
_KINDS_OF_TAGS: Mapping[str, tuple[str, ...]] = {
    "h1": ("h1",),
    "title": ("title",),
    "time": ("time",),
    "figcaption": ("caption",),
}


class Effect(Enum):
    """What an element is for the walk over a page; one that is ``TOLD`` does nothing but have kinds."""

    PLAIN = "plain"
    TOLD = "told"
    VOID = "void"
    BREAK = "break"
    BLOCK = "block"
    LINK = "link"
    BOLD = "bold"
    UNSHOWN = "unshown"


_EFFECTS = (
    dict.fromkeys(_BLOCK, Effect.BLOCK)
    | dict.fromkeys(_VOID, Effect.VOID)
    | {"br": Effect.BREAK, "a": Effect.LINK, "b": Effect.BOLD, "strong": Effect.BOLD}
    | {"head": Effect.UNSHOWN, "title": Effect.UNSHOWN}
)


@dataclass(frozen=True, slots=True)
class Opening:
    """An element by its opening tag: its tag and the words of its class, id, itemprop and role.

    ``kinds`` says what its words may be: "h1", "time", "byline", "dek", "dated" ...
    """

    tag: str
    names: str
    effect: Effect
    kinds: tuple[str, ...] = ()


def opening_of(written: str) -> Opening:
    """The element that a tag opens; ``written`` is all between the tag's angle brackets."""
    tag = written.partition(" ")[0]
    effect = _EFFECTS.get(tag) or (Effect.BLOCK if "-" in tag else Effect.PLAIN)
    if "=" not in written or effect is Effect.VOID or effect is Effect.BREAK:
        return _described(tag, "", effect)
    names = " ".join([_value(written, name) for name in _NAMED if name in written])
    if "author" in written and "author" in _value(written, "rel"):
        names += _BY_AUTHOR
    if ("hidden" in written or "display" in written) and _HIDDEN.search(written):
        names += " is-hidden"
    return _described(tag, names[:_LONGEST_NAMES].strip(), effect)


def _value(written: str, name: str) -> str:
    """The value of an attribute, "" where the tag does not have it."""
    start = written.find(f' {name}="')
    if start < 0:
        return ""
    start += len(name) + 3
    return unescaped(written[start : written.find('"', start)])


@lru_cache(maxsize=20_000)
def _described(tag: str, names: str, effect: Effect) -> Opening:
    kinds = _KINDS_OF_TAGS.get(tag, ())
    for name in names.split() if tag not in _WHOLE and _TELLING.search(names) else ():
        kinds += tuple(kind for kind in _kinds_named(name) if kind not in kinds)
    return Opening(tag, names, Effect.TOLD if kinds and effect is Effect.PLAIN else effect, kinds)


@lru_cache(maxsize=20_000)
def _kinds_named(name: str) -> tuple[str, ...]:
    return tuple(kind for kind, pattern in _KINDS_NAMED if pattern.search(name))
