"""``headwater report``: the main job, from coverage to the report on it."""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_text, terminal_width, wants_color, write_text
from headwater.pipeline.run import run_report
from headwater.present import as_text, html_parts, json_parts


@click.command(name="report")
@shared
@click.option("--json", "json_file", metavar="FILE", help="Write the report as JSON; - writes it to stdout instead.")
@click.option("--html", "html_file", metavar="FILE", help="Write the report as one self-contained HTML page.")
def command(common: Common, json_file: str | None, html_file: str | None) -> None:
    """Report on the coverage in INPUT...

    Prints a summary for people. Each INPUT is a file, a folder (walked) or - for standard input.

    \b
    headwater report coverage/ --html report.html
    headwater report a.html b.txt rows.jsonl --json - | jq '.stories[].origins'
    """
    with common.run() as run:
        report = run_report(common.inputs, run)
        if json_file:
            write_text(json_file, json_parts(report))
        if html_file:
            write_text(html_file, html_parts(report))
    summarised = bool(report.articles) and "-" not in (json_file, html_file)
    if summarised:
        print_text(as_text(report, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(report.articles), skipped=report.skipped, listed=summarised)
