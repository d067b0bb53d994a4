"""What hangs together, directly or through others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Key = TypeVar("Key", int, str, tuple[str, int, int])


def components(keys: Sequence[Key], joined: Sequence[tuple[Key, Key]]) -> list[tuple[Key, ...]]:
    """The connected components of ``keys``, each sorted, by their smallest key (union-find with path halving)."""
    parent = {key: key for key in keys}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in joined:
        low, high = root(one), root(other)
        if high < low:
            low, high = high, low
        parent[high] = low
    groups: dict[Key, list[Key]] = {}
    for key in sorted(keys):
        groups.setdefault(root(key), []).append(key)
    return [tuple(groups[first]) for first in sorted(groups)]
