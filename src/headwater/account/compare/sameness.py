"""Whether two figures of a story are about one counted thing."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.account.compare.counted_items import CountedItem, is_generic, one_noun, same_class
from headwater.account.compare.roundings import shared_numbers
from headwater.account.compare.surroundings import nearness
from headwater.account.compare.wording import stem
from headwater.model.particulars import ValueKind

# Set on the development clusters: below these, figures of different size of neighbouring things were joined.
_ALIKE = 0.34
_VERY_ALIKE = 0.5
_SMALL = 12.0
_FEW_DIGITS = 2  # a sum or size of more digits, or of a million and more, is hardly that of two things in one story
_LARGE = 1e6
_NEAR = 0.12  # of what is said around two figures of one noun
_MEASURED_NEAR = 0.06  # the same of sums and measures, whose unit tells more than a count's
_SMALL_NEAR = (
    0.15  # of the words around a small sum, share or measure: "fell 1 percent", "two-thirds of the $5 billion"
)
_VERY_NEAR = 0.4  # of what is said around two figures of people not told further
_TIMES = 2.0  # sums and measures of one thing that two reports give otherwise are seldom farther apart
_SERIES = frozenset(("first", "second", "third", "fourth", "last", "next", "another"))


def same_thing(a: CountedItem, b: CountedItem, rarity: Mapping[str, float]) -> bool:
    """Whether ``a`` and ``b`` give the size of one thing, with the same figure or another."""
    if not (_units_agree(a, b) and _events_agree(a, b) and _nouns_agree(a, b)):
        return False
    likeness = alike(a.words, b.words, rarity)
    if a.mention.text == b.mention.text and likeness > 0.8:
        return True
    shared = shared_numbers(a.numbers, b.numbers, a.mention.unit)
    if a.partial != b.partial and not one_noun(a, b) and likeness < _ALIKE:
        return False
    if (a.days or b.days) and not a.days & b.days and ((a.days and b.days) or not shared):
        return False
    if a.aside != b.aside and not a.aside & b.aside and not (shared and (likeness >= _ALIKE / 2 or one_noun(a, b))):
        return False
    if shared:
        return _same_figure(a, b, shared, likeness)
    if (a.partial or b.partial) and a.mention.kind is not ValueKind.CHANGE:
        return False
    if _spans(a, b) or _spans(b, a):
        return same_class(a.head, b.head) and bool(a.names & b.names or likeness >= _ALIKE / 2)
    if _follows(a, b) or _follows(b, a):
        return likeness >= _ALIKE / 2 or bool(a.names & b.names)
    return _another_figure(a, b, likeness, rarity)


def alike(a: frozenset[str], b: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Weighted share of common words, 0..1: the Jaccard coefficient, a rare word counting more."""
    both = sum(rarity.get(word, 1.0) for word in sorted(a & b))
    either = sum(rarity.get(word, 1.0) for word in sorted(a | b))
    return both / either if either else 0.0


def _units_agree(a: CountedItem, b: CountedItem) -> bool:
    one, other = a.mention.unit, b.mention.unit
    if one == other:
        return True
    return {one, other} == {None, "people"} and (not a.head or not b.head or bool(a.roles & b.roles))


def _events_agree(a: CountedItem, b: CountedItem) -> bool:
    return a.mention.event == b.mention.event


def _nouns_agree(a: CountedItem, b: CountedItem) -> bool:
    if same_class(a.head, b.head) or a.roles & b.roles:
        return True
    if a.mention.unit == b.mention.unit == "people" or None in (a.mention.unit, b.mention.unit):
        return is_generic(a.head) or is_generic(b.head)
    return a.mention.unit not in (None, "people")


def _same_figure(a: CountedItem, b: CountedItem, shared: frozenset[float], likeness: float) -> bool:
    """One number in both: enough where the number is telling, or the nouns or sentences agree too."""
    telling = any(number > _SMALL for number in shared)
    if a.article == b.article and a.sentence == b.sentence and not telling:
        return False
    if telling and a.mention.unit not in (None, "people", "percent", "fraction"):
        exact = any(len(f"{number:.12g}".rstrip("0")) > _FEW_DIGITS or number >= _LARGE for number in shared)
        return exact or same_class(a.head, b.head) or likeness >= _ALIKE
    if telling:
        weak = is_generic(a.head) or is_generic(b.head)
        one_noun = same_class(a.head, b.head) or (weak and a.mention.kind is b.mention.kind)
        return not _part_ways(a, b) and (one_noun or bool(a.names & b.names) or likeness >= _ALIKE / 2)
    if a.mention.event is not None:
        return same_class(a.head, b.head) or not is_generic(a.head) or not is_generic(b.head) or likeness >= 0.1
    if a.mention.unit not in (None, "people"):
        return same_class(a.head, b.head) and alike(a.near, b.near, {}) >= _SMALL_NEAR
    return bool(a.head) and a.head == b.head and (likeness >= _ALIKE / 2 or bool(a.modifiers & b.modifiers))


