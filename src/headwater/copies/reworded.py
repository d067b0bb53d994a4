"""Passages that two texts share in other words: their sentences aligned by what they have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from headwater.copies.lexicon import NO_STEM, Places
from headwater.copies.ranked import heads, once, ranges
from headwater.copies.reading import ReadText
from headwater.model.reuse import Match, Passage

# Two sentences of so many common stems, weighed by their lengths, say the same in other words.
_LIKENESS = 0.42
_FEWEST_STEMS = 4
_FEWEST_CHARS = 30
# A stem in more sentences than this aligns nothing.
_FREQUENT = 12

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


class _Nearest(NamedTuple):
    """Sentences of one text, each with the most alike of the other, the first of several, and the likeness, 0..1."""

    sentences: Places
    others: Places
    likeness: Places


def reworded_passages(a: ReadText, b: ReadText, verbatim: Sequence[Passage]) -> tuple[Passage, ...]:
    """The verbatim passages and, beside them, the sentences of a and b that say the same in other words, by place.

    Both are read with one lexicon.
    """
    taken_a = sorted((passage.a_start, passage.a_end) for passage in verbatim)
    taken_b = sorted((passage.b_start, passage.b_end) for passage in verbatim)
    found = list(verbatim)
    for in_a, in_b in _alike(_stemmed(a, taken_a), _stemmed(b, taken_b)):
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


def _alike(a: _Stemmed, b: _Stemmed) -> list[tuple[int, int]]:
    """The numbers of sentences each of which is the most alike to the other, and alike enough."""
    rows = np.searchsorted(b.stems, a.stems)
    in_a = np.flatnonzero(b.stems.take(rows, mode="clip") == a.stems) if len(b.stems) else rows[:0]
    in_b = rows[in_a]
    forth, back = _nearest(a, b, in_a, in_b), _nearest(b, a, in_b, in_a)
    returned = dict(zip(back.sentences.tolist(), back.others.tolist(), strict=True))
    found = zip(forth.sentences.tolist(), forth.others.tolist(), forth.likeness.tolist(), strict=True)
    return [(one, other) for one, other, likeness in found if likeness >= _LIKENESS and returned.get(other) == one]


def _nearest(of: _Stemmed, others: _Stemmed, in_of: Places, in_others: Places) -> _Nearest:
    """The most alike sentence for each that shares a stem with some; ``in_of``, ``in_others``: rows of shared stems."""
    first, counts = others.bounds[in_others], np.diff(others.bounds)[in_others]
    telling = counts <= _FREQUENT
    first, counts, in_of = first[telling], counts[telling], in_of[telling]
    held = np.diff(of.bounds)[in_of]
    sentences = of.sentences[ranges(of.bounds[in_of], held)]
    first, counts = np.repeat(first, held), np.repeat(counts, held)
    width = len(others.sizes)
    hits = np.sort(np.repeat(sentences, counts) * width + others.sentences[ranges(first, counts)])
    fresh = heads(hits)
    ones, twos = np.divmod(hits[fresh], max(1, width))
    likeness = np.diff(fresh, append=len(hits)) / np.sqrt(of.sizes[ones] * others.sizes[twos])
    begins = heads(ones)
    if not len(begins):
        return _Nearest(ones, twos, likeness)
    best = np.repeat(np.maximum.reduceat(likeness, begins), np.diff(begins, append=len(ones)))
    most = np.flatnonzero(likeness == best)
    most = most[heads(ones[most])]
    return _Nearest(ones[most], twos[most], likeness[most])


def _outside(span: Span, taken: Sequence[Span]) -> Span:
    """The longer part of the span before or after each of the spans (in order, apart) that are taken."""
    start, end = span
    at = bisect_right(taken, start, key=lambda known: known[1])
    while at < len(taken) and taken[at][0] < end:
        low, high = taken[at]
        start, end = (start, max(start, low)) if low - start >= end - high else (min(end, high), end)
        at += 1
    return start, end
