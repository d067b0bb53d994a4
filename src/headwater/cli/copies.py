"""``headwater copies``: which articles share wording."""

from __future__ import annotations

from dataclasses import asdict

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color, write_text
from headwater.copies import as_dot, as_graphml, passim_rows
from headwater.pipeline.wording import Copies, run_copies
from headwater.present import reuse_row, reuses_table


@click.command(name="copies")
@shared
@click.option("--jsonl", is_flag=True, help="One JSON line a pair, as in the report, with the records' own ids.")
@click.option("--passim", is_flag=True, help="One JSON line a reprint, clustered, in the manner of passim.")
@click.option(
    "--graph", metavar="FILE", help="Write the source graph: DOT where FILE ends in .dot or .gv, else GraphML."
)
def command(common: Common, *, jsonl: bool, passim: bool, graph: str | None) -> None:
    """List the pairs of articles in INPUT... that share wording.

    \b
    headwater copies coverage/ --graph sources.graphml
    headwater copies articles.jsonl --jsonl > pairs.jsonl
    """
    if jsonl and passim:
        raise click.UsageError("--jsonl and --passim exclude each other")
    with common.run() as run:
        found = run_copies(common.inputs, run)
    articles = found.extracted.articles
    if graph and articles:
        as_graph = as_dot if graph.lower().endswith((".dot", ".gv")) else as_graphml
        write_text(graph, as_graph(articles, found.reuses))
    if articles and graph != "-":
        _print(found, jsonl=jsonl, passim=passim)
    finish(common, usable=len(articles), skipped=found.extracted.skipped)


def _print(found: Copies, *, jsonl: bool, passim: bool) -> None:
    articles = found.extracted.articles
    if jsonl:
        keys = {article.id: article.key for article in articles}
        print_json_lines(reuse_row(reuse, keys) for reuse in found.reuses)
    elif passim:
        print_json_lines(asdict(row) for row in passim_rows(articles, found.reuses))
    else:
        print_text(reuses_table(found.reuses, articles, width=terminal_width(), color=wants_color()))
