"""Groups of figures brought together where what stands around them tells that they size one thing, equal or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

from headwater.account.compare.counted_items import CountedItem, is_magnitude
from headwater.account.compare.figure_score import FigureScore
from headwater.account.compare.grouping import average_link
from headwater.model.particulars import Modality

# Mean chance of two groups. On clusters not fitted on, 85 of 100 pairs above it that share a number are of one thing,
# and 58 of those that differ, before groups part them (bench/fit_figures.py --left-out, bench/labels/FIGURES.md).
_LEAST = 0.3
_SAMPLES = 3  # figures of a group that are held against those of another
_MOST_WITH_WORD = 40  # groups that a word may stand in and still suggest a pair
_TIMES = 2.2  # figures farther apart are seldom two sizes of one thing, but for tolls

Group = Sequence[CountedItem]
_Manner = tuple[int, Modality]  # worded as earlier, later or neither; stated, expected or denied
Given = Mapping[tuple[str, str | None], Mapping[float, Collection[_Manner]]]


def comparable(a: CountedItem, b: CountedItem) -> bool:
    """Whether the score is made for the two: figures of two reports in one unit, no tolls, no vague counts."""
    if a.article == b.article or a.mention.event is not None or b.mention.event is not None:
        return False
    if a.mention.unit != b.mention.unit and {a.mention.unit, b.mention.unit} != {None, "people"}:
        return False
    return bool(a.numbers and b.numbers) and not is_magnitude(a.mention) and not is_magnitude(b.mention)


def linked(groups: Sequence[Group], items: Sequence[CountedItem], score: FigureScore) -> list[list[CountedItem]]:
    """The ``groups`` of figures, those of one thing by their surroundings made one; in order of the first group.

    By average link, so that no chain of neighbours joins different things; two figures that one report gives side by
    side never come together.
    """
    given = given_numbers(items)
    found: dict[tuple[int, int], float] = {}
    apart: list[tuple[int, int]] = []
    for pair in _suggested(groups):
        one, other = groups[pair[0]], groups[pair[1]]
        chances = [score.chance(a, b) for a, b in product(one[:_SAMPLES], other[:_SAMPLES]) if comparable(a, b)]
        if chances:
            found[pair] = sum(chances) / len(chances)
            if _both_in_one(one, other, given):
                apart.append(pair)
    merged = average_link(len(groups), found, apart, threshold=_LEAST)
    return [
        sorted(
            (item for n in members for item in groups[n]), key=lambda item: (item.article, item.mention.citation.start)
        )
        for members in merged
    ]


def given_numbers(items: Sequence[CountedItem]) -> Given:
    """The numbers of each unit in each article, with how they are told."""
    found: dict[tuple[str, str | None], dict[float, set[_Manner]]] = defaultdict(lambda: defaultdict(set))
    for item in items:
        for number in item.numbers:
            found[item.article, item.mention.unit][number].add(_manner(item))
    return found


def gives_too(item: CountedItem, numbers: frozenset[float], given: Given) -> bool:
    """Whether the article of ``item`` gives one of ``numbers`` beside it, told in the same manner.

    Not so where the one is what the other was before, became, or was expected to be.
    """
    beside = given.get((item.article, item.mention.unit), {})
    return any(_manner(item) in beside[number] for number in numbers if number in beside)


def _manner(item: CountedItem) -> _Manner:
    return item.era, item.mention.modality


def _both_in_one(one: Group, other: Group, given: Given) -> bool:
    """Whether a report of the one group gives a number of the other too, and not the same."""
    mine, yours = (frozenset().union(*(item.numbers for item in group)) for group in (one, other))
    if mine & yours:
        return False
    return any(gives_too(item, numbers, given) for group, numbers in ((one, yours), (other, mine)) for item in group)


def _suggested(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of groups with a number in common, or sizes near each other and a word that not all figures have beside."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        units = {"" if item.mention.unit in (None, "people") else item.mention.unit for item in group}
        words = {word for item in group[:_SAMPLES] for word in item.beside}
        numbers = {number for item in group[:_SAMPLES] for number in item.numbers}
        for key in sorted(product(units, (*words, *map(repr, numbers)))):
            blocks[key].append(n)
    seen = {pair for block in blocks.values() if len(block) <= _MOST_WITH_WORD for pair in combinations(block, 2)}
    return (pair for pair in sorted(seen) if _near(groups[pair[0]], groups[pair[1]]))


def _near(one: Group, other: Group) -> bool:
    sizes = [[abs(number) for item in group[:_SAMPLES] for number in item.numbers if number] for group in (one, other)]
    if not all(sizes):
        return False
    (low, high), (least, most) = ((min(each), max(each)) for each in sizes)
    return low <= _TIMES * most and least <= _TIMES * high
