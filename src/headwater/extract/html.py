"""HTML pages: lines of main text, facts, the furniture that the markup names, and the kind of page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml import html as lxml_html

from headwater.extract.blocks import read_blocks
from headwater.extract.elements import Elements, gather
from headwater.extract.facts import Facts
from headwater.extract.furniture import furniture_kind
from headwater.extract.metadata import description, folded, read_facts
from headwater.extract.pages import page_kind
from headwater.model.article import FurnitureKind, PageKind

_CONTAINER = re.compile(
    r"<(/?)(?:div|span|section|article|main|ul|ol|dl|table|tbody|b|i|u|em|strong|font|blockquote|center|form|small|big"
    r"|header|footer|nav|aside|figure|fieldset|button|label|code|pre|h[1-6])\b",
    re.I,
)
_HIDDEN = (
    ("<!--", "-->"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<head>", "</head"),
    ("<noscript", "</noscript"),
)
_MARKUP = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"</?(?:p|div|br|li|h[1-6]|article|section|table|tr|blockquote|figcaption)\b[^<>]*>", re.I)
_LONGEST_DEK = 500
# The largest of 468 pages has a tenth of this; tree code takes seconds beyond it.
_MOST_TAGS = 30_000
# Pictures packed into attributes, and worse: they tell nothing and make every look at an attribute slow.
_GIANT_ATTRIBUTE = re.compile(r'="[^"<>]{4000,}"|=\'[^\'<>]{4000,}\'')
# The parser compares every attribute of an element with every other: 90,000 of them took a minute.
_LONG_TAG = re.compile(r"<[^<>]{1000,}>?")
_ATTRIBUTE = re.compile(r"[\s=/\"']+")
_MOST_ATTRIBUTES = 300


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page before its lines are parted; ``blocks`` is all its visible text in page order."""

    lines: tuple[str, ...]
    facts: Facts
    furniture: tuple[tuple[str, FurnitureKind], ...]
    kind: PageKind
    blocks: tuple[str, ...] = ()


def read_page(source: str, *, max_depth: int) -> HtmlPage:
    """The main text of an HTML page as lines, with its facts; no lines where there is no main text.

    A page that nests deeper than ``max_depth`` or has more than 30,000 elements is read as bare text.
    """
    source = _lightened(source)
    if _nests_deeper(source, max_depth):
        return HtmlPage(tuple(_bare_lines(source)), Facts(), (), PageKind.ARTICLE)
    tree = _parse(source)
    if tree is None:
        return HtmlPage((), Facts(), (), PageKind.ERROR)
    elements = gather(tree)
    blocks = read_blocks(tree).blocks
    facts = read_facts(elements, tree.get("lang"), blocks)
    lines = _without_captions(_body_lines(tree), elements)
    kind = page_kind(lines, facts, elements)
    standfirst = _standfirst(lines, elements, facts)
    captions = tuple((text, FurnitureKind.CAPTION) for text in elements.captions)
    shown = tuple(block.text for block in blocks)
    return HtmlPage(tuple(lines), replace(facts, standfirst=standfirst), captions, kind, shown)


def parse_page(source: str) -> lxml_html.HtmlElement | None:
    """The tree of a page without giant attributes; None where there is no element in it."""
    return _parse(_lightened(source))


def _lightened(source: str) -> str:
    return _LONG_TAG.sub(_without_crowds, _GIANT_ATTRIBUTE.sub('=""', source))


def _without_crowds(tag: re.Match[str]) -> str:
    """A long tag as it stands; none where it has more words in it than any author gives attributes."""
    is_tag = tag.group()[1:2].isalpha()
    return "<span>" if is_tag and len(_ATTRIBUTE.findall(tag.group())) > _MOST_ATTRIBUTES else tag.group()


def _nests_deeper(source: str, limit: int) -> bool:
    """Whether elements nest deeper than ``limit`` or are too many, by tags alone; unclosed tags count as nesting."""
    closing = source.count("</")
    opening = source.count("<") - closing
    if opening <= limit:
        return False
    if opening > _MOST_TAGS:
        return True
    depth = 0
    for match in _CONTAINER.finditer(source):
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > limit:
            return True
    return False


def _bare_lines(source: str) -> list[str]:
    text = _MARKUP.sub("", _BLOCK.sub("\n", _shown(source)))
    return [words for line in text.split("\n") if (words := " ".join(line.split()))]


def _shown(source: str) -> str:
    """``source`` without what no reader sees; linear, unlike a pattern that looks for each closing tag to the end."""
    for opening, closing in _HIDDEN:
        kept: list[str] = []
        at = 0
        while (start := source.find(opening, at)) >= 0 and (end := source.find(closing, start)) >= 0:
            kept.append(source[at:start])
            at = end + len(closing)
        source = " ".join([*kept, source[at:]])
    return source


def _parse(source: str) -> lxml_html.HtmlElement | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _body_lines(tree: lxml_html.HtmlElement) -> list[str]:
    # Imported here: trafilatura takes half a second to import, and plain text does without it.
    from trafilatura import extract as main_text

    text = main_text(tree, output_format="txt", include_comments=False, include_tables=True, with_metadata=False) or ""
    return [stripped for line in text.split("\n") if (stripped := _unmarked(line))]


def _unmarked(line: str) -> str:
    """``line`` without the marks for list items and table cells, which are trafilatura's and not the page's."""
    if line.startswith("|") and line.endswith("|"):
        return " ".join(cell for part in line.split("|") if (cell := part.strip("- ")))
    return line.removeprefix("- ").strip()


def _without_captions(lines: Sequence[str], elements: Elements) -> list[str]:
    captions = {folded(caption) for caption in elements.captions}
    return [line for line in lines if folded(line) not in captions]


def _standfirst(lines: Sequence[str], elements: Elements, facts: Facts) -> str | None:
    """The visible description of the article that its main text does not repeat."""
    body = folded(" ".join(lines[:40]))
    wanted = folded(description(elements))
    for dek in elements.deks:
        if len(dek) > _LONGEST_DEK or len(dek.split()) < 5 or furniture_kind(dek):
            continue
        same = folded(dek)
        if same == folded(facts.title) or same in body:
            continue
        if wanted and (same == wanted or wanted.startswith(same[:60])):
            return dek
    return None
