"""Traces that copying leaves in the copy: misspelt words, attributions left out, an end cut off, a machine's hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from headwater.copies.gist import load_common_words, stem_of
from headwater.copies.rarity import load_background
from headwater.model.article import Article, SignKind
from headwater.model.reuse import Reuse
from headwater.text.words import WORD

# So many misspelt words on one side, and none on the other.
_FEWEST_MISSPELT = 2
_SHORTEST_WORD = 4
# Words compared; the cost grows with the square of their number.
_COMPARED_WORDS = 1200
_COMPARED_CHARS = 12_000
# A text that the other holds all but this share of has nothing of its own.
_HELD = 0.95
# The share of the longer text that stands after the end of the shorter one.
_LEFT_OUT = 0.15
# A sentence without its attribution in a text that else keeps them all.
_FEWEST_DROPPED = 2
_CACHED = 512  # texts
_ATTRIBUTED = re.compile(r"\b(?:according to|said|says|told|reported)\b")
_ATTRIBUTED_AT_ALL = re.compile(
    r"\b(?:according|sa(?:id|ys?|ying)|t(?:old|ells?)|report|stat(?:e|ing)|add|not(?:e|ing)|mention|inform|express|explain"
    r"|claim|announc|confirm|reveal|remark|declar|emphas|assert|indicat|acknowledg|describ|suggest|argu|insist|spoke|call|shar)"
)
_LONGEST_DROPPED = 10


@dataclass(frozen=True, slots=True)
class Trace:
    """What shows that one side was made from the other: whether ``a`` was, and why."""

    a_made: bool
    reason: str


def copying_trace(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    """The first trace that shows which of the two was made from the other; None where there is none."""
    kinds = (_by_signs, _by_wording, _by_end)
    return next((trace for kind in kinds if (trace := kind(a, b, reuse))), None)


def _by_signs(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    machine_a, machine_b = (any(sign.kind is SignKind.MACHINE_REWRITTEN for sign in of.signs) for of in (a, b))
    if machine_a == machine_b:
        return None
    return Trace(machine_a, "One reads as if a machine had reworded it, the other does not.")


def _by_wording(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    """Misspelt words or left out attributions, where only one side has them."""
    found = _differing(_words(a.text), _words(b.text))
    misspelt = [pair for one, other in found if len(one) == len(other) for pair in zip(one, other, strict=True)]
    wrong_a = [(one, other) for one, other in misspelt if _is_misspelt(one, other)]
    wrong_b = [(other, one) for one, other in misspelt if _is_misspelt(other, one)]
    if (trace := _one_sided(wrong_a, wrong_b, _FEWEST_MISSPELT)) is not None:
        wrong, right = (wrong_a if trace else wrong_b)[0]
        return Trace(trace, f"One has words misspelt that the other has right, as “{wrong}” for “{right}”.")
    dropped_a = [other for one, other in found if _drops(one, other)]
    dropped_b = [one for one, other in found if _drops(other, one)]
    if (trace := _one_sided(dropped_a, dropped_b, _FEWEST_DROPPED)) is not None:
        left_out = " ".join((dropped_a if trace else dropped_b)[0])
        return Trace(trace, f"One leaves out attributions that the other has, as “{left_out}”.")
    return None


@lru_cache(maxsize=_CACHED)
def _words(text: str) -> tuple[str, ...]:
    """The first words of a text, parted by white space; kept, since a text is compared with all of its family."""
    return tuple(text[:_COMPARED_CHARS].casefold().split()[:_COMPARED_WORDS])


def _bare(words: Sequence[str]) -> list[str]:
    """The words without the marks around them."""
    return WORD.findall(" ".join(words)) if words else []


def _differing(words_a: Sequence[str], words_b: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """The stretches of words between those that agree, in order."""
    found = []
    at_a = at_b = 0
    for block in Indel.editops(words_a, words_b).as_matching_blocks():
        if block.a > at_a or block.b > at_b:
            found.append((_bare(words_a[at_a : block.a]), _bare(words_b[at_b : block.b])))
        at_a, at_b = block.a + block.size, block.b + block.size
    return found


def _one_sided(of_a: Sequence[object], of_b: Sequence[object], fewest: int) -> bool | None:
    """Whether all are on a's side; None where they are on both sides or too few."""
    if bool(of_a) == bool(of_b) or len(of_a) + len(of_b) < fewest:
        return None
    return bool(of_a)


def _is_misspelt(word: str, other: str) -> bool:
    """Whether the word is no common one and one letter away from one that is."""
    if min(len(word), len(other)) < _SHORTEST_WORD or _is_known(word) or not _is_known(other):
        return False
    return stem_of(other) != stem_of(word) and Levenshtein.distance(word, other, score_cutoff=1) == 1


def _is_known(word: str) -> bool:
    return word in load_common_words() or stem_of(word) in load_background().shares


def _drops(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a few words that attribute a statement stand in the long block and none do in the short one."""
    if len(short) >= len(long) or not 2 <= len(long) <= _LONGEST_DROPPED:
        return False
    return bool(_ATTRIBUTED.search(" ".join(long))) and not _ATTRIBUTED_AT_ALL.search(" ".join(short))


def _by_end(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    """One side has nothing of its own and stops where the other goes on."""
    if a.outlet is not None and a.outlet == b.outlet:
        return None
    for a_made, contained, longer, ends in (
        (True, reuse.contained_a, b, [passage.b_end for passage in reuse.passages]),
        (False, reuse.contained_b, a, [passage.a_end for passage in reuse.passages]),
    ):
        if contained >= _HELD and ends and max(ends) < (1 - _LEFT_OUT) * len(longer.text):
            return Trace(a_made, "One has nothing that the other lacks, and stops where the other goes on.")
    return None
