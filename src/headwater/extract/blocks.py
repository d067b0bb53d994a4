"""Blocks: the visible text of a page cut where its layout breaks it, each piece with where it stands.

One walk over the tags of a page (``markup``) finds the blocks and, on the way, what ``elements`` gathers. Blocks and
containers are kept as columns: a page has some 200 of the ones and 400 of the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from headwater.extract.elements import Elements, Gathering, Mark
from headwater.extract.markup import Markup, attributes, single_spaced, unescaped
from headwater.extract.openings import Effect, Opening, opening_of
from headwater.extract.stops import has_final_stop

_CELL = frozenset({"td", "th"})
# The cells of a row of figures make one line; longer ones are the columns of a layout.
_LONGEST_CELL = 80
_PAGE = Opening("page", "", Effect.BLOCK)


@dataclass(frozen=True, slots=True)
class Containers:
    """The block elements of a page in page order, as columns; the first is the page itself, whose parent is -1.

    ``openings`` are numbers of the page's distinct tags and names. The containers inside container n are those from
    n + 1 to before ``ends[n]``, the blocks inside it those from ``firsts[n]`` to before ``lasts[n]``.
    """

    openings: tuple[int, ...]
    parents: tuple[int, ...]
    ends: tuple[int, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BlockPage:
    """The blocks of a page in page order, as columns: texts, and what else is known of each.

    ``inside`` are the numbers of the containers that they stand in; ``link_chars`` of their characters are links,
    ``bold_chars`` in bold. ``openings`` are the distinct tags and names of containers.
    """

    texts: tuple[str, ...]
    inside: tuple[int, ...]
    link_chars: tuple[int, ...]
    bold_chars: tuple[int, ...]
    containers: Containers
    openings: tuple[Opening, ...]
    language: str | None = None
    depth: int = 0

    def container(self, number: int) -> Opening:
        """The tag and names of a container."""
        return self.openings[self.containers.openings[number]]


def read_blocks(markup: Markup) -> tuple[BlockPage, Elements]:
    """The blocks of a page, and what its markup holds beside its main text."""
    walk = _Walk()
    if markup.pieces[0].strip():
        walk.text(markup.pieces[0])
    known, unclosed = walk.known, walk.unclosed
    for written, words in markup.steps():
        if written[:1] == "/":
            left = unclosed.pop() if unclosed else None
            if left is not None:
                walk.leave(left)
        else:
            opening = known[written] if written in known else walk.learn(written)
            if opening.effect is Effect.PLAIN:
                unclosed.append(None)
            elif opening.effect is not Effect.VOID:
                walk.enter(opening, written)
        if words:
            if not words.isspace():
                walk.text(words)
            elif walk.begun:
                walk.words.append(" ")
    walk.flush()
    return walk.page(), walk.gathering.elements(markup.scripts)


class _Walk:
    """The state of a walk over the tags of one page.

    ``words`` are all texts so far; the block that is being read begins at ``start`` of them, if it has ``begun``.
    ``unclosed`` has for each open element what does something at its end, or None.
    """

    __slots__ = (
        "begun",
        "bold",
        "bolds",
        "broke",
        "columns",
        "deepest",
        "ends",
        "firsts",
        "gathering",
        "inside",
        "known",
        "language",
        "lasts",
        "linked",
        "links",
        "marks",
        "numbered",
        "numbers",
        "opened",
        "openings",
        "parents",
        "start",
        "unclosed",
        "words",
    )

    def __init__(self) -> None:
        self.gathering = Gathering()
        self.words = self.gathering.words
        self.marks: list[Mark] = []
        self.known: dict[str, Opening] = {}
        self.openings = [_PAGE]
        self.numbers = {(_PAGE.tag, _PAGE.names): 0}
        self.numbered: dict[str, int] = {}
        self.columns: tuple[list[str], list[int], list[int], list[int]] = ([], [], [], [])
        self.opened, self.parents, self.ends, self.firsts, self.lasts = [0], [-1], [0], [0], [0]
        self.inside = [0]
        self.unclosed: list[Opening | None] = []
        self.start = self.linked = self.links = self.bolds = self.bold = self.deepest = 0
        self.begun = self.broke = False
        self.language: str | None = None

    def learn(self, written: str) -> Opening:
        """The element that a tag opens which is seen for the first time."""
        opening = opening_of(written)
        if opening.effect is Effect.BLOCK:
            number = self.numbers.setdefault((opening.tag, opening.names), len(self.openings))
            if number == len(self.openings):
                self.openings.append(opening)
            self.numbered[written] = number
        elif opening.tag == "meta":
            self.gathering.meta(attributes(written))
        elif opening.tag == "link" and "canonical" in written:
            self.gathering.link(attributes(written))
        elif opening.tag == "html":
            self.language = attributes(written).get("lang")
        self.known[written] = opening
        return opening

    def text(self, words: str) -> None:
        """A text between two tags, not blank."""
        if "&" in words:
            words = unescaped(words)
        size = len(words.strip())
        self.words.append(words)
        self.gathering.size += size
        self.begun = self.begun or size > 0
        self.broke = False
        if self.links:
            self.linked += size
        if self.bolds:
            self.bold += size
        if len(self.unclosed) > self.deepest:
            self.deepest = len(self.unclosed)

    def enter(self, opening: Opening, written: str) -> None:
        """An opening tag of an element that does something."""
        effect = opening.effect
        if effect is Effect.BREAK:
            self.line_break()
            return
        if effect is Effect.BLOCK:
            if self.begun:
                self.edge(opening.tag)
            self.open_container(written)
        elif effect is Effect.LINK:
            self.links += 1
        elif effect is Effect.BOLD:
            self.bolds += 1
        elif effect is Effect.UNSHOWN:
            self.flush()
        if opening.kinds:
            stamp = attributes(written).get("datetime") if opening.tag == "time" else None
            self.marks.append(self.gathering.begin(opening.kinds, stamp))
        self.unclosed.append(opening)

    def open_container(self, written: str) -> None:
        """The beginning of a block element."""
        self.broke = False
        self.parents.append(self.inside[-1])
        self.inside.append(len(self.opened))
        self.opened.append(self.numbered[written])
        self.firsts.append(len(self.columns[0]))
        self.ends.append(0)
        self.lasts.append(0)

    def leave(self, opening: Opening) -> None:
        """The end of an element that does something."""
        effect = opening.effect
        if effect is Effect.BLOCK:
            if self.begun:
                self.edge(opening.tag)
            number = self.inside.pop()
            self.broke = False
            self.ends[number] = len(self.opened)
            self.lasts[number] = len(self.columns[0])
        elif effect is Effect.LINK:
            self.links -= 1
        elif effect is Effect.BOLD:
            self.bolds -= 1
        elif effect is Effect.UNSHOWN:
            self.begin()
        if opening.kinds:
            self.gathering.end(self.marks.pop())

    def edge(self, tag: str) -> None:
        """The edge of a block element: the end of a block, but between the short cells of a row."""
        if tag in _CELL and sum(map(len, self.words[self.start :])) < _LONGEST_CELL:
            self.words.append(" ")
        else:
            self.flush()

    def line_break(self) -> None:
        """A line break parts paragraphs where two follow one another, and where one follows a final stop."""
        heading = self.openings[self.opened[self.inside[-1]]].tag[:1] == "h"
        last = "".join(self.words[max(self.start, len(self.words) - 3) :]).rstrip()
        if self.broke or (self.begun and not heading and has_final_stop(last)):
            self.flush()
        self.words.append(" ")
        self.broke = True

    def flush(self) -> None:
        """The end of a block."""
        if self.begun:
            shown = single_spaced("".join(self.words[self.start :]))
            if shown:
                size = len(shown)
                texts, inside, link_chars, bold_chars = self.columns
                texts.append(shown)
                inside.append(self.inside[-1])
                link_chars.append(min(self.linked, size))
                bold_chars.append(min(self.bold, size))
        self.begin()

    def begin(self) -> None:
        """The place where a block may begin."""
        if self.begun:
            self.words.append(" ")
            self.begun = False
        self.start = len(self.words)
        self.linked = self.bold = 0
        self.broke = False

    def page(self) -> BlockPage:
        """All that was read; what was never closed ends with the page."""
        for number in self.inside:
            self.ends[number], self.lasts[number] = len(self.opened), len(self.columns[0])
        texts, inside, link_chars, bold_chars = self.columns
        columns = map(tuple, (self.opened, self.parents, self.ends, self.firsts, self.lasts))
        return BlockPage(
            tuple(texts),
            tuple(inside),
            tuple(link_chars),
            tuple(bold_chars),
            Containers(*columns),
            tuple(self.openings),
            self.language,
            self.deepest,
        )
