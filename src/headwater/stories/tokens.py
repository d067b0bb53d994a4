"""Tokens of many texts as arrays of numbers, without a Python string for each.

A token is a run of letters, digits and the marks written with them, with the points and commas inside a number
("4,000"). Scripts that put no spaces between words are cut into pairs of signs; Vietnamese, which puts spaces between
syllables, has each pair of them as a token too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from headwater.text.letters import Truths, Units
from headwater.text.shingles import Hashes, Offsets, span_hashes

FORM_BITS = 55  # of a form's hash that are kept, so that an article and two marks fit beside it in 64 bits
_APART = "\n" * 8  # room for the last tokens to be hashed eight bytes at a time
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_POINT, _COMMA, _ZERO, _S, _U = map(ord, ".,0su")
_UPPER, _DIGIT, _UNSPACED = 1, 2, 4
_TONED = (0x1EA0, 0x1EF9)  # letters with Vietnamese marks
_LEAST_TONED = 0.2  # such letters for each token of a Vietnamese text
_UNSPACED_RANGES = ((0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0xA000))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some texts in their order, entry n about the n-th.

    ``text`` is the number of its text, ``form`` the hash of its normal form, odd for a numeral, ``capital`` whether it
    is a word with a capital first, ``telling`` whether it is more than a single letter. ``start`` and ``length`` place
    the normal form in ``units``, the folded texts.
    """

    text: Offsets
    form: Hashes
    capital: Truths
    telling: Truths
    start: Offsets
    length: Offsets
    units: Units


def normal_form(token: str) -> str:
    """The token in lower case, without an English plural's s."""
    plain = token.lower()
    if len(plain) > 3 and plain[-1] == "s" and plain[-2] not in "su":
        return plain[:-1]
    return plain


def forms_of(words: Iterable[str]) -> Hashes:
    """The hashed form of each of some tokens."""
    return tokens_of(list(words)).form


def spelled(tokens: Tokens) -> dict[int, str]:
    """The normal form of each hash that occurs."""
    forms, first = np.unique(tokens.form, return_index=True)
    places = zip(tokens.start[first].tolist(), tokens.length[first].tolist(), strict=True)
    words = (tokens.units[start : start + length].tobytes().decode("utf-16-le") for start, length in places)
    return {form: word.replace("\0", " ") for form, word in zip(forms.tolist(), words, strict=True)}


def tokens_of(texts: Sequence[str]) -> Tokens:
    """The tokens of ``texts``, which are held in memory together several times over."""
    joined = "\n".join([*texts, _APART])
    encoded = joined.encode("utf-16-le", "surrogatepass")
    if len(encoded) > 2 * len(joined):
        encoded = _BEYOND.sub(" ", joined).encode("utf-16-le", "surrogatepass")
    folded, kinds = _tables()
    raw = np.frombuffer(encoded, dtype="<u2")
    units = folded[raw]
    start, end = _places(units)
    start, end = _signs_paired(start, end, units, kinds)
    bounds = np.cumsum([0, *(len(text) + 1 for text in texts)])
    start, end = _syllables_paired(start, end, units, bounds)
    length = end - start
    kind = kinds[raw[start]]
    plural = (length > 3) & (units[end - 1] == _S)
    before = units[end - 2]
    plural &= (before != _S) & (before != _U)
    capital = (kind & _UPPER > 0) & (length > 1)
    length -= plural
    numeral = kind & _DIGIT > 0
    form = span_hashes(units, start, length) >> np.uint64(65 - FORM_BITS)
    form <<= np.uint64(1)
    form |= numeral
    text = np.repeat(np.arange(len(texts), dtype=np.int64), np.diff(np.searchsorted(start, bounds)))
    telling = (length > 1) | (units[start] > 0x7F) | numeral
    return Tokens(text, form, capital, telling, start, length, units)


