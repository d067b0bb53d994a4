"""Features of blocks: what in a block's words, place and surroundings tells content from furniture, as one matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.extract.blocks import BlockPage
from headwater.extract.lines import folded_lines
from headwater.extract.ruling import far_and_short, ruled_out
from headwater.extract.standing import standing
from headwater.extract.wording import LINK, PROSE, SIZE, STOP, TITLE, Matrix, Told, details, measures, repeats

Numbers = NDArray[np.intp]

_MOST_LEVELS = 4
_REACH = 3
_WINDOWS = (5, 15)


@dataclass(frozen=True, slots=True)
class Features:
    """The blocks of a page that may be text, by number, with a row of features for each.

    ``keys`` are the texts of all blocks as letters and digits, ``ruled`` the containers that rule them out (-1: none).
    """

    scored: Numbers
    rows: Matrix
    keys: tuple[str, ...]
    ruled: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """The containers of a page and the blocks in them as arrays: see ``blocks``."""

    at: Numbers
    parents: Numbers
    ends: Numbers
    openings: Numbers


def block_features(page: BlockPage, told: Told) -> Features:
    """The features of those blocks of a page that may be its text; the page has at least one block."""
    keys = folded_lines(page.texts)
    words = measures(page.texts, page.link_chars, keys, told)
    containers = page.containers
    layout = _Layout(
        np.array(page.inside),
        np.array(containers.parents),
        np.array(containers.ends),
        np.array(containers.openings),
    )
    direct = _direct_prose(words, layout)
    best = int(direct.argmax())
    titled = np.flatnonzero(words[:, TITLE])
    ruled = np.array(ruled_out(page, titled.tolist()))[layout.at]
    inside = (layout.at >= best) & (layout.at < layout.ends[best])
    sizes = np.array([len(text) for text in page.texts])
    scored = np.flatnonzero((ruled < 0) & ~far_and_short(words[:, PROSE] > 0, sizes, inside))
    if not len(scored):
        return Features(scored, np.zeros((0, 0), dtype=np.float32), tuple(keys), tuple(ruled.tolist()))
    some = scored.tolist()
    own = details([page.texts[one] for one in some], [page.bold_chars[one] for one in some],
                  [keys[one] for one in some], told)  # fmt: skip
    rows = [
        words[scored],
        own,
        repeats(keys, some),
        standing(page, [page.inside[one] for one in some]),
        _surroundings(words, layout, scored, direct),
        _places(words, titled, scored),
        _neighbours(words, layout.at, scored),
        _group_features(words[:, [SIZE, LINK, STOP, PROSE]], _shapes(layout), scored),
        _whole_page(words, len(scored)),
    ]
    return Features(scored, np.hstack(rows), tuple(keys), tuple(ruled.tolist()))


def _shapes(layout: _Layout) -> Numbers:
    """For each block the number of its shape: blocks alike in tag and names, and in those of the container around."""
    around = np.maximum(layout.parents[layout.at], 0)
    pairs = layout.openings[layout.at] * (int(layout.openings.max()) + 1) + layout.openings[around]
    found: Numbers = np.unique(pairs, return_inverse=True)[1]
    return found


def _group_features(values: Matrix, groups: Numbers, scored: Numbers) -> Matrix:
    """For each block the size of its group, the means of ``values`` in it, and the group's share of their sums."""
    count = int(groups.max()) + 1
    sizes = np.bincount(groups, minlength=count)
    own = groups[scored]
    columns = [np.log1p(sizes)[own]]
    for column in values.T:
        sums = np.bincount(groups, weights=column, minlength=count)
        columns += [(sums / sizes)[own], (sums / max(1e-6, float(sums.sum())))[own]]
    return np.column_stack(columns).astype(np.float32)


def _direct_prose(words: Matrix, layout: _Layout) -> NDArray[np.float64]:
    """How much prose stands in each container itself and in those right inside it."""
    count, prose = len(layout.parents), words[:, PROSE]
    around = np.maximum(layout.parents[layout.at], 0)
    both = np.concatenate([layout.at, around])
    return np.bincount(both, weights=np.concatenate([prose, prose]), minlength=count).astype(np.float64)


