"""Passages that two texts share in other words: their sentences aligned by what they have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.copies.lexicon import NO_STEM, Places
from headwater.copies.ranked import heads, once, ranges
from headwater.copies.reading import ReadText
from headwater.model.reuse import Match, Passage

# Two sentences of so many common stems, weighed by their lengths, say the same in other words.
_LIKENESS = 0.42
# Where no two sentences of two texts of so many words are so alike, less will do: one that is split, or told at greater
# length, has fewer stems in common with each part. Of the beginnings of short reports too many are so alike.
_LEAST_LIKENESS = 0.25
_LONG_WORDS = 100
_FEWEST_STEMS = 4
_FEWEST_CHARS = 30
# A stem in more sentences than this aligns nothing.
_FREQUENT = 12

Shares = NDArray[np.float64]

_SENTENCE_BITS = 32
_SENTENCE = (1 << _SENTENCE_BITS) - 1

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Stemmed:
    """The sentences with enough stems by what they hold.

    ``stems`` (n,): the different stems, sorted; ``sentences`` (m,): the numbers of the sentences that hold each, from
    ``bounds`` (n + 1,) on; ``sizes``: how many stems each sentence of the text holds.
    """

    stems: Places
    bounds: Places
    sentences: Places
    sizes: Places


class _Likenesses(NamedTuple):
    """Numbers of sentences of a and of b, sorted, and how alike they are, 0..1; all of (n,)."""

    of_a: Places
    of_b: Places
    likeness: Shares


def reworded_passages(a: ReadText, b: ReadText, verbatim: Sequence[Passage]) -> tuple[Passage, ...]:
    """The verbatim passages and, beside them, the sentences of a and b that say the same in other words, by place.

    Of long texts that have none of either, those that are less alike. Both are read with one lexicon.
    """
    taken_a = sorted((passage.a_start, passage.a_end) for passage in verbatim)
    taken_b = sorted((passage.b_start, passage.b_end) for passage in verbatim)
    found = list(verbatim)
    stemmed_a, stemmed_b = _stemmed(a, taken_a), _stemmed(b, taken_b)
    pairs = _alike(stemmed_a, stemmed_b, _LIKENESS)
    if not pairs and not found and min(len(a.words), len(b.words)) >= _LONG_WORDS:
        pairs = _alike(stemmed_a, stemmed_b, _LEAST_LIKENESS)
    for in_a, in_b in pairs:
        span_a, span_b = _outside(_span(a, in_a), taken_a), _outside(_span(b, in_b), taken_b)
        if min(span_a[1] - span_a[0], span_b[1] - span_b[0]) >= _FEWEST_CHARS:
            found.append(Passage(*span_a, *span_b, Match.REWORDED))
    return tuple(sorted(found))


def _span(of: ReadText, sentence: int) -> Span:
    start, end = of.spans[sentence].tolist()
    return start, end


def _stemmed(of: ReadText, taken: Sequence[Span]) -> _Stemmed:
    """The sentences with enough stems outside the spans taken by verbatim passages."""
    stems = of.lexicon.close_stems_of(of.words)
    kept = stems != NO_STEM
    if taken:
        covered = np.zeros(len(of.text), dtype=bool)
        for low, high in taken:
            covered[low:high] = True
        kept &= ~covered[of.starts]
    packed = once(stems[kept].astype(np.int64) << _SENTENCE_BITS | of.sentences[kept])
    sentences = packed & _SENTENCE
    sizes = np.bincount(sentences, minlength=len(of.spans))
    enough = sizes[sentences] >= _FEWEST_STEMS
    stems, sentences = packed[enough] >> _SENTENCE_BITS, sentences[enough]
    begins = heads(stems)
    return _Stemmed(stems[begins], np.append(begins, len(stems)), sentences, sizes)


def _alike(a: _Stemmed, b: _Stemmed, least: float) -> list[tuple[int, int]]:
    """The numbers of sentences each of which is the most alike to the other, and alike enough."""
    rows = np.searchsorted(b.stems, a.stems)
    in_a = np.flatnonzero(b.stems.take(rows, mode="clip") == a.stems) if len(b.stems) else rows[:0]
    in_b = rows[in_a]
    few_a, few_b = (np.diff(of.bounds)[held] <= _FREQUENT for of, held in ((a, in_a), (b, in_b)))
    forth = _likenesses(a, b, in_a[few_b], in_b[few_b])
    # By other stems the way back is another, and what is less alike may be the nearest.
    if np.array_equal(few_a, few_b):
        enough = forth.likeness >= least
        forth = back = _Likenesses(forth.of_a[enough], forth.of_b[enough], forth.likeness[enough])
    else:
        back = _likenesses(a, b, in_a[few_a], in_b[few_a])
    order = np.argsort(back.of_b, kind="stable")
    returned = _nearest(back.of_b[order], back.of_a[order], back.likeness[order])
    to = {other: one for other, one, _ in returned}
    return [(one, other) for one, other, likeness in _nearest(*forth) if likeness >= least and to.get(other) == one]


def _likenesses(a: _Stemmed, b: _Stemmed, in_a: Places, in_b: Places) -> _Likenesses:
    """How alike the sentences are that share some of the stems in these rows of both, by their places."""
    first, counts = b.bounds[in_b], np.diff(b.bounds)[in_b]
    held = np.diff(a.bounds)[in_a]
    sentences = a.sentences[ranges(a.bounds[in_a], held)]
    first, counts = np.repeat(first, held), np.repeat(counts, held)
    width = max(1, len(b.sizes))
    hits = np.sort(np.repeat(sentences, counts) * width + b.sentences[ranges(first, counts)])
    fresh = heads(hits)
    of_a, of_b = np.divmod(hits[fresh], width)
    return _Likenesses(of_a, of_b, np.diff(fresh, append=len(hits)) / np.sqrt(a.sizes[of_a] * b.sizes[of_b]))


def _nearest(sentences: Places, others: Places, likeness: Shares) -> list[tuple[int, int, float]]:
    """For each of the sorted sentences the most alike other one, the first of several, and the likeness."""
    begins = heads(sentences)
    if not len(begins):
        return []
    best = np.repeat(np.maximum.reduceat(likeness, begins), np.diff(begins, append=len(sentences)))
    most = np.flatnonzero(likeness == best)
    most = most[heads(sentences[most])]
    return list(zip(sentences[most].tolist(), others[most].tolist(), likeness[most].tolist(), strict=True))


def _outside(span: Span, taken: Sequence[Span]) -> Span:
    """The longer part of the span before or after each of the spans (in order, apart) that are taken."""
    start, end = span
    at = bisect_right(taken, start, key=lambda known: known[1])
    while at < len(taken) and taken[at][0] < end:
        low, high = taken[at]
        start, end = (start, max(start, low)) if low - start >= end - high else (min(end, high), end)
        at += 1
    return start, end
