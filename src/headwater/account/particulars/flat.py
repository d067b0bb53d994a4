"""A sentence with plain white space and hyphens, and the way back to its own offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2010": "-", "\n": " ", "\t": " ", "\r": " "}
)
_SPECIAL = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")
_RUN = re.compile(r"  +")


@dataclass(frozen=True, slots=True)
class Flat:
    """A sentence with single plain spaces (``words``), and where each of its characters stands in the sentence itself.

    ``starts`` is empty where every character is in its place.
    """

    words: str
    starts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the sentence itself that ``words[start:end]`` stands for."""
        return (self.starts[start], self.starts[end - 1] + 1) if self.starts else (start, end)


def flatten(sentence: str) -> Flat:
    """``sentence`` with runs of white space of any kind made one space, and special hyphens plain."""
    words = sentence.translate(_PLAIN) if _SPECIAL.search(sentence) else sentence
    if "  " not in words:
        return Flat(words)
    kept: list[int] = []
    at = 0
    for run in _RUN.finditer(words):
        kept.extend(range(at, run.start() + 1))
        at = run.end()
    kept.extend(range(at, len(words)))
    return Flat(_RUN.sub(" ", words), tuple(kept))
