"""How much of two articles their shared passages cover."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model.article import Article
from headwater.model.reuse import Reuse

#: With more of its own than this on both sides, neither of two texts is merely a version of the other.
OWN_SHARE = 0.45


def own_shares(reuse: Reuse, a: Article, b: Article) -> tuple[float, float]:
    """The share of each text outside the shared passages, 0..1; 1 for an empty text."""
    spans_a = [(passage.a_start, passage.a_end) for passage in reuse.passages]
    spans_b = [(passage.b_start, passage.b_end) for passage in reuse.passages]
    return 1 - covered(spans_a) / max(1, len(a.text)), 1 - covered(spans_b) / max(1, len(b.text))


def covered(spans: Sequence[tuple[int, int]]) -> int:
    """How many code points the spans cover, each counted once."""
    total = done = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, done))
        done = max(done, end)
    return total


def outside(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of the spans lies outside the others, which are in order."""
    found = []
    for start, end in spans:
        for low, high in others:
            if low >= end:
                break
            if low > start:
                found.append((start, low))
            start = max(start, high)
        if start < end:
            found.append((start, end))
    return found
