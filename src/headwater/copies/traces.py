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
_CACHED = 128  # texts
_CACHED_WORDS = 1 << 13
_STOPS = ".!?…”\"’') "
_MARKS = "\"“”„«»‘’‚'()[]{}.,;:!?…-–—*"
_ATTRIBUTED = re.compile(r"\b(?:according to|said|says|told|reported)\b")
# Marks that stand alone are no words: without them both sides may have as many.
_TELLING = re.compile(r"\b(?:according|said|says|told|reported)\b|(?<!\S)\W+(?!\S)", re.IGNORECASE)
_ATTRIBUTED_AT_ALL = re.compile(
    r"\b(?:according|sa(?:id|ys?|ying)|t(?:old|ells?)|report|stat(?:e|ing)|add|not(?:e|ing)|mention|inform|express|explain"
    r"|claim|announc|confirm|reveal|remark|declar|emphas|assert|indicat|acknowledg|describ|suggest|argu|insist|spoke|call|shar)"
)
# The bare words of both texts in each stretch in which they differ.
Differing = Sequence[tuple[Sequence[str], Sequence[str]]]


def copying_trace(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    """The first trace that shows which of the two was made from the other; None where there is none."""
    told = _by_signs(a, b) or reuse.trace
    if told is None and reuse.kind is ReuseKind.REWRITE:
        told = wording_trace(a.text, b.text)
    return told


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


def _shown_by(found: Differing) -> Trace | None:
    """Misspelt words or left out attributions, where only one side of the differing stretches has them."""
    if not found:
        return None
    swapped = [pair for one, other in found if len(one) == len(other) for pair in zip(one, other, strict=True)]
    near = [(one, other) for one, other in swapped if _is_near(one, other)]
    wrong_a = [(one, other) for one, other in near if _is_misspelt(one, other)]
    wrong_b = [(other, one) for one, other in near if _is_misspelt(other, one)]
    if (trace := _one_sided(wrong_a, wrong_b, _FEWEST_MISSPELT)) is not None:
        wrong, right = (wrong_a if trace else wrong_b)[0]
        return Trace(trace, f"One has words misspelt that the other has right, as “{wrong}” for “{right}”.")
    dropped_a = [other for one, other in found if len(one) < len(other) and _drops(one, other)]
    dropped_b = [one for one, other in found if len(other) < len(one) and _drops(other, one)]
    if (trace := _one_sided(dropped_a, dropped_b, _FEWEST_DROPPED)) is not None:
        left_out = " ".join((dropped_a if trace else dropped_b)[0])
        return Trace(trace, f"One leaves out attributions that the other has, as “{left_out}”.")
    return None


@lru_cache(maxsize=_CACHED)
def _words(text: str) -> tuple[str, ...]:
    """The first words of a text, parted by white space; kept, since a text is compared with all of its family."""
    return tuple(text[:_COMPARED_CHARS].split()[:_COMPARED_WORDS])


def _differing(words_a: Sequence[str], words_b: Sequence[str]) -> Differing:
    """The stretches of words between those that agree, in order, of which something may be shown.

    Of single words only those that are nearly alike; of others those with as many words on both sides, and those in
    which a statement is attributed.
    """
    found: list[tuple[Sequence[str], Sequence[str]]] = []
    at_a = at_b = 0
    for start_a, start_b, size in Indel.editops(words_a, words_b).as_matching_blocks():
        count_a, count_b = start_a - at_a, start_b - at_b
        if count_a > 1 or count_b > 1:
            one_side, other_side = words_a[at_a:start_a], words_b[at_b:start_b]
            if count_a == count_b or _TELLING.search(" ".join((*one_side, *other_side))):
                found.append((_bare(one_side), _bare(other_side)))
        elif count_a and count_b:
            one, other = _bare_word(words_a[at_a]), _bare_word(words_b[at_b])
            if _is_near(one, other):
                found.append(((one,), (other,)))
        at_a, at_b = start_a + size, start_b + size
    return found


def _bare(words: Sequence[str]) -> list[str]:
    """The words in small letters without the marks around them."""
    return list(filter(None, map(_bare_word, words)))


@lru_cache(maxsize=_CACHED_WORDS)
def _bare_word(word: str) -> str:
    return word.strip(_MARKS).casefold().replace("’", "'")


def _one_sided(of_a: Sequence[object], of_b: Sequence[object], fewest: int) -> bool | None:
    """Whether all, or nearly all, are on a's side; None where neither side has many more, or both have too few."""
    fewer, more = sorted((len(of_a), len(of_b)))
    if more < max(fewest, _TIMES * fewer):
        return None
    return len(of_a) == more


def _is_near(word: str, other: str) -> bool:
    """Whether two words are one letter apart and neither is short."""
    if len(word) < SHORTEST_WORD or len(other) < SHORTEST_WORD or (word[0] != other[0] and word[-1] != other[-1]):
        return False
    return Levenshtein.distance(word, other, score_cutoff=1) == 1


def _is_misspelt(word: str, other: str) -> bool:
    """Whether the word, one letter away from the other, is no common one, and the other is."""
    return not _is_known(word) and _is_known(other) and stem_of(other) != stem_of(word)


@lru_cache(maxsize=_CACHED_WORDS)
def _is_known(word: str) -> bool:
    return word in load_common_words() or stem_of(word) in load_news_stems()


def _drops(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a few words that attribute a statement stand in the longer block and none do in the shorter one."""
    if not 2 <= len(long) <= LONGEST_DROPPED:
        return False
    return bool(_ATTRIBUTED.search(" ".join(long))) and not _ATTRIBUTED_AT_ALL.search(" ".join(short))


def end_trace(a: Article, b: Article, reuse: Reuse) -> Trace | None:
    """Which of the two has nothing of its own and stops where the other goes on; None for reports of one outlet."""
    if max(reuse.contained_a, reuse.contained_b) < _HELD or (a.outlet is not None and a.outlet == b.outlet):
        return None
    for a_made, contained, longer, end in _sides(a, b, reuse):
        if contained >= _HELD and 0 < end < (1 - _LEFT_OUT) * len(longer.text):
            return Trace(a_made, "One has nothing that the other lacks, and stops where the other goes on.")
    return None


def stops_with_paragraph(a: Article, b: Article, reuse: Reuse) -> bool:
    """Whether what two texts share ends with a paragraph of the longer one, as where a desk cuts from the bottom."""
    longer, end = max((len(of.text), of.text, end) for _, _, of, end in _sides(a, b, reuse))[1:]
    return longer[end:].lstrip(_STOPS).startswith("\n")


def _sides(a: Article, b: Article, reuse: Reuse) -> tuple[tuple[bool, float, Article, int], ...]:
    """Whether a would be the one made, how much of it the other holds, the other, and where in it the shared ends."""
    end_a = max((passage.a_end for passage in reuse.passages), default=0)
    end_b = max((passage.b_end for passage in reuse.passages), default=0)
    return (True, reuse.contained_a, b, end_b), (False, reuse.contained_b, a, end_a)
