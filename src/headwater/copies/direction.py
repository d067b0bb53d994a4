"""Who took from whom, with reasons: credits, dates, what each side has alone. Unknown is an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.coverage import OWN_SHARE, covered
from headwater.copies.credits import Agencies, Credits, credits_of
from headwater.copies.traces import copying_trace, end_trace, stops_with_paragraph
from headwater.model.article import Article
from headwater.model.reuse import DEPENDENT_KINDS, Direction, Reuse, ReuseKind

# A credit this near to a passage is taken to stand for it.
_NEAR_CHARS = 300
# Where the shared passages are makes a difference to the direction of these alone.
_TOLD_BY_PLACES = frozenset({ReuseKind.SHARED_PASSAGE, ReuseKind.REWRITE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The direction of a reuse, the agency or outlet both draw on where a text says so, and why."""

    direction: Direction
    via: str | None
    reasons: tuple[str, ...]


_QUOTED = Verdict(Direction.COMMON_SOURCE, None, ("Both quote the same statement.",))
_APART = Verdict(
    Direction.UNKNOWN,
    None,
    ("Each has passages of its own, so neither need be the source of the other; a third text may be.",),
)
_UNTOLD = Verdict(Direction.UNKNOWN, None, ("Neither credits, dates nor traces of copying tell who took from whom.",))


@dataclass(frozen=True, slots=True)
class Side:
    """One article of a pair, whom it credits, and where its shared passages are (where their kind asks for it)."""

    article: Article
    credits: Credits
    spans: tuple[tuple[int, int], ...]


def directed(reuses: Sequence[Reuse], articles: Sequence[Article], agencies: Agencies) -> tuple[Reuse, ...]:
    """The reuses among ``articles`` with their direction judged (anew); the first reason, that of the kind, stays."""
    by_id = {article.id: article for article in articles}
    passing = {id for reuse in reuses if reuse.kind is ReuseKind.SHARED_PASSAGE for id in (reuse.a, reuse.b)}
    passing |= {
        id for reuse in reuses if _may_be_cut(by_id[reuse.a], by_id[reuse.b], reuse) for id in (reuse.a, reuse.b)
    }
    whole = {id for reuse in reuses if reuse.kind is not ReuseKind.SHARED_QUOTE for id in (reuse.a, reuse.b)}
    credits = {id: credits_of(by_id[id], agencies, names=id in passing) for id in sorted(whole)}
    sharing = _sharing(reuses)
    found = []
    for reuse in reuses:
        if reuse.kind is ReuseKind.SHARED_QUOTE:
            found.append(_told(reuse, _QUOTED))
            continue
        told = reuse.passages if reuse.kind in _TOLD_BY_PLACES else ()
        spans_a = tuple([(passage.a_start, passage.a_end) for passage in told])
        spans_b = tuple([(passage.b_start, passage.b_end) for passage in told])
        a = Side(by_id[reuse.a], credits[reuse.a], spans_a)
        b = Side(by_id[reuse.b], credits[reuse.b], spans_b)
        found.append(_told(reuse, judged_direction(a, b, reuse, sharing)))
    return tuple(found)


def _told(reuse: Reuse, verdict: Verdict) -> Reuse:
    """The reuse as the verdict has it; written out, since ``replace`` takes twice the time."""
    return Reuse(
        a=reuse.a,
        b=reuse.b,
        kind=reuse.kind,
        direction=verdict.direction,
        contained_a=reuse.contained_a,
        contained_b=reuse.contained_b,
        passages=reuse.passages,
        reasons=(*reuse.reasons[:1], *verdict.reasons),
        via=verdict.via,
        trace=reuse.trace,
    )


def _sharing(reuses: Sequence[Reuse]) -> dict[str, set[str]]:
    """For each article those that share no more than a speaker's words with it."""
    sharing: dict[str, set[str]] = {}
    for reuse in reuses:
        if reuse.kind is ReuseKind.SHARED_QUOTE:
            sharing.setdefault(reuse.a, set()).add(reuse.b)
            sharing.setdefault(reuse.b, set()).add(reuse.a)
    return sharing


def judged_direction(a: Side, b: Side, reuse: Reuse, sharing: Mapping[str, set[str]]) -> Verdict:
    """Who took from whom, as far as the texts and their dates tell.

    ``sharing`` has the ids of the articles that share only a speaker's words with an article.
    """
    if reuse.kind is ReuseKind.SHARED_QUOTE:
        return _QUOTED
    if reuse.kind is ReuseKind.SHARED_PASSAGE:
        return _of_passages(a, b)
    if told := _by_credit(a, b) or _by_naming(a, b):
        return told
    if _apart(a, b, reuse.kind):
        return _APART
    told = _by_date(a, b) or _by_lone_credit(a, b) or _by_trace(a, b, reuse) or _by_end(a, b, reuse)
    return told or _by_third_report(a, b, reuse.kind, sharing) or _UNTOLD


