"""Blocks: the visible text of a page cut where its layout breaks it, each piece with where it stands.

One walk over the tags of a page (``markup``) finds the blocks and, on the way, what ``elements`` gathers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.extract.elements import Elements, Gathering, Mark, kinds_of
from headwater.extract.markup import Markup, attributes, unescaped
from headwater.extract.stops import has_final_stop

_VOID_TAGS = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_BLOCK_TAGS = (
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header label li main nav ol p pre section summary table td th"
    " tr ul"
)
_BLOCK = frozenset(_BLOCK_TAGS.split())
_CELL = frozenset({"td", "th"})
# The cells of a row of figures make one line; longer ones are the columns of a layout.
_LONGEST_CELL = 80
_BOLD = frozenset({"b", "strong"})
_HEAD = frozenset({"head", "title"})
_HIDDEN = re.compile(r' hidden="|aria-hidden="true"|display: ?none')
_NAMED = ("class", "id", "itemprop", "role", "data-component", "data-testid", "data-type")
_LONGEST_NAMES = 300


@dataclass(frozen=True, slots=True)
class Container:
    """A block element: its tag, the words of its class, id, itemprop and role, and the number of the one around it."""

    tag: str
    names: str
    parent: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text inside the container numbered ``container``.

    ``link_chars`` of its characters are links, ``bold_chars`` in bold; ``names`` are those of the inline element that
    it begins in.
    """

    text: str
    container: int
    link_chars: int = 0
    bold_chars: int = 0
    names: str = ""


@dataclass(frozen=True, slots=True)
class BlockPage:
    """The blocks of a page in page order, and their containers; the first container is the page itself."""

    blocks: tuple[Block, ...]
    containers: tuple[Container, ...]
    language: str | None = None
    depth: int = 0


def read_blocks(markup: Markup) -> tuple[BlockPage, Elements]:
    """The blocks of a page, and what its markup holds beside its main text."""
    walk = _Walk()
    step = walk.step
    for text, closing, tag, written in markup.steps():
        step(text, closing, tag, written)
    walk.text(markup.pieces[-1])
    walk.flush()
    page = BlockPage(tuple(walk.blocks), tuple(walk.containers), walk.language, walk.deepest)
    return page, walk.gathering.elements(markup.scripts)


class _Walk:
    """The state of a walk over the tags of one page."""

    __slots__ = (
        "blocks",
        "bold",
        "bolds",
        "broke",
        "containers",
        "deepest",
        "gathering",
        "inside",
        "language",
        "linked",
        "links",
        "names",
        "open",
        "pieces",
        "seen",
        "started",
        "titled",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.containers = [Container("page", "", -1)]
        self.gathering = Gathering()
        self.inside = [0]
        self.open: list[tuple[str, bool, Mark | None]] = []
        self.pieces: list[str] = []
        self.linked = self.links = self.bolds = self.bold = self.deepest = 0
        self.broke = self.titled = False
        self.names: list[str] = []
        self.started = ""
        self.language: str | None = None
        self.seen: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}

    def step(self, text: str, closing: str, tag: str, written: str) -> None:
        """One tag with the text before it."""
        if text and not text.isspace():
            self.text(text)
        elif text and self.pieces:
            self.pieces.append(" ")
        if closing:
            self.close(tag)
        elif tag in _VOID:
            if tag == "br":
                self.line_break()
            elif tag == "meta":
                self.gathering.meta(attributes(written))
            elif tag == "link" and "canonical" in written:
                self.gathering.link(attributes(written))
        else:
            self.enter(tag, written)

    def text(self, text: str) -> None:
        """A text between two tags."""
        if not text or text.isspace():
            return
        text = unescaped(text)
        self.gathering.text(text)
        if self.titled:
            return
        if not any(map(str.strip, self.pieces)):
            self.started = self.names[-1] if self.names else ""
        self.pieces.append(text)
        self.broke = False
        if self.links:
            self.linked += len(text.strip())
        if self.bolds:
            self.bold += len(text.strip())

    def enter(self, tag: str, written: str) -> None:
        """An opening tag."""
        names, kinds = self._names(tag, written)
        is_block = tag in _BLOCK or "-" in tag
        if is_block:
            self.part(tag)
            self.containers.append(Container(tag, names, self.inside[-1]))
            self.inside.append(len(self.containers) - 1)
        elif tag == "a":
            self.links += 1
        elif tag in _BOLD:
            self.bolds += 1
        elif tag in _HEAD:
            self.titled = True
        elif tag == "html":
            self.language = attributes(written).get("lang")
        if names and not is_block:
            self.names.append(names)
        stamp = attributes(written).get("datetime") if tag == "time" else None
        mark = self.gathering.begin(kinds, stamp) if kinds else None
        self.open.append((tag, bool(names) and not is_block, mark))
        self.deepest = max(self.deepest, len(self.open))

    def _names(self, tag: str, written: str) -> tuple[str, tuple[str, ...]]:
        """The names of an element, and what they tell of its words."""
        known = self.seen.get((tag, written))
        if known is None:
            given = attributes(written)
            words = [given[name] for name in _NAMED if name in given]
            if _HIDDEN.search(written):
                words.append("is-hidden")
            names = " ".join(words)[:_LONGEST_NAMES].strip()
            known = self.seen[tag, written] = (names, kinds_of(tag, names, given.get("rel", "")))
        return known

    def close(self, tag: str) -> None:
        """A closing tag, which closes the element that was opened last."""
        if not self.open:
            return
        tag, named, mark = self.open.pop()
        if tag in _BLOCK or "-" in tag:
            self.part(tag)
            self.inside.pop()
        elif tag == "a":
            self.links -= 1
        elif tag in _BOLD:
            self.bolds -= 1
        elif tag in _HEAD:
            self.titled = False
        if named:
            self.names.pop()
        if mark is not None:
            self.gathering.end(mark)

    def part(self, tag: str) -> None:
        """The edge of a block element: the end of a block, but between the short cells of a row."""
        self.gathering.text(" ")
        if tag in _CELL and sum(map(len, self.pieces)) < _LONGEST_CELL:
            self.pieces.append(" ")
        else:
            self.flush()

    def line_break(self) -> None:
        """A line break parts paragraphs where two follow one another, and where one follows a final stop."""
        heading = self.containers[self.inside[-1]].tag[:1] == "h"
        if self.broke or (self.pieces and not heading and has_final_stop("".join(self.pieces[-3:]).rstrip())):
            self.flush()
        else:
            self.pieces.append(" ")
        self.gathering.text(" ")
        self.broke = True

    def flush(self) -> None:
        """The end of a block."""
        if self.pieces:
            shown = " ".join("".join(self.pieces).split())
            if shown:
                size = len(shown)
                self.blocks.append(
                    Block(shown, self.inside[-1], min(self.linked, size), min(self.bold, size), self.started)
                )
            self.pieces = []
        self.linked = self.bold = 0
        self.broke = False
