"""Naming: which of many names hold which of many parts of words, all looked up at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from headwater.text.grams import gram_index, key_places


class Parts:
    """Parts of words, ASCII in lower case, that names are searched for without regard to case."""

    __slots__ = ("_index",)

    def __init__(self, parts: Iterable[str]) -> None:
        self._index = gram_index(parts)

    def held_by(self, names: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The number of a name, which has no line break in it, and a part that it holds, once or more; in no order."""
        whole = "\n".join(names).encode("ascii", "replace").lower()
        ends = list(accumulate([len(name) + 1 for name in names]))
        for place, part in key_places(whole, self._index):
            yield bisect_right(ends, place), part