def _of_passages(a: Side, b: Side) -> Verdict:
    common = sorted((set(a.credits.named) | a.credits.credited) & (set(b.credits.named) | b.credits.credited))
    common.sort(key=lambda name: -_nearness(a, name) - _nearness(b, name))
    if common:
        return Verdict(Direction.COMMON_SOURCE, common[0], (f"Both name {common[0]} as their source.",))
    for one, other in ((a, b), (b, a)):
        near = [name for name in one.credits.named if _nearness(one, name)]
        if near:
            reason = f"One credits {near[0]} beside the shared passage; the other has it without the credit."
            return Verdict(Direction.COMMON_SOURCE, near[0], (reason,))
        if named := _outlet_named(one, other):
            return Verdict(
                Direction.A_FROM_B if one is a else Direction.B_FROM_A,
                None,
                (f"One names {named}, where the other stands, as its source.",),
            )
    return Verdict(Direction.UNKNOWN, None, ("Neither text says where the shared passage comes from.",))


def _nearness(side: Side, name: str) -> int:
    places = side.credits.named.get(name, ())
    return sum(start - _NEAR_CHARS <= at <= end + _NEAR_CHARS for at in places for start, end in side.spans)


def _by_credit(a: Side, b: Side) -> Verdict | None:
    common = sorted(a.credits.credited & b.credits.credited)
    if common:
        return Verdict(Direction.COMMON_SOURCE, common[0], (f"Both are credited to {common[0]}.",))
    return None


def _by_naming(a: Side, b: Side) -> Verdict | None:
    from_b, from_a = _outlet_named(a, b), _outlet_named(b, a)
    if bool(from_a) == bool(from_b):
        return None
    outlet = from_b or from_a
    return Verdict(
        Direction.A_FROM_B if from_b else Direction.B_FROM_A,
        None,
        (f"One names {outlet} as its source, and the other is {outlet}'s.",),
    )


def _outlet_named(side: Side, other: Side) -> str | None:
    """The other side's outlet where this side's text names it and its own outlet is another."""
    outlet = other.article.outlet
    if not outlet or outlet == side.article.outlet or len(outlet) < 3:
        return None
    name = outlet.removeprefix("www.")
    return name if name in side.article.text or outlet in side.credits.credited else None


def _by_date(a: Side, b: Side) -> Verdict | None:
    first, second = a.article.published, b.article.published
    if first.latest and second.earliest and first.latest < second.earliest:
        return Verdict(Direction.B_FROM_A, None, (_dated(first.latest.isoformat(), second.earliest.isoformat()),))
    if second.latest and first.earliest and second.latest < first.earliest:
        return Verdict(Direction.A_FROM_B, None, (_dated(second.latest.isoformat(), first.earliest.isoformat()),))
    return None


def _dated(earlier: str, later: str) -> str:
    return f"One was out by {earlier}, the other not before {later}."


def _by_lone_credit(a: Side, b: Side) -> Verdict | None:
    credited = sorted(a.credits.credited | b.credits.credited)
    if len(credited) != 1:
        return None
    reason = f"One credits {credited[0]}, the other carries the text without the credit."
    return Verdict(Direction.COMMON_SOURCE, credited[0], (reason,))


def _by_trace(a: Side, b: Side, reuse: Reuse) -> Verdict | None:
    trace = copying_trace(a.article, b.article, reuse)
    if trace is None:
        return None
    return Verdict(Direction.A_FROM_B if trace.a_made else Direction.B_FROM_A, None, (trace.reason,))


def _by_end(a: Side, b: Side, reuse: Reuse) -> Verdict | None:
    """One stops where the other goes on; but desks cut an agency's text at the end of a paragraph."""
    trace = end_trace(a.article, b.article, reuse)
    if trace is None:
        return None
    wired = any(side.credits.named or side.article.dateline for side in (a, b))
    if wired and stops_with_paragraph(a.article, b.article, reuse):
        reason = "One stops where a paragraph of the other ends, as desks cut an agency's text, which both may have."
        return Verdict(Direction.UNKNOWN, None, (reason,))
    return Verdict(Direction.A_FROM_B if trace.a_made else Direction.B_FROM_A, None, (trace.reason,))


def _may_be_cut(a: Article, b: Article, reuse: Reuse) -> bool:
    """Whether one of two texts may be the other with its last paragraphs cut."""
    whole = reuse.kind in DEPENDENT_KINDS
    return whole and end_trace(a, b, reuse) is not None and stops_with_paragraph(a, b, reuse)


def _by_third_report(a: Side, b: Side, kind: ReuseKind, sharing: Mapping[str, set[str]]) -> Verdict | None:
    """Of two texts of which one is a rewrite, the one whose quotes a third report has too is the nearer to them."""
    of_a, of_b = sharing.get(a.article.id, set()), sharing.get(b.article.id, set())
    if kind is not ReuseKind.REWRITE or bool(of_a) == bool(of_b):
        return None
    reason = "One has a speaker's words as a third report has them; the other does not."
    return Verdict(Direction.B_FROM_A if of_a else Direction.A_FROM_B, None, (reason,))


def _apart(a: Side, b: Side, kind: ReuseKind) -> bool:
    """Whether each of two texts in much the same words has much of its own."""
    return kind is ReuseKind.REWRITE and min(_own_share(a), _own_share(b)) > OWN_SHARE


def _own_share(side: Side) -> float:
    """The share of the text outside its shared passages, 0..1."""
    return 1 - covered(side.spans) / max(1, len(side.article.text))
