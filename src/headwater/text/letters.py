"""Letters: UTF-16 code units folded to small letters, digits and the marks inside words, whole arrays at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Units = NDArray[np.uint16]
Truths = NDArray[np.bool_]
Places = NDArray[np.int64]

# What an apostrophe and a point are folded to: below all letters and digits, above the 0 of what parts words.
_APOSTROPHE, _POINT = 1, 2
# Where letters have two cases: Latin to Greek Extended, Glagolitic to Cyrillic supplements, Latin Extended-D.
_CASED = ((0x80, 0x2000), (0x2C00, 0x2E00), (0xA640, 0xA800))


def _folded_table() -> Units:
    """For each code point its small letter or digit, an apostrophe, a point (for a comma too), 0 for what parts words.

    Beyond ASCII all is taken for letters but U+0080-00BF, U+2000-2BFF, U+3000-303F and U+FE00-FFFF.
    """
    table = np.arange(0x10000, dtype=np.uint16)
    for low, high in _CASED:
        for point in range(low, high):
            small = chr(point).lower()
            table[point] = ord(small) if len(small) == 1 else point
    for low, high in ((0, 0xC0), (0x2000, 0x2C00), (0x3000, 0x3040), (0xFE00, 0x10000)):
        table[low:high] = 0
    for point in map(ord, "0123456789abcdefghijklmnopqrstuvwxyz"):
        table[point] = table[ord(chr(point).upper())] = point
    table[[0x27, 0x2019]] = _APOSTROPHE
    table[[0x2C, 0x2E]] = _POINT
    return table


FOLDED = _folded_table()


@dataclass(frozen=True, slots=True)
class Letters:
    """UTF-16 code units folded: the low byte of each in ``small`` (n,), which of them are ``inside`` words (n,).

    ``places`` (m,): those beyond ASCII, and ``values`` (m,) what they are folded to.
    """

    small: Bytes
    inside: Truths
    places: Places
    values: Units


def folded_letters(units: Units) -> Letters:
    """The folded units; the marks inside words count as letters, and all other marks do not.

    Nearly all units are ASCII, which a few operations on whole arrays of bytes fold faster than a table.
    """
    plain = units.astype(np.uint8)
    places = (units > 0x7F).nonzero()[0]
    values = FOLDED.take(units.take(places))
    plain[places] = np.where(values == _APOSTROPHE, 0x27, np.minimum(values, 0xFF))
    shifted = plain - np.uint8(0x30)
    digit = shifted < 10
    small = plain | np.uint8(0x20)
    np.subtract(small, np.uint8(0x61), out=shifted)
    inside = shifted < 26
    inside |= digit
    inside[places] = values > _POINT
    small[places] = plain.take(places)
    # From the apostrophe to the point: few of these marks stand between two letters or digits.
    np.subtract(plain, np.uint8(0x27), out=shifted)
    marks = shifted < 8
    marks[1:-1] &= inside[:-2] & inside[2:]
    marks[[0, -1]] = False
    found = marks.nonzero()[0]
    kinds = plain.take(found)
    points = found[((kinds == 0x2C) | (kinds == 0x2E)) & digit.take(found - 1) & digit.take(found + 1)]
    for within, folded in ((found[kinds == 0x27], _APOSTROPHE), (points, _POINT)):
        small[within] = folded
        inside[within] = True
    return Letters(small, inside, places, values)


def unspaced(units: Units) -> Truths:
    """Which code points are characters of scripts without spaces: Thai, Lao, Burmese, Khmer, kana, Han."""
    found = np.zeros(len(units), dtype=bool)
    for low, high in ((0x0E00, 0x0F00), (0x1000, 0x10C0), (0x1780, 0x1800), (0x3000, 0xA000)):
        found |= (units >= low) & (units < high)
    return found
