"""``headwater extract``: each input's article."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.model.article import Article
from headwater.pipeline.streaming import streamed
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
    with ExitStack() as stack:
        with common.run() as run:
            try:
                stream = stack.enter_context(streamed(common.inputs, run))
            except OSError as error:
                raise click.ClickException(f"cannot hold the articles in the temporary folder: {error}") from error
        if stream.count:
            _print(stream.articles, asked[0] if asked else None, sentences=sentences)
    finish(common, usable=stream.count, skipped=stream.skipped)


def _explain(common: Common) -> None:
    # Imported here: this loads the parser of HTML, which rows of text need not.
    from headwater.pipeline.explaining import run_explain

    with common.run() as run:
        explained, skipped = run_explain(common.inputs, run)
    if explained:
        print_text(explained_text(explained, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(explained), skipped=skipped)


def _print(articles: Iterable[Article], form: str | None, *, sentences: bool) -> None:
    if form == "jsonl":
        print_json_lines(article_row(article, sentences=sentences) for article in articles)
    elif form == "text":
        _print_parted(map(article_text, articles), f"{'-' * 20}\n")
    elif form == "markdown":
        _print_parted(map(article_markdown, articles), "\n---\n\n")
    else:
        print_text(articles_table(articles, width=terminal_width(), color=wants_color()))


def _print_parted(texts: Iterable[str], between: str) -> None:
    for number, text in enumerate(texts):
        print_text(between + text if number else text)
