"""``headwater check``: does the coverage bear out a claim?"""

from __future__ import annotations

import click

from headwater.cli.options import Common, finish, shared
from headwater.cli.output import print_json_lines, print_text, terminal_width, wants_color
from headwater.pipeline.questions import run_check
from headwater.present import check_document, check_text
from headwater.version import __version__


@click.command(name="check")
@click.argument("claim")
@shared
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout instead of text.")
def command(common: Common, *, claim: str, as_json: bool) -> None:
    """Say which reports in INPUT... support, contradict, expect or do not mention CLAIM.

    CLAIM is one plain sentence, best with the names, figures and dates that matter.

    \b
    headwater check "The council closed the bridge on 3 May" coverage/
    """
    with common.run() as run:
        found = run_check(claim, common.inputs, run)
    if as_json:
        print_json_lines([check_document(found, __version__)])
    elif found.read > len(found.skipped):
        print_text(check_text(found, width=terminal_width(), color=wants_color()))
    finish(common, usable=found.read - len(found.skipped), skipped=found.skipped)
