"""Words brought to what they contribute to a statement: function words dropped, forms and near synonyms made one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from headwater.account.wordlists import sections, words_of

_LISTS = sections("wording")
_EMPTY = frozenset(words_of(_LISTS["function"])) | frozenset(words_of(_LISTS["reporting"]))
_MOST_WORDS = 1 << 16  # remembered with what they come to, which nothing but the word decides
FUNCTION_WORDS = frozenset(words_of(_LISTS["function"]))
_ENDINGS = (
    ("ations", 5),
    ("ation", 5),
    ("ings", 3),
    ("ing", 3),
    ("ies", 3),
    ("ied", 3),
    ("ers", 4),
    ("ed", 3),
    ("er", 5),
    ("ly", 4),
    ("es", 4),
    ("s", 3),
    ("e", 4),
)


def stem(word: str) -> str:
    """``word`` without its endings of number, tense and degree: crude, but the same for most forms of most words."""
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _LISTS["same"]:
        members = line.split()
        for member in members:
            found.setdefault(stem(member), stem(members[0]))
    return found


_CLASS_OF = _classes()


@lru_cache(_MOST_WORDS)
def normal_word(word: str) -> str | None:
    """What stands for ``word`` (case folded) when sentences are compared; None for words that carry no content."""
    plain = word[:-2] if word.endswith("'s") else word
    if plain in _EMPTY or len(plain) < 2:
        return None
    stemmed = stem(plain.replace("-", "").replace(".", ""))
    return _CLASS_OF.get(stemmed, stemmed)


def _opposites() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each stem that has an opposite: the numbers of its pairs, and on which side of each it stands."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for pair, line in enumerate(_LISTS["opposites"]):
        for side, members in enumerate(line.split(" | ")):
            for member in {stem(word) for word in members.split()}:
                found[member] = (*found.get(member, ()), (pair, side))
    return found


_OPPOSITES = _opposites()


def opposite_marks(tokens: Iterable[str]) -> frozenset[tuple[int, int]]:
    """Marks of the words (folded) that have an opposite: two texts with the two sides of one pair contradict."""
    return frozenset().union(*filter(None, map(_marks_of, tokens)))


@lru_cache(_MOST_WORDS)
def _marks_of(word: str) -> tuple[tuple[int, int], ...]:
    return _OPPOSITES.get(stem(word), ())
