"""Features of blocks: what in a block's words, place and surroundings tells content from furniture, as one matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.extract.blocks import Block, BlockPage, Container
from headwater.extract.lines import folded
from headwater.extract.names import name_groups
from headwater.extract.ruling import far_and_short, ruled_out
from headwater.extract.wording import LINK, PROSE, SIZE, STOP, TITLE, Told, details, measures

Matrix = NDArray[np.float32]
Numbers = NDArray[np.intp]

_TAGS = ("p", "div", "li", "h1", "h2", "h3", "h4", "td", "blockquote", "figcaption", "section", "article", "button",
         "pre", "h5", "h6", "dt", "dd", "address", "label", "tr", "caption")  # fmt: skip
_INSIDE = ("article", "main", "aside", "nav", "header", "footer", "figure", "form", "ul", "table", "blockquote",
           "pre", "details", "dl")  # fmt: skip
_INSIDE_AT = {tag: at for at, tag in enumerate(_INSIDE)} | {"ol": _INSIDE.index("ul")}
_TAG_AT = {tag: at for at, tag in enumerate(_TAGS)}
_MOST_LEVELS = 4
# The column of ``_surroundings`` that tells how near a block stands to the container with most of the prose.
_NEAREST = 4 * _MOST_LEVELS


@dataclass(frozen=True, slots=True)
class Features:
    """The blocks of a page that may be text, by number, with a row of features for each.

    ``keys`` are the texts of all blocks as letters and digits, ``ruled`` the containers that rule them out (-1: none).
    """

    scored: Numbers
    rows: Matrix
    keys: tuple[str, ...]
    ruled: tuple[int, ...]


def block_features(page: BlockPage, told: Told) -> Features:
    """The features of those blocks of a page that may be its text; the page has at least one block."""
    blocks, containers = page.blocks, page.containers
    keys = tuple(folded(block.text) for block in blocks)
    words = np.array([measures(*pair, told) for pair in zip(blocks, keys, strict=True)], dtype=np.float32)
    parents = np.array([container.parent for container in containers])
    at = np.array([block.container for block in blocks])
    surroundings = _surroundings(words, at, parents)
    ruled = tuple(ruled_out(page, np.flatnonzero(words[:, TITLE]).tolist()))
    never = np.array(ruled) >= 0
    inside = surroundings[:, _NEAREST] >= 1
    scored = np.flatnonzero(~never & ~far_and_short(words[:, PROSE] > 0, [len(block.text) for block in blocks], inside))
    if not len(scored):
        return Features(scored, np.zeros((0, 0), dtype=np.float32), keys, ruled)
    counts = Counter(keys)
    own_words = [details(blocks[one], keys[one], counts[keys[one]], told) for one in scored.tolist()]
    rows = [
        words[scored],
        np.array(own_words, dtype=np.float32),
        _standing(page, parents, scored),
        surroundings[scored],
        _places(words)[scored],
        _neighbours(words, at, 3)[scored],
        _group_features(words[:, [SIZE, LINK, STOP, PROSE]], _shapes(page))[scored],
        _whole_page(words)[scored],
    ]
    return Features(scored, np.hstack(rows), keys, ruled)


def _standing(page: BlockPage, parents: Numbers, scored: Numbers) -> Matrix:
    """What the names and tags of the containers tell: of a block's own, of the one around it, of all around it."""
    containers = page.containers
    masks, number_of = _masks_of(containers, [page.blocks[one] for one in scored.tolist()])
    at = np.array([page.blocks[one].container for one in scored.tolist()])
    up = np.maximum(parents[at], 0)
    own = masks[number_of[: len(containers)]]
    tags = _flags(containers, _TAG_AT, len(_TAGS))
    names_in, inside = _inherited(parents.tolist(), own, _flags(containers, _INSIDE_AT, len(_INSIDE)))
    first = masks[number_of[len(containers) :]]
    return np.hstack([own[at], own[up], names_in[at], first, inside[at], tags[at], tags[up]])


def _shapes(page: BlockPage) -> Numbers:
    """For each block the number of its shape: blocks alike in tag and names, and in those of the container around."""
    numbers: dict[tuple[str, ...], int] = {}
    containers = page.containers
    found = []
    for block in page.blocks:
        own = containers[block.container]
        around = containers[max(own.parent, 0)]
        key = (own.tag, own.names, around.tag, around.names)
        found.append(numbers.setdefault(key, len(numbers)))
    return np.array(found)


def _group_features(values: Matrix, groups: Numbers) -> Matrix:
    """For each block the size of its group, the means of ``values`` in it, and the group's share of their sums."""
    count = int(groups.max()) + 1
    sizes = np.bincount(groups, minlength=count)
    columns = [np.log1p(sizes)[groups]]
    for column in values.T:
        sums = np.bincount(groups, weights=column, minlength=count)
        columns += [(sums / sizes)[groups], (sums / max(1e-6, float(sums.sum())))[groups]]
    return np.column_stack(columns).astype(np.float32)


def _masks_of(containers: Sequence[Container], blocks: Sequence[Block]) -> tuple[Matrix, Numbers]:
    """Which groups of names each distinct string of names bears, and its number for each container and block."""
    numbers: dict[str, int] = {}
    names = [*(container.names for container in containers), *(block.names for block in blocks)]
    number_of = np.array([numbers.setdefault(name, len(numbers)) for name in names])
    return np.array([name_groups(name) for name in numbers], dtype=np.float32), number_of


