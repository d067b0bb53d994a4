"""Words of many texts as hashes: code points in, one 64-bit number a word out, without a Python string for each.

A word is a run of letters and digits with its inner apostrophes ("nato's") and the points and commas inside a number
("4,000"). In scripts that put no spaces between words each character counts as a word (character shingles).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from headwater.text.letters import FOLDED, Bytes, Letters, Truths, Units, folded_letters, unspaced

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]
Words = NDArray[np.uint32]

# Batches so large spread the cost of each call; smaller ones measured up to a sixth slower.
_BATCH_CHARS = 1 << 18
# Of an endless word the beginning and the length tell it from others.
_HASHED_BYTES = 256
_STEP = np.uint64(0xD6E8FEB86659FD93)
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)
# Words and marks lie below U+10000; beyond it are symbols, and letters too rare to matter. This is no word's either.
_BEYOND = 0xFFFF


@dataclass(frozen=True, slots=True)
class HashedWords:
    """The words of one text: ``hashes`` (n,) and their half-open code point spans ``starts``, ``ends`` (n,)."""

    hashes: Hashes
    starts: Offsets
    ends: Offsets


def hashed_words(texts: Sequence[str]) -> list[HashedWords]:
    """The hashed words of each text, letter case and the shape of apostrophes disregarded."""
    return [
        HashedWords(mixed(words.hashes[low:high]), words.starts[low:high] - offset, words.ends[low:high] - offset)
        for words, cuts, offsets in (_words_of(group, hashed=True) for group in _groups(texts))
        for (low, high), offset in zip(pairwise(cuts.tolist()), offsets.tolist(), strict=True)
    ]


def span_places(texts: Sequence[str], owners: Offsets, first: Offsets, last: Offsets) -> tuple[Offsets, Offsets]:
    """Where in their texts the ``first`` words of spans start, and where the ``last`` ones end, in code points; (n,).

    ``owners`` (n,), sorted: the number of the text of each span. Nothing is hashed, which is half the work.
    """
    starts, ends = np.empty_like(first), np.empty_like(last)
    before = 0
    for group in _groups(texts):
        low, high = np.searchsorted(owners, [before, before + len(group)]).tolist()
        words, cuts, offsets = _words_of(group, hashed=False)
        texts_of = owners[low:high] - before
        moved = cuts[texts_of]
        starts[low:high] = words.starts[moved + first[low:high]] - offsets[texts_of]
        ends[low:high] = words.ends[moved + last[low:high]] - offsets[texts_of]
        before += len(group)
    return starts, ends


def word_rows(texts: Iterable[str]) -> Iterator[tuple[Words, Offsets]]:
    """The words of the texts as short hashes, some texts at a time: in one row, and how many each text has."""
    for group in _groups(texts):
        if len(group[0]) < _BATCH_CHARS:
            words, cuts, _ = _batch(group, hashed=True)
            yield _short(words.hashes), np.diff(cuts)
        else:
            row = np.concatenate([_short(_batch([piece], hashed=True)[0].hashes) for piece in _pieces(group[0])])
            yield row, np.array([len(row)])


def _short(hashes: Hashes) -> Words:
    """32 bits of each of the hashes, in which all of its bits count."""
    spread = hashes >> np.uint64(32)
    spread ^= hashes
    spread *= _STEP
    spread >>= np.uint64(32)
    return spread.astype(np.uint32)


def shingles(words: Hashes, size: int) -> Hashes:
    """The hash of each run of ``size`` words, in order; empty for a text with fewer words."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    run = words[:count].copy()
    for at in range(1, size):
        run *= _STEP
        run += words[at : at + count]
    return mixed(run)


def mixed(hashes: Hashes) -> Hashes:
    """The same numbers spread evenly over 64 bits (the finaliser of splitmix64, Steele et al. 2014)."""
    spread = hashes >> np.uint64(30)
    spread ^= hashes
    spread *= np.uint64(0xBF58476D1CE4E5B9)
    spread ^= spread >> np.uint64(27)
    spread *= np.uint64(0x94D049BB133111EB)
    spread ^= spread >> np.uint64(31)
    return spread


def span_hashes(units: Units, starts: Offsets, lengths: Offsets) -> Hashes:
    """A hash of each span of ``units``, UTF-16 code units of which the last eight belong to no span.

    One byte a letter counts where all are below U+0100, else two.
    """
    found = _hash_bytes(units.astype(np.uint8), starts, lengths)
    wide = np.flatnonzero(units > 0xFF)
    if len(wide):
        words = np.flatnonzero(np.searchsorted(wide, starts) < np.searchsorted(wide, starts + lengths))
        found[words] = _hash_bytes(units.view(np.uint8), 2 * starts[words], 2 * lengths[words])
    return mixed(found)


