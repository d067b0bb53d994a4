"""Which articles are one and the same but for where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headwater.model.reuse import Reuse, ReuseKind


def distinct_ids(articles: Iterable[str], reuses: Sequence[Reuse]) -> Mapping[str, str]:
    """For each article the id, the least, of those it is joined to by ``copy``; its own where there is none."""
    root = {article: article for article in sorted(articles)}

    def find(article: str) -> str:
        while root[article] != article:
            article = root[article]
        return article

    for reuse in reuses:
        if reuse.kind is ReuseKind.COPY and reuse.a in root and reuse.b in root:
            low, high = sorted((find(reuse.a), find(reuse.b)))
            root[high] = low
    return {article: find(article) for article in root}
