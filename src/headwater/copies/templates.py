"""Passages filled in like a form: the same words around other names and figures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from headwater.copies.running import MARKS
from headwater.model.reuse import Match, Passage

# In copies of news at most one name or figure stands for another in a hundred words, in forms one in about ten.
_WORDS_A_SWAP = 16
# Of the words in common no more than this for one detail, lest there be too few swaps: a swap takes one or more.
_COMMON_A_DETAIL = 16
#: So many swaps make a passage a form.
FEWEST_SWAPS = 2
_FEWEST_IN_ALL = 4
# Between more words than this there are no two that stand for each other.
_LONGEST_SWAP = 8
# “Kyiv” for “Kiev” and “26%” for “26” are the same detail; so is a name cut short.
_SAME_DETAIL = 60.0
_ENDS = (".", "!", "?", "”", '"', ":")
# Words compared: a form shows by its beginning, and the cost grows with the square of their number.
_COMPARED_WORDS = 500
_CACHED = 64  # texts
Swap = tuple[str, str]


def fill_one_form(a: str, b: str) -> bool:
    """Whether two texts are one form, filled in twice; of long ones the beginning is looked at."""
    return _may_swap(a, b, _FEWEST_IN_ALL) and _make_form(*_swapped((a, b), (a, b)), _FEWEST_IN_ALL)


def is_filled_in(texts: tuple[str, str], passage: Passage) -> bool:
    """Whether a passage that two texts share is a form, or a part of one."""
    if passage.match is Match.VERBATIM:
        return False
    a, b = texts[0][passage.a_start : passage.a_end], texts[1][passage.b_start : passage.b_end]
    return _may_swap(a, b, FEWEST_SWAPS) and _make_form(*_swapped((a, b), texts), FEWEST_SWAPS)


def _may_swap(a: str, b: str, fewest: int) -> bool:
    """Whether each has enough names or figures that the other has not: what is quickly seen of most copies."""
    tokens_a, tokens_b = _tokens(a), _tokens(b)
    alone = tokens_a - tokens_b
    needed = max(fewest, (len(tokens_a) - len(alone)) / _COMMON_A_DETAIL)
    return _are_details(alone, needed) and _are_details(tokens_b - tokens_a, needed)


def _are_details(tokens: Collection[str], needed: float) -> bool:
    """Whether so many of the tokens may be names or figures."""
    return len(tokens) >= needed and sum(map(_may_be_detail, tokens)) >= needed


def _may_be_detail(token: str) -> bool:
    initial = token.lstrip(MARKS)[:1]
    return initial.isupper() or initial.isdigit()


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_first_words(text))


def _first_words(text: str) -> list[str]:
    return text.split(None, _COMPARED_WORDS)[:_COMPARED_WORDS]


def _make_form(swapped: set[Swap], equal: int, fewest: int) -> bool:
    """Whether so much is swapped among so many equal words; a row of names or figures counts for more than one."""
    count = sum((1 + min(one.count(" "), other.count(" ")) + 1) // 2 for one, other in swapped)
    return count >= fewest and count * _WORDS_A_SWAP >= equal


def _swapped(shared: tuple[str, str], texts: tuple[str, str]) -> tuple[set[Swap], int]:
    """The names and figures that stand for each other between equal words, and how many words are equal.

    ``texts``: those that hold what is ``shared``; what the other one has anywhere is swapped for nothing.
    """
    words_a, words_b = (_first_words(text) for text in shared)
    found = set()
    at_a = at_b = equal = 0
    for block in Indel.editops(*([word.casefold() for word in of] for of in (words_a, words_b))).as_matching_blocks():
        if max(block.a - at_a, block.b - at_b) <= _LONGEST_SWAP:
            one, other = _details(words_a, (at_a, block.a)), _details(words_b, (at_b, block.b))
            if one and other:
                one, other = _not_in(one, texts[1]), _not_in(other, texts[0])
            pair = " ".join(one), " ".join(other)
            if one and other and fuzz.ratio(*pair) < _SAME_DETAIL:
                found.add(pair)
        at_a, at_b, equal = block.a + block.size, block.b + block.size, equal + block.size
    return found, equal


def _details(words: Sequence[str], span: tuple[int, int]) -> list[str]:
    """The names and figures among some of the words, in small letters, sorted, each once."""
    found = set()
    for at in range(*span):
        bare = words[at].strip(MARKS).removesuffix("'s").removesuffix("’s")
        begins = at == 0 or words[at - 1].endswith(_ENDS)
        # An initial may stand for the name that the other text has.
        if bare[:1].isdigit() or (len(bare) > 1 and bare[0].isupper() and not begins):
            found.add(bare.casefold())
    return sorted(found)


def _not_in(details: Sequence[str], text: str) -> list[str]:
    folded = _folded(text)
    return [detail for detail in details if detail not in folded]


_folded = lru_cache(maxsize=_CACHED)(str.casefold)
