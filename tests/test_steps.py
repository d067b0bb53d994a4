from __future__ import annotations

from tests.steps import grows_evenly, steps_of


def test_calls_of_python_and_of_c_are_steps() -> None:
    assert steps_of(lambda: [abs(number) for number in range(10)]) >= 11


def test_work_on_every_pair_does_not_grow_evenly() -> None:
    assert grows_evenly(lambda size: [abs(number) for number in range(size)], 50)
    assert not grows_evenly(lambda size: [abs(a - b) for a in range(size) for b in range(size)], 50)
