"""``headwater stories``: which articles report one event."""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.pipeline.run import run_stories
from headwater.present import stories_table, story_rows


@click.command(name="stories")
@shared
@click.option("--jsonl", is_flag=True, help="One JSON line an input: its article and its story.")
def command(common: Common, *, jsonl: bool) -> None:
    r"""Group the articles in INPUT... by the event they report.

    \b
    headwater stories coverage/
    headwater stories articles.jsonl --jsonl > stories.jsonl
    """
    with common.run() as run:
        stories = run_stories(common.inputs, run)
    articles = stories.extracted.articles
    if jsonl:
        print_json_lines(story_rows(stories.groupings, articles))
    elif articles:
        print_text(stories_table(stories.groupings, articles, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(articles), skipped=stories.extracted.skipped)
