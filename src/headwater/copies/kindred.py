"""Pairs of texts that may be rewrites of each other: those that share rare words, in a collection of any size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from headwater.copies.ranked import once
from headwater.copies.sketch import Ints, Truths, group_sizes
from headwater.text.shingles import Hashes, Words, word_rows

# A word in more texts than this is not rare; the names of an event are, and what is told of it more so.
_RARE_TEXTS = 24
# So many rare words in common, and at least this share of the different words of the shorter text.
_FEWEST_SHARED = 6
_SHARE = 0.05
# Words of many texts are most of all: they are listed after so many texts and whenever twice as many are read, and not
# kept from then on. The list has room for so many.
_FIRST_LOOK = 256
_SLOTS = 1 << 18

_WORD = np.uint64(32)
_OWNER = np.uint64(0xFFFFFFFF)


def kindred_pairs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Numbers (low, high) of texts with enough rare words in common, sorted."""
    words, holders, distinct = _rare_words(texts)
    count = len(texts)
    found = [np.empty(0, dtype=np.int64)]
    for step in range(1, min(_RARE_TEXTS, len(words))):
        same = np.flatnonzero(words[step:] == words[:-step])
        found.append(holders[same] * count + holders[same + step])
    codes, shared = np.unique(np.concatenate(found), return_counts=True)
    enough = shared >= _FEWEST_SHARED
    codes, shared = codes[enough], shared[enough]
    shorter = np.minimum(distinct[codes // count], distinct[codes % count])
    kept = codes[shared >= _SHARE * shorter].tolist()
    return [(code // count, code % count) for code in kept]


def _rare_words(texts: Sequence[str]) -> tuple[Hashes, Ints, Ints]:
    """The words that two texts or more have but not many, with the number of a text of each, each once, sorted.

    With them how many different words each text has.
    """
    frequent = np.arange(_SLOTS, dtype=np.uint32) ^ np.uint32(_SLOTS - 1)
    held = [np.empty(0, dtype=np.uint64)]
    distinct = np.zeros(len(texts), dtype=np.int64)
    seen, next_look = 0, _FIRST_LOOK
    for row, lengths in word_rows(texts):
        owners = np.repeat(np.arange(seen, seen + len(lengths), dtype=np.uint64), lengths)
        packed = once(row.astype(np.uint64) << _WORD | owners)
        numbers = (packed & _OWNER).astype(np.int64) - seen
        distinct[seen : seen + len(lengths)] = np.bincount(numbers, minlength=len(lengths))
        held.append(packed[~_listed(packed, frequent)])
        seen += len(lengths)
        if seen >= next_look:
            held = [_without_frequent(held, frequent)]
            next_look *= 2
    ranked = _without_frequent(held, frequent)
    words = ranked >> _WORD
    sizes = group_sizes(words)
    rare = np.flatnonzero((sizes > 1) & (sizes <= _RARE_TEXTS))
    return words[rare], (ranked[rare] & _OWNER).astype(np.int64), distinct


def _listed(packed: Hashes, frequent: Words) -> Truths:
    """Which of the words are on the list of frequent ones."""
    words = (packed >> _WORD).astype(np.uint32)
    listed: Truths = frequent[words & np.uint32(_SLOTS - 1)] == words
    return listed


def _without_frequent(held: Sequence[Hashes], frequent: Words) -> Hashes:
    """The words held so far, each once a text, sorted, without those that many texts have: these go on the list.

    The list has one slot for all words of the same lower bits. One that finds its slot taken stays among those held.
    """
    ranked = once(np.concatenate(held))
    words = ranked >> _WORD
    found = once(words[group_sizes(words) > _RARE_TEXTS]).astype(np.uint32)
    slots = (found & np.uint32(_SLOTS - 1)).astype(np.int64)
    free = (frequent[slots] & np.uint32(_SLOTS - 1)) != slots
    frequent[slots[free]] = found[free]
    kept: Hashes = ranked[~_listed(ranked, frequent)]
    return kept
