"""Word-level difference of two wordings."""

from __future__ import annotations

import re
from enum import StrEnum

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"\w+(?:['’.,\-]\w+)*|[^\w\s]")

# The alignment needs memory for len(a) * len(b) bits; beyond this many words nobody reads a word-level difference.
_LONGEST = 2000

# A lone word this short between two changes is an accident ("is", "the"); kept apart, it makes the change unreadable.
_ACCIDENT = 3

# tag, then the half-open token ranges in a and in b
_Step = tuple[bool, int, int, int, int]


class Op(StrEnum):
    """What became of some words on the way from one wording to the other."""

    KEPT = "kept"
    CUT = "cut"
    ADDED = "added"


def word_diff(a: str, b: str) -> list[tuple[Op, str]]:
    """Runs of words kept, cut from ``a`` and added in ``b``, in reading order, a cut before what replaces it.

    Kept and added runs together hold the words of ``b`` in order, kept and cut ones those of ``a`` but for letter
    case and the shape of apostrophes, which are no difference. The alignment is a longest common subsequence of words
    (Hyyrö 2004, as in rapidfuzz).
    """
    left, right = ([match.span() for match in _TOKEN.finditer(text)] for text in (a, b))
    if len(left) > _LONGEST or len(right) > _LONGEST:
        return [(Op.KEPT, b)] if _folded(a, left) == _folded(b, right) else [(Op.CUT, a), (Op.ADDED, b)]
    runs: list[tuple[Op, str]] = []
    for same, a_from, a_to, b_from, b_to in _smoothed(_steps(_folded(a, left), _folded(b, right)), _folded(a, left)):
        if same:
            runs.append((Op.KEPT, _between(b, right, b_from, b_to)))
            continue
        if a_to > a_from:
            runs.append((Op.CUT, _between(a, left, a_from, a_to)))
        if b_to > b_from:
            runs.append((Op.ADDED, _between(b, right, b_from, b_to)))
    return runs


def kept_share(runs: list[tuple[Op, str]]) -> float:
    """Share of the characters of a difference that both wordings have, 0..1; 1 for two empty wordings."""
    total = sum(len(text) for _, text in runs)
    return sum(len(text) for op, text in runs if op is Op.KEPT) / total if total else 1.0


def _folded(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end].casefold().replace("’", "'") for start, end in spans]


def _steps(left: list[str], right: list[str]) -> list[_Step]:
    # Numbers go into the alignment: rapidfuzz compares words by their hash, which changes from run to run.
    numbers: dict[str, int] = {}
    codes = [[numbers.setdefault(word, len(numbers)) for word in side] for side in (left, right)]
    return [(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(*codes)]


def _smoothed(steps: list[_Step], left: list[str]) -> list[_Step]:
    """The steps with accidental agreements counted as change, and neighbouring changes joined."""
    joined: list[_Step] = []
    for at, (same, a_from, a_to, b_from, b_to) in enumerate(steps):
        inner = 0 < at < len(steps) - 1
        if same and inner and a_to - a_from == 1 and len(left[a_from]) <= _ACCIDENT:
            same = False
        if joined and joined[-1][0] == same:
            joined[-1] = (same, joined[-1][1], a_to, joined[-1][3], b_to)
        else:
            joined.append((same, a_from, a_to, b_from, b_to))
    return joined


def _between(text: str, spans: list[tuple[int, int]], first: int, last: int) -> str:
    return text[spans[first][0] : spans[last - 1][1]]
