"""Verbatim reuse over a collection of articles: candidates, verification, kind, direction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, islice

import numpy as np

from headwater.copies.candidates import candidate_pairs
from headwater.copies.credits import load_agencies
from headwater.copies.direction import directed
from headwater.copies.furniture import furniture_runs
from headwater.copies.groups import pairs_left_out
from headwater.copies.kinds import judged_kind, kind_reason
from headwater.copies.measured import is_whole, measured
from headwater.copies.overlaps import Overlaps, overlaps
from headwater.copies.passages import differing_spans, placed, shared_passages, told_spread
from headwater.copies.prose import judged_passages
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Collection, Ints, collect, places_of, without_runs
from headwater.copies.traces import trace_of_spans
from headwater.copies.twins import one_of_each
from headwater.copies.versions import address_of, as_version
from headwater.model.article import Article
from headwater.model.reuse import Direction, Reuse, ReuseKind


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
    kept, which = one_of_each(pairs, _told_apart(ordered))
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


def _told_apart(ordered: Sequence[Article]) -> list[tuple[str, str | None, str | None]]:
    """The text of each article with all else that may tell in judging it: its language, its page if others have it."""
    pages = [address_of(article) for article in ordered]
    often = Counter(pages)
    return [
        (article.text, article.language or None, page if page and often[page] > 1 else None)
        for article, page in zip(ordered, pages, strict=True)
    ]


def _judged(ordered: Sequence[Article], found: Overlaps, sizes: Ints, *, settings: CopySettings) -> Iterator[Reuse]:
    """The reuses among the pairs found; ``sizes`` (n, 2): the words of both texts of each pair."""
    texts = [article.text for article in ordered]
    places = placed(found, texts)
    spread = told_spread(found, sizes, places, texts)
    shares = zip(map(tuple, found.contained.tolist()), map(tuple, spread.tolist()), strict=True)
    rows = list(zip(found.pairs.tolist(), shared_passages(found, places), shares, strict=True))
    parts = [not is_whole(of_both, settings) for _, _, of_both in rows]
    doubted = [(texts[low], listed) for (low, _), listed, _ in compress(rows, parts)]
    prose = iter(judged_passages([text[of.a_start : of.a_end] for text, listed in doubted for of, *_ in listed]))
    for ((low, high), listed, of_both), part, differ in zip(rows, parts, differing_spans(found, places), strict=True):
        a, b = ordered[low], ordered[high]
        told = list(islice(prose, len(listed))) if part else ()
        overlap, kept = measured(a, b, listed, of_both, told, settings=settings)
        kind = judged_kind(overlap, settings=settings)
        if kind:
            reasons = (kind_reason(kind, overlap, len(kept)),)
            trace = trace_of_spans(a.text, b.text, differ)
            yield Reuse(a.id, b.id, kind, Direction.UNKNOWN, *overlap.contained, kept, reasons, trace=trace)
