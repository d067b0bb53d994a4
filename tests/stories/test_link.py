from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.stories.link import Pairs, average_link

COUNT = 6
ALL = list(combinations(range(COUNT), 2))


def joined_one_by_one(scores: dict[tuple[int, int], float], threshold: float) -> list[int]:
    """Average link by its definition, with what two groups lack across of their closeness within."""
    groups = [[item] for item in range(COUNT)]

    def within(group: list[int]) -> float:
        inner = [scores[pair] for pair in combinations(sorted(group), 2)]
        return sum(inner) / len(inner) if inner else 0.0

    def near(one: list[int], other: list[int]) -> float:
        across = sum(scores[min(a, b), max(a, b)] for a in one for b in other) / (len(one) * len(other))
        return across - 0.25 * max(0.0, min(within(one), within(other)) - across)

    while len(groups) > 1:
        one, other = max(combinations(groups, 2), key=lambda two: near(*two))
        if near(one, other) < threshold:
            break
        groups = [group for group in groups if group not in (one, other)] + [one + other]
    return [min(next(group for group in groups if item in group)) for item in range(COUNT)]


@given(st.permutations(range(len(ALL))), st.sampled_from([0.2, 0.48, 0.7]))
def test_groups_are_those_of_average_link_by_its_definition(ranks: list[int], threshold: float) -> None:
    # Powers of an odd base: no two means are equal.
    score = 0.93 ** (1.7 * np.array(ranks, dtype=np.float64))
    one, other = (np.array([pair[n] for pair in ALL], dtype=np.int64) for n in range(2))
    found = average_link(COUNT, Pairs(one, other, score), threshold, apart=0.25)
    assert found.tolist() == joined_one_by_one(dict(zip(ALL, score.tolist(), strict=True)), threshold)


def test_two_stories_each_closer_within_than_across_stay_apart() -> None:
    scores = {(0, 1): 0.95, (2, 3): 0.95, (0, 2): 0.55, (0, 3): 0.5, (1, 2): 0.5, (1, 3): 0.5}
    one, other = (np.array([pair[n] for pair in scores], dtype=np.int64) for n in range(2))
    pairs = Pairs(one, other, np.array(list(scores.values())))
    assert average_link(4, pairs, 0.48, apart=0.25).tolist() == [0, 0, 2, 2]
    assert average_link(4, pairs, 0.48).tolist() == [0, 0, 0, 0]


def test_a_report_alone_joins_a_close_story_by_the_mean() -> None:
    scores = {(0, 1): 0.95, (0, 2): 0.52, (1, 2): 0.5}
    one, other = (np.array([pair[n] for pair in scores], dtype=np.int64) for n in range(2))
    pairs = Pairs(one, other, np.array(list(scores.values())))
    assert average_link(3, pairs, 0.48, apart=0.25).tolist() == [0, 0, 0]
