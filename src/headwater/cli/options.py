"""Arguments and options that the commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import click

from headwater.cli.progress import Ticker
from headwater.model.capture import Skipped
from headwater.model.errors import InputError, SettingsError
from headwater.pipeline.inputs import Run
from headwater.pipeline.settings import Settings, settings_from_toml


@dataclass(frozen=True, slots=True)
class Common:
    """What every command is given."""

    inputs: tuple[str, ...]
    settings: Path | None
    quiet: bool
    strict: bool
    jobs: int = 1

    @contextmanager
    def run(self) -> Iterator[Run]:
        """A run with the settings file's settings; progress is shown on a terminal unless ``--quiet``."""
        settings = load_settings(self.settings)
        if self.quiet or not sys.stderr.isatty():
            yield Run(settings, jobs=self.jobs)
            return
        ticker = Ticker()
        try:
            yield Run(settings, progress=ticker, jobs=self.jobs)
        finally:
            ticker.close()


def shared(command: Callable[..., None]) -> Callable[..., None]:
    """Adds INPUT..., --settings, --quiet, --strict and --jobs to a command, which gets them as one ``Common``."""

    @wraps(command)
    def with_common(
        *, inputs: tuple[str, ...], settings: Path | None, quiet: bool, strict: bool, jobs: int, **options: object
    ) -> None:
        command(Common(inputs, settings, quiet, strict, jobs), **options)

    decorators = (
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path()),
        click.option(
            "--settings",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Settings in TOML, one table a stage.",
        ),
        click.option("--quiet", "-q", is_flag=True, help="No progress and no list of skipped inputs on stderr."),
        click.option("--strict", is_flag=True, help="Exit with 1 when any input could not be read."),
        click.option(
            "--jobs",
            "-j",
            type=click.IntRange(1, 64),
            default=1,
            metavar="N",
            help="Extract in so many processes.",
        ),
    )
    decorated: Callable[..., None] = with_common
    for decorate in reversed(decorators):
        decorated = decorate(decorated)
    return decorated


def load_settings(path: Path | None) -> Settings:
    """The settings of a TOML file, or the defaults; a wrong file is a usage error (exit code 2)."""
    if path is None:
        return Settings()
    try:
        return settings_from_toml(path.read_text(encoding="utf-8"))
    except (SettingsError, UnicodeDecodeError, OSError) as error:
        raise click.UsageError(f"settings file {str(path)!r}: {error}") from error


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turns an input that the command cannot work on into its message and exit code 1."""
    try:
        yield
    except InputError as error:
        raise click.ClickException(str(error)) from error


def finish(common: Common, *, usable: int, skipped: Sequence[Skipped], listed: bool = False) -> None:
    """Lists what was skipped on stderr, unless it is ``listed`` in the result, and exits with the documented code."""
    if not (common.quiet or listed):
        for item in skipped:
            click.echo(f"skipped {plain(item.input)}: {plain(item.reason)}", err=True)
    if not usable:
        click.echo("no input could be read", err=True)
        raise click.exceptions.Exit(1)
    if common.strict and skipped:
        raise click.exceptions.Exit(1)


def plain(text: str) -> str:
    """``text`` on one line and without control characters, safe to print on a terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
