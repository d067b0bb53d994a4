"""Which articles are one and the same but for where they stand, and which were made from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headwater.model.article import Article, SignKind
from headwater.model.reuse import DEPENDENT_KINDS, Direction, Reuse, ReuseKind


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


def retold_ids(articles: Iterable[Article], reuses: Sequence[Reuse]) -> frozenset[str]:
    """The articles whose wording is not their own: taken as a whole from another of them, or reworded."""
    by_id = {article.id: article for article in articles}
    taken = {id for reuse in reuses if reuse.kind in DEPENDENT_KINDS and (id := _taker(reuse)) is not None}
    signed = {a.id for a in by_id.values() if any(sign.kind is SignKind.MACHINE_REWRITTEN for sign in a.signs)}
    return frozenset(taken | signed | reworded_ids(by_id, reuses))


def reworded_ids(articles: Mapping[str, Article], reuses: Sequence[Reuse]) -> frozenset[str]:
    """The articles that tell another's text in other words; ``articles`` by id.

    Where nothing tells which of two was reworded from the other, it is the one without the credit of the agency that
    both draw on; else the one whose wording nobody has, where others have that of its counterpart.
    """
    copied = {id for reuse in reuses if reuse.kind is ReuseKind.COPY for id in (reuse.a, reuse.b)}
    found = set[str]()
    for reuse in reuses:
        if reuse.kind is not ReuseKind.REWRITE or reuse.a not in articles or reuse.b not in articles:
            continue
        if (taker := _taker(reuse)) is not None:
            found.add(taker)
            continue
        sides = (articles[reuse.a], articles[reuse.b])
        bare = [side.id for side in sides if side.credit is None] if reuse.via else []
        alone = bare if len(bare) == 1 else [side.id for side in sides if side.id not in copied]
        found.update(alone if len(alone) == 1 else ())
    return frozenset(found)


def _taker(reuse: Reuse) -> str | None:
    """The side that took from the other, where that is known."""
    return {Direction.A_FROM_B: reuse.a, Direction.B_FROM_A: reuse.b}.get(reuse.direction)