@cache
def _tables() -> tuple[Units, NDArray[np.uint8]]:
    """For each code unit what it counts as (0: it parts tokens), and its kind."""
    folded, kinds = np.zeros(0x10000, dtype=np.uint16), np.zeros(0x10000, dtype=np.uint8)
    for point in range(_ZERO, 0x10000):
        sign = chr(point)
        if sign.isalnum():
            small = sign.lower()
            folded[point] = ord(small) if len(small) == 1 else point
            kinds[point] = _UPPER * sign.isupper() + _DIGIT * sign.isdigit()
        elif point > 0x300 and category(sign)[0] == "M":
            folded[point] = point
    for low, high in _UNSPACED_RANGES:
        kinds[low:high] |= _UNSPACED
    folded[_POINT], folded[_COMMA] = _POINT, _COMMA
    return folded, kinds


def _places(units: Units) -> tuple[Offsets, Offsets]:
    """Half-open places of the tokens. Letters right after a number's decimals are a token of their own ("3.5m")."""
    padded = np.zeros(len(units) + 2, dtype=bool)
    inside = padded[1:-1]
    np.greater_equal(units, _ZERO, out=inside)
    marks = np.flatnonzero((units == _POINT) | (units == _COMMA))
    # The first unit has none before it, and the last is a blank.
    marks = marks[padded[marks] & _is_digit(units[np.minimum(marks + 1, len(units) - 1)])]
    inside[marks] = True
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return _cut(edges[0::2], edges[1::2], _after_decimals(units, marks))


def _is_digit(units: Units) -> Truths:
    digits: Truths = units - np.uint16(_ZERO) < 10
    return digits


def _after_decimals(units: Units, marks: Offsets) -> Offsets:
    """Where letters follow the digits that follow each of ``marks``."""
    at = marks + 1
    going = np.arange(len(at))
    while len(going):
        at[going] += 1
        going = going[_is_digit(units[at[going]])]
    found: Offsets = at[units[at] > _ZERO]
    return found


def _cut(start: Offsets, end: Offsets, at: Offsets) -> tuple[Offsets, Offsets]:
    if not len(at):
        return start, end
    at = np.unique(at)
    return np.sort(np.concatenate([start, at])), np.sort(np.concatenate([end, at]))


def _signs_paired(start: Offsets, end: Offsets, units: Units, kinds: NDArray[np.uint8]) -> tuple[Offsets, Offsets]:
    """The tokens, of those with signs of scripts without spaces each pair of neighbouring signs."""
    if units.max(initial=0) < _UNSPACED_RANGES[0][0]:
        return start, end
    signs = np.flatnonzero(kinds[units] & _UNSPACED)
    unspaced = np.zeros(len(start), dtype=bool)
    unspaced[np.searchsorted(start, signs, side="right") - 1] = True
    pairs = np.where(unspaced & (end - start > 2), end - start - 1, 1)
    first = np.repeat(np.cumsum(pairs) - pairs, pairs)
    begin = np.repeat(start, pairs) + np.arange(len(first)) - first
    return begin, np.where(np.repeat(pairs, pairs) > 1, begin + 2, np.repeat(end, pairs))


def _syllables_paired(start: Offsets, end: Offsets, units: Units, bounds: Offsets) -> tuple[Offsets, Offsets]:
    """The tokens; in Vietnamese texts, which lie between ``bounds``, each with the pair that it opens after it."""
    if units.max(initial=0) < _TONED[0]:
        return start, end
    toned = np.flatnonzero((units >= _TONED[0]) & (units <= _TONED[1]))
    text = np.searchsorted(bounds, start, side="right") - 1
    tones = np.bincount(np.searchsorted(bounds, toned, side="right") - 1, minlength=len(bounds))
    vietnamese = tones > _LEAST_TONED * np.bincount(text, minlength=len(bounds))
    word = (units[start] - np.uint16(_ZERO) >= 10) & vietnamese[text]
    first = np.flatnonzero(word[:-1] & word[1:] & (start[1:] == end[:-1] + 1) & (text[1:] == text[:-1]))
    return np.insert(start, first + 1, start[first]), np.insert(end, first + 1, end[first + 1])
