"""The text of a DOCX file: its paragraphs, each table row and text box line a paragraph of its own.

Needs nothing but lxml. Text that was deleted with changes tracked, field codes, headers, footers and comments are not
read. Source: ECMA-376, part 1, section 17 (WordprocessingML).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from headwater.model.capture import Capture, Media, Skipped
from headwater.read.reading import DamagedError, Items
from headwater.read.rows import article_id
from headwater.read.xml import parse_xml

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def document_captures(name: str, content: bytes) -> Items:
    """The capture of ``word/document.xml``; its id is from these bytes, which saving the same text again may change."""
    root = parse_xml(content)
    if root is None:
        raise DamagedError("is damaged: its text is not well-formed XML")
    paragraphs = [text for text in _paragraphs(root) if text.strip()]
    if paragraphs:
        yield Capture(article_id("a_", content), name, Media.TEXT, "\n\n".join(paragraphs))
    else:
        yield Skipped(name, "is a Word document without text in it")


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs in order; the text of one inside another (a text box) comes before its own."""
    open_paragraphs: list[list[str]] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = _local(element)
        if name == "p":
            if event == "start":
                open_paragraphs.append([])
            else:
                yield "".join(open_paragraphs.pop())
        elif event == "end" and open_paragraphs:
            open_paragraphs[-1].append(_words(name, element))


def _words(name: str | None, element: etree._Element) -> str:
    if name == "t":
        return element.text or ""
    return _BREAKS.get(name or "", "")


def _local(element: etree._Element) -> str | None:
    """The name of an element of a Word document's own namespace, None for any other."""
    tag = element.tag
    if not isinstance(tag, str):
        return None
    return next((tag.removeprefix(prefix) for prefix in _WORD if tag.startswith(prefix)), None)
