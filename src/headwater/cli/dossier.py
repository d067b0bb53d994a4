"""``headwater dossier``: what the coverage says about one thing."""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.pipeline.questions import run_dossier
from headwater.present import dossier_document, dossier_text
from headwater.version import __version__


@click.command(name="dossier")
@click.argument("name")
@shared
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout instead of text.")
def command(common: Common, *, name: str, as_json: bool) -> None:
    """Say all that the coverage in INPUT... says about NAME, by aspect and in time order.

    NAME is a person, a body, a place or a thing, in any of the forms that the reports use.

    \b
    headwater dossier "Harbour Authority" coverage/
    """
    with common.run() as run:
        found = run_dossier(name, common.inputs, run)
    if not found.stories and found.read > len(found.skipped):
        near = f"; names like it: {', '.join(found.near)}" if found.near else ""
        raise click.ClickException(f"no report says anything about {name!r}{near}")
    if as_json:
        print_json_lines([dossier_document(found, __version__)])
    elif found.stories:
        print_text(dossier_text(found, width=terminal_width(), color=wants_color()))
    finish(common, usable=len(found.articles), skipped=found.skipped)
