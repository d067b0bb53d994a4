"""``headwater extract``: each input's article."""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.pipeline.run import run_extract
from headwater.present import article_row, articles_table


@click.command(name="extract")
@shared
@click.option("--jsonl", is_flag=True, help="One JSON line an article, as in the report.")
@click.option("--sentences", is_flag=True, help="With --jsonl: list each article's sentences too.")
def command(common: Common, *, jsonl: bool, sentences: bool) -> None:
    r"""Show the article in each INPUT: its text, its furniture by kind, outlet, byline and date.

    \b
    headwater extract page.html
    headwater extract pages/ --jsonl | jq -r .text
    """
    with common.run() as run:
        extracted = run_extract(common.inputs, run)
    if jsonl:
        print_json_lines(article_row(article, sentences=sentences) for article in extracted.articles)
    elif extracted.articles:
        print_text(articles_table(extracted.articles, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(extracted.articles), skipped=extracted.skipped)
