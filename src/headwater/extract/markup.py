"""Markup: an HTML page as one flat sequence of tags and texts, in the form that browsers give it.

Scripts, styles, comments, navigation and footers, two thirds of a page, are cut out before it is parsed. Lexbor then
parses it and writes it out again, which closes what is open, quotes every attribute and escapes every ``<`` and ``>``
that is no tag: so the two signs cut the page exactly, without a Python object for each node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

_UNSEEN_TAGS = (
    "script style noscript template svg iframe select textarea object video audio canvas math map datalist"
    " noembed noframes xmp plaintext img source input"
)
_UNSEEN = _UNSEEN_TAGS.split()
#: The elements that are never an article's text, whatever stands in them; a third of all tags stand there.
FURNITURE = ("nav", "footer", "button", "label")
# A pattern without case costs twice as much; what is written otherwise is left to the parser.
_RAW_TAGS = "[sSnN](?:cript|tyle|oscript|CRIPT|TYLE|OSCRIPT)|svg"
_RAW = re.compile(rf"<(?:!--|({_RAW_TAGS})(?=[\s/>]))")
_RAW_OR_FURNITURE = re.compile(rf"<(?:!--|({_RAW_TAGS}|nav|footer)(?=[\s/>]))")
_NESTING = frozenset({"</svg", "</nav", "</footer"})
#: What stands before a tag that is quoted in an attribute; such a tag opens nothing.
_QUOTING = frozenset("\"'=\\,;:(")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
# A "<" may stand in the name of an attribute, where the page's author left out a ">": "<p <b>".
_TORN = re.compile(r"<[^<>]*(?:<[^<>]*)+>")


@dataclass(frozen=True, slots=True)
class Markup:
    """A page without what no reader sees, and its JSON-LD scripts.

    ``pieces`` holds texts and tags in turn, a text at both ends; a tag as it is written between its angle brackets.
    """

    pieces: Sequence[str]
    scripts: tuple[str, ...] = ()

    def steps(self) -> Iterator[tuple[str, str]]:
        """Each tag with the text after it."""
        return zip(self.pieces[1::2], self.pieces[2::2], strict=True)


def without_raw_text(source: str, *, whole: bool = False) -> tuple[str, tuple[str, ...]]:
    """A page without its comments, scripts, styles and what it shows without scripts; and its JSON-LD scripts.

    Navigation and footers go too where the page is not wanted ``whole``.
    """
    raw = _RAW if whole else _RAW_OR_FURNITURE
    kept: list[str] = []
    scripts: list[str] = []
    missing: set[str] = set()
    at = start = 0
    while found := raw.search(source, at):
        begin, at = found.span()
        closing = f"</{found[1].lower()}" if found[1] else "-->"
        end = -1
        if closing not in missing and not (begin and source[begin - 1] in _QUOTING):
            end = _closing_at(source, closing, at if found[1] else begin + 2)
            if end < 0:
                missing.add(closing)
            elif closing in _NESTING:
                end = _outermost(source, closing, at, end)
        if end < 0:
            continue
        kept.append(source[start:begin])
        opened = source.find(">", at) + 1
        if closing == "</script" and "ld+json" in source[at:opened].lower():
            scripts.append(source[opened:end])
        elif closing in _NESTING and source.find("ld+json", opened, end) >= 0:
            scripts += without_raw_text(source[opened:end])[1]
        at = start = (source.find(">", end) + 1) or len(source)
    kept.append(source[start:])
    return "".join(kept), tuple(scripts)


def _closing_at(source: str, closing: str, start: int) -> int:
    end = source.find(closing, start)
    return end if end >= 0 or closing == "-->" else source.find(closing.upper(), start)


def _outermost(source: str, closing: str, start: int, end: int) -> int:
    """Where the element closes whose words begin at ``start`` if others of its kind stand in it; -1 if it does not."""
    opening = closing.replace("/", "")
    inner = source.count(opening, start, end)
    while inner and end >= 0:
        start = end
        end = source.find(closing, start + 1)
        inner += source.count(opening, start, end) - 1
    return end


def read_markup(source: str, scripts: tuple[str, ...] = (), *, whole: bool = False) -> Markup:
    """The tags and texts of a page, without ``FURNITURE`` where it is not wanted ``whole``; any page has some."""
    tree = LexborHTMLParser(source)
    if "ld+json" in source:
        scripts += tuple(node.text() for node in tree.css('script[type*="ld+json"]'))
    tree.strip_tags(_UNSEEN if whole else [*_UNSEEN, *FURNITURE])
    written = tree.html or ""
    if "<!--" in written:
        written = _COMMENT.sub("", written)
    pieces = written.replace(">", "<").split("<")
    if len(pieces) != 2 * written.count(">") + 1:
        written = _TORN.sub(lambda tag: "<" + tag.group()[1:].replace("<", " "), written)
        pieces = written.replace(">", "<").split("<")
    return Markup(pieces, scripts)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by name, as they are written in it: each is quoted, and no quote stands in its value."""
    parts = written.split('"')
    names = [before.rpartition(" ")[2][:-1] for before in parts[:-1:2]]
    values = parts[1::2]
    if "&" in written:
        values = [unescaped(value) for value in values]
    return dict(zip(reversed(names), reversed(values), strict=True))


def unescaped(text: str) -> str:
    """``text`` of a page with the five escapes undone that lexbor writes."""
    if "&" not in text:
        return text
    for escaped, character in (("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(escaped, character)
    return text
