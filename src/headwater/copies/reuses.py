"""Verbatim reuse over a collection of articles: candidates, verification, kind, direction."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.copies.candidates import candidate_pairs
from headwater.copies.credits import Agencies, load_agencies
from headwater.copies.direction import judged_direction
from headwater.copies.kinds import judged_kind, kind_reason, quotes_of
from headwater.copies.passages import shared_passages
from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Sketch, containment, sketches
from headwater.model.article import Article
from headwater.model.reuse import Reuse


def find_reuses(articles: Sequence[Article], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """Pairs of articles that share wording, by (a, b); kinds copy, excerpt, shared-passage and shared-quote."""
    ordered = sorted(articles, key=lambda article: article.id)
    found = sketches([article.text for article in ordered], settings=settings)
    agencies = load_agencies()
    reuses = []
    for low, high in candidate_pairs(found, settings=settings):
        reuse = _judged((ordered[low], found[low]), (ordered[high], found[high]), agencies, settings)
        if reuse:
            reuses.append(reuse)
    return tuple(reuses)


def _judged(
    first: tuple[Article, Sketch], second: tuple[Article, Sketch], agencies: Agencies, settings: CopySettings
) -> Reuse | None:
    (a, sketch_a), (b, sketch_b) = first, second
    contained_a = containment(sketch_a.runs, sketch_b.runs)
    contained_b = containment(sketch_b.runs, sketch_a.runs)
    passages = shared_passages(sketch_a.words, sketch_b.words, settings=settings)
    kind = judged_kind(contained_a, contained_b, passages, quotes_of(a.text), settings=settings)
    if kind is None:
        return None
    direction, via, reasons = judged_direction(a, b, kind, agencies)
    reason = kind_reason(kind, contained_a, contained_b, len(passages))
    return Reuse(a.id, b.id, kind, direction, contained_a, contained_b, passages, (reason, *reasons), via)
