"""Independent lines of reporting among a story's articles."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.reuse import Direction, Line, MaybeJoined, Origins, Reuse, ReuseKind

_JOINING = frozenset({ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE})


def count_origins(articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings) -> Origins:
    """The lines of ``articles``, by their smallest id: joined by copies, excerpts and rewrites.

    Shared passages without a common source leave it open whether two lines are one.
    """
    ids = sorted(article.id for article in articles)
    inside = [reuse for reuse in reuses if reuse.a in ids and reuse.b in ids]
    certain = [reuse for reuse in inside if reuse.kind in _JOINING]
    groups = _components(ids, [(reuse.a, reuse.b) for reuse in certain])
    credits = {article.id: article.credit for article in articles}
    lines = tuple(_line(group, certain, credits) for group in groups)
    return Origins(lines, _doubts(groups, inside))


def distinct_count(articles: Sequence[Article], reuses: Sequence[Reuse]) -> int:
    """How many articles there are when those joined by ``copy`` count once."""
    ids = sorted(article.id for article in articles)
    known = set(ids)
    copies = [(r.a, r.b) for r in reuses if r.kind is ReuseKind.COPY and r.a in known and r.b in known]
    return len(_components(ids, copies))


def _components(ids: Sequence[str], joined: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    parent = {id: id for id in ids}

    def root(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for a, b in joined:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    groups: dict[str, list[str]] = {}
    for id in ids:
        groups.setdefault(root(id), []).append(id)
    return [tuple(groups[first]) for first in sorted(groups)]


def _line(group: tuple[str, ...], certain: Sequence[Reuse], credits: dict[str, str | None]) -> Line:
    named = sorted({credit for id in group if (credit := credits[id])})
    inside = [reuse for reuse in certain if reuse.a in group]
    reasons = sorted({reuse.reasons[0] for reuse in inside}) or ["No other report shares its wording as a whole."]
    return Line(group, named[0] if len(named) == 1 else None, tuple(reasons))


def _doubts(groups: Sequence[tuple[str, ...]], inside: Sequence[Reuse]) -> tuple[MaybeJoined, ...]:
    position = {id: at for at, group in enumerate(groups) for id in group}
    found: dict[tuple[int, int], set[str]] = {}
    for reuse in inside:
        low, high = sorted((position[reuse.a], position[reuse.b]))
        if low == high or reuse.kind is not ReuseKind.SHARED_PASSAGE or reuse.direction is Direction.COMMON_SOURCE:
            continue
        found.setdefault((low, high), set()).add("They share prose and neither says where it comes from.")
    return tuple(MaybeJoined(pair, tuple(sorted(reasons))) for pair, reasons in sorted(found.items()))