def _flags(containers: Sequence[Container], places: dict[str, int], width: int) -> Matrix:
    flags = np.zeros((len(containers), width), dtype=np.float32)
    for row, container in enumerate(containers):
        if container.tag in places:
            flags[row, places[container.tag]] = 1
    return flags


def _inherited(parents: Sequence[int], names: Matrix, tags: Matrix) -> tuple[Matrix, Matrix]:
    """How many containers around each one bear the names, and whether one is of the tags."""
    both = np.hstack([names, tags])
    for number in range(1, len(parents)):
        both[number] += both[parents[number]]
    width = names.shape[1]
    return both[:, :width], np.minimum(both[:, width:], 1)


def _surroundings(words: Matrix, at: Numbers, parents: Numbers) -> Matrix:
    """Of the container of each block and those around it: prose, blocks, links; and shares of the page's prose."""
    count = len(parents)
    sums = np.zeros((count, 4), dtype=np.float64)
    per_block = np.column_stack([words[:, PROSE], np.ones(len(at)), words[:, SIZE] * words[:, LINK], words[:, SIZE]])
    np.add.at(sums, at, per_block)
    direct = np.bincount(np.maximum(parents[at], 0), weights=words[:, PROSE], minlength=count)
    direct += np.bincount(at, weights=words[:, PROSE], minlength=count)
    depth = [0] * count
    above = parents.tolist()
    for number in range(1, count):
        depth[number] = depth[above[number]] + 1
    for number in range(count - 1, 0, -1):
        sums[above[number]] += sums[number]
    total = max(1.0, sums[0, 0])
    columns = []
    where = at
    for _ in range(_MOST_LEVELS):
        prose, blocks, links, size = sums[where].T
        columns += [prose / total, np.log1p(blocks), links / np.maximum(size, 1), prose / np.maximum(size, 1)]
        where = np.maximum(parents[where], 0)
    best = int(direct.argmax())
    within = _within(best, above)
    titled = np.flatnonzero(words[:, TITLE])
    title_near = _within(int(at[titled[-1]]), above) if len(titled) else np.zeros(count)
    deep = np.array(depth)[at]
    around = direct[np.maximum(parents[at], 0)]
    columns += [within[at], title_near[at], direct[at] / total, around / total, deep - depth[best]]
    return np.column_stack(columns).astype(np.float32)


def _within(best: int, parents: Sequence[int]) -> NDArray[np.float64]:
    """How near each container stands to the ``best`` one: 1 inside it, less for each step that must be taken up."""
    near = [0.0] * len(parents)
    step, number = 1.0, best
    while number >= 0:
        near[number] = step
        number, step = parents[number], step * 0.7
    for number in range(1, len(parents)):
        near[number] = max(near[number], near[parents[number]])
    return np.array(near)


def _places(words: Matrix) -> Matrix:
    """Where each block stands: in the page, against the title, and in the run of prose."""
    count = len(words)
    order = np.arange(count)
    prose = words[:, PROSE]
    through = np.cumsum(prose) / max(1.0, float(prose.sum()))
    titled = np.flatnonzero(words[:, TITLE])
    title_at = int(titled[-1]) if len(titled) else -1
    heads = int(titled[0]) if len(titled) else -1
    last = np.maximum.accumulate(np.where(prose > 0, order, -1))
    following = np.minimum.accumulate(np.where(prose > 0, order, count)[::-1])[::-1]
    return np.column_stack(
        [
            order / count,
            count - order,
            through,
            np.clip(order - title_at, -50, 200),
            order - heads,
            np.minimum(order - last, 50),
            np.minimum(following - order, 50),
        ]
    ).astype(np.float32)


def _neighbours(words: Matrix, at: Numbers, reach: int) -> Matrix:
    """Length, links, final stop, prose and nearness in the tree of the blocks before and after."""
    kept = words[:, [SIZE, LINK, STOP, PROSE]]
    columns = [_shifted(kept, step) for step in range(-reach, reach + 1) if step]
    same = [
        (at == _shifted(at[:, None].astype(np.float32) + 1, step)[:, 0] - 1).astype(np.float32)[:, None]
        for step in (-1, 1)
    ]
    windows = [_window_means(kept, 5), _window_means(kept, 15)]
    return np.hstack([*columns, *same, *windows])


def _shifted(values: Matrix, step: int) -> Matrix:
    """``values`` of the block ``step`` further on; zeros beyond the page."""
    made = np.zeros_like(values)
    if step > 0:
        made[:-step] = values[step:]
    else:
        made[-step:] = values[:step]
    return made


def _window_means(values: Matrix, reach: int) -> Matrix:
    """The means of ``values`` over the blocks at most ``reach`` away."""
    count = len(values)
    sums = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0, dtype=np.float64)])
    low = np.maximum(np.arange(count) - reach, 0)
    high = np.minimum(np.arange(count) + reach + 1, count)
    means: Matrix = ((sums[high] - sums[low]) / (high - low)[:, None]).astype(np.float32)
    return means


def _whole_page(words: Matrix) -> Matrix:
    """What holds for the whole page: its blocks, its prose."""
    prose = words[:, PROSE]
    row = [len(words), float(prose.sum()), float((prose > 0).mean())]
    return np.tile(np.array(row, dtype=np.float32), (len(words), 1))
