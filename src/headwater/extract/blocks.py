"""Blocks: the visible text of a page cut where its layout breaks it, each piece with where it stands.

The tree is walked by a stylesheet (``blocks.xsl``, run by libxslt), which writes the page as one string with marks for
the beginning and end of block elements, line breaks and links; Python sees some hundred pieces instead of every node.
The marks are Unicode noncharacters, which no page may show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from lxml import etree
from lxml import html as lxml_html

from headwater.extract.stops import has_final_stop

_STYLESHEET = etree.XSLT(etree.XML(resources.files("headwater.extract").joinpath("blocks.xsl").read_bytes()))
_EVENT = re.compile("\ufdd0([^\ufdd3]{0,40})\ufdd3([^\ufdd4]*)\ufdd4|(\ufdd1)")
_BREAKS = re.compile("\ufdd2")
_LINK = re.compile("([\ufdd5\ufdd6])")
_MARKS = re.compile("[\ufdd0-\ufdd6]")
_LONGEST_NAMES = 300


@dataclass(frozen=True, slots=True)
class Container:
    """A block element: its tag, the words of its class, id, itemprop and role, and the number of the one around it."""

    tag: str
    names: str
    parent: int


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text inside the container numbered ``container``; ``link_chars`` of its characters are links."""

    text: str
    container: int
    link_chars: int


@dataclass(frozen=True, slots=True)
class BlockPage:
    """The blocks of a page in page order, and their containers; the first container is the page itself."""

    blocks: tuple[Block, ...]
    containers: tuple[Container, ...]


def read_blocks(tree: lxml_html.HtmlElement) -> BlockPage:
    """The blocks of a parsed page; none where it nests deeper than the stylesheet may follow."""
    try:
        pieces = _EVENT.split(str(_STYLESHEET(tree)))
    except etree.XSLTError:
        pieces = []
    containers = [Container("page", "", -1)]
    blocks: list[Block] = []
    open_now = [0]
    in_link = False
    for at in range(0, len(pieces), 4):
        text = pieces[at]
        if text and not text.isspace():
            for line in _lines(text, containers[open_now[-1]].tag):
                shown, link_chars, in_link = _read(line, in_link=in_link)
                if shown:
                    blocks.append(Block(shown, open_now[-1], link_chars))
        if at + 3 >= len(pieces):
            break
        if pieces[at + 3] is None:
            containers.append(Container(pieces[at + 1], pieces[at + 2][:_LONGEST_NAMES].strip(), open_now[-1]))
            open_now.append(len(containers) - 1)
        elif len(open_now) > 1:
            open_now.pop()
    return BlockPage(tuple(blocks), tuple(containers))


def _read(line: str, *, in_link: bool) -> tuple[str, int, bool]:
    """The words of a marked line, how many characters of them are links, and whether it ends inside a link."""
    pieces = _LINK.split(line)
    link_chars = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            in_link = piece == "\ufdd5"
        elif in_link:
            link_chars += len(piece.strip())
    shown = " ".join(_MARKS.sub("", "".join(pieces[::2])).split())
    return shown, min(link_chars, len(shown)), in_link


def _lines(text: str, tag: str) -> Iterator[str]:
    """``text`` cut at its line breaks: at two in a row, and at one that follows a final stop."""
    if "\ufdd2" not in text:
        yield text
        return
    line: list[str] = []
    for piece in _BREAKS.split(text):
        if line and (not piece.strip() or (has_final_stop(line[-1].rstrip()) and tag[:1] != "h")):
            yield " ".join(line)
            line = []
        line.append(piece)
    yield " ".join(line)
