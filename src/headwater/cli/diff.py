"""``headwater diff``: two articles side by side."""

from __future__ import annotations

from pathlib import Path

import click

from headwater.cli.options import Common, usage_errors
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color, write_text
from headwater.pipeline.comparison import run_diff
from headwater.present import diff_document, diff_html
from headwater.present.diff_text import diff_text
from headwater.present.diff_view import diff_view


@click.command(name="diff")
@click.argument("a", type=click.Path())
@click.argument("b", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout instead of the comparison.")
@click.option("--html", "html_file", metavar="FILE", help="Write the comparison as one self-contained HTML page.")
@click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Settings in TOML, one table a stage.",
)
def command(a: str, b: str, *, as_json: bool, html_file: str | None, settings: Path | None) -> None:
    """Compare the articles in the files A and B word by word.

    Shows what both have, what was reworded and where words inside quotation marks differ, and what only one has.

    \b
    headwater diff wire.txt rewrite.html --html diff.html
    """
    common = Common((a, b), settings, quiet=False, strict=False)
    with common.run() as run, usage_errors():
        found = run_diff(a, b, run)
    view = diff_view(found.diff, found.a, found.b, found.relation)
    if html_file:
        write_text(html_file, diff_html(view))
    if as_json:
        print_json_lines([diff_document(found.diff, found.relation, (found.a, found.b))])
    elif html_file != "-":
        print_text(diff_text(view, width=terminal_width(), color=wants_color()))
