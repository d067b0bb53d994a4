"""Panels: a collection in stretches of time, each with all that its articles are compared with and nothing else.

What is looked up for a panel stays small however large the collection, so that the cost of an article does not grow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from headwater.stories.terms import Floats, Ints
from headwater.stories.views import Views, Window, window_of
from headwater.stories.weigh import Doubles, cosines
from headwater.stories.when import Times

_PANEL, _BLOCK = 1024, 128  # articles
_CELLS = 4_000_000  # of one block's matrices, to bound memory

Span = tuple[int, int]  # half open


@dataclass(frozen=True, slots=True)
class Panel:
    """Some of the articles that follow each other; ``near`` has the views of ``others``, all that they may be near."""

    rows: Span
    others: Ints
    near: Window

    def places(self, articles: Ints) -> Ints:
        """Where these articles stand among ``others``."""
        return np.searchsorted(self.others, articles)


@dataclass(frozen=True, slots=True)
class Block:
    """The articles from ``first`` on against ``others``; ``alike`` holds a matrix a part."""

    first: int
    others: Ints
    alike: dict[str, Floats]

    @property
    def rows(self) -> Ints:
        """The numbers of the articles that are compared."""
        return np.arange(self.first, self.first + len(self.alike["body"]))


@dataclass(frozen=True, slots=True)
class Reach:
    """Which articles, in order of the first day they may be of, may lie within a window of one another.

    The first ``loose`` ones have no such day and may lie near any; ``latest`` is of the others the last day so far.
    """

    times: Times
    window_days: float
    loose: int
    latest: Doubles

    def of(self, rows: Span) -> tuple[Span, ...]:
        """The spans, ascending and apart, of what may lie near any of ``rows``."""
        first, last = rows
        low = self.loose + int(np.searchsorted(self.latest, self.times.first[first] - self.window_days))
        end = self.times.last[first:last].max() + self.window_days
        high = int(np.searchsorted(self.times.first, end, side="right"))
        if first < self.loose or low == self.loose:
            return ((0, high),)
        return ((0, self.loose), (low, high)) if self.loose else ((low, high),)

    def until(self, first: int, size: int) -> int:
        """Where so many articles from ``first`` on end; those without a day are kept apart from the others."""
        return min(first + size, self.loose if first < self.loose else len(self.times.first))


def reach_of(times: Times, window_days: float) -> Reach:
    """The reach of articles whose ``times.first`` ascends."""
    loose = int(np.searchsorted(times.first, -np.inf, side="right"))
    return Reach(times, window_days, loose, np.maximum.accumulate(times.last[loose:]))


def panels(views: Views, reach: Reach, *, least: int = _PANEL) -> Iterator[Panel]:
    """All articles in panels of at least so many, each about as long as its window, so that little is done twice."""
    at = 0
    while at < len(reach.times.first):
        width = _size(reach.of((at, reach.until(at, 1))))
        stop = reach.until(at, max(least, width // _BLOCK * _BLOCK))
        spans = reach.of((at, stop))
        yield Panel((at, stop), np.concatenate([np.arange(*span) for span in spans]), window_of(views, spans))
        at = stop


def blocks(panel: Panel, reach: Reach, *, most: int = _BLOCK) -> Iterator[Block]:
    """The articles of a panel, so many at a time at most, each against those alone that may lie near it."""
    at, end = panel.rows
    while at < end:
        stop = min(at + most, end)
        spans = reach.of((at, stop))
        stop = min(stop, at + max(1, _CELLS // _size(spans)))
        first, last = panel.places(np.array([at, stop - 1])).tolist()
        windows = [(int(panel.places(np.array(low))), int(panel.places(np.array(high - 1))) + 1) for low, high in spans]
        alike = {
            name: np.hstack([cosines(panel.near.parts[name], among, (first, last + 1), window) for window in windows])
            for name, among in panel.near.by_term.items()
        }
        yield Block(at, np.concatenate([panel.others[slice(*window)] for window in windows]), alike)
        at = stop


def _size(spans: tuple[Span, ...]) -> int:
    return sum(high - low for low, high in spans)
