"""The ``headwater`` command, its subcommands imported when they are called for."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from headwater.version import __version__

#: Subcommand -> what it is for. Each lives in ``headwater.cli.<name>`` as ``command``, imported only to be run, so that
#: ``--version`` and completion answer at once.
_COMMANDS = {
    "report": "Report on coverage: lines, agreement, differences, quotes, figures, every statement cited.",
    "extract": "Show each input's article: text, furniture parted by kind, outlet, byline, date.",
    "copies": "List the pairs of articles that share wording, with passages, kind and direction.",
    "stories": "Group articles by the event they report.",
    "diff": "Compare two articles word by word: reworded passages, altered quotes, what one alone has.",
    "dossier": "Say all that the coverage says about one person, body, place or thing, by aspect.",
    "check": "Say which reports support, contradict, expect or do not mention a claim.",
    "completion": "Print the script that makes a shell complete headwater's commands.",
}

# Objects made before the collector looks for cycles; by default 700. What flows through a run is frozen and holds no
# cycle, so that looking often means to go through a growing report again and again and to find nothing.
_COLLECTED_AFTER = 100_000


class _LazyGroup(click.Group):
    """A group that knows its commands' names without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"headwater.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="headwater")
def main() -> None:
    """Give it the coverage, and it tells you what the story is.

    INPUT is a file, a folder or - (standard input), told apart by content: text, HTML, rows (JSON, CSV, Parquet), web
    archives, feeds, mail, DOCX, PDF, packed or not. Nothing is fetched from the network. Results go to standard output,
    progress and warnings to standard error.

    Exit codes: 0 done, 1 no input could be read (with --strict: or some could not), 2 wrong usage, 130 interrupted.
    """


def run() -> None:
    """Runs the command and exits: 130 when interrupted, quietly when the reader of a pipe has gone."""
    gc.set_threshold(_COLLECTED_AFTER, *gc.get_threshold()[1:])
    try:
        code = main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted; nothing was written", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        # The reader (head, less) closed the pipe: point stdout elsewhere so that the interpreter's last flush is quiet.
        sys.stdout = None
        code = 0
    sys.exit(code)
