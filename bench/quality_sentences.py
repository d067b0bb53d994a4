"""How well sentences of news are found: exact spans against the GUM news documents, rebuilt as text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from headwater.text.sentences import sentence_spans

Document = list[list[str]]  # paragraphs of sentences


def documents(path: Path, *, genre: str) -> Iterator[Document]:
    """The documents of a CoNLL-U file whose id holds ``genre``."""
    paragraphs: Document = []
    wanted = False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                if paragraphs:
                    yield paragraphs
                paragraphs, wanted = [], genre in line
            elif wanted and line.startswith("# newpar") and not line.startswith("# newpar_block"):
                paragraphs.append([])
            elif wanted and line.startswith("# text = "):
                paragraphs = paragraphs or [[]]
                paragraphs[-1].append(line[len("# text = ") :].strip())
    if paragraphs:
        yield paragraphs


def rebuilt(document: Document) -> tuple[str, set[tuple[int, int]]]:
    """The text, a line a paragraph, and the spans of its sentences."""
    text, spans = "", set()
    for paragraph in document:
        text += "\n" if text else ""
        for position, sentence in enumerate(paragraph):
            text += " " if position else ""
            spans.add((len(text), len(text) + len(sentence)))
            text += sentence
    return text, spans


def measure(shared: Path) -> dict[str, float]:
    """Exact-span F1, in all and by genre."""
    path = shared / "data/account/ud/gum_train_free_genres.conllu.gz"
    figures = {}
    for genre in ("news", "interview"):
        right = found = wanted = 0
        for document in documents(path, genre=f"_{genre}_"):
            text, gold = rebuilt(document)
            spans = set(sentence_spans(text))
            right, found, wanted = right + len(spans & gold), found + len(spans), wanted + len(gold)
        figures[f"sentences.gum_{genre}.f1"] = 2 * right / (found + wanted)
    return figures
