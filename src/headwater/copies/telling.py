"""Where copies differ word by word in a way that may show which was made from the other."""

from __future__ import annotations

from functools import cache

import numpy as np

from headwater.copies.sketch import Ints, Truths
from headwater.text.align import Gaps
from headwater.text.shingles import Words, word_rows

_ATTRIBUTING = ("according", "said", "says", "told", "reported")
#: A statement is attributed in so many words at most.
LONGEST_DROPPED = 10


def telling_gaps(gaps: Gaps, words: Words, starts: Ints) -> Gaps:
    """Single words of a that stand for another word of b, and gaps in which an attribution may be left out.

    ``words``: those of the texts in one row; ``starts`` (n, 2): where in it the texts of each pair begin.
    """
    sizes = np.stack([gaps.a_end - gaps.a_start, gaps.b_end - gaps.b_start])
    swapped = _one_by_one(gaps.where(sizes[0] == sizes[1]), sizes[0][sizes[0] == sizes[1]])
    begins = starts[swapped.pairs]
    swapped = swapped.where(words[swapped.a_start + begins[:, 0]] != words[swapped.b_start + begins[:, 1]])
    longer = sizes.max(axis=0)
    dropped = gaps.where((sizes[0] != sizes[1]) & (longer >= 2) & (longer <= LONGEST_DROPPED))
    dropped = dropped.where(_attributing(dropped, words, starts))
    rows = Gaps(*map(np.concatenate, zip(swapped, dropped, strict=True)))
    order = np.lexsort((rows.a_start, rows.pairs))
    return Gaps(*(column[order] for column in rows))


def _one_by_one(gaps: Gaps, sizes: Ints) -> Gaps:
    """The words of gaps with as many words on both sides, each with that in the same place on the other side."""
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    a, b = np.repeat(gaps.a_start, sizes) + within, np.repeat(gaps.b_start, sizes) + within
    return Gaps(np.repeat(gaps.pairs, sizes), a, a + 1, b, b + 1)


def _attributing(gaps: Gaps, words: Words, starts: Ints) -> Truths:
    """In which of the gaps the longer side has a word that attributes a statement."""
    a_longer = gaps.a_end - gaps.a_start > gaps.b_end - gaps.b_start
    start = np.where(a_longer, gaps.a_start, gaps.b_start) + starts[gaps.pairs, np.where(a_longer, 0, 1)]
    size = np.where(a_longer, gaps.a_end - gaps.a_start, gaps.b_end - gaps.b_start)
    first = np.cumsum(size) - size
    places = np.repeat(start - first, size) + np.arange(int(size.sum()))
    found: Truths = np.logical_or.reduceat(np.isin(words[places], _attributing_words()), first)
    return found


@cache
def _attributing_words() -> Words:
    row, _ = next(word_rows([" ".join(_ATTRIBUTING)]))
    return row
