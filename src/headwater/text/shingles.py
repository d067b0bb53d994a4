"""Words of many texts as hashes: UTF-8 bytes in, one 64-bit number a word out, without a Python string for each.

A word is a run of letters and digits with its inner apostrophes ("nato's") and the points and commas inside a number
("4,000"). In scripts that put no spaces between words each character counts as a word (character shingles).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]
Bytes = NDArray[np.uint8]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
# Batches of this size keep the working arrays within a processor's cache; larger ones measured slower.
_BATCH_CHARS = 1 << 16
_DIGIT = np.zeros(256, dtype=bool)
_DIGIT[0x30:0x3A] = True


def _lower_table() -> NDArray[np.int64]:
    """The small letter of each code point below U+2000; the point itself where the small one has another length."""
    table = np.arange(0x2000)
    for point in range(0x80, 0x2000):
        small = chr(point).lower()
        if len(small) == 1 and len(small.encode()) == len(chr(point).encode()) and ord(small) < 0x2000:
            table[point] = ord(small)
    return table


_LOWER = _lower_table()


def _powers(base: int, count: int) -> Hashes:
    """The first powers of ``base`` modulo 2**64."""
    found = np.full(count, np.uint64(base))
    found[:1] = 1
    return np.cumprod(found, out=found)


# A code point takes at most four bytes; a few more for the marks between texts.
_POWERS = _powers(_BASE, 4 * _BATCH_CHARS + 64)
_UNPOWERS = _powers(_INVERSE, 4 * _BATCH_CHARS + 64)


@dataclass(frozen=True, slots=True)
class HashedWords:
    """The words of one text: ``hashes`` (n,) and their half-open code point spans ``starts``, ``ends`` (n,)."""

    hashes: Hashes
    starts: Offsets
    ends: Offsets


def hashed_words(texts: Sequence[str]) -> list[HashedWords]:
    """The hashed words of each text, letter case and the shape of apostrophes disregarded."""
    found: list[HashedWords] = []
    small: list[str] = []
    waiting = 0
    for text in texts:
        if waiting + len(text) >= _BATCH_CHARS:
            found.extend(_hash_batch(small))
            small, waiting = [], 0
        if len(text) >= _BATCH_CHARS:
            found.append(_together([_hash_batch([piece])[0] for piece in _pieces(text)], text))
            continue
        small.append(text)
        waiting += len(text) + 1
    return [*found, *_hash_batch(small)]


def shingles(words: Hashes, size: int) -> Hashes:
    """The hash of each run of ``size`` words, in order; empty for a text with fewer words."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    run = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        run *= np.uint64(0xD6E8FEB86659FD93)
        run += words[at : at + count]
    return mixed(run)


def mixed(hashes: Hashes) -> Hashes:
    """The same numbers spread evenly over 64 bits (the finaliser of splitmix64, Steele et al. 2014)."""
    spread = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return spread ^ (spread >> np.uint64(31))


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


def _hash_batch(texts: Sequence[str]) -> list[HashedWords]:
    """The hashed words of each text; all go through one pass."""
    joined = "\n".join([*texts, "\n"]).replace("’", "'")
    encoded = joined.encode("utf-8", "surrogatepass").lower()
    data = np.frombuffer(encoded, dtype=np.uint8)
    plain = len(data) == len(joined)
    if not plain:
        data = _lower_letters(data)
    starts, ends = _word_bytes(data, plain=plain)
    hashes = _hash_spans(data, starts, ends)
    if not plain:
        points = np.cumsum((data & 0xC0) != 0x80, dtype=np.int64)
        points = np.concatenate([points - 1, points[-1:]])
        starts, ends = points[starts], points[ends]
    bounds = np.cumsum([0, *(len(text) + 1 for text in texts)])
    cuts = np.searchsorted(starts, bounds).tolist()
    return [
        HashedWords(hashes[low:high], starts[low:high] - offset, ends[low:high] - offset)
        for low, high, offset in zip(cuts, cuts[1:], bounds.tolist(), strict=False)
    ]


