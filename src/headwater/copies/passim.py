"""Reuse in the rows of passim, the text-reuse tool of the digital humanities (Smith, Cordell & Mullen 2015).

Each row is one reprint of one passage: ``cluster`` numbers the passage, ``begin`` and ``end`` are code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model.article import Article
from headwater.model.reuse import Reuse
from headwater.text.components import components

# Two passages of one article are the same one where they overlap by this share of the longer.
_SAME_SHARE = 0.5

_Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class PassimRow:
    """One reprint; ``id`` is the record's own id where it has one, ``series`` the outlet."""

    cluster: int
    size: int
    id: str
    series: str | None
    date: str | None
    begin: int
    end: int
    text: str


def passim_rows(articles: Sequence[Article], reuses: Sequence[Reuse]) -> tuple[PassimRow, ...]:
    """The clusters of reprinted passages, by the place of the first reprint of each."""
    by_id = {article.id: article for article in articles}
    spans = sorted({span for reuse in reuses for span in _ends(reuse)})
    ends = [_ends(reuse) for reuse in reuses]
    joined = [pair for both in ends for pair in zip(both[::2], both[1::2], strict=True)]
    rows: list[PassimRow] = []
    for number, cluster in enumerate(components(spans, [*joined, *_overlapping(spans)])):
        reprints = _united(cluster)
        rows += [_row(number, len(reprints), by_id[id], begin, end) for id, begin, end in reprints]
    return tuple(rows)


def _ends(reuse: Reuse) -> list[_Span]:
    """Both ends of each passage, one after the other."""
    return [
        end
        for passage in reuse.passages
        for end in ((reuse.a, passage.a_start, passage.a_end), (reuse.b, passage.b_start, passage.b_end))
    ]


def _overlapping(spans: Sequence[_Span]) -> list[tuple[_Span, _Span]]:
    """Neighbouring spans (in order) of one article that are the same passage."""
    found = []
    widest: _Span | None = None
    for span in spans:
        if widest and widest[0] == span[0]:
            shared = min(widest[2], span[2]) - span[1]
            if shared >= _SAME_SHARE * max(widest[2] - widest[1], span[2] - span[1]):
                found.append((widest, span))
        if widest is None or widest[0] != span[0] or span[2] > widest[2]:
            widest = span
    return found


def _united(spans: Sequence[_Span]) -> list[_Span]:
    """For each article and stretch of it one span that holds the overlapping ones."""
    united: list[_Span] = []
    for id, begin, end in sorted(spans):
        if united and united[-1][0] == id and begin < united[-1][2]:
            united[-1] = (id, united[-1][1], max(end, united[-1][2]))
        else:
            united.append((id, begin, end))
    return united


def _row(cluster: int, size: int, article: Article, begin: int, end: int) -> PassimRow:
    day = article.published.date or article.published.stated
    return PassimRow(
        cluster,
        size,
        article.key or article.id,
        article.outlet,
        day.isoformat() if day else None,
        begin,
        end,
        article.text[begin:end],
    )
