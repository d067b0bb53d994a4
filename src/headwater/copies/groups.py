"""Large groups of copies, completed: a wording that many texts share links each to a few of them at first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Ints
from headwater.text.components import components

# The pairs of a group grow with its square; in a larger one than this (131,000 pairs) the links to neighbours must do.
_LARGEST = 512


def pairs_left_out(copied: Sequence[tuple[int, int]], compared: Ints, *, settings: CopySettings) -> Ints:
    """Pairs (n, 2) of texts that hang together as copies, in groups above the frequency cap, and were not compared.

    ``copied`` are pairs known to be copies, ``compared`` (m, 2) those that were looked at. What only shares a frequent
    passage never gets here: its pairs are no copies.
    """
    texts = sorted({text for pair in copied for text in pair})
    groups = [group for group in components(texts, copied) if settings.frequency_cap < len(group) <= _LARGEST]
    known = set(map(tuple, compared.tolist())) if groups else set()
    missing = [pair for group in groups for pair in combinations(group, 2) if pair not in known]
    return np.array(sorted(missing), dtype=np.int64).reshape(-1, 2)
