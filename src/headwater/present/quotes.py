"""Quotes side by side: each wording of an utterance against the nearest one before it."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.account import Quote, QuoteStatus
from headwater.model.article import Citation
from headwater.text.diff import Op, kept_share, word_diff

# Below this share of common text two wordings are two parts of one utterance, not two versions of a part; a
# word-level difference of them would be noise.
_COMPARABLE = 0.3


@dataclass(frozen=True, slots=True)
class Compared:
    """One wording as runs of words; ``against`` is the position of the wording it is compared with, None for none."""

    runs: tuple[tuple[Op, str], ...]
    citations: tuple[Citation, ...]
    against: int | None = None


def compared(quote: Quote) -> list[Compared]:
    """The wordings of a quote in their order; in an altered one, each against the nearest before it."""
    found: list[Compared] = []
    for position, variant in enumerate(quote.variants):
        plain = Compared(((Op.KEPT, variant.text),), variant.citations)
        if quote.status is not QuoteStatus.ALTERED:
            found.append(plain)
            continue
        tried = [(word_diff(before.text, variant.text), at) for at, before in enumerate(quote.variants[:position])]
        best, at = max(tried, key=lambda item: kept_share(item[0]), default=([], None))
        near = at is not None and kept_share(best) >= _COMPARABLE and not _is_part(best)
        found.append(Compared(tuple(best), variant.citations, at) if near else plain)
    return found


def _is_part(runs: list[tuple[Op, str]]) -> bool:
    """Whether the later wording is one piece of the earlier: a fragment is no alteration."""
    inner = [op for op, _ in runs]
    while inner and inner[0] is Op.CUT:
        inner.pop(0)
    while inner and inner[-1] is Op.CUT:
        inner.pop()
    return inner == [Op.KEPT] and len(runs) > 1
