"""Targets: the place in the page that each citation lands on, and the article texts that hold these places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from headwater.model.article import Article, Citation, Part, Sentence
from headwater.present.escaping import escaped
from headwater.present.labels import Label

Span = tuple[int, int]
# The marked spans of one article by sentence id, outer ones before inner ones; each collection is quick to search.
Marks = Mapping[str, Collection[Span]]

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of an article's text as safe HTML; ``part`` says whether it is title, standfirst or body."""

    part: Part
    html: Markup


def marked_spans(
    citations: Iterable[Citation], articles: Mapping[str, Article]
) -> dict[str, dict[str, Collection[Span]]]:
    """The cited spans that get a place of their own, by article and sentence id, outer ones before inner ones.

    A span that is a whole sentence, runs over its sentence's end, or crosses another one has none: elements of a page
    nest, so such a citation lands on its sentence.
    """
    wanted: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for citation in citations:
        if citation.sentence is not None:
            wanted[citation.article][citation.sentence].add((citation.start, citation.end))
    return {
        id: {
            sentence.id: _nested(wanted[id][sentence.id], sentence)
            for sentence in articles[id].sentences
            if sentence.id in wanted[id]
        }
        for id in sorted(wanted)
        if id in articles
    }


def _nested(spans: set[Span], sentence: Sentence) -> Collection[Span]:
    kept: dict[Span, None] = {}
    open_ends: list[int] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        whole = (start, end) == (sentence.start, sentence.end)
        if whole or start < sentence.start or end > sentence.end or (open_ends and end > open_ends[-1]):
            continue
        kept[start, end] = None
        open_ends.append(end)
    return kept.keys()


def target(citation: Citation, label: Label, marked: Marks) -> str:
    """The id of the element that a citation lands on: its own words, else its sentence or furniture item."""
    if citation.furniture is not None:
        return f"{label.anchor}-{citation.furniture}"
    if (citation.start, citation.end) in marked.get(citation.sentence or "", ()):
        return f"{label.anchor}-{citation.start}-{citation.end}"
    return f"{label.anchor}-{citation.sentence}"


def text_blocks(article: Article, anchor: str, marked: Marks) -> list[Block]:
    """The article's text as paragraphs, each sentence and each marked span an element that a citation can land on."""
    blocks: list[Block] = []
    pieces: list[str] = []
    part, at = Part.BODY, 0
    anchor = escaped(anchor)
    for sentence in article.sentences:
        gap = article.text[at : sentence.start]
        if pieces and (sentence.part is not part or _PARAGRAPH.search(gap)):
            blocks.append(Block(part, Markup("".join(pieces))))
            pieces = []
            gap = gap.strip()
        pieces.append(escaped(gap))
        pieces.append(_sentence(article, sentence, anchor, marked.get(sentence.id, ())))
        part, at = sentence.part, sentence.end
    pieces.append(escaped(article.text[at:]))
    return [*blocks, Block(part, Markup("".join(pieces)))]


def _sentence(article: Article, sentence: Sentence, anchor: str, spans: Collection[Span]) -> str:
    """A sentence and the marked spans in it as HTML; ``anchor`` is safe already."""
    pieces: list[str] = []
    at, open_ends = sentence.start, list[int]()
    for start, end in spans:
        at = _closed(article, pieces, open_ends, at, start)
        pieces.append(escaped(article.text[at:start]))
        pieces.append(f'<span class="w" id="{anchor}-{start}-{end}">')
        open_ends.append(end)
        at = start
    at = _closed(article, pieces, open_ends, at, sentence.end)
    pieces.append(escaped(article.text[at : sentence.end]))
    name = escaped(sentence.id)
    opening = f'<span class="s" id="{anchor}-{name}"><span class="n" aria-hidden="true">{name}</span>'
    return opening + "".join(pieces) + "</span>"


def _closed(article: Article, pieces: list[str], open_ends: list[int], at: int, until: int) -> int:
    """Closes all spans that end at or before ``until`` and returns how far the text has been written."""
    while open_ends and open_ends[-1] <= until:
        end = open_ends.pop()
        pieces.append(escaped(article.text[at:end]) + "</span>")
        at = end
    return at
