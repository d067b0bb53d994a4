from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.account.compare.grouping import average_link, connected


def test_like_things_come_together() -> None:
    assert average_link(3, {(0, 1): 0.9}, (), threshold=0.5) == [[0, 1], [2]]


def test_a_chain_of_neighbours_is_not_one_group() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}
    assert average_link(4, pairs, (), threshold=0.5) == [[0, 1], [2, 3]]


def test_a_forbidden_pair_never_comes_together() -> None:
    pairs = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.8}
    groups = average_link(3, pairs, [(0, 2)], threshold=0.3)
    assert all(not {0, 2} <= set(group) for group in groups)


def test_a_path_of_pairs_connects_and_nothing_else_does() -> None:
    group = connected(6, np.array([0, 1, 4]), np.array([1, 3, 5])).tolist()
    assert group[0] == group[1] == group[3]
    assert group[4] == group[5]
    assert len({group[0], group[2], group[4]}) == 3


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), st.floats(0.1, 1.0)
)


@settings(max_examples=60, deadline=None)
@given(PAIRS, st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])))
def test_groups_are_a_partition_that_respects_what_is_forbidden(
    pairs: dict[tuple[int, int], float], forbidden: set[tuple[int, int]]
) -> None:
    groups = average_link(8, pairs, forbidden, threshold=0.4)
    assert sorted(member for group in groups for member in group) == list(range(8))
    assert all(not (a in group and b in group) for a, b in forbidden for group in groups)
