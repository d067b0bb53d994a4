"""Blocks: the visible text of a page cut where its layout breaks it, each piece with where it stands.

One walk over the tags of a page (``markup``) finds the blocks and, on the way, what ``elements`` gathers. Blocks and
containers are kept as columns: a page has some 200 of the ones and 400 of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.extract.elements import Elements, Gathering, Mark
from headwater.extract.lines import single_spaced
from headwater.extract.markup import Markup, attributes, unescaped
from headwater.extract.openings import ITEM, Effect, Opening, read_openings
from headwater.extract.stops import has_final_stop

# The cells of a row of figures make one line; longer ones are the columns of a layout.
_LONGEST_CELL = 80
#: The tags of headings.
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PAGE = Opening("page", "", Effect.BLOCK, 0)
_PLAIN, _VOID, _BREAK, _BLOCK, _CELL = Effect.PLAIN, Effect.VOID, Effect.BREAK, Effect.BLOCK, Effect.CELL
_NOTHING: Mapping[str, str] = {}
_LINK, _BOLD, _UNSHOWN = Effect.LINK, Effect.BOLD, Effect.UNSHOWN


@dataclass(frozen=True, slots=True)
class Containers:
    """The block elements of a page in page order, as columns; the first is the page itself, whose parent is -1.

    ``openings`` are numbers of the page's distinct tags and names. The containers inside container n are those from
    n + 1 to before ``ends[n]``.
    """

    openings: tuple[int, ...]
    parents: tuple[int, ...]
    ends: tuple[int, ...]


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
    openings = read_openings(dict.fromkeys(markup.pieces[1::2]))
    walk = _Walk()
    walk.text(markup.pieces[0])
    for tag, words in markup.steps():
        opening = openings.by_tag.get(tag)
        if opening is None:
            walk.leave()
        elif opening.effect is _BLOCK and not opening.kinds:
            walk.open_container(opening)
        elif opening.effect is _PLAIN:
            walk.unclosed.append(None)
        elif opening.effect is not _VOID:
            walk.enter(opening, tag)
        if words:
            if not words.isspace():
                walk.text(words)
            elif walk.begun:
                walk.words.append(" ")
    walk.flush()
    language = _gather_unseen(openings.by_tag, walk.gathering)
    return walk.page(openings.distinct, language), walk.gathering.elements(markup.scripts)


def _gather_unseen(by_tag: Mapping[str, Opening], gathering: Gathering) -> str | None:
    """Gathers the meta and link elements; the language that the page states."""
    language = None
    for tag, opening in by_tag.items():
        if opening.tag == "meta":
            gathering.meta(attributes(tag))
        elif opening.tag == "link" and "canonical" in tag:
            gathering.link(attributes(tag))
        elif opening.tag == "html":
            language = attributes(tag).get("lang")
    return language


class _Walk:
    """The state of a walk over the tags of one page.

    ``words`` are all texts so far; the block that is being read begins at ``start`` of them, if it has ``begun``.
    ``unclosed`` has for each open element what does something at its end, or None. ``broke`` tells where the last line
    break stood: another one right after it stands at the same place.
    """

    __slots__ = (
        "begun",
        "bold",
        "bolds",
        "broke",
        "columns",
        "deepest",
        "ends",
        "gathering",
        "inside",
        "linked",
        "links",
        "marks",
        "opened",
        "parents",
        "start",
        "unclosed",
        "words",
    )

    def __init__(self) -> None:
        self.gathering = Gathering()
        self.words = self.gathering.words
        self.marks: list[Mark] = []
        self.columns: tuple[list[str], list[int], list[int], list[int]] = ([], [], [], [])
        self.opened, self.parents, self.ends = [_PAGE], [-1], [0]
        self.inside = [0]
        self.unclosed: list[Opening | None] = []
        self.start = self.linked = self.links = self.bolds = self.bold = self.deepest = 0
        self.begun = False
        self.broke = (0, 0, 0)

    def text(self, words: str) -> None:
        """A text between two tags, not blank."""
        if "&" in words:
            words = unescaped(words)
        size = len(words.strip())
        self.words.append(words)
        self.gathering.size += size
        self.begun = self.begun or size > 0
        if self.links:
            self.linked += size
        if self.bolds:
            self.bold += size
        if len(self.unclosed) > self.deepest:
            self.deepest = len(self.unclosed)

    def enter(self, opening: Opening, written: str) -> None:
        """An opening tag of an element that does something."""
        effect = opening.effect
        if effect is _BREAK:
            self.line_break()
            return
        if effect is _BLOCK or effect is _CELL:
            self.open_container(opening)
        else:
            if effect is _LINK:
                self.links += 1
            elif effect is _BOLD:
                self.bolds += 1
            elif effect is _UNSHOWN:
                self.flush()
            self.unclosed.append(opening)
        if opening.kinds:
            given = attributes(written) if opening.tag == "time" or ITEM in opening.kinds else _NOTHING
            self.marks.append(self.gathering.begin(opening.kinds, given))

    def open_container(self, opening: Opening) -> None:
        """The beginning of a block element."""
        if self.begun:
            self.edge(opening)
        self.unclosed.append(opening)
        self.parents.append(self.inside[-1])
        self.inside.append(len(self.opened))
        self.opened.append(opening)
        self.ends.append(0)

    def leave(self) -> None:
        """The end of the element that was opened last."""
        opening = self.unclosed.pop() if self.unclosed else None
        if opening is None:
            return
        effect = opening.effect
        if effect is _BLOCK or effect is _CELL:
            if self.begun:
                self.edge(opening)
            self.ends[self.inside.pop()] = len(self.opened)
        elif effect is _LINK:
            self.links -= 1
        elif effect is _BOLD:
            self.bolds -= 1
        elif effect is _UNSHOWN:
            self.begin()
        if opening.kinds:
            self.gathering.end(self.marks.pop())

    def edge(self, opening: Opening) -> None:
        """The edge of a block element: the end of a block, but between the short cells of a row."""
        if opening.effect is _CELL and sum(map(len, self.words[self.start :])) < _LONGEST_CELL:
            self.words.append(" ")
        else:
            self.flush()

    def line_break(self) -> None:
        """A line break parts paragraphs where two follow one another, and where one follows a final stop."""
        last = "".join(self.words[max(self.start, len(self.words) - 3) :]).rstrip()
        place = (self.gathering.size, len(self.opened), len(self.inside))
        is_heading = self.opened[self.inside[-1]].tag in HEADINGS
        if place == self.broke or (self.begun and not is_heading and has_final_stop(last)):
            self.flush()
        self.words.append(" ")
        self.broke = place

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

    def page(self, openings: tuple[Opening, ...], language: str | None) -> BlockPage:
        """All that was read; what was never closed ends with the page."""
        for number in self.inside:
            self.ends[number] = len(self.opened)
        texts, inside, link_chars, bold_chars = self.columns
        return BlockPage(
            tuple(texts),
            tuple(inside),
            tuple(link_chars),
            tuple(bold_chars),
            Containers(tuple([opening.number for opening in self.opened]), tuple(self.parents), tuple(self.ends)),
            openings,
            language,
            self.deepest,
        )
