"""Lists of cue phrases as patterns."""

from __future__ import annotations

import re

from headwater.account.wordlists import sections


def phrase_patterns(name: str) -> dict[str, re.Pattern[str]]:
    """One pattern for each section of ``data/<name>.txt`` that finds any of its phrases at word boundaries."""
    return {section: any_of(lines) for section, lines in sections(name).items()}


def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of ``phrases``, the longest first, in any case; one that begins with "n't" is an ending."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_bounded, longest_first)), re.IGNORECASE)


def _bounded(phrase: str) -> str:
    escaped = re.escape(phrase).replace("'", "['’]")
    start = "" if phrase.startswith("n'") else r"(?<!\w)"
    return rf"{start}{escaped}(?!\w)"
