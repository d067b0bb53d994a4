"""Openings: what the opening tag of an element tells of the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from headwater.extract.markup import unescaped
from headwater.extract.naming import Parts

_VOID_TAGS = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_BLOCK_TAGS = (
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header label li main nav ol p pre section summary table td th"
    " tr ul"
)
_BLOCK = frozenset(_BLOCK_TAGS.split())
_NAMING = re.compile(r' (?:class|id|itemprop|role|data-(?:component|testid|type))="([^"]*)"')
_BY_AUTHOR = re.compile(r'rel="[^"]*author')
_HIDDEN = re.compile(r' hidden="|aria-hidden="true"|display: ?none')
_LONGEST_NAMES = 300
_PAGE = ("page", "")
_WHOLE = frozenset({"body", "html"})
_DEK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subhead(?:line)?|sub-?title|article-?_*summary"
    r"|summary|chapo|chapeau|vorspann|teaser-?text|intro(?:text)?|lead-?(?:text|in)?|excerpt"
    r"|abstract|entradilla|bajada|sottotitolo|description)(?:$|[\s_-])",
    re.I,
)
_DEK_WORDS = (
    "standfirst dek deck subhead subtitle sub-title summary chapo chapeau vorspann teaser intro lead excerpt abstract"
    " entradilla bajada sottotitolo description"
)
_DEK_PARTS = tuple(_DEK_WORDS.split())
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|writer|contributor)(?:$|[\s_-])|author[_-]?name|byline", re.I
)
#: The kind of an element of microdata.
ITEM = "item"
_ITEM_NAME = "is-item"
# A kind, what its names have in them, and what they must match beside.
_KINDS: tuple[tuple[str, tuple[str, ...], re.Pattern[str] | None], ...] = (
    ("byline", ("byline", "author", "writer", "contributor"), _BYLINE),
    ("dek", _DEK_PARTS, _DEK),
    (ITEM, (_ITEM_NAME,), None),
    ("dated", ("date", "time", "publish", "posted", "meta", "byline", "stamp"), None),
)
_PARTS = Parts([part for _, parts, _ in _KINDS for part in parts])
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
    CELL = "cell"
    LINK = "link"
    BOLD = "bold"
    UNSHOWN = "unshown"


_EFFECTS = (
    dict.fromkeys(_BLOCK, Effect.BLOCK)
    | dict.fromkeys(_VOID, Effect.VOID)
    | {"br": Effect.BREAK, "a": Effect.LINK, "b": Effect.BOLD, "strong": Effect.BOLD}
    | {"td": Effect.CELL, "th": Effect.CELL}
    | {_PAGE[0]: Effect.BLOCK, "head": Effect.UNSHOWN, "title": Effect.UNSHOWN}
)


class Opening(NamedTuple):
    """An element by its opening tag: its tag and the words of its class, id, itemprop and role, of a link its class.

    ``kinds`` says what its words may be: "h1", "time", "byline", "dek", "dated" ...; ``number`` is its place among the
    openings of the page.
    """

    tag: str
    names: str
    effect: Effect
    number: int
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Openings:
    """The elements of a page: by what is written in their opening tags, and all distinct ones by number.

    Tags of the same name and the same names have one Opening; number 0 is the page itself.
    """

    by_tag: Mapping[str, Opening]
    distinct: tuple[Opening, ...]


def read_openings(tags: Iterable[str]) -> Openings:
    """The elements that the opening ones of ``tags`` open, each all that is written between its angle brackets."""
    described = {
        written: _linked(written) if written[:2] == "a " else _described(written)
        for written in tags
        if written[:1] != "/"
    }
    elements = [_PAGE, *dict.fromkeys(described.values())]
    kinds = _kinds_named([names if tag not in _WHOLE else "" for tag, names in elements])
    made = [_opening(*element, more, at) for at, (element, more) in enumerate(zip(elements, kinds, strict=True))]
    by_element = dict(zip(elements, made, strict=True))
    return Openings({written: by_element[element] for written, element in described.items()}, tuple(made))


def _opening(tag: str, names: str, named: tuple[str, ...], number: int) -> Opening:
    effect = _EFFECTS.get(tag) or (Effect.BLOCK if "-" in tag else Effect.PLAIN)
    kinds = _KINDS_OF_TAGS.get(tag, ()) + named
    return Opening(tag, names, Effect.TOLD if kinds and effect is Effect.PLAIN else effect, number, kinds)


def _linked(written: str) -> tuple[str, str]:
    """The tag and the names of a link: most have none, and there are more of them than of all other elements."""
    if "author" in written or "byline" in written or "itemprop" in written:
        return _described(written)
    return "a", " ".join(written.partition(' class="')[2].partition('"')[0].split())


@lru_cache(maxsize=8192)  # pages of one outlet have most of their tags in common
def _described(written: str) -> tuple[str, str]:
    """The tag and the names of an element by its opening tag."""
    tag, _, given = written.partition(" ")
    if not given or tag in _VOID:
        return tag, ""
    if given[:7] == 'class="' and given.count('"') == 2:
        names = given[7:-1]
    else:
        names = " ".join(_NAMING.findall(written))
        if "author" in given and _BY_AUTHOR.search(given):
            names += " byline"
        if ("hidden" in given or "display" in given) and _HIDDEN.search(written):
            names += " is-hidden"
        if "itemprop" in given or "itemscope" in given:
            names += f" {_ITEM_NAME}"
    if "&" in names or "\n" in names:
        names = " ".join(unescaped(names).split())
    return tag, names[:_LONGEST_NAMES].strip()


def _kinds_named(names: Sequence[str]) -> list[tuple[str, ...]]:
    """What each of ``names`` tells of the words of its element."""
    held: dict[int, set[str]] = {}
    for at, part in _PARTS.held_by(names):
        held.setdefault(at, set()).add(part)
    found: list[tuple[str, ...]] = [()] * len(names)
    for at, parts in held.items():
        found[at] = tuple(
            kind
            for kind, hints, pattern in _KINDS
            if not parts.isdisjoint(hints) and (pattern is None or pattern.search(names[at]))
        )
    return found
