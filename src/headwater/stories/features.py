"""Features of pairs of articles: in what, and how much more than their neighbours, two reports are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.stories.panels import Panel, blocks, panels, reach_of
from headwater.stories.terms import Floats, Ints, Terms
from headwater.stories.views import Views
from headwater.stories.weekdays import unit_weekdays
from headwater.stories.weigh import Doubles, pair_cosines
from headwater.stories.when import Times, gap_days, is_dated

FEATURES = (
    "title",  # cosine of the headlines
    "lead",  # cosine of headline and first sentences
    "body",  # cosine of the whole texts
    "cover",  # cosine of one's lead with the other's whole text, the better way
    "names",  # cosine of the names
    "numbers",  # cosine of the numbers
    "phrases",  # cosine of the leads' word pairs
    "body_best",  # body, as share of the best that either has with any article
    "lead_best",  # lead, likewise, of the better of the two
    "body_stands_out",  # log of body over what the weaker of the two has with its fifth to eleventh neighbour
    "lead_stands_out",
    "title_stands_out",
    "gap",  # log of 1 + days certainly between them
    "undated",  # 1 where the day of one is not known
    "untitled",  # 1 where one has no headline, so that title says nothing
    "length",  # log of 1 + words of the shorter one, up to _LONG
    "weekdays",  # cosine of the days of the week that the beginnings name, less _WEEKDAYS_APART; 0 where one names none
)

_ALIKE = FEATURES[:7]
_SEARCHED = _ALIKE[:3]  # likenesses of all pairs in reach, which find the candidates; the others are of these alone
_OF_CANDIDATES = {"cover": ("lead", "body"), "names": ("names",), "numbers": ("numbers",), "phrases": ("phrases",)}
_RANKS = 12
_BARE_LEAST, _BARE_MOST = 0.4, 3  # headlines alone: how much less of it, and how many times as many, are candidates
_LEAST = {"body": 0.05, "lead": 0.12, "title": 0.25}  # a pair with less of all three is no candidate
# What unrelated news has in common at least, so that an article without neighbours finds none by contrast.
_USUAL = {"body": 0.05, "lead": 0.04, "title": 0.06}
# The best neighbour counts within these bounds: less is chance, more is a copy, which says nothing about the others.
_BEST_BOUNDS = {"body": (0.15, 0.4), "lead": (0.12, 0.4)}
_KNOWN_WITHIN_DAYS = 7.0
_LONG = 400
_WEEKDAYS_APART = 0.85  # so alike days of the week neither join nor part
_SPECIFIC = [FEATURES.index("names"), FEATURES.index("numbers")]
_UNLIKE = 0.05


@dataclass(frozen=True, slots=True)
class Compared:
    """Candidate pairs ``one[n] < other[n]`` in order, and ``values[n]``, a column a feature.

    ``apart`` are the days certainly between, if their dates are true; ``far`` are those for which these lie outside the
    window, ``excused`` those for which they would, were the date of the later one believed; ``bare`` are those of which
    one is a headline alone; ``unlike`` those that name other people and places, and give other numbers: two events of
    one kind.
    """

    one: Ints
    other: Ints
    values: Floats
    apart: Doubles
    far: NDArray[np.bool_]
    excused: NDArray[np.bool_]
    bare: NDArray[np.bool_]
    unlike: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How long the articles are, which have no headline, which nothing but one, what names, numbers and days."""

    tokens: Ints
    untitled: NDArray[np.bool_]
    bare: NDArray[np.bool_]
    specific: NDArray[np.bool_]
    weekdays: Floats  # as rows of unit length


def compare(sizes: Sizes, views: Views, times: Times, *, window_days: float, most: int, everywhere: bool) -> Compared:
    """The pairs worth scoring, about ``most`` an article at most, with their features.

    Articles are numbered by the first day they may be of (``times.first`` ascends). Pairs further apart than the window
    are looked for where ``everywhere`` says so; they count as undated, since one of their dates may be false.
    """
    ranks = {name: np.zeros((len(sizes.tokens), _RANKS), dtype=np.float32) for name in _USUAL}
    reach = reach_of(times, np.inf if everywhere else window_days)
    found: list[tuple[Ints, Ints, Floats]] = []
    for panel in panels(views, reach):
        near = []
        for block in blocks(panel, reach):
            one, other = block.rows, block.others
            too_far = gap_days(times, one[:, None], other[None, :]) > window_days
            _forbid(block.alike, one[:, None] == other if everywhere else too_far | (one[:, None] == other))
            for name, best in ranks.items():
                best[one] = _top(np.where(too_far, 0, block.alike[name]))
            row, column = _candidates(block.alike, most, bare=bool(sizes.bare[one].mean() > 0.5))
            near.append((one[row], other[column], np.stack([block.alike[name][row, column] for name in _SEARCHED], 1)))
        found.append(_with_likeness(panel, *_each_once(near, len(sizes.tokens))))
    return _described(_each_once(found, len(sizes.tokens)), ranks, times, sizes, window_days)


def _forbid(alike: dict[str, Floats], which: NDArray[np.bool_]) -> None:
    """Set the likeness of these pairs to nothing in every view."""
    for matrix in alike.values():
        matrix[which] = 0


def _top(matrix: Floats) -> Floats:
    """The highest values of each row, descending, padded with 0."""
    width = min(_RANKS, matrix.shape[1])
    best = -np.sort(np.partition(-matrix, width - 1, axis=1)[:, :width], axis=1)
    return np.pad(best, ((0, 0), (0, _RANKS - width)))


