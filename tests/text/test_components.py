from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.components import component_labels, components

COUNT = 12
NUMBERS = st.integers(0, COUNT - 1)


def test_a_chain_is_one_component_by_its_smallest_key() -> None:
    assert components(["d", "a", "c", "b", "e"], [("d", "c"), ("b", "c")]) == [("a",), ("b", "c", "d"), ("e",)]


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20))
def test_labels_name_the_smallest_of_each_component(joined: list[tuple[int, int]]) -> None:
    one, other = (np.array([pair[n] for pair in joined], dtype=np.int64) for n in range(2))
    label = component_labels(COUNT, one, other)
    together = {key: group[0] for group in components(range(COUNT), joined) for key in group}
    assert label.tolist() == [together[key] for key in range(COUNT)]
