"""HTML pages: their lines of main text, their facts and the furniture that the markup names."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from headwater.extract.facts import Facts
from headwater.extract.metadata import read_facts
from headwater.model.article import FurnitureKind, PageKind


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page before its lines are parted."""

    lines: tuple[str, ...]
    facts: Facts
    furniture: tuple[tuple[str, FurnitureKind], ...]
    kind: PageKind


def read_page(source: str, *, max_depth: int) -> HtmlPage:
    """The main text of an HTML page as lines, with its facts; no lines where there is no main text."""
    tree = _parse(source)
    if tree is None:
        return HtmlPage((), Facts(), (), PageKind.STUB)
    facts = read_facts(tree)
    captions = _captions(tree)
    lines = _body_lines(tree)
    return HtmlPage(tuple(lines), facts, captions, PageKind.ARTICLE)


def _parse(source: str) -> lxml_html.HtmlElement | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _captions(tree: lxml_html.HtmlElement) -> tuple[tuple[str, FurnitureKind], ...]:
    found = []
    for element in tree.iter("figcaption"):
        text = " ".join("".join(element.itertext()).split())
        if text and text not in found:
            found.append(text)
    return tuple((text, FurnitureKind.CAPTION) for text in found)


def _body_lines(tree: lxml_html.HtmlElement) -> list[str]:
    # Imported here: trafilatura takes half a second to import, and plain text does without it.
    from trafilatura import extract as main_text

    text = main_text(tree, output_format="txt", include_comments=False, include_tables=True, with_metadata=False) or ""
    return [stripped for line in text.split("\n") if (stripped := line.strip())]
