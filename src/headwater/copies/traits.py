"""Traits of a pair of texts that tell a rewrite from two independent reports of one event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log, log1p, sqrt
from typing import NamedTuple

import numpy as np

from headwater.copies.gist import NAME, NUMBER, ONCE, OWN, Gist
from headwater.copies.lexicon import Places
from headwater.copies.ranked import heads, ranges

#: What both texts have, and each has alone.
CONTENT_NAMES = (
    "stems_shorter",
    "ordered",
    "lengths",
    "figures_best",
    "all_longer",
    "all_number",
    "own_names_shorter",
    "own_names_longer_by_lengths",
    "once_shorter",
    "once_both",
    "own_figures_longer",
    "own_least",
)
#: Where in the other text the content of each sentence stands, and what is put side by side in both.
PLACE_NAMES = ("spread_shorter", "neighbours")
NAMES = (*CONTENT_NAMES, *PLACE_NAMES)

# Kinds of a stem in one text and in the other packed into one number.
_KINDS = 16
# Of fewer pairs of neighbours a share tells little.
_FEW_NEIGHBOURS = 5


class Sorts(NamedTuple):
    """How many stems of a text are of a sort: in its own voice, names, figures, and once in it and no names."""

    own: int
    names: int
    figures: int
    once: int


class Common(NamedTuple):
    """How many of the stems that two texts share are of a sort.

    In both in its own voice, names, figures; names and figures in either; once in a and no name in either, once in
    both; and once and no name in the one, a name in the other.
    """

    own: int
    names: int
    figures: int
    names_a: int
    names_b: int
    figures_a: int
    figures_b: int
    once: int
    once_both: int
    named_by_b: int
    named_by_a: int


@dataclass(frozen=True, slots=True)
class Pair:
    """The gists of two texts, ``a`` the shorter, read with one lexicon.

    ``in_a``, ``in_b`` (n,): the rows of the stems that they share.
    """

    a: Gist
    b: Gist
    in_a: Places
    in_b: Places
    sorts_a: Sorts
    sorts_b: Sorts
    common: Common


def compared(one: Gist, other: Gist) -> Pair:
    """The two gists and what they share."""
    a, b = by_length(one, other)
    rows = np.searchsorted(b.stems, a.stems)
    in_a = np.flatnonzero(b.stems.take(rows, mode="clip") == a.stems) if len(b.stems) else rows[:0]
    in_b = rows[in_a]
    kinds = a.kinds[in_a].astype(np.int64) * _KINDS + b.kinds[in_b]
    common = np.bincount(kinds, minlength=_KINDS * _KINDS) @ _common_table()
    return Pair(a, b, in_a, in_b, _sorts(a), _sorts(b), Common(*common.tolist()))


def _sorts(gist: Gist) -> Sorts:
    counts = np.bincount(gist.kinds, minlength=_KINDS) @ _sorts_table()
    return Sorts(*counts.tolist())


@cache
def _sorts_table() -> Places:
    """For each kind of stem in which of ``Sorts`` it counts."""
    kinds = np.arange(_KINDS)
    own, name, once, number = (kinds & mark > 0 for mark in (OWN, NAME, ONCE, NUMBER))
    columns = {"own": own, "names": name, "figures": name & number, "once": once & ~name}
    return np.stack([columns[sort] for sort in Sorts._fields], axis=1).astype(np.int64)


@cache
def _common_table() -> Places:
    """For each two kinds of a stem in two texts in which of ``Common`` it counts."""
    of_a, of_b = np.divmod(np.arange(_KINDS * _KINDS), _KINDS)
    own_a, name_a, once_a, number = (of_a & mark > 0 for mark in (OWN, NAME, ONCE, NUMBER))
    own_b, name_b, once_b, _ = (of_b & mark > 0 for mark in (OWN, NAME, ONCE, NUMBER))
    lone_a, lone_b = once_a & ~name_a, once_b & ~name_b
    columns = {
        "own": own_a & own_b,
        "names": name_a & name_b,
        "figures": name_a & name_b & number,
        "names_a": name_a,
        "names_b": name_b,
        "figures_a": name_a & number,
        "figures_b": name_b & number,
        "once": lone_a & ~name_b,
        "once_both": lone_a & lone_b,
        "named_by_b": lone_a & name_b,
        "named_by_a": lone_b & name_a,
    }
    return np.stack([columns[sort] for sort in Common._fields], axis=1).astype(np.int64)


def by_length(a: Gist, b: Gist) -> tuple[Gist, Gist]:
    """The shorter and the longer text; of two as long the one that comes first by its words."""
    sizes = (a.length, len(a.stems)), (b.length, len(b.stems))
    if sizes[0] == sizes[1]:
        return (a, b) if _spelled(a) <= _spelled(b) else (b, a)
    return (a, b) if sizes[0] < sizes[1] else (b, a)


def _spelled(gist: Gist) -> list[str]:
    return [gist.spelled[number] for number in gist.words.tolist()]


def content_traits(pair: Pair) -> tuple[float, ...]:
    """The traits of ``CONTENT_NAMES``, each about 0..1 or the logarithm of a number."""
    a, b, common, of_a, of_b = pair.a, pair.b, pair.common, pair.sorts_a, pair.sorts_b
    lengths = min(1.0, log(max(1, b.length) / max(1, a.length)) / 3)
    shared = len(pair.in_a)
    figures_a, figures_b = of_a.figures - common.figures_a, of_b.figures - common.figures_b
    names_a, names_b = of_a.names - common.names_a, of_b.names - common.names_b
    return (
        common.own / max(1, of_a.own),
        _ordered(pair) / sqrt(max(1, of_a.own) * max(1, of_b.own)),
        lengths,
        (common.figures + 0.5) / (min(of_a.figures, of_b.figures) + 1),
        shared / max(1, len(b.stems)),
        log1p(shared),
        log1p(names_a - figures_a),
        log1p(names_b - figures_b) * lengths,
        *_details(pair),
        log1p(figures_b),
        min(names_a / (a.length / 100 + 0.5), names_b / (b.length / 100 + 0.5)),
    )


def _details(pair: Pair) -> tuple[float, float]:
    """The share of what a says but once that b has too, and what both say but once, names left out.

    An event's topic stands in all its reports, and more than once in most; a detail that stands once in a report is
    rarely chosen by a second reporter.
    """
    common = pair.common
    once_a, once_b = pair.sorts_a.once - common.named_by_b, pair.sorts_b.once - common.named_by_a
    return common.once / (3 + once_a), common.once_both / (3 + sqrt(once_a * once_b))


def _ordered(pair: Pair) -> int:
    """Of the stems that stand once in either text's own voice how many keep their order."""
    in_a, in_b = pair.a.places[pair.in_a], pair.b.places[pair.in_b]
    once = (in_a >= 0) & (in_b >= 0)
    return _increasing(in_b[once][np.argsort(in_a[once])].tolist())


