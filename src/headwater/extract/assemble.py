"""Assembling: parts and facts as an Article with numbered sentences and furniture."""

from __future__ import annotations

from headwater.extract.parts import Parts
from headwater.model.article import Furniture, Part, Sentence
from headwater.text.sentences import sentence_spans


def join_parts(parts: Parts) -> tuple[str, tuple[Sentence, ...]]:
    """The article's text, its paragraphs parted by a blank line, and the sentences in it, numbered s1, s2, …"""
    text = ""
    sentences: list[Sentence] = []
    pieces = [
        (Part.TITLE, parts.title),
        (Part.STANDFIRST, parts.standfirst),
        *((Part.BODY, line) for line in parts.body),
    ]
    whole: list[str] = []
    at = 0
    for part, piece in pieces:
        if not piece:
            continue
        for start, end in sentence_spans(piece):
            sentences.append(Sentence(f"s{len(sentences) + 1}", at + start, at + end, part))
        whole.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(whole)
    return text, tuple(sentences)


def number_furniture(parts: Parts) -> tuple[Furniture, ...]:
    """The furniture as items f1, f2, … in page order."""
    return tuple(Furniture(f"f{number}", text, kind) for number, (text, kind) in enumerate(parts.furniture, 1))
