"""``headwater copies``: which articles share wording."""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.pipeline.run import run_copies
from headwater.present import reuse_row, reuses_table


@click.command(name="copies")
@shared
@click.option("--jsonl", is_flag=True, help="One JSON line a pair, as in the report, with the records' own ids.")
def command(common: Common, *, jsonl: bool) -> None:
    r"""List the pairs of articles in INPUT... that share wording.

    \b
    headwater copies coverage/
    headwater copies articles.jsonl --jsonl > pairs.jsonl
    """
    with common.run() as run:
        copies = run_copies(common.inputs, run)
    articles = copies.extracted.articles
    keys = {article.id: article.key for article in articles}
    if jsonl:
        print_json_lines(reuse_row(reuse, keys) for reuse in copies.reuses)
    elif articles:
        print_text(reuses_table(copies.reuses, articles, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(articles), skipped=copies.extracted.skipped)