def _part_ways(a: CountedItem, b: CountedItem) -> bool:
    """Whether two changes begin alike but lead to different sizes: "to 5 from 35", "to 21 from 35"."""
    ends = (a.mention.to, b.mention.to)
    return a.mention.start is not None and None not in (*ends, b.mention.start) and ends[0] != ends[1]


def _follows(a: CountedItem, b: CountedItem) -> bool:
    """Whether "by so much" in ``a`` is the difference of "from .. to .." in ``b``."""
    by, start, to = a.mention.by, b.mention.start, b.mention.to
    return by is not None and start is not None and to is not None and abs(abs(to - start) - abs(by)) < 1e-6 * abs(by)


def _spans(a: CountedItem, b: CountedItem) -> bool:
    """Whether ``a`` gives only the magnitude ("by thousands") of what ``b`` gives as a number."""
    low, high = a.mention.low, a.mention.high
    if a.numbers or low is None or high is None or not b.numbers:
        return False
    start, to = b.mention.start, b.mention.to
    sizes = [abs(to - start)] if start is not None and to is not None else list(b.numbers)
    change = ValueKind.CHANGE in (a.mention.kind, b.mention.kind)
    return (a.mention.kind is b.mention.kind or not change) and any(low <= size <= high for size in sizes)


def _another_figure(a: CountedItem, b: CountedItem, likeness: float, rarity: Mapping[str, float]) -> bool:
    """Other numbers for one thing: a toll of one event, or sentences that say much the same."""
    if a.article == b.article and a.sentence == b.sentence:
        return False
    if a.mention.event is not None and a.mention.unit == "people":
        generic = is_generic(a.head) and is_generic(b.head)
        if generic and _sizes_near(a, b):
            return True
        return same_class(a.head, b.head) and likeness >= 0.2 and _sizes_near(a, b)
    if a.article == b.article or (
        a.mention.kind is not b.mention.kind and ValueKind.CHANGE in (a.mention.kind, b.mention.kind)
    ):
        return a.article != b.article and likeness >= _VERY_ALIKE
    return _one_size(a, b, rarity)


def _one_size(a: CountedItem, b: CountedItem, rarity: Mapping[str, float]) -> bool:
    """Whether two reports size one thing that is no toll: the same noun, and much the same said around the figure."""
    if not (a.numbers and b.numbers) or _of_others(a, b):
        return False
    nouns = frozenset((a.head[:7], b.head[:7]))
    around = nearness(a.near - nouns, b.near - nouns, rarity)
    if one_noun(a, b):
        small = min(max(a.numbers), max(b.numbers)) <= _SMALL and a.mention.unit in (None, "people")
        measured = a.mention.unit not in (None, "people") and _comparable(a, b)
        return around >= (_VERY_NEAR if small else _MEASURED_NEAR if measured else _NEAR)
    if a.mention.unit not in (None, "people") and (_told_nearby(a, b) or _told_nearby(b, a)):
        return around >= _MEASURED_NEAR and _comparable(a, b)
    if b.head in a.called or a.head in b.called:
        return a.mention.unit == b.mention.unit == "people"
    return is_generic(a.head) and is_generic(b.head) and a.mention.unit == "people" and around >= _VERY_NEAR


def _told_nearby(a: CountedItem, b: CountedItem) -> bool:
    """Whether ``a`` has no noun, but a word like that of ``b`` beside it: "offered $5 billion", "a $6 billion bid"."""
    return is_generic(a.head) and not is_generic(b.head) and any(same_class(stem(word), b.head) for word in a.near)


def _comparable(a: CountedItem, b: CountedItem) -> bool:
    """Whether the sizes are no farther apart than those that two reports give for one sum or measure."""
    return max(min(a.numbers), min(b.numbers)) <= _TIMES * min(max(a.numbers), max(b.numbers))


def _of_others(a: CountedItem, b: CountedItem) -> bool:
    """Whether the figures are those of two bodies or of two of a series ("the third quarter")."""
    if a.owners and b.owners and not set(a.owners) & set(b.owners):
        return True
    one, other = a.near & _SERIES, b.near & _SERIES
    return bool(one and other and one != other)


def _sizes_near(a: CountedItem, b: CountedItem) -> bool:
    """Whether two tolls can be one that grew: not one person against dozens."""
    sizes = [max(item.numbers, default=item.mention.low or 0.0) for item in (a, b)]
    return min(sizes) == 0 or (max(sizes) <= 60 * min(sizes) and min(sizes) > 1)
