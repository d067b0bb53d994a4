"""Two articles side by side: what agrees word for word, what was reworded and where, what only one of them has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Indel

from headwater.copies.lexicon import Lexicon
from headwater.copies.passages import passages_of
from headwater.copies.reading import read_articles
from headwater.copies.reworded import reworded_passages
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS
from headwater.model.article import Article
from headwater.model.diff import Aligned, ArticleDiff, Change, Edit, Span
from headwater.model.reuse import Match, Passage
from headwater.text.align import chained, compare_pairs
from headwater.text.sentences import sentence_spans
from headwater.text.shingles import hashed_words
from headwater.text.words import word_spans

# For showing, shorter agreements count than for judging reuse.
_SHOWN_WORDS = 6
# Passages that less parts than this, in both texts, are shown as one with the words between them changed.
_BRIDGED_LETTERS = 80
# Of a longer passage no word-level edits are worked out: their cost grows with the square of its length.
_LONGEST_WORDS = 4000


def diff_articles(a: Article, b: Article, *, settings: CopySettings) -> ArticleDiff:
    """How b differs from a; spans are code points of each article's ``text``."""
    texts, pairs = [a.text, b.text], np.array([[0, 1]])
    words = [found.hashes for found in hashed_words(texts)]
    bounds = np.cumsum([0, *map(len, words)])
    found = chained(compare_pairs(np.concatenate(words), bounds, pairs, RUN_WORDS).runs, 0)
    verbatim = passages_of(found.where(found.equal >= _SHOWN_WORDS), pairs, texts)
    read_a, read_b = read_articles([a, b], Lexicon())
    passages = reworded_passages(read_a, read_b, verbatim)
    passages = _bridged(passages)
    aligned = tuple(Aligned(passage, word_edits(a.text, b.text, passage)) for passage in passages)
    only_a = _left(a, [(passage.a_start, passage.a_end) for passage in passages])
    only_b = _left(b, [(passage.b_start, passage.b_end) for passage in passages])
    return ArticleDiff(a.id, b.id, aligned, only_a, only_b)


def _bridged(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages by their place in a; those parted by a few words on both sides made one, reworded passage."""
    bridged: list[Passage] = []
    for passage in sorted(passages):
        before = bridged[-1] if bridged else None
        if before and _near(before.a_end, passage.a_start) and _near(before.b_end, passage.b_start):
            bridged[-1] = Passage(before.a_start, passage.a_end, before.b_start, passage.b_end, Match.REWORDED)
        else:
            bridged.append(passage)
    return tuple(bridged)


def _near(end: int, start: int) -> bool:
    return 0 <= start - end <= _BRIDGED_LETTERS


def word_edits(a: str, b: str, passage: Passage) -> tuple[Edit, ...]:
    """What agrees and what differs in the passage of two texts, in order; spans are those of the texts."""
    in_a = [
        (low + passage.a_start, high + passage.a_start) for low, high in word_spans(a[passage.a_start : passage.a_end])
    ]
    in_b = [
        (low + passage.b_start, high + passage.b_start) for low, high in word_spans(b[passage.b_start : passage.b_end])
    ]
    whole = (passage.a_start, passage.a_end), (passage.b_start, passage.b_end)
    words_a, words_b = [_same(a[low:high]) for low, high in in_a], [_same(b[low:high]) for low, high in in_b]
    if words_a == words_b or max(len(in_a), len(in_b)) > _LONGEST_WORDS:
        return (Edit(Change.SAME if words_a == words_b else Change.CHANGED, *whole),)
    edits: list[Edit] = []
    for code in Indel.opcodes(words_a, words_b):
        span_a = _span(in_a, code.src_start, code.src_end, passage.a_start)
        span_b = _span(in_b, code.dest_start, code.dest_end, passage.b_start)
        edits.append(Edit(_CHANGES[code.tag], span_a, span_b))
    return tuple(_joined(edits))


_CHANGES = {"equal": Change.SAME, "replace": Change.CHANGED, "delete": Change.REMOVED, "insert": Change.ADDED}


def _same(word: str) -> str:
    return word.casefold().replace("’", "'")


def _span(words: Sequence[Span], start: int, end: int, from_: int) -> Span:
    """The span of words start to end; empty, after the word before, where there are none."""
    if start < end:
        return words[start][0], words[end - 1][1]
    place = words[start - 1][1] if start else from_
    return place, place


def _joined(edits: Sequence[Edit]) -> list[Edit]:
    """A removal and an addition side by side made one change."""
    joined: list[Edit] = []
    for edit in edits:
        before = joined[-1] if joined else None
        if before and {before.change, edit.change} == {Change.REMOVED, Change.ADDED}:
            one, other = (before, edit) if before.change is Change.REMOVED else (edit, before)
            joined[-1] = Edit(Change.CHANGED, one.a, other.b)
        else:
            joined.append(edit)
    return joined


def _left(article: Article, shared: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences most of which no shared passage covers."""
    spans = [(sentence.start, sentence.end) for sentence in article.sentences] or sentence_spans(article.text)
    covered = bytearray(len(article.text))
    for low, high in shared:
        covered[low:high] = b"\1" * (high - low)
    return tuple((start, end) for start, end in spans if 2 * covered.count(1, start, end) < end - start)
