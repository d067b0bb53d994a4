from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.stories.terms import Counts
from headwater.stories.weigh import Rows, cosines, merged, pair_cosines, postings, weighted

WIDTH = 9
COUNTED = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, WIDTH - 1)), st.integers(1, 4))


def rows_of(counted: dict[tuple[int, int], int], most: int = WIDTH) -> Rows:
    entries = sorted(counted.items())
    counts = Counts(
        np.array([row for (row, _), _ in entries], dtype=np.int32),
        np.array([term for (_, term), _ in entries], dtype=np.int32),
        np.array([count for _, count in entries], dtype=np.uint16),
    )
    return weighted(counts, np.arange(1.0, WIDTH + 1), 7, most=most)


def dense(rows: Rows) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    matrix = np.zeros((rows.count, rows.width), dtype=np.float32)
    matrix[np.repeat(np.arange(rows.count), np.diff(rows.start)), rows.term] = rows.weight
    return matrix


@given(COUNTED, st.integers(0, 3), st.integers(4, 7))
def test_cosines_of_a_block_are_those_of_the_dense_rows(
    counted: dict[tuple[int, int], int], low: int, high: int
) -> None:
    rows = rows_of(counted)
    found = cosines(rows, postings(rows), (1, 5), (low, high))
    np.testing.assert_allclose(found, dense(rows)[1:5] @ dense(rows)[low:high].T, atol=1e-6)


@given(COUNTED, COUNTED, st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_cosines_of_pairs_in_any_order_are_those_of_the_dense_rows(
    counted: dict[tuple[int, int], int], others: dict[tuple[int, int], int], pairs: list[tuple[int, int]]
) -> None:
    mine, yours = rows_of(counted), rows_of(others)
    one, other = (np.array([pair[n] for pair in pairs], dtype=np.int64) for n in range(2))
    expected = (dense(mine)[one] * dense(yours)[other]).sum(axis=1)
    np.testing.assert_allclose(pair_cosines(mine, yours, one, other), expected, atol=1e-6)


@given(COUNTED, st.integers(1, 4))
def test_a_row_keeps_its_heaviest_terms_and_its_unit_length(counted: dict[tuple[int, int], int], most: int) -> None:
    rows, whole = rows_of(counted, most), dense(rows_of(counted))
    for number, kept in enumerate(dense(rows)):
        size = int((kept > 0).sum())
        assert size == min(most, int((whole[number] > 0).sum()))
        assert size == 0 or abs(float((kept**2).sum()) - 1) < 1e-5
        dropped = whole[number][kept == 0]
        assert size == 0 or dropped.max(initial=0) <= whole[number][kept > 0].min()


def test_of_equal_terms_the_first_are_kept() -> None:
    counts = Counts(np.zeros(4, dtype=np.int32), np.arange(4, dtype=np.int32), np.array([1, 1, 2, 1], dtype=np.uint16))
    rows = weighted(counts, np.ones(4), 1, most=2)
    assert rows.term.tolist() == [0, 2]


def test_a_group_is_the_mean_of_its_rows() -> None:
    rows = rows_of({(0, 1): 1, (1, 2): 1, (2, 1): 1})
    group = dense(merged(rows, np.array([0, 0, 1, 1, 1, 1, 1]), most=5))
    np.testing.assert_allclose(group[0, [1, 2]], [2**-0.5, 2**-0.5], atol=1e-6)
    assert group[1].tolist() == [0, 1, *[0] * 7]
