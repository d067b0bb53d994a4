"""Who took from whom, as far as credits and dates tell."""

from __future__ import annotations

from headwater.copies.credits import Agencies, agencies_named
from headwater.model.article import Article
from headwater.model.reuse import Direction, ReuseKind


def judged_direction(
    a: Article, b: Article, kind: ReuseKind, agencies: Agencies
) -> tuple[Direction, str | None, tuple[str, ...]]:
    """The direction, the agency both draw on where both name it, and the reasons."""
    common = sorted(set(agencies_named(a, agencies)) & set(agencies_named(b, agencies)))
    if kind is ReuseKind.SHARED_PASSAGE and common:
        return Direction.COMMON_SOURCE, common[0], (f"Both name {common[0]} as a source.",)
    if kind in (ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE) and a.published.latest and b.published.latest:
        if a.published.earliest and a.published.earliest > b.published.latest:
            return Direction.A_FROM_B, None, ("One was published before the other.",)
        if b.published.earliest and b.published.earliest > a.published.latest:
            return Direction.B_FROM_A, None, ("One was published before the other.",)
    return Direction.UNKNOWN, None, ("Nothing in the texts says who took from whom.",)
