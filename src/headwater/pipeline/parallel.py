"""Work spread over processes, in order and in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 16  # things handed to a process at once: fewer cost more in talk than in work
_AHEAD = 3  # batches a process may lie ahead of what was taken


def mapped(work: Callable[[T], R], things: Iterable[T], *, jobs: int) -> Generator[R, None, None]:
    """``work`` done on each of ``things``, in their order; with more than one job, in so many processes.

    ``work`` must be picklable and pure: the results are the same for any number of jobs. Only a few batches are held at
    a time, so that a large archive streams through.
    """
    if jobs <= 1:
        yield from map(work, things)
        return
    source = iter(things)
    waiting: deque[Future[list[R]]] = deque()
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        try:
            while batch := list(islice(source, _BATCH)):
                waiting.append(pool.submit(_each, work, batch))
                if len(waiting) >= jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _each(work: Callable[[T], R], batch: list[T]) -> list[R]:
    return [work(thing) for thing in batch]
