"""The source graph of a collection as GraphML or DOT: articles, agencies not among them, and who took from whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from headwater.model.article import Article
from headwater.model.reuse import Direction, Reuse, ReuseKind

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_NODE_KEYS = ("kind", "label", "outlet", "date")
_EDGE_KEYS = ("kind", "direction", "contained")


@dataclass(frozen=True, slots=True)
class Node:
    """An article or an agency that is not among the inputs."""

    id: str
    kind: str
    label: str
    outlet: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A reuse, drawn from the source to the taker where it is known who is which."""

    source: str
    target: str
    kind: str
    directed: bool
    contained: float


def source_graph(articles: Sequence[Article], reuses: Sequence[Reuse]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Nodes and edges, by id. A passage from an agency becomes an edge from the agency to each of the two articles."""
    nodes = {article.id: _article_node(article) for article in articles}
    edges: set[Edge] = set()
    for reuse in reuses:
        if reuse.via:
            agency = f"agency:{reuse.via}"
            nodes[agency] = Node(agency, "agency", reuse.via)
            edges.add(Edge(agency, reuse.a, reuse.kind.value, True, round(reuse.contained_a, 3)))
            edges.add(Edge(agency, reuse.b, reuse.kind.value, True, round(reuse.contained_b, 3)))
            if reuse.kind is ReuseKind.SHARED_PASSAGE:
                continue
        source, target = (reuse.b, reuse.a) if reuse.direction is Direction.A_FROM_B else (reuse.a, reuse.b)
        directed = reuse.direction in (Direction.A_FROM_B, Direction.B_FROM_A)
        contained = max(reuse.contained_a, reuse.contained_b)
        edges.add(Edge(source, target, reuse.kind.value, directed, round(contained, 3)))
    order = sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind, edge.contained))
    return tuple(nodes[id] for id in sorted(nodes)), tuple(order)


def as_graphml(articles: Sequence[Article], reuses: Sequence[Reuse]) -> str:
    """The source graph as GraphML (Brandes et al. 2002).

    Where the direction is not known the edge says so; readers refuse graphs of mixed edges.
    """
    nodes, edges = source_graph(articles, reuses)
    lines = [_HEAD.rstrip()]
    lines += [f'<key id="n_{key}" for="node" attr.name="{key}" attr.type="string"/>' for key in _NODE_KEYS]
    lines += [f'<key id="e_{key}" for="edge" attr.name="{key}" attr.type="string"/>' for key in _EDGE_KEYS]
    lines.append('<graph edgedefault="directed">')
    for node in nodes:
        values = zip(_NODE_KEYS, (node.kind, node.label, node.outlet, node.date), strict=True)
        lines.append(f"<node id={quoteattr(node.id)}>{_data('n', values)}</node>")
    for edge in edges:
        known = "known" if edge.directed else "unknown"
        values = zip(_EDGE_KEYS, (edge.kind, known, f"{edge.contained:.3f}"), strict=True)
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        lines.append(f"<edge {ends}>{_data('e', values)}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def as_dot(articles: Sequence[Article], reuses: Sequence[Reuse]) -> str:
    """The source graph in the DOT language of Graphviz."""
    nodes, edges = source_graph(articles, reuses)
    lines = ["digraph sources {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    for node in nodes:
        shape = ", shape=ellipse" if node.kind == "agency" else ""
        label = "\n".join(part for part in (node.outlet, node.label, node.date) if part)
        lines.append(f"  {_dot(node.id)} [label={_dot(label)}{shape}];")
    for edge in edges:
        ends = "" if edge.directed else ", dir=none"
        lines.append(f"  {_dot(edge.source)} -> {_dot(edge.target)} [label={_dot(edge.kind)}{ends}];")
    return "\n".join([*lines, "}", ""])


def _article_node(article: Article) -> Node:
    day = article.published.date
    label = _printable(article.title or article.text.split("\n", 1)[0][:80])
    return Node(article.id, "article", label, _printable(article.outlet or ""), day.isoformat() if day else "")


def _data(prefix: str, values: zip[tuple[str, str]]) -> str:
    return "".join(f'<data key="{prefix}_{key}">{escape(value)}</data>' for key, value in values if value)


def _printable(text: str) -> str:
    """The text without control characters and lone surrogates, which neither format can hold."""
    return "".join(
        char for char in text if char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )


def _dot(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
