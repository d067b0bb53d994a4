"""Naming: which of many names hold a part of a word, all of them searched at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate


class Names:
    """Names that are searched for parts of words without regard to case; none has a line break in it."""

    __slots__ = ("_ends", "_whole")

    def __init__(self, names: Sequence[str]) -> None:
        lower = [name.lower() for name in names]
        self._whole = "\n".join(lower)
        self._ends = list(accumulate(len(name) + 1 for name in lower))

    def holding(self, part: str) -> Iterator[int]:
        """The numbers in order of the names that hold ``part``, which is in lower case."""
        at = self._whole.find(part)
        while at >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._whole.find(part, self._ends[number])
