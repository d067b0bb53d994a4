from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.stories.link import Pairs, average_link

COUNT = 6
ALL = list(combinations(range(COUNT), 2))


def joined_one_by_one(scores: dict[tuple[int, int], float], threshold: float) -> list[int]:
    """Average link by its definition."""
    groups = [[item] for item in range(COUNT)]

    def mean(one: list[int], other: list[int]) -> float:
        return sum(scores[min(a, b), max(a, b)] for a in one for b in other) / (len(one) * len(other))

    while len(groups) > 1:
        one, other = max(combinations(groups, 2), key=lambda two: mean(*two))
        if mean(one, other) < threshold:
            break
        groups = [group for group in groups if group not in (one, other)] + [one + other]
    return [min(next(group for group in groups if item in group)) for item in range(COUNT)]


@given(st.permutations(range(len(ALL))), st.sampled_from([0.2, 0.48, 0.7]))
def test_groups_are_those_of_average_link_by_its_definition(ranks: list[int], threshold: float) -> None:
    # Powers of an odd base: no two means are equal.
    score = 0.93 ** (1.7 * np.array(ranks, dtype=np.float64))
    one, other = (np.array([pair[n] for pair in ALL], dtype=np.int64) for n in range(2))
    found = average_link(np.ones(COUNT, dtype=np.int64), Pairs(one, other, score), threshold)
    assert found.tolist() == joined_one_by_one(dict(zip(ALL, score.tolist(), strict=True)), threshold)
