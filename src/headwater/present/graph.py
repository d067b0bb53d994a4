"""The source graph's layout: a box for each article, columns by the day it was written, bands by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from headwater.model.report import Story
from headwater.model.reuse import Direction, Reuse, ReuseKind
from headwater.present.labels import Label, Labels, line_letter
from headwater.present.layout import cut
from headwater.present.wording import day_text

_BOX = (140, 42)
_ROW = 54
_LEFT, _TOP, _PAD = 46, 30, 10
# The columns spread over this width, but leave at least this gap for the curves between them.
_WIDTH, _GAP = 890, 36
# Room for the curves that bend out to the right between boxes of one day.
_LOOPS = 90
# More edges than this are a tangle; the weakest are left to the table.
_EDGES = 120
# More labels than this hide the edges that they name.
_NAMED_EDGES = 14
_STRENGTH = (ReuseKind.COPY, ReuseKind.EXCERPT, ReuseKind.REWRITE, ReuseKind.SHARED_PASSAGE, ReuseKind.SHARED_QUOTE)


@dataclass(frozen=True, slots=True)
class Node:
    """A box; ``label`` is None for a source that is named but not among the inputs."""

    x: int
    y: int
    head: str
    text: str
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A curve from source to taker; ``known`` where the direction is, ``name`` "" where it is not drawn."""

    path: str
    kind: str
    known: bool
    name: str
    x: int
    y: int
    hint: str


@dataclass(frozen=True, slots=True)
class Band:
    """The strip that holds one line's boxes."""

    y: int
    height: int
    letter: str
    line: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A laid-out source graph, in pixels; ``left_out`` counts reuses that are only in the table."""

    width: int
    height: int
    box: tuple[int, int]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bands: tuple[Band, ...]
    days: tuple[tuple[int, str], ...]
    left_out: int


def source_graph(story: Story, reuses: Sequence[Reuse], labels: Labels) -> Graph:
    """The layout of a story's source graph; ``reuses`` are those between its articles."""
    named = _named_sources(reuses)
    days = sorted({label.article.published.date or date.max for label in labels.values()})
    count = max(len(days), len(named))
    step = max(_BOX[0] + _GAP, min(232, (_WIDTH - _LEFT - _BOX[0] - _LOOPS) // max(1, count - 1)))
    column = {day: _LEFT + position * step for position, day in enumerate(days)}
    top = _TOP + (_ROW + _PAD if named else 0)
    nodes, bands, bottom = _rows(story, labels, column, top)
    outside = {
        name: Node(_LEFT + position * step, _TOP + _PAD // 2, cut(name, 17), "not among inputs")
        for position, name in enumerate(named)
    }
    drawn = sorted(reuses, key=lambda reuse: (_STRENGTH.index(reuse.kind), reuse.a, reuse.b))[:_EDGES]
    pairs = [_edge(reuse, nodes, named=len(drawn) <= _NAMED_EDGES) for reuse in drawn]
    sources = [_source_edge(outside[name], nodes[id], name) for name in named for id in named[name]]
    loops = any(nodes[reuse.a].x == nodes[reuse.b].x == column[days[-1]] for reuse in drawn)
    heads = [(column[day] + _BOX[0] // 2, "not dated" if day == date.max else day_text(day)) for day in days]
    return Graph(
        width=_LEFT + (count - 1) * step + _BOX[0] + (_LOOPS if loops else _LEFT // 2),
        height=bottom + 4,
        box=_BOX,
        nodes=(*outside.values(), *nodes.values()),
        edges=(*sources, *pairs),
        bands=tuple(bands),
        days=tuple(heads),
        left_out=len(reuses) - len(drawn),
    )


def _named_sources(reuses: Sequence[Reuse]) -> dict[str, list[str]]:
    """The sources that texts name, each with the articles that draw on it."""
    found: dict[str, set[str]] = {}
    for reuse in reuses:
        if reuse.via:
            found.setdefault(reuse.via, set()).update((reuse.a, reuse.b))
    return {name: sorted(found[name]) for name in sorted(found)}


def _rows(story: Story, labels: Labels, column: dict[date, int], top: int) -> tuple[dict[str, Node], list[Band], int]:
    nodes: dict[str, Node] = {}
    bands: list[Band] = []
    for position, line in enumerate(story.origins.groups):
        taken: Counter[int] = Counter()
        for id in line.articles:
            label = labels[id]
            at = column[label.article.published.date or date.max]
            y = top + _PAD // 2 + taken[at] * _ROW
            nodes[id] = Node(at, y, cut(f"{label.code}  {label.name}", 19), _title(label), label)
            taken[at] += 1
        height = max(taken.values()) * _ROW
        bands.append(Band(top, height - 4, line_letter(position), position))
        top += height
    return nodes, bands, top


def _title(label: Label) -> str:
    return cut(label.article.title or label.article.text, 21)


def _edge(reuse: Reuse, nodes: dict[str, Node], *, named: bool) -> Edge:
    source, taker = nodes[reuse.a], nodes[reuse.b]
    if reuse.direction is Direction.A_FROM_B:
        source, taker = taker, source
    path, x, y = _curve(source, taker)
    known = reuse.direction in (Direction.A_FROM_B, Direction.B_FROM_A)
    codes = [node.label.code for node in (source, taker) if node.label]
    hint = f"{reuse.kind.value}, {codes[0]} {'to' if known else 'and'} {codes[1]}"
    return Edge(path, reuse.kind.value, known, reuse.kind.value if named else "", x, y, hint)


def _source_edge(source: Node, taker: Node, name: str) -> Edge:
    # From below the source, down the gap before the taker's column, into the taker's left side.
    start, lane, y = source.x + 24, taker.x - _GAP // 2, taker.y + _BOX[1] // 2
    top = source.y + _BOX[1]
    path = f"M{start} {top}C{start} {top + 24} {lane} {top + 10} {lane} {(top + y) // 2}S{lane} {y} {taker.x} {y}"
    code = taker.label.code if taker.label else ""
    return Edge(path, "via", True, "", lane, y, f"{code} draws on {name}")


def _curve(source: Node, taker: Node) -> tuple[str, int, int]:
    """An SVG path between two boxes, and the point where its name goes."""
    width, half = _BOX[0], _BOX[1] // 2
    y1, y2 = source.y + half, taker.y + half
    if source.x == taker.x:
        # Boxes of one day lie above each other: the curve bends out to the right of both.
        edge, bend = source.x + width, 26 + abs(y2 - y1) // 8
        return f"M{edge} {y1}C{edge + bend} {y1} {edge + bend} {y2} {edge} {y2}", edge + bend, (y1 + y2) // 2
    forwards = source.x < taker.x
    x1 = source.x + (width if forwards else 0)
    x2 = taker.x + (0 if forwards else width)
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}", middle, (y1 + y2) // 2 - 5
