"""Whether a shared passage is prose that somebody wrote for a report, or stock: notices, tables, sports lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

# One stock phrase a so long a stretch of words makes the stretch stock; a longer passage may well hold one.
_WORDS_A_PHRASE = 30
_FIGURES = 0.3
_RUNNING_WORDS = 0.4
# The beginning of a long passage tells what the rest is.
_JUDGED_CHARS = 1200


@dataclass(frozen=True, slots=True)
class Stock:
    """``phrases`` finds the sentences that outlets and agencies put under any article."""

    phrases: re.Pattern[str]


def load_stock() -> Stock:
    """The stock phrases of the package's own list."""
    listed = files("headwater.copies").joinpath("stock_phrases.txt").read_text("utf-8").split("\n")
    phrases = "|".join(re.escape(line) for line in listed if line)
    return Stock(re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE))


def is_prose(passage: str, stock: Stock) -> bool:
    """Whether the passage is running text: no notice, no list of names or figures."""
    words = passage[:_JUDGED_CHARS].split()
    phrases = {match.lower() for match in stock.phrases.findall(passage, 0, _JUDGED_CHARS)}
    if not words or len(phrases) * _WORDS_A_PHRASE > len(words):
        return False
    figures = sum(map(str.isdigit, (word[:1] for word in words)))
    running = len(words) - figures - sum(map(str.isupper, (word[:1] for word in words)))
    return figures < _FIGURES * len(words) and running >= _RUNNING_WORDS * len(words)
