"""Progress on a terminal: one line on standard error, rewritten in place."""

from __future__ import annotations

import time

import click

_EVERY_SECONDS = 0.1


class Ticker:
    """Writes "stage n/total" to stderr, at most ten times a second; the line is wiped when the next stage begins."""

    def __init__(self) -> None:
        self._name = ""
        self._done = 0
        self._total: int | None = None
        self._shown = 0.0

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins."""
        self._name, self._total, self._done, self._shown = name, total, 0, 0.0
        self._show()

    def advance(self, count: int = 1) -> None:
        """``count`` more things are done."""
        self._done += count
        if time.monotonic() - self._shown >= _EVERY_SECONDS:
            self._show()

    def close(self) -> None:
        """Wipes the line."""
        click.echo("\r\x1b[K", err=True, nl=False)

    def _show(self) -> None:
        self._shown = time.monotonic()
        of = f"/{self._total}" if self._total is not None else ""
        count = f" {self._done}{of}" if self._done or of else ""
        click.echo(f"\r\x1b[K{self._name}{count} …", err=True, nl=False)
