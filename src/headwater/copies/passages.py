"""The passages that two texts share, with exact offsets, and how much of two texts is reworded outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from headwater.copies.overlaps import Overlaps, Shares, spread_of
from headwater.copies.sketch import Ints, Truths
from headwater.copies.traces import SHORTEST_WORD
from headwater.model.reuse import Match, Passage
from headwater.text.align import Chains, Gaps
from headwater.text.shingles import span_places

_ROUGH_QUOTE = re.compile(r"[“\"„«][^“”\"„«»\n]*[”\"»]")


# A passage with how many of its words are equal, and how many others each side has at least.
Shared = tuple[Passage, int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where in code points the chains and the differing words of overlaps are, and the middles of the short runs.

    ``chains`` and ``differing`` (n, 4): start and end in a, start and end in b; ``middles`` (n,) in a.
    """

    chains: Ints
    differing: Ints
    middles: Ints


def placed(found: Overlaps, texts: Sequence[str]) -> Placed:
    """The places of all that ``found`` names, each text read once."""
    spans = [_sides(rows, found.pairs) for rows in (found.chains, found.differing)]
    middles = found.short.a + found.short.lengths // 2
    spans.append((found.pairs[found.short.pairs, 0], middles, middles))
    numbers, first, last = (np.concatenate(column) for column in zip(*spans, strict=True))
    starts, ends = _code_points(numbers, first, last, texts)
    cuts = np.cumsum([len(column) for column, _, _ in spans]).tolist()
    chains, differing, _ = np.split(np.stack([starts, ends], axis=1), cuts[:2])
    return Placed(_both_sides(chains), _both_sides(differing), starts[cuts[1] :])


def passages_of(chains: Chains, pairs: Ints, texts: Sequence[str]) -> list[Passage]:
    """The chains of the ``pairs`` (n, 2) of texts in code points; verbatim where the words agree from end to end."""
    starts, ends = _code_points(*_sides(chains, pairs), texts)
    return _passages(chains, _both_sides(np.stack([starts, ends], axis=1)))


def shared_passages(found: Overlaps, places: Placed) -> list[list[Shared]]:
    """The passages of each pair."""
    chains = found.chains
    shorter = np.minimum(chains.a_end - chains.a_start, chains.b_end - chains.b_start)
    columns = _passages(chains, places.chains), chains.equal.tolist(), (shorter - chains.equal).tolist()
    rows = list(zip(*columns, strict=True))
    return [rows[low:high] for low, high in _by_pair(found.chains.pairs, len(found.pairs))]


def differing_spans(found: Overlaps, places: Placed) -> list[list[list[int]]]:
    """For each pair where it differs tellingly: start and end in a, start and end in b.

    A word that stands for another is told by its letters: left out are those with two letters more or less.
    """
    gaps = found.differing
    sizes = np.stack([places.differing[:, 1] - places.differing[:, 0], places.differing[:, 3] - places.differing[:, 2]])
    swapped = (gaps.a_end - gaps.a_start == 1) & (gaps.b_end - gaps.b_start == 1)
    kept = ~swapped | ((np.abs(sizes[0] - sizes[1]) <= 1) & (sizes.min(axis=0) >= SHORTEST_WORD))
    rows = places.differing[kept].tolist()
    return [rows[low:high] for low, high in _by_pair(gaps.pairs[kept], len(found.pairs))]


def _passages(chains: Chains, places: Ints) -> list[Passage]:
    verbatim = (chains.equal == chains.a_end - chains.a_start) & (chains.equal == chains.b_end - chains.b_start)
    rows = zip(*places.T.tolist(), verbatim.tolist(), strict=True)
    return [Passage(a, end, b, last, Match.VERBATIM if same else Match.REWORDED) for a, end, b, last, same in rows]


def _by_pair(numbers: Ints, count: int) -> Iterator[tuple[int, int]]:
    """For each of so many pairs which of the rows, sorted by pair, are its own."""
    return pairwise(np.searchsorted(numbers, np.arange(count + 1)).tolist())


def _sides(rows: Chains | Gaps, pairs: Ints) -> tuple[Ints, Ints, Ints]:
    """The spans in a, then those in b: the number of the text of each, its first word and its last one."""
    return (
        pairs[rows.pairs].T.ravel(),
        np.concatenate([rows.a_start, rows.b_start]),
        np.concatenate([rows.a_end, rows.b_end]) - 1,
    )


def _both_sides(spans: Ints) -> Ints:
    """Spans (2n, 2), first all in a and then all in b, as (n, 4): start and end in a, start and end in b."""
    return np.hstack(np.split(spans, 2))


def told_spread(found: Overlaps, sizes: Ints, places: Placed, texts: Sequence[str]) -> Shares:
    """The spread of the pairs, where it is wide that of the short runs in the outlet's own voice, without quotations.

    ``sizes`` (n, 2): the words of both texts of each pair.
    """
    short = found.short
    told = spread_of(short.where(~_in_quotations(found.pairs[short.pairs, 0], places.middles, texts)), sizes)
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


def _code_points(numbers: Ints, first: Ints, last: Ints, texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Where the ``first`` words of spans in the texts of these numbers start, and where the ``last`` ones end."""
    order = np.argsort(numbers, kind="stable")
    ranked = numbers[order]
    fresh = np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)]
    named = [texts[number] for number in ranked[fresh].tolist()]
    starts, ends = np.empty_like(first), np.empty_like(last)
    starts[order], ends[order] = span_places(named, np.cumsum(fresh) - 1, first[order], last[order])
    return starts, ends


def _by_text(numbers: Ints) -> Iterator[tuple[int, Ints]]:
    """Each of the numbers and the rows that have it."""
    order = np.argsort(numbers, kind="stable")
    ranked = numbers[order]
    first = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)])
    yield from zip(ranked[first].tolist(), np.split(order, first[1:]) if len(first) else [], strict=True)
