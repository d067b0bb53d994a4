"""What kind of reuse two articles' shared wording amounts to, with reasons."""

from __future__ import annotations

from headwater.copies.settings import CopySettings
from headwater.model.reuse import Passage, ReuseKind
from headwater.text.quotemarks import quoted_spans

Spans = list[tuple[int, int]]


def judged_kind(
    contained_a: float, contained_b: float, passages: tuple[Passage, ...], quoted: Spans, *, settings: CopySettings
) -> ReuseKind | None:
    """The kind of reuse, None where what is shared does not matter; ``quoted`` are the quoted spans of a's text."""
    enough = settings.copy_containment
    if min(contained_a, contained_b) >= enough:
        return ReuseKind.COPY
    if max(contained_a, contained_b) >= enough:
        return ReuseKind.EXCERPT
    if not passages:
        return None
    if all(_mostly_within(passage.a_start, passage.a_end, quoted) for passage in passages):
        return ReuseKind.SHARED_QUOTE
    return ReuseKind.SHARED_PASSAGE


def kind_reason(kind: ReuseKind, contained_a: float, contained_b: float, passages: int) -> str:
    """One sentence that says why the kind was chosen."""
    shares = f"{contained_a:.0%} of the 5-word runs of one are in the other, {contained_b:.0%} the other way"
    runs = "one passage" if passages == 1 else f"{passages} passages"
    return {
        ReuseKind.COPY: f"The same text: {shares}.",
        ReuseKind.EXCERPT: f"One holds most of the other: {shares}.",
        ReuseKind.SHARED_PASSAGE: f"They share {runs} of prose: {shares}.",
        ReuseKind.SHARED_QUOTE: "They share only the words of a speaker.",
        ReuseKind.REWRITE: f"The same content in other words, in much the same order; {runs} agree closely.",
    }[kind]


def quotes_of(text: str) -> Spans:
    """Quoted spans of the text."""
    return quoted_spans(text)


def _mostly_within(start: int, end: int, spans: Spans) -> bool:
    inside = sum(max(0, min(end, to) - max(start, at)) for at, to in spans)
    return inside >= 0.7 * (end - start)
