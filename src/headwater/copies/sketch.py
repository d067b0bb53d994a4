"""What is kept of a collection to find articles that share wording: hashed words and a sample of their runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from headwater.copies.settings import CopySettings
from headwater.text.shingles import Hashes, Words, word_rows

RUN_WORDS = 5
# Odd numbers without pattern that spread the bits of a product (those of MurmurHash3, Appleby 2011).
_FACTORS = np.array([0x85EBCA6B, 0xC2B2AE35], dtype=np.uint32)

# In a collection of no more than this every run is cheap to keep.
_CHARS_UNSAMPLED = 3_000_000

# The numbers of texts are looked up by every so many words.
_ROUND = 64
# Samples are looked through so many at a time.
_AT_ONCE = 1 << 17

# Room for the place of a run beside its key: collections of up to 2**30 words.
KEY_SHIFT = np.uint64(30)

Ints = NDArray[np.int64]
# Places and numbers of texts by the million: room for 2**31.
Places = NDArray[np.int32]
Truths = NDArray[np.bool_]
_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Collection:
    """The words of many texts in one row, text n from ``bounds[n]`` to ``bounds[n + 1]``, and the sampled runs.

    A sampled 5-word run has a key (the upper bits of its hash), the place of its first word in the row and the number
    of its text: ``keys``, ``places``, ``texts``, all of shape (s,), by key and place, each run once a text. One of
    ``rate`` runs is sampled.
    """

    words: Words
    bounds: Ints
    keys: Hashes
    places: Places
    texts: Places
    rate: int


def collect(texts: Sequence[str], *, settings: CopySettings) -> Collection:
    """The words and the sampled runs of the texts.

    Runs are sampled by hash value (FracMinHash, Irber et al. 2022): a run is kept in every text or in none, so that
    containment shows between texts of any length.
    """
    rate = sampling_rate(sum(map(len, texts)), settings=settings)
    # A byte array grows where it stands: a list of rows would be held twice while it is joined.
    words, samples = bytearray(), bytearray()
    counts: list[Ints] = [np.zeros(1, dtype=np.int64)]
    for row, lengths in word_rows(texts):
        kept, hashes = sampled_runs(row, rate)
        inside = ~_across(lengths)[kept]
        places = (kept[inside] + len(words) // row.itemsize).astype(np.uint64)
        samples += ((hashes[inside] >> KEY_SHIFT << KEY_SHIFT) | places).data
        counts.append(lengths)
        words += row.data
    bounds = np.cumsum(np.concatenate(counts))
    packed = np.frombuffer(samples, dtype=np.uint64)
    packed.sort()
    return _collection(np.frombuffer(words, dtype=np.uint32), bounds, packed, rate)


def _across(lengths: Ints) -> Truths:
    """Which runs of the words of texts that have so many each begin in one text and end in another."""
    ends = np.cumsum(lengths)
    across = np.zeros(int(ends[-1]), dtype=bool)
    for back in range(1, RUN_WORDS):
        across[ends[ends >= back] - back] = True
    return across


def with_text(collection: Collection, at: int, text: str, rate: int) -> Collection:
    """The collection with one more text, of number ``at``; ``rate`` is at least that of the collection.

    Time is linear in the collection, but by a few copies of its arrays alone: nothing is hashed or sorted again.
    """
    row, _ = next(word_rows([text]))
    start = int(collection.bounds[at])
    moved = np.where(collection.places >= start, collection.places + len(row), collection.places)
    kept, hashes = sampled_runs(row, rate)
    fresh = np.sort((hashes >> KEY_SHIFT << KEY_SHIFT) | (kept + start).astype(np.uint64))
    packed = (collection.keys << KEY_SHIFT) | moved.astype(np.uint64)
    # The bits of the places make no difference to a power of two.
    packed = packed[packed <= np.uint64(((1 << 64) - 1) // rate)]
    packed = np.insert(packed, np.searchsorted(packed, fresh), fresh)
    words = np.concatenate([collection.words[:start], row, collection.words[start:]])
    bounds = np.concatenate([collection.bounds[: at + 1], collection.bounds[at:] + len(row)])
    return _collection(words, bounds, packed, rate)


def sampled_runs(row: Words, rate: int) -> tuple[Ints, Hashes]:
    """The places of the runs in the row of words of which one in ``rate`` is sampled, and their hashes.

    The upper half of a hash says whether a run is sampled; only for those that are the lower half is worked out.
    """
    count = max(0, len(row) - RUN_WORDS + 1)
    upper = row[:count] * _FACTORS[0]
    for at in range(1, RUN_WORDS):
        upper += row[at : at + count]
        upper *= _FACTORS[0]
    upper ^= upper >> np.uint32(15)
    upper *= _FACTORS[1]
    kept = np.flatnonzero(upper <= np.uint32(((1 << 32) - 1) // rate))
    lower = row[kept]
    for at in range(1, RUN_WORDS):
        lower = (lower ^ row[kept + at]) * _FACTORS[1]
    return kept, (upper[kept].astype(np.uint64) << np.uint64(32)) | lower


def _collection(words: Words, bounds: Ints, packed: Hashes, rate: int) -> Collection:
    """The collection of sorted samples; key and place packed in one number sort faster than by an index.

    The samples of a large collection take 100 MB: all is done where they are, so many at a time.
    """
    places, texts = np.empty(len(packed), dtype=np.int32), np.empty(len(packed), dtype=np.int32)
    rounded = np.arange(0, int(bounds[-1]) + 1, _ROUND)
    numbers = np.searchsorted(bounds, rounded, side="right") - 1
    for start in range(0, len(packed), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        places[some] = (packed[some] & ((np.uint64(1) << KEY_SHIFT) - np.uint64(1))).view(np.int64)
        texts[some] = _texts_of(places[some].astype(np.int64), bounds, numbers)
    packed >>= KEY_SHIFT
    once = np.ones(len(packed), dtype=bool)
    once[1:] = packed[1:] != packed[:-1]
    once[1:] |= texts[1:] != texts[:-1]
    return Collection(words, bounds, _kept(packed, once), _kept(places, once), _kept(texts, once), rate)


def _texts_of(places: Ints, bounds: Ints, numbers: Ints) -> Ints:
    """The number of the text that each word of the row belongs to; ``numbers`` are those of every so many words.

    That of the next word before whose place is a round number is mostly the same, and far faster to look up.
    """
    texts = numbers[places // _ROUND]
    later = (bounds[texts + 1] <= places).nonzero()[0]
    texts[later] = np.searchsorted(bounds, places[later], side="right") - 1
    return texts


def _kept(row: NDArray[_Number], kept: Truths) -> NDArray[_Number]:
    """Those of the row, moved to its beginning."""
    end = 0
    for start in range(0, len(row), _AT_ONCE):
        some = row[start : start + _AT_ONCE][kept[start : start + _AT_ONCE]]
        row[end : end + len(some)] = some
        end += len(some)
    return row[:end]


def places_of(collection: Collection, runs: Hashes) -> Ints:
    """The places of the sampled runs that have one of these keys, sorted."""
    return np.sort(collection.places[known_runs(collection.keys, runs)].astype(np.int64))


def without_runs(collection: Collection) -> Collection:
    """The words alone, for those who compare texts that are known to share some: the runs take as much room again."""
    none = slice(0, 0)
    return replace(
        collection,
        keys=collection.keys[none].copy(),
        places=collection.places[none].copy(),
        texts=collection.texts[none].copy(),
    )


def known_runs(keys: Hashes, known: Hashes) -> Truths:
    """Which of the sorted keys are among the known ones."""
    edges = np.zeros(len(keys) + 1, dtype=np.int8)
    np.add.at(edges, np.searchsorted(keys, known, side="left"), 1)
    np.add.at(edges, np.searchsorted(keys, known, side="right"), -1)
    found: Truths = np.cumsum(edges[:-1], dtype=np.int8) > 0
    return found


def group_sizes(ranked: Hashes) -> Places:
    """For each of the sorted numbers how many are equal to it."""
    first = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1])[: len(ranked)]).astype(np.int32)
    sizes = np.diff(first, append=np.int32(len(ranked)))
    return np.repeat(sizes, sizes)


def sampling_rate(chars: int, *, settings: CopySettings) -> int:
    """One of how many runs is sampled: all in a small collection, up to one of ``settings.rate`` in a large one."""
    rate = 1
    while rate < settings.rate and chars > rate * _CHARS_UNSAMPLED:
        rate *= 2
    return min(rate, settings.rate)
