"""What kind of reuse two articles' shared wording amounts to, with reasons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from headwater.copies.overlaps import REWORDED_SPREAD
from headwater.copies.settings import CopySettings
from headwater.model.reuse import Passage, ReuseKind
from headwater.text.quotemarks import quoted_spans

Spans = Sequence[tuple[int, int]]

# Short shared runs in nearly all stretches of the shorter text: reworded throughout, as with REWORDED_SPREAD of both.
_SPREAD_ONE = 0.75
_TOLD_SHARE = 0.3
# Of so many lines that were looked at last the quotations are remembered.
_KEPT_LINES = 4096


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: containment and spread each way, and the number of words in the shared passages of prose.

    ``quoted_words`` are those of them that stand in quotation marks.
    """

    contained_a: float
    contained_b: float
    spread_a: float
    spread_b: float
    passage_words: int
    quoted_words: int


def judged_kind(overlap: Overlap, *, settings: CopySettings) -> ReuseKind | None:
    """The kind of reuse, None where what is shared does not matter."""
    low, high = sorted((overlap.contained_a, overlap.contained_b))
    if low >= settings.copy_containment:
        return ReuseKind.COPY
    if high >= settings.copy_containment:
        return ReuseKind.EXCERPT
    sparse, dense = sorted((overlap.spread_a, overlap.spread_b))
    if sparse >= REWORDED_SPREAD or (dense >= _SPREAD_ONE and overlap.passage_words >= settings.reuse_words):
        return ReuseKind.REWRITE
    if overlap.passage_words < settings.reuse_words:
        return None
    told = overlap.passage_words - overlap.quoted_words
    if told <= _TOLD_SHARE * overlap.passage_words or told < min(settings.reuse_words, overlap.quoted_words):
        return ReuseKind.SHARED_QUOTE
    return ReuseKind.SHARED_PASSAGE


def kind_reason(kind: ReuseKind, overlap: Overlap, passages: int) -> str:
    """One sentence that says why the kind was chosen."""
    low, high = sorted((overlap.contained_a, overlap.contained_b))
    shares = f"{low:.0%} of the 5-word runs one way, {high:.0%} the other"
    runs = "one passage" if passages == 1 else f"{passages} passages"
    return {
        ReuseKind.COPY: f"The same text: they share {shares}.",
        ReuseKind.EXCERPT: f"Most of the shorter text stands in the longer one: they share {shares}.",
        ReuseKind.SHARED_PASSAGE: f"They share {runs} of prose, {overlap.passage_words} words; the rest differs.",
        ReuseKind.SHARED_QUOTE: f"They share only a speaker's words, {overlap.passage_words} in all.",
        ReuseKind.REWRITE: f"The same content with changed words all over: they share {shares}.",
    }[kind]


def quoted_words(texts: tuple[str, str], passages: Sequence[Passage]) -> int:
    """How many words of the passages stand in quotation marks, in the text that quotes more of each.

    A transcript has the same words without the marks.
    """
    spans_a = [(passage.a_start, passage.a_end) for passage in passages]
    of_a = _quoted(texts[0], spans_a)
    if 3 * sum(of_a) >= 2 * sum(len(texts[0][start:end].split()) for start, end in spans_a):
        return sum(of_a)
    spans_b = [(passage.b_start, passage.b_end) for passage in passages]
    return sum(map(max, of_a, _quoted(texts[1], spans_b)))


def _quoted(text: str, spans: Spans) -> list[int]:
    """For each span how many of its words stand in quotation marks."""
    quotes = _quotes_around(text, sorted(spans))
    ends = [high for _, high in quotes]
    counts = []
    for start, end in spans:
        words = 0
        at = bisect_right(ends, start)
        while at < len(quotes) and quotes[at][0] < end:
            words += len(text[max(quotes[at][0], start) : min(quotes[at][1], end)].split())
            at += 1
        counts.append(words)
    return counts


def _quotes_around(text: str, spans: Spans) -> list[tuple[int, int]]:
    """The quoted spans in the lines that hold the spans (in order)."""
    found: list[tuple[int, int]] = []
    done = 0
    for start, end in spans:
        low = max(done, text.rfind("\n", 0, start) + 1)
        line_end = text.find("\n", end)
        done = max(low, len(text) if line_end < 0 else line_end)
        found.extend((low + first, low + last) for first, last in _quotes_in(text[low:done]))
    return found


@lru_cache(maxsize=_KEPT_LINES)
def _quotes_in(lines: str) -> tuple[tuple[int, int], ...]:
    """The quoted spans in the lines; those of one report come up with every pair it is in."""
    return tuple(quoted_spans(lines))
