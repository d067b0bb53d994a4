"""Work spread over processes, in order and in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 32  # things worked on at once: with fewer, what is done once a batch and the talk between processes tell
_AHEAD = 3  # batches a process may lie ahead of what was taken


def mapped(work: Callable[[list[T]], Iterable[R]], things: Iterable[T], *, jobs: int) -> Generator[R, None, None]:
    """``work`` done on some of ``things`` at a time, in their order; with more than one job, in so many processes.

    ``work`` makes one result of each thing, whatever others it is given with. It must be picklable and pure: the
    results are the same for any number of jobs. Only a few batches are held at a time, so that a large archive streams
    through.
    """
    source = iter(things)
    batches = iter(lambda: list(islice(source, _BATCH)), [])
    if jobs <= 1:
        for batch in batches:
            yield from work(batch)
        return
    waiting: deque[Future[Iterable[R]]] = deque()
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        try:
            for batch in batches:
                waiting.append(pool.submit(work, batch))
                if len(waiting) >= jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)
