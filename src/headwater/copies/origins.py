"""Independent lines of reporting among a story's articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.copies.coverage import OWN_SHARE, own_shares
from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.reuse import Direction, Line, MaybeJoined, Origins, Reuse, ReuseKind
from headwater.text.components import components

_TAKEN = frozenset({Direction.A_FROM_B, Direction.B_FROM_A})
# Under one agency's credit more may differ: each outlet cuts and adds.
_CREDITED_SHARE = 0.65
# A shared passage without a source leaves doubt where it is this much of either text.
_DOUBTFUL_CONTAINMENT = 0.25


def count_origins(articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings) -> Origins:
    """The lines of ``articles``, by their smallest id.

    Copies, excerpts and rewrites join reports; a credited agency passage or a quoted public statement does not.
    A rewrite whose sides both have much of their own, and a large passage from nobody knows where, leave it open.
    """
    by_id = {article.id: article for article in articles}
    ids = sorted(by_id)
    inside = [reuse for reuse in reuses if reuse.a in by_id and reuse.b in by_id]
    certain = [reuse for reuse in inside if _joins(reuse, by_id)]
    groups = components(ids, [(reuse.a, reuse.b) for reuse in certain])
    lines = tuple(_line(group, certain, by_id) for group in groups)
    return Origins(lines, _doubts(groups, inside))


def distinct_count(articles: Sequence[Article], reuses: Sequence[Reuse]) -> int:
    """How many articles there are when those joined by ``copy`` count once."""
    ids = sorted(article.id for article in articles)
    known = set(ids)
    copies = [(r.a, r.b) for r in reuses if r.kind is ReuseKind.COPY and r.a in known and r.b in known]
    return len(components(ids, copies))


def _joins(reuse: Reuse, by_id: Mapping[str, Article]) -> bool:
    """Whether the reuse certainly makes two reports one line."""
    if reuse.kind in (ReuseKind.COPY, ReuseKind.EXCERPT):
        return True
    if reuse.kind is not ReuseKind.REWRITE:
        return False
    own_a, own_b = own_shares(reuse, by_id[reuse.a], by_id[reuse.b])
    return reuse.direction in _TAKEN or min(own_a, own_b) <= (_CREDITED_SHARE if reuse.via else OWN_SHARE)


def _line(group: tuple[str, ...], certain: Sequence[Reuse], by_id: Mapping[str, Article]) -> Line:
    members = frozenset(group)
    inside = [reuse for reuse in certain if reuse.a in members]
    credits = sorted({credit for id in group if (credit := by_id[id].credit)} | {r.via for r in inside if r.via})
    if not inside:
        return Line(group, credits[0] if len(credits) == 1 else None, ("No other report has its text.",))
    reasons = sorted({_join_reason(reuse, by_id) for reuse in inside})
    return Line(group, credits[0] if len(credits) == 1 else None, tuple(reasons))


def _join_reason(reuse: Reuse, by_id: Mapping[str, Article]) -> str:
    outlets = sorted({outlet for id in (reuse.a, reuse.b) if (outlet := by_id[id].outlet)})
    whose = f" ({', '.join(outlets)})" if outlets else ""
    share = max(reuse.contained_a, reuse.contained_b)
    if reuse.kind is ReuseKind.COPY:
        return f"The same text{whose}: up to {share:.0%} of the wording is shared."
    if reuse.kind is ReuseKind.EXCERPT:
        return f"One report is part of the other{whose}: {share:.0%} of the shorter wording is in the longer."
    if reuse.via:
        return f"The same text from {reuse.via}, reworded{whose}."
    return f"One report is the other in changed words{whose}."


def _doubts(groups: Sequence[tuple[str, ...]], inside: Sequence[Reuse]) -> tuple[MaybeJoined, ...]:
    position = {id: at for at, group in enumerate(groups) for id in group}
    found: dict[tuple[int, int], set[str]] = {}
    for reuse in inside:
        low, high = sorted((position[reuse.a], position[reuse.b]))
        reason = _doubt(reuse)
        if low != high and reason:
            found.setdefault((low, high), set()).add(reason)
    return tuple(MaybeJoined(pair, tuple(sorted(reasons))) for pair, reasons in sorted(found.items()))


def _doubt(reuse: Reuse) -> str | None:
    """Why the two may be one line; None where the evidence leaves no doubt that they are two."""
    if reuse.kind is ReuseKind.REWRITE:
        return (
            "Much of one is the other in changed words, but each has much of its own; a third text may be behind both."
        )
    if reuse.kind is not ReuseKind.SHARED_PASSAGE or reuse.direction is Direction.COMMON_SOURCE:
        return None
    if reuse.direction in _TAKEN:
        return "One takes a passage from the other; the rest is its own."
    if max(reuse.contained_a, reuse.contained_b) >= _DOUBTFUL_CONTAINMENT:
        return "They share much prose and neither says where it comes from."
    return None
