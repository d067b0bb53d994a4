"""Traces that copying leaves in the copy: misspelt words, attributions left out, an end cut off, a machine's hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from headwater.copies.lexicon import load_common_words, load_news_stems, stem_of
from headwater.copies.telling import LONGEST_DROPPED
from headwater.model.article import Article, SignKind
from headwater.model.reuse import Reuse, ReuseKind, Trace

# So many misspelt words on one side, and none on the other.
_FEWEST_MISSPELT = 2
#: Shorter words are not told apart from their neighbours by one letter.
SHORTEST_WORD = 4
# Words compared; the cost grows with the square of their number.
_COMPARED_WORDS = 1200
_COMPARED_CHARS = 12_000
# A text that the other holds all but this share of has nothing of its own.
_HELD = 0.95
# The share of the longer text that stands after the end of the shorter one.
_LEFT_OUT = 0.15
# A sentence without its attribution in a text that else keeps them all.
_FEWEST_DROPPED = 2
# So many times as many as on the other side: names and rare words look misspelt too.
_TIMES = 8
_CACHED = 512  # texts
_MARKS = "\"“”„«»‘’‚'()[]{}.,;:!?…-–—*"
_ATTRIBUTED = re.compile(r"\b(?:according to|said|says|told|reported)\b")
_ATTRIBUTED_AT_ALL = re.compile(
    r"\b(?:according|sa(?:id|ys?|ying)|t(?:old|ells?)|report|stat(?:e|ing)|add|not(?:e|ing)|mention|inform|express|explain"
    r"|claim|announc|confirm|reveal|remark|declar|emphas|assert|indicat|acknowledg|describ|suggest|argu|insist|spoke|call|shar)"
)


def copying_trace(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    """The first trace that shows which of the two was made from the other; None where there is none."""
    told = _by_signs(a, b) or reuse.trace
    if told is None and reuse.kind is ReuseKind.REWRITE:
        told = wording_trace(a.text, b.text)
    return told or _by_end(a, b, reuse)


def _by_signs(a: Article, b: Article) -> Trace | None:
    machine_a, machine_b = (any(sign.kind is SignKind.MACHINE_REWRITTEN for sign in of.signs) for of in (a, b))
    if machine_a == machine_b:
        return None
    return Trace(machine_a, "One reads as if a machine had reworded it, the other does not.")


def wording_trace(a: str, b: str) -> Trace | None:
    """What the words show in which two texts differ that have few passages in common."""
    return _shown_by(_differing(_words(a), _words(b)))


def trace_of_spans(a: str, b: str, spans: Sequence[Sequence[int]]) -> Trace | None:
    """What the words show in which two texts differ: start and end in ``a``, start and end in ``b`` of each span."""
    return _shown_by([(_bare(a[at:end].split()), _bare(b[start:stop].split())) for at, end, start, stop in spans])


def _shown_by(found: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Trace | None:
    """Misspelt words or left out attributions, where only one side of the differing stretches has them."""
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
    return tuple(text[:_COMPARED_CHARS].split()[:_COMPARED_WORDS])


def _bare(words: Sequence[str]) -> list[str]:
    """The words in small letters without the marks around them."""
    return [bare for word in words if (bare := word.strip(_MARKS).casefold().replace("’", "'"))]


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
    """Whether all, or nearly all, are on a's side; None where neither side has many more, or both have too few."""
    fewer, more = sorted((len(of_a), len(of_b)))
    if more < max(fewest, _TIMES * fewer):
        return None
    return len(of_a) == more


def _is_misspelt(word: str, other: str) -> bool:
    """Whether the word is no common one and one letter away from one that is."""
    if min(len(word), len(other)) < SHORTEST_WORD or Levenshtein.distance(word, other, score_cutoff=1) != 1:
        return False
    return stem_of(other) != stem_of(word) and not _is_known(word) and _is_known(other)


def _is_known(word: str) -> bool:
    return word in load_common_words() or stem_of(word) in load_news_stems()


def _drops(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a few words that attribute a statement stand in the long block and none do in the short one."""
    if len(short) >= len(long) or not 2 <= len(long) <= LONGEST_DROPPED:
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
