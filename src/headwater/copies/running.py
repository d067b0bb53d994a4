"""Whether words in a row are running text: neither figures nor names nor headings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from headwater.text.language import common_words, guess_language

Span = tuple[int, int]
Truths = NDArray[np.bool_]

_FIGURES = 0.3
_RUNNING_WORDS = 0.2
_SURELY_RUNNING = 0.5
# Of running text the commonest words of its language are about a third; of lists and of headings set in a row next to
# none. Single sentences may have none too.
_COMMON_WORDS = 0.09
_FEWEST_COUNTED = 20
_SOME_COMMON = 0.03
# Shorter lines may be headings, names and figures though they are.
_FEWEST_WORDS = 8
# The beginning of a long passage tells what the rest is.
_JUDGED_CHARS = 1200
#: What stands around words and is no part of them.
MARKS = "\"“”„«»‘’‚'()[]{}.,;:!?…-–—*•·|"
# One passage comes up with every pair of those that share it: so many that were looked at last are remembered.
_KEPT_TEXTS = 4096
# No blank stands beyond these.
_BLANKS = np.array([chr(point).isspace() for point in range(0x3002)])


def judged_beginning(passage: str) -> str:
    """As much of a passage as tells what it is."""
    return passage[:_JUDGED_CHARS]


def runs_on(passage: str, language: str | None) -> bool:
    """Whether the passage, if it is no notice, is running text: no list of names or figures, no headings in a row.

    ``language``: that of the text, ISO 639-1, where it is known.
    """
    return is_running(passage[:_JUDGED_CHARS], language)


@lru_cache(maxsize=_KEPT_TEXTS)
def spoken_language(text: str, declared: str | None) -> str | None:
    """The language of a text as its words tell; as declared where few words tell, as beside a long table."""
    guessed = guess_language(text)
    if guessed or not declared:
        return guessed
    words = text.split()
    known = sum(map(_spellings(declared).__contains__, words)) >= _SOME_COMMON * len(words)
    return declared if known else None


def is_counted(block: str) -> bool:
    """Whether the block has enough words to tell."""
    return len(block.split(None, _FEWEST_WORDS - 1)) >= _FEWEST_WORDS


def is_running(block: str, language: str | None) -> bool:
    """Whether the block is running text: neither figures nor names nor headings in a row."""
    words = block.split()
    # Most prose shows at once, without taking the marks off each word.
    running = sum(map(str.islower, [word[0] for word in words]))
    if running >= _SURELY_RUNNING * len(words) and _are_common(words, language):
        return True
    words = [bare for word in words if (bare := word.strip(MARKS))]
    initials = [word[0] for word in words]
    figures = sum(map(str.isdigit, initials))
    running = len(words) - figures - sum(map(str.isupper, initials))
    if not words or figures >= _FIGURES * len(words) or running < _RUNNING_WORDS * len(words):
        return False
    return len(words) < _FEWEST_COUNTED or _are_common(words, language)


def doubtful(text: str, spans: Sequence[Span], language: str | None) -> Truths:
    """Which of the spans do not show at once to be running text or too short to tell, as ``is_running`` has it; (n,).

    A span that begins or ends within a word is doubtful.
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    blank = np.ones(len(points) + 2, dtype=bool)
    _BLANKS.take(points, mode="clip", out=blank[1:-1])
    begins = blank[:-2] & ~blank[1:-1]
    words = text.split()
    starts = begins.nonzero()[0]
    small = np.fromiter(map(str.islower, [word[0] for word in words]), dtype=bool, count=len(words))
    known = np.fromiter(map(_spellings(language).__contains__, words), dtype=bool, count=len(words))
    edges = np.array(spans, dtype=np.int64).reshape(-1, 2)
    of_span = np.searchsorted(starts, edges)
    count = of_span[:, 1] - of_span[:, 0]
    running, common = (np.diff(np.append(0, np.cumsum(flags))[of_span], axis=1)[:, 0] for flags in (small, known))
    shown = (running >= _SURELY_RUNNING * count) & ((common >= _COMMON_WORDS * count) | (not _spellings(language)))
    whole = (blank[edges] | blank[edges + 1]).all(axis=1)
    return ~(whole & (shown | (count < _FEWEST_WORDS)))


def _are_common(words: Sequence[str], language: str | None) -> bool:
    """Whether enough of the words are the commonest of their language, where these are known."""
    common = _spellings(language)
    return not common or sum(map(common.__contains__, words)) >= _COMMON_WORDS * len(words)


@cache
def _spellings(language: str | None) -> frozenset[str]:
    """The commonest words of a language in small letters, with a capital and in capitals; none where unknown."""
    words = common_words(language)
    return frozenset(spelt for word in words for spelt in (word, word.capitalize(), word.upper()))
