"""Whether a shared passage is prose that somebody wrote for a report, or stock: notices, tables, sports lines."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

# One stock phrase a so long a stretch of words makes the stretch stock; a longer passage may well hold one.
_WORDS_A_PHRASE = 30
_FIGURES = 0.3
_RUNNING_WORDS = 0.3
# The beginning of a long passage tells what the rest is.
_JUDGED_CHARS = 1200
# Shorter lines may be headings, names and figures though they are.
_SPACES = 7
# One passage comes up with every pair of those that share it: so many that were looked at last are remembered.
_KEPT_PASSAGES = 4096


@cache
def load_stock() -> tuple[str, ...]:
    """The package's own list of phrases, in small letters, that outlets and agencies put under any article."""
    listed = files("headwater.copies").joinpath("stock_phrases.txt").read_text("utf-8").split("\n")
    return tuple(line for line in listed if line)


def long_lines(text: str) -> frozenset[str]:
    """The lines of the text that are no headings: where no prose they are line-ups, results or notices."""
    return frozenset(line for line in text.split("\n") if line.count(" ") >= _SPACES)


@lru_cache(maxsize=_KEPT_PASSAGES)
def is_prose(passage: str) -> bool:
    """Whether the passage is running text: no notice, no list of names or figures."""
    beginning = passage[:_JUDGED_CHARS]
    words = beginning.split()
    small = beginning.lower()
    if not words or sum(map(small.__contains__, load_stock())) * _WORDS_A_PHRASE > len(words):
        return False
    initials = [word[:1] for word in words]
    figures = sum(map(str.isdigit, initials))
    running = len(words) - figures - sum(map(str.isupper, initials))
    return figures < _FIGURES * len(words) and running >= _RUNNING_WORDS * len(words)
