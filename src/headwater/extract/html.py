"""HTML pages: lines of main text, facts, the furniture that the markup names, and the kind of page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.extract.blocks import BlockPage, read_blocks
from headwater.extract.choosing import Choice, choose
from headwater.extract.dateline import read_dateline
from headwater.extract.elements import Elements
from headwater.extract.facts import Facts
from headwater.extract.furniture import furniture_kind
from headwater.extract.lines import clean, folded, folded_lines
from headwater.extract.markup import read_markup, without_raw_text
from headwater.extract.metadata import description, read_facts, shown_titles
from headwater.extract.pages import page_kind
from headwater.extract.visible_dates import date_lines
from headwater.extract.wording import Told
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
_FEWEST_WORDS = 5
# A standfirst that the text repeats is repeated in its first lines.
_OPENING_LINES = 40
# The largest of 468 pages has a tenth of this; tree code takes seconds beyond it.
_MOST_TAGS = 30_000
_FEW_TAGS = 5_000
# The parser compares every attribute of an element with every other: 90,000 of them took a minute.
_LONG_TAG_CHARS = 10_000
_ATTRIBUTE = re.compile(r"[\s=/\"']+")
_MOST_ATTRIBUTES = 2000


@dataclass(frozen=True, slots=True)
class Sight:
    """What the lines of a page were chosen from; ``lines`` has the block of each."""

    page: BlockPage
    choice: Choice
    elements: Elements
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page before its lines are parted; ``blocks`` is all its visible text in page order.

    ``keys`` are the letters and digits of each block; ``sight`` is None for a page that was read as bare text.
    """

    lines: tuple[str, ...]
    facts: Facts
    furniture: tuple[tuple[str, FurnitureKind], ...]
    kind: PageKind
    blocks: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    sight: Sight | None = None


def read_page(source: str, *, max_depth: int) -> HtmlPage:
    """The main text of an HTML page as lines, with its facts; no lines where there is no main text.

    A page that nests deeper than ``max_depth`` or has more than 30,000 elements is read as bare text.
    """
    source, scripts = without_raw_text(source)
    source = lightened(source)
    if _nests_deeper(source, max_depth):
        return HtmlPage(tuple(_bare_lines(source)), Facts(), (), PageKind.ARTICLE)
    page, elements = read_blocks(read_markup(source, scripts))
    if page.depth > max_depth:
        return HtmlPage(tuple(_bare_lines(source)), Facts(), (), PageKind.ARTICLE)
    told = told_by(elements)
    choice = choose(page, told)
    facts = read_facts(elements, page.language, date_lines(page.texts, choice.keys, told.titles))
    kept = _without_captions(page, choice, elements)
    lines = [page.texts[at] for at in kept]
    kind = page_kind(lines, facts, elements)
    opening = [choice.keys[at] for at in kept[:_OPENING_LINES]]
    standfirst = _standfirst(opening, told.description, elements.deks, facts)
    captions = tuple((text, FurnitureKind.CAPTION) for text in elements.captions)
    sight = Sight(page, choice, elements, kept)
    return HtmlPage(tuple(lines), replace(facts, standfirst=standfirst), captions, kind, page.texts, choice.keys, sight)


def told_by(elements: Elements) -> Told:
    """What a page tells of its article's text, for the choice of blocks."""
    body = elements.node.get("articleBody")
    return Told(shown_titles(elements), folded(description(elements)), folded(body if isinstance(body, str) else None))


def lightened(source: str) -> str:
    """A page without tags that have more attributes than any author gives: parsers compare each with every other."""
    step = _LONG_TAG_CHARS // 2
    kept: list[str] = []
    at = start = 0
    while at + step <= len(source):
        if source.find("<", at, at + step) >= 0:
            at += step
            continue
        begin = max(start, source.rfind("<", start, at))
        end = source.find("<", at)
        at = end if end >= 0 else len(source)
        if source[begin + 1 : begin + 2].isalpha() and len(_ATTRIBUTE.findall(source, begin, at)) > _MOST_ATTRIBUTES:
            kept += [source[start:begin], "<span>"]
            start = max(begin, source.find(">", begin, at) + 1) or at
    return "".join([*kept, source[start:]]) if kept else source


def _nests_deeper(source: str, limit: int) -> bool:
    """Whether elements may nest deeper than ``limit`` or are too many, by tags alone; unclosed tags count as nesting.

    A page of few tags is left to the parser, which is slow only with thousands of elements inside one another.
    """
    few = max(limit, _FEW_TAGS)
    if source.count("<") <= few or (opening := source.count("<") - source.count("</")) <= few:
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
    text = clean(_MARKUP.sub("", _BLOCK.sub("\n", _shown(source))))
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


def _without_captions(page: BlockPage, choice: Choice, elements: Elements) -> tuple[int, ...]:
    captions = set(folded_lines(elements.captions))
    return tuple(at for at in choice.kept if choice.keys[at] not in captions)


def _standfirst(opening: Sequence[str], wanted: str, deks: Sequence[str], facts: Facts) -> str | None:
    """The standfirst by its markup: the first line under the title, or a description that the text repeats nowhere.

    ``opening``, the first lines, and ``wanted``, the description that the page states, are letters and digits alone.
    """
    body, title = "".join(opening), folded(facts.title)
    first = next((key for key in opening[:-1] if key != title), "")
    for dek in deks:
        if len(dek) > _LONGEST_DEK or len(dek.split()) < _FEWEST_WORDS:
            continue
        same = folded(dek)
        is_told = bool(wanted) and (same == wanted or wanted.startswith(same[:60]))
        is_first = same == first and read_dateline(dek) is None
        if (is_first or (is_told and same not in body and same != title)) and not furniture_kind(dek):
            return dek
    return None
