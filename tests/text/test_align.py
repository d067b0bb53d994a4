from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.align import Run, chains, compare_runs, index_runs
from headwater.text.shingles import Hashes, mixed


def hashed(numbers: list[int]) -> Hashes:
    return mixed(np.array(numbers, dtype=np.uint64))


def compare(a: list[int], b: list[int], size: int = 3) -> tuple[Run, ...]:
    return compare_runs(index_runs(hashed(a), size), index_runs(hashed(b), size)).runs


def test_a_common_run_is_found_at_its_full_length() -> None:
    assert compare([9, 1, 2, 3, 4, 5, 8], [7, 7, 1, 2, 3, 4, 5]) == (Run(1, 2, 5),)


def test_runs_with_a_gap_between_make_one_chain() -> None:
    a, b = [1, 2, 3, 4, 50, 5, 6, 7, 8], [1, 2, 3, 4, 60, 61, 5, 6, 7, 8]
    (chain,) = chains(compare(a, b), 2)
    assert (chain.a_start, chain.a_end, chain.b_start, chain.b_end, chain.equal) == (0, 9, 0, 10, 8)


def test_no_word_is_used_twice() -> None:
    found = chains(compare([1, 2, 3, 4], [1, 2, 3, 4, 9, 1, 2, 3, 4]), 0)
    assert sum(chain.equal for chain in found) == 4


def test_texts_too_short_for_a_run_share_none() -> None:
    assert compare([1, 2], [1, 2]) == ()
    assert compare([], []) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 4), max_size=40), st.lists(st.integers(0, 4), max_size=40))
def test_runs_hold_equal_words_and_sharing_is_symmetric(a: list[int], b: list[int]) -> None:
    for run in compare(a, b):
        assert a[run.a : run.a + run.length] == b[run.b : run.b + run.length]
    one, other = index_runs(hashed(a), 3), index_runs(hashed(b), 3)
    assert compare_runs(one, other).shared == compare_runs(other, one).shared
    assert compare_runs(one, one).shared == one.distinct


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=40), st.lists(st.integers(0, 3), max_size=40))
def test_chains_keep_the_order_of_both_texts_apart(a: list[int], b: list[int]) -> None:
    found = chains(compare(a, b, 2), 1)
    assert all(one.a_end <= other.a_start for one, other in pairwise(found))
    taken = [place for chain in found for place in range(chain.b_start, chain.b_end)]
    assert sum(chain.equal for chain in found) <= min(len(a), len(b))
    assert len(taken) >= sum(chain.equal for chain in found)