def _candidates(alike: dict[str, Floats], most: int, *, bare: bool) -> tuple[Ints, Ints]:
    """Rows and columns of the pairs that are alike enough in one view, the ``most`` best of each row."""
    worth = np.max([alike[name] / least for name, least in _LEAST.items()], axis=0)
    most = most * _BARE_MOST if bare else most
    if worth.shape[1] > most:
        bar = -np.partition(-worth, most - 1, axis=1)[:, most - 1]
        worth[worth < bar[:, None]] = 0
    row, column = np.nonzero(worth >= (_BARE_LEAST if bare else 1.0))
    return row, column


def _each_once(found: Sequence[tuple[Ints, Ints, Floats]], count: int) -> tuple[Ints, Ints, Floats]:
    """The pairs, either way round, the smaller number first and none twice."""
    row, column, values = (np.concatenate([each[n] for each in found]) for n in range(3))
    one, other = np.minimum(row, column), np.maximum(row, column)
    _, first = np.unique(one * count + other, return_index=True)
    return one[first], other[first], values[first]


def _with_likeness(panel: Panel, one: Ints, other: Ints, searched: Floats) -> tuple[Ints, Ints, Floats]:
    """Pairs of a panel with the cosines of all parts; of two different views the better way round."""
    mine, yours = panel.places(one), panel.places(other)
    columns = [searched]
    for views_of in _OF_CANDIDATES.values():
        ones, others = panel.near.parts[views_of[0]], panel.near.parts[views_of[-1]]
        forth = pair_cosines(ones, others, mine, yours)
        back = forth if len(views_of) == 1 else pair_cosines(ones, others, yours, mine)
        columns.append(np.maximum(forth, back)[:, None])
    return one, other, np.hstack(columns)


def _described(
    pairs: tuple[Ints, Ints, Floats], ranks: dict[str, Floats], times: Times, sizes: Sizes, window_days: float
) -> Compared:
    """The pairs with their neighbourhood, time and size features added."""
    one, other, values = pairs
    added: list[NDArray[np.generic]] = [_share_of_best(name, values, one, other, ranks) for name in ("body", "lead")]
    added += [_stands_out(name, values, one, other, ranks) for name in ("body", "lead", "title")]
    dated, gap = is_dated(times, within_days=_KNOWN_WITHIN_DAYS), gap_days(times, one, other)
    far = gap > window_days
    known = dated[one] & dated[other] & ~far
    added += [np.where(known, np.log1p(np.where(known, gap, 0.0)), 0.0), ~known]
    unlike = sizes.specific[one] & sizes.specific[other] & (values[:, _SPECIFIC].max(axis=1) < _UNLIKE)
    added.append(sizes.untitled[one] | sizes.untitled[other])
    added.append(np.log1p(np.minimum(np.minimum(sizes.tokens[one], sizes.tokens[other]), _LONG)))
    added.append(_of_weekdays(sizes.weekdays[one], sizes.weekdays[other]))
    columns = np.column_stack([values, *added]).astype(np.float32)
    excused = np.zeros_like(far)
    return Compared(one, other, columns, gap, far, excused, sizes.bare[one] | sizes.bare[other], unlike)


def _of_weekdays(mine: Floats, yours: Floats) -> Floats:
    """How far pairs of articles name the same days of the week, where both name any."""
    both = mine.any(axis=1) & yours.any(axis=1)
    return np.where(both, (mine * yours).sum(axis=1) - np.float32(_WEEKDAYS_APART), np.float32(0))


def _share_of_best(name: str, values: Floats, one: Ints, other: Ints, ranks: dict[str, Floats]) -> Floats:
    """The likeness as share of the best of both; of the lead, of the higher best alone."""
    best = np.clip(ranks[name][:, 0], *_BEST_BOUNDS[name])
    pick = np.minimum if name == "body" else np.maximum
    share = values[:, _ALIKE.index(name)] / pick(best[one], best[other])
    return np.minimum(share, 1.0).astype(np.float32)


def _stands_out(name: str, values: Floats, one: Ints, other: Ints, ranks: dict[str, Floats]) -> Floats:
    """Log of the likeness over what the two usually have with their neighbours, the more crowded one deciding."""
    usual = np.maximum(ranks[name][:, 4:11], _USUAL[name]).mean(axis=1)
    ratio = values[:, _ALIKE.index(name)] / np.maximum(usual[one], usual[other])
    return np.asarray(np.log(ratio + 0.1), dtype=np.float32)


def sizes_of(terms: Terms, views: Views) -> Sizes:
    """The sizes of the articles whose terms these are."""
    untitled = np.ones(terms.rows, dtype=bool)
    untitled[terms.title.row] = False
    names, numbers = (np.diff(views.parts[name].start) for name in ("names", "numbers"))
    return Sizes(terms.tokens, untitled, terms.bare, (names > 1) & (numbers > 0), unit_weekdays(terms.weekdays))


def merge_sizes(sizes: Sizes, label: Ints) -> Sizes:
    """The sizes of groups of articles (``label``: 0, 1, ...): of each the longest, and what all of it lacks."""
    groups = int(label.max()) + 1 if len(label) else 0
    tokens = np.zeros(groups, dtype=np.int64)
    np.maximum.at(tokens, label, sizes.tokens)
    untitled, bare = np.ones(groups, dtype=bool), np.ones(groups, dtype=bool)
    np.logical_and.at(untitled, label, sizes.untitled)
    np.logical_and.at(bare, label, sizes.bare)
    specific = np.zeros(groups, dtype=bool)
    np.logical_or.at(specific, label, sizes.specific)
    weekdays = np.zeros((groups, sizes.weekdays.shape[1]), dtype=np.float32)
    np.add.at(weekdays, label, sizes.weekdays)
    return Sizes(tokens, untitled, bare, specific, unit_weekdays(weekdays))
