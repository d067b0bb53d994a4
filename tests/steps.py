"""Work counted instead of timed: no machine's speed, no load and no clock decide whether a test passes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

_TIMES = 4
_ALLOWED = 5  # times the steps for four times the size: what is done once for every pair would take sixteen


def steps_of(work: Callable[[], object]) -> int:
    """How many functions, Python's and those written in C, are called while ``work`` runs."""
    steps = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return steps


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Whether ``work``, which changes nothing, takes about four times the steps for four times the size."""
    work(1)  # what is read or compiled once is read now
    return steps_of(lambda: work(_TIMES * size)) <= _ALLOWED * steps_of(lambda: work(size))
