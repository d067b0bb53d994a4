"""The clusters labelled by hand (bench/labels/RULES.md), their spans placed in the articles that a run read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parent / "labels" / "clusters.jsonl"
_SHORT = 20  # a line of fewer characters may stand anywhere: it only counts as a paragraph of its own
_CONTEXT = 40  # characters on either side that are looked for where a line was not taken over whole


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points of a text: a row's while read, an article's once placed. ``article`` is the row's id."""

    article: str
    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the two share a character."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Figure:
    """A labelled figure; ``numbers`` by name: value, low, high, from, to, by."""

    span: Span
    kind: str
    numbers: tuple[tuple[str, float], ...]
    group: str | None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """One counted thing: the groups of labels it is made of, how they may be judged, whether they conflict.

    ``conflict`` is None where the labels leave it open.
    """

    groups: frozenset[str]
    statuses: frozenset[str]
    conflict: bool | None


@dataclass(frozen=True, slots=True)
class LabelledQuote:
    """A labelled quote. ``speakers``: words of which one must be in the speaker's name; empty where nobody is named."""

    span: Span
    speakers: tuple[str, ...]
    utterance: str


@dataclass(frozen=True, slots=True)
class LabelledDate:
    """A labelled time expression and the first day it covers, as YYYY-MM-DD."""

    span: Span
    first: str


SpanPair = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The labels of one event. Of pairs, a span of one character stands for the sentence it is in.

    ``forbidden`` pairs must not make one claim; ``opposed`` ones may, if its status says that they are not the same.
    """

    event: str
    held_out: bool
    figures: tuple[Figure, ...]
    groups: tuple[FigureGroup, ...]
    quotes: tuple[LabelledQuote, ...]
    dates: tuple[LabelledDate, ...]
    claims: tuple[tuple[Span, ...], ...]
    forbidden: tuple[SpanPair, ...]
    opposed: tuple[SpanPair, ...]
    doubtful: tuple[SpanPair, ...]
    conflicts: tuple[SpanPair, ...]


def read_clusters(lines: Iterable[str]) -> tuple[Cluster, ...]:
    """The labels as bench/labels/clusters.jsonl holds them, spans in the rows' texts."""
    return tuple(_cluster(json.loads(line)) for line in lines if line.strip())


def _cluster(row: Mapping[str, Any]) -> Cluster:
    return Cluster(
        event=str(row["event"]),
        held_out=row["held_out"],
        figures=tuple(_figure(item) for item in row["figures"]),
        groups=tuple(
            FigureGroup(
                frozenset(item.get("of", [item["group"]])),
                frozenset([item["status"], *item.get("also", [])]),
                item["conflict"],
            )
            for item in row["figure_groups"]
        ),
        quotes=quotes_of(row["quotes"]),
        dates=tuple(LabelledDate(_span(item), item["first"]) for item in row["dates"]),
        claims=tuple(tuple(_span(item) for item in claim["sentences"]) for claim in row["claims"]),
        forbidden=_pairs(row["forbidden"]),
        opposed=_pairs(row["opposed"]),
        doubtful=_pairs(row["doubtful"]),
        conflicts=_pairs(row["conflicts"]),
    )


def quotes_of(items: Iterable[Mapping[str, Any]]) -> tuple[LabelledQuote, ...]:
    """Labelled quotes, each with span, speaker (words parted by "|", or null) and utterance."""
    return tuple(
        LabelledQuote(_span(item), tuple(item["speaker"].split("|")) if item["speaker"] else (), item["utterance"])
        for item in items
    )


def empty_cluster(event: str, quotes: tuple[LabelledQuote, ...], *, held_out: bool) -> Cluster:
    """A cluster of which nothing but the quotes is labelled."""
    return Cluster(event, held_out, (), (), quotes, (), (), (), (), (), ())


def _figure(item: Mapping[str, Any]) -> Figure:
    numbers = tuple((name, float(item[name])) for name in ("value", "low", "high", "from", "to", "by") if name in item)
    return Figure(_span(item), item["kind"], numbers, item.get("group"))


def _span(item: Mapping[str, Any]) -> Span:
    return Span(item["dId"], item["start"], item.get("end", item["start"] + 1))


def _pairs(items: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> tuple[SpanPair, ...]:
    return tuple((_span(a), _span(b)) for a, b in items)


def place(cluster: Cluster, rows: Mapping[str, str], articles: Mapping[str, str]) -> Cluster:
    """The labels with spans in the ``articles``' texts; those whose words an article does not hold are left out.

    ``rows`` and ``articles`` give the texts by row id.
    """

    def put(span: Span) -> Span | None:
        row, article = rows[span.article], articles.get(span.article)
        start = None if article is None else find_span(row, article, span.start, span.end)
        return None if start is None else Span(span.article, start, start + span.end - span.start)

    def pairs(given: tuple[SpanPair, ...]) -> tuple[SpanPair, ...]:
        placed = [(put(a), put(b)) for a, b in given]
        return tuple((a, b) for a, b in placed if a and b)

    return replace(
        cluster,
        figures=tuple(replace(item, span=span) for item in cluster.figures if (span := put(item.span))),
        quotes=tuple(replace(item, span=span) for item in cluster.quotes if (span := put(item.span))),
        dates=tuple(replace(item, span=span) for item in cluster.dates if (span := put(item.span))),
        claims=tuple(tuple(span for item in claim if (span := put(item))) for claim in cluster.claims),
        forbidden=pairs(cluster.forbidden),
        opposed=pairs(cluster.opposed),
        doubtful=pairs(cluster.doubtful),
        conflicts=pairs(cluster.conflicts),
    )


def find_span(row: str, article: str, start: int, end: int) -> int | None:
    """Where the words ``row[start:end]`` begin in the article made of that row; None where it does not hold them.

    The whole line is looked for first, then the words with what stands around them; of several places the one nearest
    to where the row has it, counted from the end, since an article has its title and standfirst before the row's text.
    """
    line_start = row.rfind("\n", 0, start) + 1
    line_end = row.find("\n", end)
    line_end = len(row) if line_end < 0 else line_end
    windows = [(line_start, line_end)]
    windows += [(max(line_start, start - n), min(line_end, end + n)) for n in (_CONTEXT, _CONTEXT // 2, 8)]
    for low, high in windows:
        low += len(row[low:high]) - len(row[low:high].lstrip())
        words = row[low:high].strip()
        places = _places(article, words)
        if places and (len(words) >= _SHORT or f"\n{words}\n" in f"\n{article}\n"):
            from_end = len(row) - low
            return min(places, key=lambda at: abs(len(article) - at - from_end)) + start - low
    return None


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
