"""A difference, and what it makes of the claim that has it."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.account import Difference, Status


@dataclass(frozen=True, slots=True)
class Judgement:
    """A difference with its effect: ``agreed`` where the claim stays the same, ``changed`` or ``differs``."""

    difference: Difference
    effect: Status
