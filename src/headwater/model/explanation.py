"""Explanation: why two articles are, or are not, held to report one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Factor:
    """One feature of the pair: its value, and by how much it moves the log odds of one event."""

    name: str
    text: str
    value: float
    effect: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether two articles share a story, how likely the pair alone makes it, and why: heaviest factors first."""

    together: bool
    probability: float
    factors: tuple[Factor, ...]
    shared: tuple[str, ...]
    reasons: tuple[str, ...]
