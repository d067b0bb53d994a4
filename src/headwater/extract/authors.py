"""Authors of HTML pages: JSON-LD before meta elements before microdata before the visible byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from headwater.extract.agencies import AGENCIES
from headwater.extract.bylines import authors_from_lines
from headwater.extract.elements import Elements
from headwater.extract.jsonld import names_in
from headwater.extract.lines import folded

_AUTHOR = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "citation_author",
]
# How the makers of sites label the author in the card that a shared address shows.
_WRITTEN_BY = (
    *("written by", "author", "verfasst von", "geschrieben von", "von", "autor", "autora", "escrito por", "écrit par"),
    *("scritto da", "geschreven door", "skriven av", "skrevet af", "skrevet av", "napisane przez", "автор", "yazan"),
)
_SPLIT = re.compile(r"\s*(?:;|\||\n| and | und | og | och )\s*")
_LEADING = re.compile(r"(?:(?:text |story |written |posted )?(?:by|von|par|por)|authors?)\b\s*:?\s+", re.I)
_EDGES = " ,;|/·•–-"
_LONGEST = 60
_NOT_NAMES = frozenset(("admin", "staff", "editor", "editorial", "newsroom", "staffwriter", "newsdesk"))
# So many letters with which an outlet's name begins are its own name: "The Post" of "The Post GmbH".
_SHORTEST_OUTLET = 4


def authors_of(elements: Elements, outlet: str | None) -> tuple[str, ...]:
    """Whom the page names as its authors, in order, each once.

    The first of its fields that names somebody beside ``outlet`` is believed; where none does, the outlet itself is the
    author if a field says so.
    """
    itself: tuple[str, ...] = ()
    for names in _lists(elements):
        kept = tuple(name for name in dict.fromkeys(_without(outlet, name) for name in names) if _is_author(name))
        others = tuple(name for name in kept if not _is_outlet(name, outlet))
        if others:
            return others
        itself = itself or kept
    return authors_from_lines(elements.bylines) or itself


def _lists(elements: Elements) -> Iterator[list[str]]:
    """The names in each field that may say who wrote the page, the most trusted field first."""
    metas = elements.metas
    yield _parts(names_in(elements.node.get("author")))
    yield _parts(names_in(elements.node.get("creator")))
    for key in _AUTHOR:
        if key in metas:
            yield _parts([metas[key]])
    for number in "12":
        if metas.get(f"twitter:label{number}", "").casefold().rstrip(":") in _WRITTEN_BY:
            yield _parts([metas.get(f"twitter:data{number}", "")])
    yield _parts(names_in(elements.item.get("author")))
    for line in elements.bylines:
        if 2 <= len(line.split()) <= 4 and not any(character.isdigit() for character in line):
            yield list(authors_from_lines([f"By {_LEADING.sub('', line, count=1)}"]))


def _parts(names: Iterable[str]) -> list[str]:
    """The single names in the values of a field, without "By" and signs around them; an agency behind a comma apart."""
    found: list[str] = []
    for name in names:
        for part in _SPLIT.split(_LEADING.sub("", name.strip(), count=1)):
            bare = part.strip(_EDGES)
            first, comma, last = bare.rpartition(", ")
            found += [first, last] if comma and last in AGENCIES else [bare]
    return [name for name in found if name]


def _without(outlet: str | None, name: str) -> str:
    """``name`` without the name of the outlet behind it ("Ann Reed, The Post"), if a first and a last name are left."""
    bare = name.removesuffix(outlet or "").strip(_EDGES)
    return bare if " " in bare else name


def _is_author(name: str) -> bool:
    if "http" in name or "@" in name or len(name) > _LONGEST or name.isdigit():
        return False
    return folded(name) not in _NOT_NAMES


def _is_outlet(name: str, outlet: str | None) -> bool:
    own, whole = folded(name), folded(outlet)
    return own == whole or (len(own) >= _SHORTEST_OUTLET and whole.startswith(own))
