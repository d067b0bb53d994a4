"""The passages that two texts share, with exact offsets, and how much of two texts is reworded outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from headwater.copies.overlaps import Overlaps, Shares, spread_of
from headwater.copies.sketch import Ints, Truths
from headwater.model.reuse import Match, Passage
from headwater.text.align import Chains
from headwater.text.shingles import placed_words

_ROUGH_QUOTE = re.compile(r"[“\"„«][^“”\"„«»\n]*[”\"»]")
# Texts whose words are held with their places at a time.
_GROUP = 64


def passages_of(chains: Chains, pairs: Ints, texts: Sequence[str]) -> list[Passage]:
    """The chains of the ``pairs`` (n, 2) of texts in code points; verbatim where the words agree from end to end."""
    numbers = pairs[chains.pairs]
    edges = np.concatenate([chains.a_start, chains.a_end - 1, chains.b_start, chains.b_end - 1])
    starts, ends = _code_points(np.concatenate([numbers[:, (0, 0)].T, numbers[:, (1, 1)].T]).ravel(), edges, texts)
    a_start, _, b_start, _ = starts.reshape(4, -1)
    _, a_end, _, b_end = ends.reshape(4, -1)
    verbatim = (chains.equal == chains.a_end - chains.a_start) & (chains.equal == chains.b_end - chains.b_start)
    rows = zip(a_start.tolist(), a_end.tolist(), b_start.tolist(), b_end.tolist(), verbatim.tolist(), strict=True)
    return [Passage(*row[:4], Match.VERBATIM if row[4] else Match.REWORDED) for row in rows]


def shared_passages(found: Overlaps, texts: Sequence[str]) -> list[list[tuple[Passage, int]]]:
    """The passages of each pair with how many of their words are equal."""
    rows = list(zip(passages_of(found.chains, found.pairs, texts), found.chains.equal.tolist(), strict=True))
    bounds = np.searchsorted(found.chains.pairs, np.arange(len(found.pairs) + 1)).tolist()
    return [rows[low:high] for low, high in pairwise(bounds)]


def told_spread(found: Overlaps, sizes: Ints, texts: Sequence[str]) -> Shares:
    """The spread of the pairs, where it is wide that of the short runs in the outlet's own voice, without quotations.

    ``sizes`` (n, 2): the words of both texts of each pair.
    """
    short = found.short
    middles, _ = _code_points(found.pairs[short.pairs, 0], short.a + short.lengths // 2, texts)
    told = spread_of(short.where(~_in_quotations(found.pairs[short.pairs, 0], middles, texts)), sizes)
    wide = np.zeros(len(sizes), dtype=bool)
    wide[short.pairs] = True
    return np.where(wide[:, None], told, found.spread)


def _in_quotations(numbers: Ints, places: Ints, texts: Sequence[str]) -> Truths:
    """Which of the places, in the texts of these numbers, lie between double quotation marks on one line.

    Near enough to weigh many short runs, and twenty times faster than ``text.quotemarks``, which judges what is listed
    as a quote.
    """
    inside = np.zeros(len(places), dtype=bool)
    for number, rows in _by_text(numbers):
        spans = np.array([match.span() for match in _ROUGH_QUOTE.finditer(texts[number])]).reshape(-1, 2)
        before = np.searchsorted(spans[:, 0], places[rows], side="right")
        inside[rows] = places[rows] < np.append(0, spans[:, 1])[before]
    return inside


def _code_points(numbers: Ints, words: Ints, texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Where the words of these places in the texts of these numbers start and end."""
    starts, ends = np.zeros(len(words), dtype=np.int64), np.zeros(len(words), dtype=np.int64)
    grouped = list(_by_text(numbers))
    for at in range(0, len(grouped), _GROUP):
        some = grouped[at : at + _GROUP]
        for (_, rows), placed in zip(some, placed_words([texts[number] for number, _ in some]), strict=True):
            starts[rows], ends[rows] = placed.starts[words[rows]], placed.ends[words[rows]]
    return starts, ends


def _by_text(numbers: Ints) -> Iterator[tuple[int, Ints]]:
    """Each of the numbers and the rows that have it."""
    order = np.argsort(numbers, kind="stable")
    ranked = numbers[order]
    first = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)])
    yield from zip(ranked[first].tolist(), np.split(order, first[1:]) if len(first) else [], strict=True)
