"""Whether a shared passage is prose that somebody wrote for a report, or stock: notices, tables, sports lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

# One stock phrase a so long a stretch of words makes the stretch stock; a longer passage may well hold one.
_WORDS_A_PHRASE = 30
_FIGURES = 0.3
_RUNNING_WORDS = 0.3
# The beginning of a long passage tells what the rest is.
_JUDGED_CHARS = 1200
# Shorter lines may be headings, names and figures though they are.
_SPACES = 7
# One line comes up with every pair of those that share it: so many that were looked at last are remembered.
_KEPT_LINES = 4096


@cache
def load_stock() -> tuple[str, ...]:
    """The package's own list of phrases, in small letters, that outlets and agencies put under any article."""
    listed = files("headwater.copies").joinpath("stock_phrases.txt").read_text("utf-8").split("\n")
    return tuple(line for line in listed if line)


def long_lines(text: str) -> frozenset[str]:
    """The lines of the text that are no headings: where no prose they are line-ups, results or notices."""
    return frozenset(line for line in text.split("\n") if line.count(" ") >= _SPACES)


def prose_among(passages: Iterable[str]) -> frozenset[str]:
    """Those of the passages that are running text: no notice, no list of names or figures."""
    distinct = list(dict.fromkeys(passages))
    beginnings = [passage[:_JUDGED_CHARS] for passage in distinct]
    rows = zip(distinct, beginnings, _stock_phrases(beginnings), strict=True)
    return frozenset(passage for passage, beginning, stock in rows if _is_running(beginning.split(), stock))


@lru_cache(maxsize=_KEPT_LINES)
def is_prose(passage: str) -> bool:
    """Whether the passage is running text."""
    return passage in prose_among([passage])


def _stock_phrases(passages: Sequence[str]) -> list[int]:
    """How many phrases of stock each passage has; looked for in all at once, which costs a fifth."""
    small = [passage.lower() for passage in passages]
    joined, starts = "\n".join(small), [0, *accumulate(len(passage) + 1 for passage in small)]
    counts = [0] * len(passages)
    for phrase in load_stock():
        at = joined.find(phrase)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            counts[number] += 1
            at = joined.find(phrase, starts[number + 1])
    return counts


def _is_running(words: Sequence[str], stock: int) -> bool:
    """Whether words, with so many phrases of stock among them, are running text."""
    if not words or stock * _WORDS_A_PHRASE > len(words):
        return False
    initials = [word[:1] for word in words]
    figures = sum(map(str.isdigit, initials))
    running = len(words) - figures - sum(map(str.isupper, initials))
    return figures < _FIGURES * len(words) and running >= _RUNNING_WORDS * len(words)
