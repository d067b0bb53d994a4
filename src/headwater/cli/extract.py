"""``headwater extract``: each input's article."""

from __future__ import annotations

from collections.abc import Sequence

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.model.article import Article
from headwater.pipeline.inputs import run_extract
from headwater.present import article_markdown, article_row, article_text, articles_table, explained_text


@click.command(name="extract")
@shared
@click.option("--jsonl", is_flag=True, help="One JSON line an article, as in the report.")
@click.option("--text", is_flag=True, help="The articles' text alone, parted by a line of dashes.")
@click.option("--markdown", is_flag=True, help="The articles as Markdown, parted by a rule.")
@click.option(
    "--explain", is_flag=True, help="What became of each block or line, and why, and where the facts are from."
)
@click.option("--sentences", is_flag=True, help="With --jsonl: list each article's sentences too.")
def command(common: Common, *, jsonl: bool, text: bool, markdown: bool, explain: bool, sentences: bool) -> None:
    """Show the article in each INPUT: its text, its furniture by kind, outlet, byline and date.

    \b
    headwater extract page.html --text
    headwater extract page.html --explain
    headwater extract pages/ --jsonl -j 2 > articles.jsonl
    """
    forms = {"explain": explain, "jsonl": jsonl, "text": text, "markdown": markdown}
    asked = [name for name, is_asked in forms.items() if is_asked]
    if len(asked) > 1:
        raise click.UsageError(f"--{asked[0]} and --{asked[1]} exclude each other")
    if sentences and not jsonl:
        raise click.UsageError("--sentences goes with --jsonl")
    if explain:
        _explain(common)
        return
    with common.run() as run:
        extracted = run_extract(common.inputs, run)
    _print(extracted.articles, asked[0] if asked else None, sentences=sentences)
    finish(common, usable=len(extracted.articles), skipped=extracted.skipped)


def _explain(common: Common) -> None:
    # Imported here: this loads the parser of HTML, which rows of text need not.
    from headwater.pipeline.explaining import run_explain

    with common.run() as run:
        explained, skipped = run_explain(common.inputs, run)
    if explained:
        print_text(explained_text(explained, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(explained), skipped=skipped)


def _print(articles: Sequence[Article], form: str | None, *, sentences: bool) -> None:
    if form == "jsonl":
        print_json_lines(article_row(article, sentences=sentences) for article in articles)
    elif form == "text":
        print_text(f"{'-' * 20}\n".join(map(article_text, articles)))
    elif form == "markdown":
        print_text("\n---\n\n".join(map(article_markdown, articles)))
    elif articles:
        print_text(articles_table(articles, width=terminal_width(), color=wants_color()))
