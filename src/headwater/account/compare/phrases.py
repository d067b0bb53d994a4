"""Lists of cue phrases, and whether a text has one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.account.wordlists import sections


def phrase_lists(name: str) -> dict[str, tuple[str, ...]]:
    """The phrases of each section of ``data/<name>.txt``, a space on both sides: ready for ``has_any``."""
    return {section: tuple(f" {line} " for line in lines) for section, lines in sections(name).items()}


def padded(tokens: Sequence[str]) -> str:
    """Folded words in a row with a space on both sides of each."""
    return f" {' '.join(tokens)} "


def has_any(row: str, phrases: Sequence[str]) -> bool:
    """Whether a row of words (``padded``) has one of the phrases; faster than a pattern of that many alternatives."""
    return any(phrase in row for phrase in phrases)


def phrase_patterns(name: str) -> dict[str, re.Pattern[str]]:
    """One pattern for each section of ``data/<name>.txt`` that finds any of its phrases at word boundaries."""
    return {section: any_of(lines) for section, lines in sections(name).items()}


def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of ``phrases``, the longest first, in any case; one that begins with "n't" is an ending."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_bounded, longest_first)), re.IGNORECASE)


def _bounded(phrase: str) -> str:
    escaped = re.escape(phrase).replace("'", "['’]")
    start = "" if phrase.startswith("n'") else r"(?<!\w)"
    return rf"{start}{escaped}(?!\w)"