def _lower_letters(data: Bytes) -> Bytes:
    """The same bytes with the two and three byte capitals up to U+1FFF made small, as far as the length allows."""
    lead = data[:-2]
    two = np.flatnonzero((lead >= 0xC3) & (lead <= 0xDF))
    three = np.flatnonzero(lead == 0xE1)
    if not len(two) and not len(three):
        return data
    data = data.copy()
    small = _LOWER[(data[two] & 0x1F).astype(np.int64) << 6 | data[two + 1] & 0x3F]
    data[two], data[two + 1] = 0xC0 | small >> 6, 0x80 | small & 0x3F
    point = (data[three + 1] & 0x3F).astype(np.int64) << 6 | data[three + 2] & 0x3F
    small = _LOWER[0x1000 | point]
    data[three + 1], data[three + 2] = 0x80 | small >> 6 & 0x3F, 0x80 | small & 0x3F
    return data


def _word_bytes(data: Bytes, *, plain: bool) -> tuple[Offsets, Offsets]:
    """Byte spans of the words of text in small letters."""
    padded = np.zeros(len(data) + 2, dtype=bool)
    inside = padded[1:-1]
    inside[:] = (data - np.uint8(0x61) < 26) | (data - np.uint8(0x30) < 10) | (data >= 0x80)
    breaks = np.empty(0, dtype=np.int64)
    if not plain:
        _blank_marks(data, inside)
        breaks = _unspaced(data)
        breaks = breaks[inside[breaks]]
    marks = np.flatnonzero(data == 0x27)
    inside[marks[padded[marks] & padded[marks + 2]]] = True
    _join_numbers(data, inside)
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    starts, ends = edges[0::2], edges[1::2]
    if not len(breaks):
        return starts, ends
    return _cut_characters(data, starts, ends, breaks)


def _join_numbers(data: Bytes, inside: NDArray[np.bool_]) -> None:
    marks = np.flatnonzero((data == 0x2C) | (data == 0x2E))
    marks = marks[(marks > 0) & (marks < len(data) - 1)]
    inside[marks[_DIGIT[data[marks - 1]] & _DIGIT[data[marks + 1]]]] = True


def _blank_marks(data: Bytes, inside: NDArray[np.bool_]) -> None:
    """Punctuation and symbols beyond ASCII part words: U+00A0-00BF, U+2000-2BFF, U+3000-303F, U+FF00-FF0F, emoji."""
    following = np.append(data[1:], np.uint8(0))
    latin = np.flatnonzero(data == 0xC2)
    general = np.flatnonzero((data == 0xE2) & (following < 0xB0))
    wide = np.flatnonzero(((data == 0xE3) & (following == 0x80)) | ((data == 0xEF) & (following >= 0xB8)))
    emoji = np.flatnonzero(data == 0xF0)
    for at, length in ((latin, 2), (general, 3), (wide, 3), (emoji, 4)):
        for step in range(length):
            inside[np.minimum(at + step, len(data) - 1)] = False


def _unspaced(data: Bytes) -> Offsets:
    """Byte offsets of the characters of scripts without spaces: Han, kana, Thai, Lao, Khmer, Burmese."""
    following = np.append(data[1:], np.uint8(0))
    east = (data >= 0xE3) & (data <= 0xE9)
    thai = (data == 0xE0) & (following >= 0xB8) & (following <= 0xBB)
    khmer = (data == 0xE1) & ((following <= 0x82) | ((following >= 0x9E) & (following <= 0x9F)))
    return np.flatnonzero(east | thai | khmer)


def _cut_characters(data: Bytes, starts: Offsets, ends: Offsets, breaks: Offsets) -> tuple[Offsets, Offsets]:
    """Word spans with each of the characters at ``breaks`` (three bytes long) made a word of its own."""
    after = np.minimum(breaks + 3, len(data))
    cuts = np.unique(np.concatenate([starts, ends, breaks, after]))
    middle = np.searchsorted(starts, cuts[:-1], side="right") - 1
    kept = (middle >= 0) & (cuts[:-1] < ends[np.maximum(middle, 0)])
    return cuts[:-1][kept], cuts[1:][kept]


def _hash_spans(data: Bytes, starts: Offsets, ends: Offsets) -> Hashes:
    """A polynomial hash of the bytes of each span, from prefix sums modulo 2**64."""
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    sums = np.zeros(len(data) + 1, dtype=np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * _POWERS[: len(data)], out=sums[1:])
    return mixed((sums[ends] - sums[starts]) * _UNPOWERS[starts])
