"""Rewrites inside a story: the same content in other words, in much the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.copies.credits import load_agencies
from headwater.copies.direction import judged_direction
from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.reuse import Reuse


def find_rewrites(articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """The reuses among ``articles`` (one story), rewrites added, directions judged anew, by (a, b)."""
    by_id = {article.id: article for article in articles}
    agencies = load_agencies()
    found = []
    for reuse in sorted(reuses, key=lambda reuse: (reuse.a, reuse.b)):
        if reuse.a not in by_id or reuse.b not in by_id:
            continue
        direction, via, reasons = judged_direction(by_id[reuse.a], by_id[reuse.b], reuse.kind, agencies)
        found.append(replace(reuse, direction=direction, via=via, reasons=(reuse.reasons[0], *reasons)))
    return tuple(found)