def _surroundings(words: Matrix, layout: _Layout, scored: Numbers, direct: NDArray[np.float64]) -> Matrix:
    """Of the container of each block and those around it: prose, blocks, links; and shares of the page's prose."""
    size = words[:, SIZE]
    count = len(layout.parents)
    sums = np.zeros((count + 1, 4))
    for column, values in enumerate((words[:, PROSE], None, size * words[:, LINK], size)):
        sums[1:, column] = np.bincount(layout.at, weights=values, minlength=count)
    sums = np.cumsum(sums, axis=0)
    total = max(1.0, float(sums[-1, 0]))
    columns = []
    where = own = layout.at[scored]
    for _ in range(_MOST_LEVELS):
        prose, blocks, links, chars = (sums[layout.ends[where]] - sums[where]).T
        chars = np.maximum(chars, 1)
        columns += [prose / total, np.log1p(blocks), links / chars, prose / chars]
        where = np.maximum(layout.parents[where], 0)
    best = int(direct.argmax())
    titled = np.flatnonzero(words[:, TITLE])
    title_near = _nearness(int(layout.at[titled[-1]]), layout) if len(titled) else np.zeros(len(layout.parents))
    depth = _depths(layout)
    around = direct[np.maximum(layout.parents[own], 0)]
    columns += [_nearness(best, layout)[own], title_near[own], direct[own] / total, around / total]
    columns.append(depth[own] - depth[best])
    return np.column_stack(columns).astype(np.float32)


def _depths(layout: _Layout) -> NDArray[np.intp]:
    """How many containers stand around each one."""
    count = len(layout.ends)
    steps = np.ones(count + 1, dtype=np.intp)
    steps -= np.bincount(layout.ends, minlength=count + 1)
    found: NDArray[np.intp] = np.cumsum(steps)[:count] - 1
    return found


def _nearness(best: int, layout: _Layout) -> NDArray[np.float64]:
    """How near each container stands to the ``best`` one: 1 inside it, less for each step that must be taken up."""
    around = []
    while best >= 0:
        around.append(best)
        best = int(layout.parents[best])
    near = np.zeros(len(layout.parents))
    for steps in range(len(around) - 1, -1, -1):
        near[around[steps] : layout.ends[around[steps]]] = 0.7**steps
    return near


def _places(words: Matrix, titled: Numbers, scored: Numbers) -> Matrix:
    """Where each block stands: in the page, against the title, and in the run of prose."""
    count = len(words)
    order = np.arange(count)
    prose = words[:, PROSE]
    through = np.cumsum(prose) / max(1.0, float(prose.sum()))
    title_at, heads = (int(titled[-1]), int(titled[0])) if len(titled) else (-1, -1)
    last = np.maximum.accumulate(np.where(prose > 0, order, -1))
    following = np.minimum.accumulate(np.where(prose > 0, order, count)[::-1])[::-1]
    return np.column_stack(
        [
            scored / count,
            count - scored,
            through[scored],
            np.minimum(np.maximum(scored - title_at, -50), 200),
            scored - heads,
            np.minimum(scored - last[scored], 50),
            np.minimum(following[scored] - scored, 50),
        ]
    ).astype(np.float32)


def _neighbours(words: Matrix, at: Numbers, scored: Numbers) -> Matrix:
    """Length, links, final stop, prose and nearness in the tree of the blocks before and after."""
    kept = words[:, [SIZE, LINK, STOP, PROSE]]
    width = kept.shape[1]
    beyond = np.zeros((_REACH, width), dtype=np.float32)
    padded = np.vstack([beyond, kept, beyond])
    steps = [step for step in range(2 * _REACH + 1) if step != _REACH]
    beside = padded[scored[:, None] + steps].reshape(len(scored), len(steps) * width)
    inside = np.concatenate([[-1], at, [-1]])
    same = np.column_stack([inside[scored] == at[scored], inside[scored + 2] == at[scored]])
    sums = np.vstack([np.zeros((1, width)), np.cumsum(kept, axis=0, dtype=np.float64)])
    windows = [_window_means(sums, scored, reach) for reach in _WINDOWS]
    return np.hstack([beside, same, *windows]).astype(np.float32)


def _window_means(sums: NDArray[np.float64], scored: Numbers, reach: int) -> NDArray[np.float64]:
    """The means over the blocks at most ``reach`` away of what ``sums`` adds up from block to block."""
    low = np.maximum(scored - reach, 0)
    high = np.minimum(scored + reach + 1, len(sums) - 1)
    means: NDArray[np.float64] = (sums[high] - sums[low]) / (high - low)[:, None]
    return means


def _whole_page(words: Matrix, rows: int) -> Matrix:
    """What holds for the whole page: its blocks, its prose."""
    prose = words[:, PROSE]
    row = [len(words), float(prose.sum()), float((prose > 0).mean())]
    return np.tile(np.array(row, dtype=np.float32), (rows, 1))
