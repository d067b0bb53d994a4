"""``headwater completion``: the script that makes a shell complete the commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script for SHELL.

    For bash: headwater completion bash > ~/.local/share/bash-completion/completions/headwater
    """
    from headwater.cli.main import main  # here because the main command imports this file by name

    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(completion(main, {}, "headwater", "_HEADWATER_COMPLETE").source())
