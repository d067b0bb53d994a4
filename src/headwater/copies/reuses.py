"""Verbatim reuse over a collection of articles: candidates, verification, kind, direction."""

from __future__ import annotations

from collections.abc import Collection as Container
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from headwater.copies.candidates import candidate_pairs
from headwater.copies.credits import load_agencies
from headwater.copies.direction import directed
from headwater.copies.furniture import furniture_runs
from headwater.copies.groups import pairs_left_out
from headwater.copies.kinds import Overlap, judged_kind, kind_reason, quoted_words
from headwater.copies.overlaps import REWORDED_SPREAD, Overlaps, overlaps
from headwater.copies.passages import differing_spans, placed, shared_passages, told_spread
from headwater.copies.prose import prose_among
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Collection, Ints, collect, places_of, without_runs
from headwater.copies.traces import trace_of_spans
from headwater.copies.twins import one_of_each
from headwater.copies.versions import as_version
from headwater.model.article import Article
from headwater.model.reuse import Direction, Passage, Reuse, ReuseKind

# Containment of a and of b, spread over a and over b.
_Shares = tuple[float, float, float, float]


def find_reuses(articles: Sequence[Article], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """Pairs of articles that share wording, by (a, b), a < b in each."""
    return with_directions(shared_wording(articles, settings=settings), articles)


def with_directions(reuses: Sequence[Reuse], articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """The reuses among ``articles`` in the given order, who took from whom judged anew."""
    return directed(reuses, articles, load_agencies())


def shared_wording(articles: Sequence[Article], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """The same pairs as ``find_reuses`` without their directions, for those who judge these later on more evidence."""
    ordered = sorted(articles, key=lambda article: article.id)
    collection = collect([article.text for article in ordered], settings=settings)
    furniture = furniture_runs(collection, ordered)
    pairs = candidate_pairs(collection, furniture, settings=settings)
    boxes, collection = places_of(collection, furniture), without_runs(collection)
    found = judged_pairs(ordered, pairs, collection, boxes, settings=settings)
    numbers = {article.id: number for number, article in enumerate(ordered)}
    copied = [(numbers[a], numbers[b]) for a, b in copies_among(found)]
    missing = pairs_left_out(copied, pairs, settings=settings)
    found += judged_pairs(ordered, missing, collection, boxes, settings=settings)
    return in_order(found)


def copies_among(reuses: Sequence[Reuse]) -> list[tuple[str, str]]:
    """The ids of the pairs that are copies."""
    return [(reuse.a, reuse.b) for reuse in reuses if reuse.kind is ReuseKind.COPY]


def in_order(reuses: Sequence[Reuse]) -> tuple[Reuse, ...]:
    """The reuses by (a, b)."""
    return tuple(sorted(reuses, key=lambda reuse: (reuse.a, reuse.b)))


def judged_pairs(
    ordered: Sequence[Article], pairs: Ints, collection: Collection, furniture: Ints, *, settings: CopySettings
) -> tuple[Reuse, ...]:
    """The reuses among the pairs (n, 2), sorted numbers of the articles in the order of their ids, undirected.

    ``furniture``: the places in the collection of sampled runs that are an outlet's furniture, sorted.
    """
    kept, which = one_of_each(pairs, [article.text for article in ordered])
    judged: dict[tuple[str, str], Reuse] = {}
    for found in overlaps(collection, kept, furniture, settings=settings):
        sizes = np.diff(collection.bounds)[found.pairs]
        judged.update({(reuse.a, reuse.b): reuse for reuse in _judged(ordered, found, sizes, settings=settings)})
    of_kept = [judged.get((ordered[low].id, ordered[high].id)) for low, high in kept.tolist()]
    reuses: list[Reuse] = []
    for (low, high), number in zip(pairs.tolist(), which.tolist(), strict=True):
        a, b, reuse = ordered[low], ordered[high], of_kept[number]
        if reuse:
            told = reuse if (reuse.a, reuse.b) == (a.id, b.id) else replace(reuse, a=a.id, b=b.id)
            reuses.append(as_version(told, a, b, settings=settings))
    return tuple(reuses)


def _judged(ordered: Sequence[Article], found: Overlaps, sizes: Ints, *, settings: CopySettings) -> Iterator[Reuse]:
    """The reuses among the pairs found; ``sizes`` (n, 2): the words of both texts of each pair."""
    texts = [article.text for article in ordered]
    places = placed(found, texts)
    spread = told_spread(found, sizes, places, texts)
    shares = zip(*found.contained.T.tolist(), *spread.T.tolist(), strict=True)
    rows = list(zip(found.pairs.tolist(), shared_passages(found, places), shares, strict=True))
    doubted = [(texts[low], listed) for (low, _), listed, of_both in rows if not _is_whole(of_both, settings)]
    prose = prose_among(text[place.a_start : place.a_end] for text, listed in doubted for place, _ in listed)
    for ((low, high), listed, of_both), differ in zip(rows, differing_spans(found, places), strict=True):
        a, b = ordered[low], ordered[high]
        overlap, kept = _measured((a.text, b.text), listed, of_both, prose, settings=settings)
        kind = judged_kind(overlap, settings=settings)
        if kind:
            contained, reasons = (overlap.contained_a, overlap.contained_b), (kind_reason(kind, overlap, len(kept)),)
            trace = trace_of_spans(a.text, b.text, differ)
            yield Reuse(a.id, b.id, kind, Direction.UNKNOWN, *contained, kept, reasons, trace=trace)


def _measured(
    texts: tuple[str, str],
    found: Sequence[tuple[Passage, int]],
    shares: _Shares,
    prose: Container[str],
    *,
    settings: CopySettings,
) -> tuple[Overlap, tuple[Passage, ...]]:
    """What two texts share, and the passages of prose among those found (each with its equal words).

    ``prose``: what is prose among the passages of all pairs in which something else may be shared.
    """
    words = sum([equal for _, equal in found])
    if _is_whole(shares, settings):
        return Overlap(*shares, passage_words=words, quoted_words=0), tuple([passage for passage, _ in found])
    if words < settings.reuse_words:
        return Overlap(*shares, passage_words=0, quoted_words=0), ()
    kept = [(place, equal) for place, equal in found if texts[0][place.a_start : place.a_end] in prose]
    words, passages = sum([equal for _, equal in kept]), tuple([passage for passage, _ in kept])
    quoted = quoted_words(texts, passages) if words >= settings.reuse_words else 0
    return Overlap(*shares, passage_words=words, quoted_words=quoted), passages


def _is_whole(shares: _Shares, settings: CopySettings) -> bool:
    """Whether the texts are copies or reworded all over: no matter then what is prose and what somebody's words."""
    return max(shares[:2]) >= settings.copy_containment or min(shares[2:]) >= REWORDED_SPREAD
