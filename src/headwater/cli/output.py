"""Writing results: to standard output, or to a file that is whole or not there."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from headwater.present import as_line


def write_text(target: str, text: str | Iterable[str]) -> None:
    """Writes ``text``, whole or in parts, as UTF-8 to ``target`` ("-" is standard output).

    A file appears whole or not at all: it is written beside its place and moved there. Raises click.ClickException with
    the reason where it cannot be written.
    """
    parts = [text] if isinstance(text, str) else text
    if target == "-":
        for part in parts:
            print_text(part)
        return
    path = Path(target)
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(parts)
            return
        handle, partial = tempfile.mkstemp(prefix=f".{path.name[:80]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(parts)
            Path(partial).chmod(0o666 & ~_umask())
            Path(partial).replace(path)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise click.ClickException(f"cannot write {target!r}: {error.strerror or error}") from error


def print_text(text: str) -> None:
    """Writes ``text`` to standard output as UTF-8, whatever the locale."""
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", "replace"))
    stream.flush()


def print_json_lines(rows: Iterable[Mapping[str, object]]) -> None:
    """Writes each row as one line of JSON to standard output."""
    for row in rows:
        print_text(as_line(row))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def terminal_width() -> int:
    """Columns of the terminal, 100 where there is none, never fewer than 40."""
    if not sys.stdout.isatty():
        return 100
    try:
        return max(40, os.get_terminal_size().columns)
    except OSError:
        return 100


def wants_color() -> bool:
    """Whether standard output is a terminal and NO_COLOR (no-color.org) is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
