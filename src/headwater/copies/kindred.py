"""Pairs of texts that may be rewrites of each other: those that share rare words, in a collection of any size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from headwater.copies.sketch import Ints, Words, group_sizes, short_words
from headwater.text.shingles import Hashes, word_rows

# A word in more texts than this is not rare; the names of an event are, and what is told of it more so.
_RARE_TEXTS = 24
# So many rare words in common, and at least this share of the different words of the shorter text.
_FEWEST_SHARED = 6
_SHARE = 0.05


def kindred_pairs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Numbers (low, high) of texts with enough rare words in common, sorted."""
    words, holders, distinct = _words_once(texts)
    sizes = group_sizes(words)
    rare = np.flatnonzero((sizes > 1) & (sizes <= _RARE_TEXTS))
    words, holders = words[rare], holders[rare]
    count = len(texts)
    found = [np.empty(0, dtype=np.int64)]
    for step in range(1, min(_RARE_TEXTS, len(words))):
        same = np.flatnonzero(words[step:] == words[:-step])
        found.append(holders[same] * count + holders[same + step])
    codes, shared = np.unique(np.concatenate(found), return_counts=True)
    shorter = np.minimum(distinct[codes // count], distinct[codes % count])
    kept = codes[shared >= np.maximum(_FEWEST_SHARED, _SHARE * shorter)].tolist()
    return [(code // count, code % count) for code in kept]


def _words_once(texts: Sequence[str]) -> tuple[Hashes, Ints, Ints]:
    """The words of the texts with the number of the text of each, each once, sorted; and how many each text has."""
    rows: list[Words] = [np.empty(0, dtype=np.uint32)]
    counts: list[Ints] = [np.empty(0, dtype=np.int64)]
    for hashes, number in word_rows(texts):
        rows.append(short_words(hashes))
        counts.append(number)
    lengths = np.concatenate(counts)
    owners = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
    packed = np.sort(np.concatenate(rows).astype(np.uint64) << np.uint64(32) | owners)
    packed = packed[np.append(True, packed[1:] != packed[:-1])[: len(packed)]]
    holders = (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    return packed >> np.uint64(32), holders, np.bincount(holders, minlength=len(lengths))
