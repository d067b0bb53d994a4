"""Pairs of texts worth comparing: those that share sampled runs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from headwater.copies.settings import CopySettings
from headwater.copies.sketch import Sketch


def candidate_pairs(found: Sequence[Sketch], *, settings: CopySettings) -> list[tuple[int, int]]:
    """Positions (low, high) of texts that share enough sampled runs, sorted; a run that too many share counts not."""
    if len(found) < 2:
        return []
    hashes = np.concatenate([sketch.sample for sketch in found])
    texts = np.repeat(np.arange(len(found)), [len(sketch.sample) for sketch in found])
    order = np.lexsort((texts, hashes))
    hashes, texts = hashes[order], texts[order]
    first = np.concatenate([[True], hashes[1:] != hashes[:-1]])[: len(hashes)]
    group = np.cumsum(first) - 1
    size = np.bincount(group)[group]
    kept = (size > 1) & (size <= settings.frequency_cap)
    hashes, texts = hashes[kept], texts[kept]
    pairs = []
    for step in range(1, min(settings.frequency_cap, len(hashes))):
        same = hashes[step:] == hashes[:-step]
        if not same.any():
            break
        pairs.append(texts[:-step][same] * len(found) + texts[step:][same])
    if not pairs:
        return []
    codes, counts = np.unique(np.concatenate(pairs), return_counts=True)
    codes = codes[counts >= settings.shared]
    return [(int(code) // len(found), int(code) % len(found)) for code in codes]
