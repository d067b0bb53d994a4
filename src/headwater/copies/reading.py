"""Texts as numbered words in numbered sentences, read many at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from headwater.copies.lexicon import Lexicon, Numbers, Places
from headwater.model.article import Article
from headwater.text.sentences import sentence_spans

# Texts are read together, about so many characters at a time, each counted as so many more than it has.
_BATCH_CHARS = 1 << 18
_BESIDE_CHARS = 8


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text and its words by the numbers of the lexicon.

    ``spans`` (k, 2): its sentences; ``words`` (n,): their numbers; ``starts`` (n,): where in the text each begins;
    ``sentences`` (n,): the number of the sentence of each.
    """

    text: str
    spans: Places
    words: Numbers
    starts: Numbers
    sentences: Numbers
    lexicon: Lexicon


def read_texts(texts: Sequence[str], lexicon: Lexicon) -> list[ReadText]:
    """The texts read, in their order."""
    return _read([(text, as_spans(sentence_spans(text))) for text in texts], lexicon)


def read_articles(articles: Sequence[Article], lexicon: Lexicon) -> list[ReadText]:
    """The articles' texts read, in sentences as the articles have them."""
    return _read([(article.text, sentences_of(article)) for article in articles], lexicon)


def sentences_of(article: Article) -> Places:
    """The spans (k, 2) of the article's sentences, or of those of its text where it has none."""
    given = [(sentence.start, sentence.end) for sentence in article.sentences]
    return as_spans(given or sentence_spans(article.text))


def as_spans(spans: Sequence[tuple[int, int]]) -> Places:
    """The spans as an array (n, 2)."""
    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def batches(texts: Sequence[str]) -> Iterator[slice]:
    """Which of the texts to take together, so that arrays over them are neither small nor large."""
    first = waiting = 0
    for at, text in enumerate(texts, 1):
        waiting += len(text) + _BESIDE_CHARS
        if waiting >= _BATCH_CHARS or at == len(texts):
            yield slice(first, at)
            first, waiting = at, 0


def offsets_of(texts: Sequence[str]) -> Places:
    """Where each of the texts begins when they are joined by one character."""
    found: Places = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    return found


def passed(places: Places, starts: Places) -> Places:
    """How many of the sorted places lie at or before each of the words, which begin at ``starts``; both sorted."""
    found: Places = np.cumsum(np.bincount(np.searchsorted(starts, places), minlength=len(starts) + 1))[: len(starts)]
    return found


def _read(texts: Sequence[tuple[str, Places]], lexicon: Lexicon) -> list[ReadText]:
    found: list[ReadText] = []
    for batch in batches([text for text, _ in texts]):
        found += _read_together(texts[batch], lexicon)
    return found


def _read_together(texts: Sequence[tuple[str, Places]], lexicon: Lexicon) -> Iterator[ReadText]:
    offsets = offsets_of([text for text, _ in texts])
    spans = np.concatenate([of + offset for (_, of), offset in zip(texts, offsets.tolist(), strict=True)])
    words, starts = lexicon.read("\n".join(text for text, _ in texts), spans[:, 0])
    sentences = passed(spans[:, 0], starts) - 1
    bounds = np.append(np.searchsorted(starts, offsets), len(starts)).tolist()
    before = np.cumsum([0, *(len(of) for _, of in texts)]).tolist()
    rows = zip(texts, offsets.tolist(), pairwise(bounds), before, strict=False)
    for (text, of), offset, (low, high), sentence in rows:
        yield ReadText(
            text,
            of,
            words[low:high].copy(),
            (starts[low:high] - offset).astype(np.int32),
            (sentences[low:high] - sentence).astype(np.int32),
            lexicon,
        )
