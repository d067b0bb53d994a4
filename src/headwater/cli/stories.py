"""``headwater stories``: which articles report one event."""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared, usage_errors
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.pipeline.events import run_stories, run_why
from headwater.present import stories_table, story_rows, storylines_text, why_document, why_text


@click.command(name="stories")
@shared
@click.option("--jsonl", is_flag=True, help="One JSON line an input: its article and its story.")
@click.option(
    "--why", nargs=2, metavar="A B", help="Say why two articles (id, key or input) are, or are not, one story."
)
@click.option("--json", "as_json", is_flag=True, help="With --why: one JSON object instead of text.")
def command(common: Common, *, jsonl: bool, why: tuple[str, str] | None, as_json: bool) -> None:
    """Group the articles in INPUT... by the event they report.

    \b
    headwater stories coverage/
    headwater stories articles.jsonl --jsonl > stories.jsonl
    headwater stories coverage/ --why one.html other.txt
    """
    if why is not None:
        _explain(common, why, as_json=as_json)
        return
    with common.run() as run:
        stories = run_stories(common.inputs, run, described=not jsonl)
    articles = stories.extracted.articles
    if jsonl:
        print_json_lines(story_rows(stories.groupings, articles))
    elif articles:
        width, color = terminal_width(), wants_color()
        print_text(stories_table(stories.groupings, articles, stories.titles, stories.scenes, width=width, color=color))
        print_text(storylines_text(stories.storylines, stories.titles, width=width, color=color))
    finish(common, usable=len(articles), skipped=stories.extracted.skipped)


def _explain(common: Common, names: tuple[str, str], *, as_json: bool) -> None:
    with common.run() as run, usage_errors():
        found = run_why(common.inputs, names, run)
    if as_json:
        print_json_lines([why_document(found.why, found.a, found.b)])
    else:
        print_text(why_text(found.why, found.a, found.b, width=terminal_width(), color=wants_color()))
