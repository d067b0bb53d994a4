"""Progress: what a long run tells about itself while it runs."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of each stage as it begins and of each thing done in it; must not raise."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins; ``total`` is how many things it has to do, None where that is not known."""

    def advance(self, count: int = 1) -> None:
        """``count`` more things are done."""


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Nothing."""

    def advance(self, count: int = 1) -> None:
        """Nothing."""
