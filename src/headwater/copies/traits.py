"""Traits of a pair of texts that tell a rewrite from two independent reports of one event."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain
from math import log, log1p, sqrt

from headwater.copies.gist import Gist

#: What both texts have, and each has alone.
CONTENT_NAMES = (
    "stems_shorter",
    "stems_shorter_by_lengths",
    "ordered",
    "lengths",
    "all_shorter",
    "figures_best",
    "names_best",
    "all_longer",
    "all_number",
    "own_names_shorter",
    "own_names_longer",
    "own_names_longer_by_lengths",
    "once_shorter",
    "once_both",
)
#: Where in the other text the content of each sentence stands.
PLACE_NAMES = ("spread_shorter", "spread_longer")
NAMES = (*CONTENT_NAMES, *PLACE_NAMES)

Nearest = list[int]


def by_length(a: Gist, b: Gist) -> tuple[Gist, Gist]:
    """The shorter and the longer text; of two as long the one that comes first by its words."""
    return (a, b) if _length(a) <= _length(b) else (b, a)


def _length(gist: Gist) -> tuple[int, int, tuple[str, ...]]:
    return gist.length, len(gist.all_stems), gist.words


def content_traits(a: Gist, b: Gist) -> tuple[float, ...]:
    """The traits of ``CONTENT_NAMES``, each about 0..1 or the logarithm of a number; ``a`` is the shorter text."""
    lengths = min(1.0, log(max(1, b.length) / max(1, a.length)) / 3)
    names = a.names.keys() | b.names.keys()
    shared = a.all_stems & b.all_stems
    shared_names = a.names.keys() & b.names.keys()
    figures, figures_a, figures_b = map(_figures, (shared_names, a.names.keys(), b.names.keys()))
    own_a, own_b = ((names & of.all_stems) - shared for of in (a, b))
    own_longer = log1p(len(own_b) - _figures(own_b))
    stems_shorter = len(a.stems.keys() & b.stems.keys()) / max(1, len(a.stems))
    return (
        stems_shorter,
        stems_shorter * lengths,
        _ordered(a, b) / sqrt(max(1, len(a.stems)) * max(1, len(b.stems))),
        lengths,
        len(shared) / max(1, len(a.all_stems)),
        (figures + 0.5) / (min(figures_a, figures_b) + 1),
        len(shared_names) / max(1, min(len(a.names), len(b.names))),
        len(shared) / max(1, len(b.all_stems)),
        log1p(len(shared)),
        log1p(len(own_a) - _figures(own_a)),
        own_longer,
        own_longer * lengths,
        *_details(a, b, names),
    )


def _figures(names: Set[str]) -> int:
    return sum([name[0].isdigit() for name in names])


def _details(a: Gist, b: Gist, names: Set[str]) -> tuple[float, float]:
    """The share of what a says but once that b has too, and what both say but once, names left out.

    An event's topic stands in all its reports, and more than once in most; a detail that stands once in a report is
    rarely chosen by a second reporter.
    """
    once_a, once_b = a.once - names, b.once - names
    return (
        len(once_a & b.all_stems) / (3 + len(once_a)),
        len(once_a & once_b) / (3 + sqrt(len(once_a) * len(once_b))),
    )


def _ordered(a: Gist, b: Gist) -> int:
    """Of the stems that stand once in either text's own voice how many keep their order."""
    others = b.stems
    once = [
        (places[0], found[0])
        for stem, places in a.stems.items()
        if len(places) == 1 and (found := others.get(stem)) and len(found) == 1
    ]
    return _increasing([place for _, place in sorted(once)])


def _increasing(places: Sequence[int]) -> int:
    """The length of the longest increasing run among the places (patience sorting)."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def place_traits(a: Gist, b: Gist) -> tuple[float, ...]:
    """The traits of ``PLACE_NAMES``; ``a`` is the shorter text."""
    return _spread(_nearest(a, b), b), _spread(_nearest(b, a), a)


def _nearest(of: Gist, within: Gist) -> Nearest:
    """For each sentence the window of the other text that holds most of its stems; those without any are left out."""
    windows = within.windows
    nearest = []
    for sentence in of.sentences:
        held = Counter(chain.from_iterable([windows[stem] for stem in sentence if stem in windows]))
        if held:
            nearest.append(min(held, key=lambda window: (-held[window], window)))
    return nearest


def _spread(nearest: Nearest, within: Gist) -> float:
    """How many different windows are nearest to a sentence, of as many as could be."""
    windows = max(1, len(within.sentences) - 1)
    return len(set(nearest)) / max(1, min(len(nearest), windows))
