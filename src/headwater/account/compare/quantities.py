"""The figures of a story's reports, joined where they size one thing, with status and explanation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from headwater.account.compare.counted_items import CountedItem, is_generic, is_magnitude, items_of, rarity, same_class
from headwater.account.compare.derivations import derivation_notes
from headwater.account.compare.disjoint import DisjointSets
from headwater.account.compare.entities import EntityIndex
from headwater.account.compare.extents import hedge_class
from headwater.account.compare.figure_links import Given, given_numbers, gives_too, linked
from headwater.account.compare.figure_score import FigureScore
from headwater.account.compare.judging import TOLLS, judge_values
from headwater.account.compare.quantity_labels import label_of
from headwater.account.compare.sameness import same_thing
from headwater.account.compare.wholes import part_notes
from headwater.model.account import Quantity, QuantityValue
from headwater.model.particulars import Particulars, QuantityMention, ValueKind
from headwater.model.reuse import Origins

_SAMPLES = 3  # items of one cell that are held against those of another: one figure in many copies is read once
_SURELY_ONE = 0.6  # chance from which what two reports give otherwise is a contradiction, no other thing
_MOST_IN_BLOCK = 250  # cells that share one trait; beyond, the trait is too common to suggest a pair


@dataclass(frozen=True, slots=True)
class _Cell:
    """Items that plainly are one figure for one thing: same number, unit, noun and event."""

    items: tuple[CountedItem, ...]

    @property
    def first(self) -> CountedItem:
        return self.items[0]


def align_quantities(
    particulars: Sequence[Particulars],
    entities: EntityIndex,
    origins: Origins,
    *,
    distinct: Mapping[str, str] | None = None,
) -> tuple[Quantity, ...]:
    """The counted and measured things of a story, each with every figure given for it; the most carried first.

    ``distinct`` maps each article to one id for all copies of its text; without it, articles of one line whose
    sentences with the figure are the same words count as one.
    """
    items = items_of(particulars, entities)
    rare, score = rarity(items), FigureScore(items)
    groups = linked(_groups(_cells(items), rare, given_numbers(items)), items, score)

    def surely_one(a: CountedItem, b: CountedItem) -> bool:
        return a.article != b.article and (same_thing(a, b, rare) or score.chance(a, b) >= _SURELY_ONE)

    notes = [[*parts, *derived] for parts, derived in zip(part_notes(groups), derivation_notes(groups), strict=True)]
    made = [
        _quantity(group, notes[position], entities, distinct or _copies(group, origins), surely_one)
        for position, group in enumerate(groups)
    ]
    made.sort(key=_weight)
    return tuple(replace(quantity, id=f"n{number}") for number, quantity in enumerate(made, 1))


def _weight(quantity: Quantity) -> tuple[int, int, str, tuple[object, ...]]:
    cited = [citation for value in quantity.values for citation in value.citations]
    return -len({citation.article for citation in cited}), -len(cited), quantity.what, (min(cited),)


def _cells(items: Sequence[CountedItem]) -> list[_Cell]:
    cells: dict[tuple[object, ...], list[CountedItem]] = defaultdict(list)
    for item in items:
        mention = item.mention
        small = max(item.numbers, default=0.0) <= 12 and item.article
        key = (
            mention.unit,
            mention.event,
            item.head,
            mention.kind,
            _figure(mention),
            item.aside,
            small and item.sentence,
        )
        cells[key].append(item)
    return [_Cell(tuple(group)) for group in cells.values()]


def _figure(mention: QuantityMention) -> tuple[float | None, ...]:
    return mention.value, mention.low, mention.high, mention.start, mention.to, mention.by


def _groups(cells: Sequence[_Cell], rare: Mapping[str, float], given: Given) -> list[list[CountedItem]]:
    """The items of one thing together, in order of their first item."""
    things = DisjointSets(len(cells))
    heads = [{cell.first.head} if _counted(cell.first) else set() for cell in cells]

    for a, b in _candidates(cells):
        low, high = sorted((things.root(a), things.root(b)))
        if low == high or not all(same_class(x, y) for x in heads[low] for y in heads[high]):
            continue
        if _alike_cells(cells[a], cells[b], rare, given):
            things.join(low, high)
            heads[low] |= heads[high]
    groups: dict[int, list[CountedItem]] = defaultdict(list)
    for position, cell in enumerate(cells):
        groups[things.root(position)].extend(cell.items)
    return [
        sorted(group, key=lambda item: (item.article, item.mention.citation.start))
        for _, group in sorted(groups.items())
    ]


def _counted(item: CountedItem) -> bool:
    """Whether the noun tells one count from another; of money and measures the figure tells more than the noun."""
    return item.mention.unit in (None, "people") and not is_generic(item.head)


def _candidates(cells: Sequence[_Cell]) -> list[tuple[int, int]]:
    """Pairs of cells worth holding against each other: same number first, then same event or noun."""
    numbers: dict[tuple[object, ...], list[int]] = defaultdict(list)
    traits: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for position, cell in enumerate(cells):
        item = cell.first
        for number in item.numbers:
            numbers[(number,)].append(position)
        traits[(item.mention.unit, item.mention.event)].append(position)
        if item.mention.unit is None and item.mention.event is None:
            traits.pop((None, None), None)
            traits[("noun", item.head)].append(position)
    seen: dict[tuple[int, int], None] = {}
    for blocks in (numbers, traits):
        for block in blocks.values():
            for pair in combinations(block[:_MOST_IN_BLOCK], 2):
                seen.setdefault(pair)
    return list(seen)


def _alike_cells(a: _Cell, b: _Cell, rare: Mapping[str, float], given: Given) -> bool:
    if _side_by_side(a, b) or _both_given(a, b, given):
        return False
    return any(same_thing(x, y, rare) for x in a.items[:_SAMPLES] for y in b.items[:_SAMPLES])


def _side_by_side(a: _Cell, b: _Cell) -> bool:
    """Whether one report gives both figures as those of two things: in one sentence, or at all where none is a toll."""
    one, other = a.first, b.first
    if one.numbers & other.numbers or one.mention.by is not None or other.mention.by is not None:
        return False
    if is_magnitude(one.mention) or is_magnitude(other.mention):
        return False
    toll = one.mention.event is not None or ValueKind.CHANGE in (one.mention.kind, other.mention.kind)
    places = ({(item.article, item.era, item.sentence if toll else "") for item in cell.items} for cell in (a, b))
    return bool(set.intersection(*places))


def _both_given(a: _Cell, b: _Cell, given: Given) -> bool:
    """Whether a report with the one figure has the number of the other too: then they size two things in it.

    Not so of tolls, which one report may follow as they grow, and of changes, which have several numbers.
    """
    if a.first.numbers & b.first.numbers or a.first.mention.event is not None:
        return False
    if ValueKind.CHANGE in (a.first.mention.kind, b.first.mention.kind):
        return False
    return any(gives_too(item, other.first.numbers, given) for cell, other in ((a, b), (b, a)) for item in cell.items)


def _copies(group: Sequence[CountedItem], origins: Origins) -> Mapping[str, str]:
    """For each article of the group the least of those that have the same words in the same line."""
    least: dict[tuple[object, ...], str] = {}
    found: dict[str, str] = {}
    for item in group:
        key = (origins.line_of(item.article), " ".join(item.sentence.casefold().split()))
        least.setdefault(key, item.article)
        found.setdefault(item.article, least[key])
    return found


def _quantity(
    group: Sequence[CountedItem],
    notes: Sequence[str],
    entities: EntityIndex,
    distinct: Mapping[str, str],
    surely_one: Callable[[CountedItem, CountedItem], bool],
) -> Quantity:
    values = _values(group)
    eras = _eras(group, values)
    units = Counter(item.mention.unit for item in group if item.mention.unit)
    unit = min(units, key=lambda code: (-units[code], code)) if units else None
    toll = any(item.mention.event in TOLLS for item in group)
    judged = judge_values(values, distinct=distinct, unit=unit, toll=toll, eras=eras)
    explanation = "; ".join([note for note in (judged.explanation, *notes) if note]) or None
    items = {item.mention.citation: item for item in group}
    exclusive = tuple(
        (a, b)
        for a, b in judged.exclusive
        if any(surely_one(items[x], items[y]) for x in a.citations[:_SAMPLES] for y in b.citations[:_SAMPLES])
    )
    return Quantity("", label_of(group, entities), unit, judged.status, values, explanation, exclusive)


def _eras(group: Sequence[CountedItem], values: Sequence[QuantityValue]) -> Mapping[QuantityValue, int]:
    """For each value worded as an earlier figure -1, as a later one 1; those worded both ways left out."""
    worded = {item.mention.citation: item.era for item in group if item.era}
    found = {value: {worded[cited] for cited in value.citations if cited in worded} for value in values}
    return {value: eras.pop() for value, eras in found.items() if len(eras) == 1}


def _values(group: Sequence[CountedItem]) -> tuple[QuantityValue, ...]:
    """Each different figure once, with all citations, in order of time and size."""
    same: dict[tuple[object, ...], list[QuantityMention]] = defaultdict(list)
    for item in group:
        mention = item.mention
        same[(mention.kind, *_figure(mention), hedge_class(mention.qualifier), mention.modality)].append(mention)
    values = [_value(mentions) for mentions in same.values()]
    return tuple(sorted(values, key=_order))


def _value(mentions: Sequence[QuantityMention]) -> QuantityValue:
    first = mentions[0]
    speakers = Counter(mention.asserted_by for mention in mentions if mention.asserted_by)
    hedges = Counter(mention.qualifier for mention in mentions if mention.qualifier)
    days = [mention.as_of for mention in mentions if mention.as_of]
    return QuantityValue(
        kind=first.kind, citations=tuple(sorted(mention.citation for mention in mentions)), value=first.value,
        low=first.low, high=first.high, start=first.start, to=first.to, by=first.by, qualifier=_commonest(hedges),
        modality=first.modality, as_of=min(days) if days else None,
        asserted_by=_commonest(speakers),
    )  # fmt: skip


def _commonest(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda words: (-counts[words], words)) if counts else None


def _order(value: QuantityValue) -> tuple[object, ...]:
    numbers = [number for number in (value.value, value.to, value.low, value.high, value.by) if number is not None]
    return value.as_of or date.max, value.kind, numbers[:1], value.qualifier or "", value.modality, value.citations[0]
