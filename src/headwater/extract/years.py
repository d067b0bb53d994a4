"""Years: which of many lines hold one, all looked at together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

# Figures, and what stands for those of other scripts in a text of which only ASCII is left.
_FIGURES = np.isin(np.arange(256), [*b"0123456789?"])
_NINETEEN, _TWENTY = b"19", b"20"
_LETTERS = 4
_BREAK = ord("\n")


def lines_with_years(lines: Sequence[str]) -> list[int]:
    """The numbers of those of ``lines``, which hold no line break, in which "19" or "20" stands before two figures."""
    row = np.frombuffer("\n".join(lines).encode("ascii", "replace") + b"\n" * _LETTERS, dtype=np.uint8)
    places = np.flatnonzero((row == _NINETEEN[0]) | (row == _TWENTY[0]))
    first, second = row[places], row[places + 1]
    century = np.where(first == _NINETEEN[0], second == _NINETEEN[1], second == _TWENTY[1])
    places = places[century & _FIGURES[row[places + 2]] & _FIGURES[row[places + 3]]]
    return sorted(set(np.searchsorted(np.flatnonzero(row == _BREAK), places).tolist()))
