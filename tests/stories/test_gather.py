from __future__ import annotations

from itertools import product

import numpy as np

from headwater.stories.gather import gather_fragments
from headwater.stories.link import Pairs


def near_three(first: range, second: range) -> Pairs:
    """Each of ``first`` is like the first three of ``second`` and like no other."""
    pairs = list(product(first, second[:3]))
    one, other = (np.array([pair[n] for pair in pairs], dtype=np.int64) for n in range(2))
    return Pairs(one, other, np.full(len(pairs), 0.8))


def gathered(first: int, second: int) -> list[int]:
    """What becomes of two groups so large, the ones before the others."""
    label = np.repeat([0, first], [first, second]).astype(np.int64)
    pairs = near_three(range(first), range(first, first + second))
    return [int(group) for group in gather_fragments(label, pairs, 0.6)]


def test_a_fragment_joins_the_story_whose_nearest_reports_it_is_like() -> None:
    assert gathered(2, 4) == [0] * 6


def test_a_story_as_large_is_no_fragment() -> None:
    assert gathered(3, 4) == [0] * 3 + [3] * 4


def test_a_story_of_dozens_comes_apart_into_large_fragments() -> None:
    assert gathered(18, 20) == [0] * 38


def test_a_small_story_gathers_nothing() -> None:
    assert gathered(1, 3) == [0, 1, 1, 1]
