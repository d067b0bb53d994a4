"""Shared passages as rows: the words two articles share, longest first, each with links to both places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model.article import Citation
from headwater.model.reuse import Match, Passage, Reuse
from headwater.present.labels import Labels

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class PassageRow:
    """One passage: how many words it has in ``a``, the words, whether they are the same in ``b``, and both places."""

    size: int
    words: str
    verbatim: bool
    citations: tuple[Citation, ...]


def passage_rows(reuse: Reuse, labels: Labels) -> Sequence[PassageRow]:
    """The longest passages of a pair, in order of length."""
    a, b = labels[reuse.a].article, labels[reuse.b].article
    rows = []
    for passage in sorted(reuse.passages, key=_length)[:_SHOWN]:
        words = a.text[passage.a_start : passage.a_end].split()
        if words and a.sentence_at(passage.a_start) and b.sentence_at(passage.b_start):
            places = (a.cite(passage.a_start, passage.a_end), b.cite(passage.b_start, passage.b_end))
            rows.append(PassageRow(len(words), " ".join(words), passage.match is Match.VERBATIM, places))
    return rows


def _length(passage: Passage) -> tuple[int, Passage]:
    return (passage.a_start - passage.a_end, passage)
