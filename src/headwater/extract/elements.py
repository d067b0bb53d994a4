"""Elements: what the markup of a page holds beside its main text, gathered while its tags are walked over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from headwater.extract.jsonld import Node, article_node
from headwater.extract.lines import single_spaced
from headwater.extract.microdata import Items
from headwater.extract.openings import ITEM

_LONGEST = 600
_MOST = {"byline": 20, "dek": 20, "dated": 60}


@dataclass(frozen=True, slots=True)
class Elements:
    """Texts by where they stand, in page order; ``metas`` are the first values by lower-case name.

    ``node`` is the JSON-LD node that describes the article, ``item`` the microdata item in the same form; empty where
    there is none.
    """

    metas: dict[str, str] = field(default_factory=dict)
    node: Node = field(default_factory=dict)
    item: Node = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    title: str | None = None
    canonical: str | None = None
    times: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    deks: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


Mark = tuple[int, int, tuple[tuple[str, int], ...], Mapping[str, str]]


class Gathering:
    """What has been gathered of a page so far; elements are noted in the order in which they open.

    ``words`` are its texts, of ``size`` characters; the walk over the page adds to both.
    """

    __slots__ = ("found", "items", "links", "metas", "size", "words")

    def __init__(self) -> None:
        self.metas: dict[str, str] = {}
        self.links: list[str] = []
        self.words: list[str] = []
        self.size = 0
        self.found: dict[str, list[str | None]] = {}
        self.items = Items()

    def meta(self, given: Mapping[str, str]) -> None:
        """A meta element by its attributes."""
        name = given.get("property") or given.get("name") or given.get("itemprop")
        content = single_spaced(given.get("content", "")[:5000])
        if name and content:
            self.metas.setdefault(name.lower(), content)

    def link(self, given: Mapping[str, str]) -> None:
        """A link element by its attributes."""
        if given.get("rel", "").lower() == "canonical" and given.get("href"):
            self.links.append(single_spaced(given["href"]))

    def begin(self, kinds: tuple[str, ...], given: Mapping[str, str]) -> Mark:
        """Notes the opening of an element of ``kinds``; ``given`` are the attributes of one of time or of microdata."""
        if "time" in kinds and given.get("datetime"):
            self.found.setdefault("time", []).append(single_spaced(given["datetime"]))
        if ITEM in kinds:
            self.items.begin(given)
        places = []
        for kind in kinds:
            slots = self.found.setdefault(kind, [])
            slots.append(None)
            places.append((kind, len(slots) - 1))
        return len(self.words), self.size, tuple(places), given

    def end(self, mark: Mark) -> None:
        """Notes the words of an element that ``begin`` marked; none where they are too many to be a label."""
        start, size, places, given = mark
        words = single_spaced("".join(self.words[start:])) if self.size - size <= _LONGEST else ""
        for kind, place in places:
            self.found[kind][place] = words or None
            if kind == ITEM:
                self.items.end(given, words, self.size)

    def elements(self, scripts: tuple[str, ...]) -> Elements:
        """All that was gathered."""
        found = {kind: tuple(words for words in slots if words) for kind, slots in self.found.items()}
        dated = tuple(words for words in found.get("dated", ()) if any(map(str.isdigit, words)))
        return Elements(
            metas=self.metas,
            node=article_node(scripts) or {},
            item=self.items.article(),
            headings=found.get("h1", ()),
            title=next(iter(found.get("title", ())), None),
            canonical=next(iter(self.links), None),
            times=found.get("time", ()),
            dated=dated[: _MOST["dated"]],
            bylines=found.get("byline", ())[: _MOST["byline"]],
            deks=found.get("dek", ())[: _MOST["dek"]],
            captions=tuple(dict.fromkeys(found.get("caption", ()))),
        )