def _groups(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in their order, as many at a time as fill a batch; a text that fills one by itself stands alone."""
    group: list[str] = []
    waiting = 0
    for text in texts:
        if group and waiting + len(text) >= _BATCH_CHARS:
            yield group
            group, waiting = [], 0
        group.append(text)
        waiting += len(text) + 1
    if group:
        yield group


def _words_of(group: Sequence[str], *, hashed: bool) -> tuple[HashedWords, Offsets, Offsets]:
    """The words of the texts of a group in one row, where those of each text begin (and the last end), and where each
    text does.
    """
    if len(group[0]) < _BATCH_CHARS:
        return _batch(group, hashed=hashed)
    words = _together([_batch([piece], hashed=hashed)[0] for piece in _pieces(group[0])], group[0])
    return words, np.array([0, len(words.starts)]), np.zeros(1, dtype=np.int64)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of bounded length, cut at white space where there is any."""
    start = 0
    while len(text) - start > _BATCH_CHARS:
        cut = max(text.rfind(mark, start, start + _BATCH_CHARS) for mark in " \n")
        cut = cut if cut > start else start + _BATCH_CHARS
        yield text[start:cut]
        start = cut
    yield text[start:]


def _together(pieces: Sequence[HashedWords], text: str) -> HashedWords:
    """The words of the pieces of one text, their spans counted from its beginning."""
    offsets = np.cumsum([0, *(len(piece) for piece in _pieces(text))]).tolist()
    moved = [(piece, offset) for piece, offset in zip(pieces, offsets, strict=False)]
    return HashedWords(
        np.concatenate([piece.hashes for piece in pieces]),
        np.concatenate([piece.starts + offset for piece, offset in moved]),
        np.concatenate([piece.ends + offset for piece, offset in moved]),
    )


def _batch(texts: Sequence[str], *, hashed: bool) -> tuple[HashedWords, Offsets, Offsets]:
    """The words of all texts in one row, where those of each text begin (and the last end), and where each text does.

    Places are code points of the texts joined by one character.
    """
    # The blanks at the end are room for the last words to be read eight bytes at a time.
    joined = "\n".join([*texts, "\n" * 8])
    encoded = joined.encode("utf-16-le", "surrogatepass")
    units: Units = np.frombuffer(encoded, dtype="<u2")
    if len(units) > len(joined):
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        units = np.minimum(points, _BEYOND).astype("<u2")
    letters = folded_letters(units)
    starts, ends = _word_places(letters)
    if hashed:
        hashes = _hash_bytes(letters.small, starts, ends - starts)
        words = _holding(letters.places[letters.values > 0xFF], starts)
        hashes[words] = _hash_wide(units, starts[words], (ends - starts)[words])
    else:
        hashes = np.zeros(len(starts), dtype=np.uint64)
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
    return HashedWords(hashes, starts, ends), np.searchsorted(starts, offsets), offsets[:-1]


def _word_places(letters: Letters) -> tuple[Offsets, Offsets]:
    """Half-open places of the words among folded code points."""
    padded = np.zeros(len(letters.inside) + 2, dtype=bool)
    padded[1:-1] = letters.inside
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = edges[0::2].copy(), edges[1::2].copy()
    if letters.values.max(initial=0) < 0x0E00:
        return starts, ends
    return _cut_characters(starts, ends, letters.places[unspaced(letters.values)])


def _holding(places: Offsets, starts: Offsets) -> Offsets:
    """The numbers of the words, that begin at ``starts``, in which the places lie."""
    words: Offsets = np.searchsorted(starts, places, side="right") - 1
    fresh: Truths = np.append(True, words[1:] != words[:-1])[: len(words)]
    found: Offsets = words[fresh]
    return found


def _hash_wide(units: Units, starts: Offsets, lengths: Offsets) -> Hashes:
    """The hashes of words with letters that take two bytes."""
    first = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum())) + np.repeat(starts - first, lengths)
    row = np.zeros(len(places) + 8, dtype="<u2")
    row[: len(places)] = FOLDED.take(units[places])
    return _hash_bytes(row.view(np.uint8), 2 * first, 2 * lengths)


def _cut_characters(starts: Offsets, ends: Offsets, breaks: Offsets) -> tuple[Offsets, Offsets]:
    """The places of the words with each of the characters at ``breaks`` made a word of its own."""
    if not len(breaks):
        return starts, ends
    cuts = np.sort(np.concatenate([starts, ends, breaks, breaks + 1]))
    cuts = cuts[np.append(True, cuts[1:] != cuts[:-1])]
    middle = np.searchsorted(starts, cuts[:-1], side="right") - 1
    kept = (middle >= 0) & (cuts[:-1] < ends[np.maximum(middle, 0)])
    return cuts[:-1][kept], cuts[1:][kept]


def _hash_bytes(data: Bytes, starts: Offsets, lengths: Offsets) -> Hashes:
    """A polynomial of the bytes of each word, eight at a time; the bytes end with eight that belong to no word."""
    # Copied, since numbers that overlap are slower to pick than to copy.
    eights: Hashes = np.ndarray(len(data) - 7, dtype="<u8", buffer=data, strides=(1,)).copy()
    found: Hashes = eights[starts]
    found &= _MASKS.take(lengths, mode="clip")
    longer, done = (lengths > 8).nonzero()[0], 8
    while len(longer) and done < _HASHED_BYTES:
        left = lengths[longer] - done
        found[longer] = (found[longer] * _STEP) ^ (eights[starts[longer] + done] & _MASKS.take(left, mode="clip"))
        done += 8
        longer = longer[left > 8]
    found[longer] += lengths[longer].astype(np.uint64)
    return found
