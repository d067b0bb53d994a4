from __future__ import annotations

from itertools import combinations, pairwise, product, takewhile

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.align import Run, chained, chains, compare_pairs, compare_runs, linked
from headwater.text.shingles import Hashes, mixed


def hashed(numbers: list[int]) -> Hashes:
    return mixed(np.array(numbers, dtype=np.uint64))


def compare(a: list[int], b: list[int], size: int = 3) -> tuple[Run, ...]:
    return compare_runs(hashed(a), hashed(b), size).runs


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
    one, other = hashed(a), hashed(b)
    assert compare_runs(one, other, 3).shared == compare_runs(other, one, 3).shared
    itself = compare_runs(one, one, 3)
    assert itself.shared == itself.distinct_a == itself.distinct_b
    assert itself.distinct_a == len({tuple(a[at : at + 3]) for at in range(len(a) - 2)})


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=40), st.lists(st.integers(0, 3), max_size=40))
def test_chains_keep_the_order_of_both_texts_apart(a: list[int], b: list[int]) -> None:
    found = chains(compare(a, b, 2), 1)
    assert all(one.a_end <= other.a_start for one, other in pairwise(found))
    taken = [place for chain in found for place in range(chain.b_start, chain.b_end)]
    assert sum(chain.equal for chain in found) <= min(len(a), len(b))
    assert len(taken) >= sum(chain.equal for chain in found)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), max_size=30), min_size=2, max_size=5), st.integers(1, 4))
def test_many_pairs_at_once_agree_as_each_by_itself(texts: list[list[int]], size: int) -> None:
    pairs = list(combinations(range(len(texts)), 2))
    bounds = np.cumsum([0, *map(len, texts)])
    found = compare_pairs(hashed([word for text in texts for word in text]), bounds, np.array(pairs), size)
    joined = chained(found.runs, 2)
    for number, (low, high) in enumerate(pairs):
        alone = compare_runs(hashed(texts[low]), hashed(texts[high]), size)
        runs = found.runs.where(found.runs.pairs == number)
        assert tuple(zip(runs.a.tolist(), runs.b.tolist(), runs.lengths.tolist(), strict=True)) == alone.runs
        assert (found.shared[number], found.distinct_a[number]) == (alone.shared, alone.distinct_a)
        kept = joined.where(joined.pairs == number)
        assert kept.equal.tolist() == [chain.equal for chain in chains(alone.runs, 2)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), max_size=20), min_size=3, max_size=5), st.integers(1, 4))
def test_every_run_that_cannot_be_made_longer_is_found(texts: list[list[int]], size: int) -> None:
    pairs = list(combinations(range(len(texts)), 2))[::2]
    bounds = np.cumsum([0, *map(len, texts)])
    runs = compare_pairs(hashed([word for text in texts for word in text]), bounds, np.array(pairs), size).runs
    found = set(zip(*(column.tolist() for column in runs), strict=True))
    for number, (low, high) in enumerate(pairs):
        a, b = texts[low], texts[high]
        if max(map(b.count, b), default=0) > 4:
            continue
        expected = set()
        for at, to in product(range(len(a)), range(len(b))):
            agreeing = takewhile(lambda words: words[0] == words[1], zip(a[at:], b[to:], strict=False))
            length = len(list(agreeing))
            if length >= size and (at == 0 or to == 0 or a[at - 1] != b[to - 1]):
                expected.add((number, at, to, length))
        assert {run for run in found if run[0] == number} == expected


def test_a_run_that_one_text_repeats_is_tried_at_its_first_places() -> None:
    runs = compare([1, 2, 3], [1, 2, 3, 7, 1, 2, 3, 8, 1, 2, 3, 9, 1, 2, 3, 6, 1, 2, 3])
    assert [run.b for run in runs] == [0, 4, 8, 12]


def test_the_gaps_of_a_chain_are_what_lies_between_its_runs() -> None:
    a, b = hashed([1, 2, 3, 4, 5, 20, 6, 7, 8, 9, 10, 11, 12]), hashed([1, 2, 3, 4, 5, 30, 31, 6, 7, 8, 9, 10, 40, 11])
    runs = compare_pairs(np.concatenate([a, b]), np.array([0, len(a), len(a) + len(b)]), np.array([[0, 1]]), 3).runs
    chains, gaps = linked(runs, 4)
    assert [column.tolist() for column in chains] == [[0], [0], [11], [0], [12], [10]]
    assert [column.tolist() for column in gaps] == [[0], [5], [6], [5], [7]]
    assert [len(column) for column in linked(runs.where(runs.lengths > 99), 4)[1]] == [0] * 5
