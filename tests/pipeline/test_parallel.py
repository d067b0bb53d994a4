from __future__ import annotations

from collections.abc import Iterator

import pytest

from headwater.pipeline.parallel import mapped


def squares(numbers: list[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_things(jobs: int) -> None:
    assert list(mapped(squares, range(200), jobs=jobs)) == [number * number for number in range(200)]


def test_no_more_is_taken_than_a_few_batches_ahead() -> None:
    taken = 0

    def things() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = mapped(squares, things(), jobs=2)
    assert next(results) == 0
    assert taken < 500
    results.close()
