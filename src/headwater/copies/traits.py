"""Traits of a pair of texts that tell a rewrite from two independent reports of one event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt

from headwater.copies.gist import Gist, runs_of
from headwater.copies.rarity import RARITY_NAMES, Background, rarity_traits

NAMES = (
    "stems_shorter",
    "stems_longer",
    "names_shorter",
    "names_longer",
    "ordered",
    "ordered_share",
    "pairs_shorter",
    "triples_shorter",
    "sentence_best",
    "sentence_half",
    "sentence_longer",
    "sentence_order",
    "quotes_shorter",
    "lengths",
    "names_order",
    "names_common",
    "all_shorter",
    "figures_best",
    "names_best",
    *RARITY_NAMES,
)


def pair_traits(a: Gist, b: Gist, background: Background) -> tuple[float, ...]:
    """The traits in the order of ``NAMES``, each about 0..1, the same for (a, b) and (b, a)."""
    if _by_length(a) > _by_length(b):
        a, b = b, a
    shared = a.stems.keys() & b.stems.keys()
    names = a.names.keys() & b.names.keys()
    figures_a, figures_b, figures = (sum(name[0].isdigit() for name in found) for found in (a.names, b.names, names))
    in_order = _increasing([b.names[name] for name in sorted(names, key=lambda name: a.names[name])])
    all_a, all_b = a.stems.keys() | a.quotes, b.stems.keys() | b.quotes
    ordered, singles = _ordered(a, b)
    best, order = _best_sentences(a, b)
    back, _ = _best_sentences(b, a)
    return (
        len(shared) / max(1, len(a.stems)),
        len(shared) / max(1, len(b.stems)),
        len(names) / max(1, len(a.names)),
        len(names) / max(1, len(b.names)),
        ordered / max(1, singles),
        ordered / sqrt(max(1, len(a.stems)) * max(1, len(b.stems))),
        _shared_runs(a, b, 2),
        _shared_runs(a, b, 3),
        sum(best) / max(1, len(best)),
        sum(score >= 0.5 for score in best) / max(1, len(best)),
        sum(back) / max(1, len(back)),
        order,
        len(a.quotes & b.quotes) / max(1, min(len(a.quotes), len(b.quotes))),
        min(1.0, log(max(1, b.length) / max(1, a.length)) / 3),
        in_order / max(1, len(names)),
        in_order / sqrt(max(1, len(a.names)) * max(1, len(b.names))),
        len(all_a & all_b) / max(1, len(all_a)),
        (figures + 0.5) / (min(figures_a, figures_b) + 1),
        len(names) / max(1, min(len(a.names), len(b.names))),
        *rarity_traits(a, b, background),
    )


def _by_length(gist: Gist) -> tuple[int, int, tuple[str, ...]]:
    return gist.length, len(gist.all_stems), gist.words


def _ordered(a: Gist, b: Gist) -> tuple[int, int]:
    """Of the stems that stand once in either text how many keep their order, and how many there are."""
    once = sorted(
        (places[0], b.stems[stem][0])
        for stem, places in a.stems.items()
        if len(places) == 1 and len(b.stems.get(stem, ())) == 1
    )
    return _increasing([place for _, place in once]), len(once)


def _increasing(places: Sequence[int]) -> int:
    """The length of the longest increasing run among the places (patience sorting)."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def _shared_runs(a: Gist, b: Gist, size: int) -> float:
    """The share of a's runs of words that b has too."""
    runs_a = runs_of(a.words, size)
    shared = runs_a.keys() & runs_of(b.words, size).keys()
    return len(shared) / max(1, len(runs_a))


def _best_sentences(a: Gist, b: Gist) -> tuple[list[float], float]:
    """For each sentence of a its likeness to the nearest of b, and how often the nearest ones follow in order."""
    holding: dict[str, list[int]] = {}
    for number, sentence in enumerate(b.sentences):
        for stem in sentence:
            holding.setdefault(stem, []).append(number)
    best: list[float] = []
    nearest: list[int] = []
    for sentence in a.sentences:
        score, place = _nearest(sentence, b, holding)
        best.append(score)
        if score >= 0.25:
            nearest.append(place)
    steps = sum(first <= second for first, second in pairwise(nearest))
    return best, steps / max(1, len(nearest) - 1) if len(nearest) > 1 else 0.0


def _nearest(sentence: frozenset[str], b: Gist, holding: dict[str, list[int]]) -> tuple[float, int]:
    hits: dict[int, int] = {}
    for stem in sentence:
        for number in holding.get(stem, ())[:40]:
            hits[number] = hits.get(number, 0) + 1
    score, place = 0.0, -1
    for number in sorted(hits):
        likeness = hits[number] / sqrt(len(sentence) * len(b.sentences[number]))
        if likeness > score:
            score, place = likeness, number
    return score, place
