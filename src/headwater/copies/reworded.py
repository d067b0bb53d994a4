"""Passages that two texts share in other words: their sentences aligned by what they have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

from headwater.copies.lexicon import load_common_words, stem_of
from headwater.model.article import Article
from headwater.model.reuse import Match, Passage
from headwater.text.sentences import sentence_spans
from headwater.text.words import WORD

# Two sentences of so many common stems, weighed by their lengths, say the same in other words.
_LIKENESS = 0.42
_FEWEST_STEMS = 4
_FEWEST_CHARS = 30
# A stem in more sentences than this aligns nothing.
_FREQUENT = 12
# So many different words are remembered with their stems.
_KEPT_WORDS = 65_536

Span = tuple[int, int]
Sentences = list[tuple[int, int, frozenset[str]]]


def reworded_passages(a: Article, b: Article, verbatim: Sequence[Passage]) -> tuple[Passage, ...]:
    """The verbatim passages and, beside them, the sentences of a and b that say the same in other words, by place."""
    taken_a = sorted((passage.a_start, passage.a_end) for passage in verbatim)
    taken_b = sorted((passage.b_start, passage.b_end) for passage in verbatim)
    of_a, of_b = _stemmed(a, taken_a), _stemmed(b, taken_b)
    forth, back = _nearest(of_a, of_b), _nearest(of_b, of_a)
    found = list(verbatim)
    for number, (other, likeness) in forth.items():
        if likeness < _LIKENESS or back.get(other, (-1, 0.0))[0] != number:
            continue
        in_a, in_b = _outside(of_a[number][:2], taken_a), _outside(of_b[other][:2], taken_b)
        if min(in_a[1] - in_a[0], in_b[1] - in_b[0]) >= _FEWEST_CHARS:
            found.append(Passage(*in_a, *in_b, Match.REWORDED))
    return tuple(sorted(found))


def _stemmed(article: Article, taken: Sequence[Span]) -> Sentences:
    """The sentences with enough stems outside the spans taken by verbatim passages."""
    spans = [(sentence.start, sentence.end) for sentence in article.sentences] or sentence_spans(article.text)
    covered = bytearray(len(article.text))
    for low, high in taken:
        covered[low:high] = b"\1" * (high - low)
    found = []
    for start, end in spans:
        if 1 not in covered[start:end]:
            words = WORD.findall(article.text, start, end)
        else:
            words = [m.group() for m in WORD.finditer(article.text, start, end) if not covered[m.start()]]
        stems = frozenset(filter(None, map(_stem, words)))
        if len(stems) >= _FEWEST_STEMS:
            found.append((start, end, stems))
    return found


@lru_cache(maxsize=_KEPT_WORDS)
def _stem(word: str) -> str:
    """The stem of the word, "" where it carries little meaning."""
    small = word.casefold().removesuffix("'s")
    return "" if small in load_common_words() else stem_of(small)


def _nearest(sentences: Sentences, others: Sentences) -> dict[int, tuple[int, float]]:
    """For each sentence the number of the most alike other one, the first of several, and the likeness, 0..1."""
    holding: dict[str, list[int]] = {}
    for number, (_, _, stems) in enumerate(others):
        for stem in stems:
            holding.setdefault(stem, []).append(number)
    nearest = {}
    for number, (_, _, stems) in enumerate(sentences):
        hits: dict[int, int] = {}
        for stem in stems:
            places = holding.get(stem, ())
            for other in places if len(places) <= _FREQUENT else ():
                hits[other] = hits.get(other, 0) + 1
        if hits:
            scores = {other: count / sqrt(len(stems) * len(others[other][2])) for other, count in hits.items()}
            best = min(scores, key=lambda other: (-scores[other], other))
            nearest[number] = (best, scores[best])
    return nearest


def _outside(span: Span, taken: Sequence[Span]) -> Span:
    """The longer part of the span before or after each of the spans (in order, apart) that are taken."""
    start, end = span
    at = bisect_right(taken, start, key=lambda known: known[1])
    while at < len(taken) and taken[at][0] < end:
        low, high = taken[at]
        start, end = (start, max(start, low)) if low - start >= end - high else (min(end, high), end)
        at += 1
    return start, end
