"""Lists of cue phrases, and whether a text has one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from headwater.account.wordlists import sections

Phrases = Mapping[str, tuple[str, ...]]  # a word -> the phrases, a space on both sides, that it is the longest word of


def phrase_lists(name: str) -> dict[str, Phrases]:
    """The phrases of each section of ``data/<name>.txt``, ready for ``phrases_in``."""
    return {section: _by_longest_word(lines) for section, lines in sections(name).items()}


def _by_longest_word(lines: Sequence[str]) -> Phrases:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        word = max(line.split(), key=len)
        found[word] = (*found.get(word, ()), f" {line} ")
    return found


def padded(tokens: Sequence[str]) -> str:
    """Folded words in a row with a space on both sides of each."""
    return f" {' '.join(tokens)} "


def phrases_in(row: str, present: Set[str], phrases: Phrases) -> frozenset[str]:
    """The phrases, spaces included, that a row of words (``padded``) has; ``present`` are its words, or more.

    Only the phrases are looked for whose longest word is there: faster than a pattern of that many alternatives.
    """
    if phrases.keys().isdisjoint(present):
        return frozenset()
    return frozenset(phrase for word in phrases.keys() & present for phrase in phrases[word] if phrase in row)


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
