"""The passages that two texts share, with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headwater.copies.settings import CopySettings
from headwater.copies.sketch import RUN_WORDS, Collection, known_runs
from headwater.model.reuse import Match, Passage
from headwater.text.align import Chain, Ints, Run, RunIndex, chains, index_runs
from headwater.text.shingles import HashedWords, Hashes, hashed_words, placed_words

GAP_WORDS = 8
# Reuse all over a text shows in most stretches of so many words.
_STRETCH_WORDS = 40
_LONG_RUN = 16
_ROUGH_QUOTE = re.compile(r"[“\"„«][^“”\"„«»\n]*[”\"»]")


@dataclass(frozen=True, slots=True)
class Compared:
    """One text made ready for comparison: its words, its indexed 5-word runs, and where sampled furniture begins.

    One of ``rate`` runs was sampled.
    """

    text: str
    words: HashedWords
    index: RunIndex
    furniture: Ints
    rate: int


def compared(texts: Sequence[str]) -> list[Compared]:
    """The texts made ready for comparison by themselves, without furniture."""
    none = np.empty(0, dtype=np.int64)
    return [_ready(text, words, words.hashes, none, 1) for text, words in zip(texts, hashed_words(texts), strict=True)]


def furniture_places(collection: Collection, furniture: Hashes) -> Ints:
    """The places (words of the collection's row, in order) where runs begin that outlets repeat, by their keys."""
    return np.sort(collection.places[known_runs(collection.keys, furniture)])


def compared_members(
    texts: Sequence[str], numbers: Sequence[int], collection: Collection, furniture: Ints
) -> list[Compared]:
    """The texts of these numbers made ready for comparison, their words as the collection has them."""
    ready = []
    for text, number, words in zip(texts, numbers, placed_words(texts), strict=True):
        start, end = collection.bounds[number : number + 2].tolist()
        low, high = np.searchsorted(furniture, (start, end)).tolist()
        hashes = collection.words[start:end].astype(np.uint64)
        ready.append(_ready(text, words, hashes, furniture[low:high] - start, collection.rate))
    return ready


def _ready(text: str, words: HashedWords, hashes: Hashes, furniture: Ints, rate: int) -> Compared:
    return Compared(text, words, index_runs(hashes, RUN_WORDS), furniture, rate)


def editorial_chains(a: Compared, runs: Sequence[Run], *, settings: CopySettings) -> list[Chain]:
    """The runs chained into passages, without the short ones and those that are mostly outlets' furniture."""
    found = []
    for chain in chains(runs, GAP_WORDS):
        if chain.equal >= settings.passage_words and not _mostly_furniture(a, chain):
            found.append(chain)
    return found


def _mostly_furniture(a: Compared, chain: Chain) -> bool:
    if not len(a.furniture):
        return False
    low, high = np.searchsorted(a.furniture, (chain.a_start, chain.a_end)).tolist()
    return bool(2 * (high - low) * a.rate >= chain.a_end - chain.a_start)


def passage_of(chain: Chain, a: Compared, b: Compared) -> Passage:
    """The chain in code points; verbatim where the very words agree from end to end."""
    a_start, a_end = int(a.words.starts[chain.a_start]), int(a.words.ends[chain.a_end - 1])
    b_start, b_end = int(b.words.starts[chain.b_start]), int(b.words.ends[chain.b_end - 1])
    equal = chain.equal == chain.a_end - chain.a_start == chain.b_end - chain.b_start
    return Passage(a_start, a_end, b_start, b_end, Match.VERBATIM if equal else Match.REWORDED)


def short_runs(runs: Sequence[Run]) -> list[Run]:
    """The short ones: long runs are passages taken as they stand, reworded text is left with short ones everywhere."""
    return [run for run in runs if run.length < _LONG_RUN]


def roughly_quoted(text: str) -> list[tuple[int, int]]:
    """Spans between double quotation marks on one line: near enough to weigh many short runs, and twenty times faster.

    What is listed as a quote is judged by ``text.quotemarks``.
    """
    return [match.span() for match in _ROUGH_QUOTE.finditer(text)]


def unquoted_runs(runs: Sequence[Run], a: Compared, quoted: Sequence[tuple[int, int]]) -> list[Run]:
    """The runs in the outlet's own voice: outside the ``quoted`` spans of a."""
    starts, ends = [start for start, _ in quoted], [end for _, end in quoted]
    kept = []
    for run in runs:
        middle = int(a.words.starts[run.a + run.length // 2])
        before = bisect_right(starts, middle) - 1
        if before < 0 or ends[before] <= middle:
            kept.append(run)
    return kept


def spread(runs: Sequence[Run], a: Compared, b: Compared) -> tuple[float, float]:
    """The share of each text's stretches of forty words that hold some of the runs, 0..1."""
    places_a = _stretches([(run.a, run.a + run.length) for run in runs], len(a.words.hashes))
    places_b = _stretches([(run.b, run.b + run.length) for run in runs], len(b.words.hashes))
    return places_a, places_b


def _stretches(spans: Sequence[tuple[int, int]], words: int) -> float:
    count = max(1, words // _STRETCH_WORDS)
    touched: set[int] = set()
    for start, end in spans:
        touched.update(range(start * count // words, (end - 1) * count // words + 1))
    return len(touched) / count
