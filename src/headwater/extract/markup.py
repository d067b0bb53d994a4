"""Markup: an HTML page as one flat sequence of tags and texts, in the form that browsers give it.

The page is parsed and written out again by lexbor, which closes what is open, quotes every attribute and escapes every
``<`` and ``>`` that is no tag. One regular expression then cuts it exactly, without a Python object for each node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from headwater.extract.lines import clean

_UNSEEN_TAGS = (
    "script style noscript template svg iframe select textarea object video audio canvas math map datalist"
    " noembed noframes xmp plaintext"
)
_UNSEEN = _UNSEEN_TAGS.split()
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"<(/?)([^\s<>/]+)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Markup:
    """A page without what no reader sees: the pieces between and of its tags, and its JSON-LD scripts.

    ``pieces`` holds four strings in turn: a text, then "/" or "" and the name and the attributes of the tag after it.
    """

    pieces: tuple[str, ...]
    scripts: tuple[str, ...]

    def steps(self) -> Iterator[tuple[str, str, str, str]]:
        """Each tag with the text before it: text, "/" where the tag closes, name, attributes."""
        pieces = self.pieces
        return zip(pieces[0::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=False)


def read_markup(source: str) -> Markup:
    """The tags and texts of a page; a page of any form has some."""
    tree = LexborHTMLParser(source)
    scripts = tuple(clean(node.text()) for node in tree.css('script[type*="ld+json"]')) if "ld+json" in source else ()
    tree.strip_tags(_UNSEEN)
    written = clean(tree.html or "")
    if "<!--" in written:
        written = _COMMENT.sub("", written)
    return Markup(tuple(_TAG.split(written)), scripts)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by name, as they are written between its name and its end."""
    return {name: unescaped(value) for name, value in reversed(_ATTRIBUTE.findall(written))}


def unescaped(text: str) -> str:
    """``text`` of a page with the five escapes undone that lexbor writes."""
    if "&" not in text:
        return text
    for escape, character in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(escape, character)
    return text
