"""Places of words by whole arrays: those that ``WORD`` finds, for text in scripts that need no look beyond a letter."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.text.letters import Units
from headwater.text.shingles import Hashes, Offsets, span_hashes
from headwater.text.words import JOINTS, MARKS, UNSPACED

_LETTER, _JOINT, _OTHER = 1, 2, 3
_KINDS = ((_LETTER, r"\w"), (_JOINT, f"[{re.escape(JOINTS)}]"), (_OTHER, f"[{MARKS}{UNSPACED}]"))


class Placed(NamedTuple):
    """The words of a text: a hash of each, letter case regarded, and its half-open span of code points; all of (n,)."""

    hashes: Hashes
    starts: Offsets
    ends: Offsets


def plain_words(text: str, cuts: Offsets) -> Placed | None:
    """The words of ``text``, none of which goes on beyond one of the ``cuts``, places in the text.

    None where the text has marks or signs that may be words by themselves, or anything beyond U+FFFF: these take the
    expression for a word.
    """
    # The blanks at the end are room for the last words to be read eight bytes at a time.
    encoded = (text + "\n" * 8).encode("utf-16-le", "surrogatepass")
    if len(encoded) != 2 * len(text) + 16:
        return None
    units: Units = np.frombuffer(encoded, dtype="<u2")
    kinds = _kinds().take(units)
    if kinds.max() == _OTHER:
        return None
    inside = kinds == _LETTER
    joints = np.flatnonzero(kinds == _JOINT)
    joints = joints[inside[joints - 1] & inside[joints + 1]]
    barred = np.zeros(len(units), dtype=bool)
    barred[cuts] = True
    inside[joints[~barred[joints + 1]]] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.append(0, edges)
    starts, ends = edges[0::2], edges[1::2]
    return Placed(span_hashes(units, starts, ends - starts), starts, ends)


@cache
def _kinds() -> NDArray[np.uint8]:
    """For each code point whether it is a letter or digit, a mark that joins two, or one that takes more to tell."""
    table = np.zeros(0x10000, dtype=np.uint8)
    every = "".join(map(chr, range(len(table))))
    for kind, pattern in _KINDS:
        for found in re.finditer(f"{pattern}+", every):
            table[found.start() : found.end()] = kind
    return table
