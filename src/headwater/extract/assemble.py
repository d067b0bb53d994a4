"""Assembling: parts and facts as an Article with numbered sentences and furniture."""

from __future__ import annotations

from collections.abc import Iterator, Set

from headwater.extract.parts import Parts
from headwater.model.article import Furniture, Part, Sentence
from headwater.text.sentences import sentence_spans

#: What parts title, standfirst and paragraphs: a blank line.
GAP = "\n\n"


def joined_text(parts: Parts) -> str:
    """The article's text: title, standfirst and paragraphs, parted by a blank line."""
    return GAP.join(filter(None, (parts.title, parts.standfirst, *parts.body)))


def split_sentences(parts: Parts, only: Set[str] | None = None) -> tuple[Sentence, ...]:
    """The sentences of the parts, numbered s1, s2, … and placed in the joined text.

    ``only``: those of these pieces alone, where some are given.
    """
    sentences: list[Sentence] = []
    at = 0
    for part, piece in _pieces(parts):
        if only is None or piece in only:
            for start, end in sentence_spans(piece):
                sentences.append(Sentence(f"s{len(sentences) + 1}", at + start, at + end, part))
        at += len(piece) + len(GAP)
    return tuple(sentences)


def _pieces(parts: Parts) -> Iterator[tuple[Part, str]]:
    for part, piece in ((Part.TITLE, parts.title), (Part.STANDFIRST, parts.standfirst)):
        if piece:
            yield part, piece
    for line in parts.body:
        if line:
            yield Part.BODY, line


def number_furniture(parts: Parts) -> tuple[Furniture, ...]:
    """The furniture as items f1, f2, … in page order."""
    return tuple(Furniture(f"f{number}", text, kind) for number, (text, kind) in enumerate(parts.furniture, 1))