def _increasing(places: Sequence[int]) -> int:
    """The length of the longest increasing run among the places (patience sorting)."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def place_traits(pair: Pair) -> tuple[float, ...]:
    """The traits of ``PLACE_NAMES``."""
    a, b = pair.a, pair.b
    return _spread(a, b, pair.in_a, pair.in_b), _neighbours(a, b)


def _neighbours(a: Gist, b: Gist) -> float:
    """The share of the pairs of words side by side in a that are so in b.

    Independent reports share the set phrases of their topic (offices, places, terms of a trade) and what was said; a
    rewriter keeps the details and puts them next to other words. Held against how much is shared, more of them speak
    against a rewrite: where a text is kept word for word, the order of the details outweighs them.
    """
    at = np.searchsorted(b.neighbours, a.neighbours)
    both = b.neighbours.take(at, mode="clip") == a.neighbours if len(b.neighbours) else at[:0]
    return int(np.count_nonzero(both)) / (_FEW_NEIGHBOURS + len(a.neighbours))


def _spread(of: Gist, within: Gist, in_of: Places, in_within: Places) -> float:
    """How many different windows of the other text are nearest to a sentence, of as many as could be.

    The nearest holds most of its stems; sentences that share none have none.
    """
    windows = max(1, within.count - 1)
    sentences, first, counts = _joined(of, within, in_of, in_within)
    codes = np.sort(np.repeat(sentences, counts) * windows + within.windows[ranges(first, counts)])
    fresh = heads(codes)
    if not len(fresh):
        return 0.0
    held = np.diff(fresh, append=len(codes))
    owners, window = np.divmod(codes[fresh], windows)
    # Of those that hold as many the first.
    ranks = held * windows + (windows - 1 - window)
    nearest = np.maximum.reduceat(ranks, heads(owners)) % windows
    return int(np.count_nonzero(np.bincount(nearest))) / max(1, min(len(nearest), windows))


def _joined(of: Gist, within: Gist, in_of: Places, in_within: Places) -> tuple[Places, Places, Places]:
    """For each sentence and each of its stems that the other text has: the sentence, and where its windows are.

    These begin at the second and are as many as the third; all of shape (n,).
    """
    held = of.holders[in_of + 1] - of.holders[in_of]
    places = ranges(of.holders[in_of], held)
    first = within.window_holders[in_within]
    counts = within.window_holders[in_within + 1] - first
    return of.sentences[places].astype(np.int64), np.repeat(first, held), np.repeat(counts, held)
