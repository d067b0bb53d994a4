"""Figures that follow from others: a share of a whole as a percentage, and a whole as the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from headwater.account.compare.counted_items import CountedItem, is_generic, same_class
from headwater.account.compare.figure_words import number_words
from headwater.model.particulars import ValueKind

_LEAST_WHOLE = 10.0  # smaller sums come out by chance
_MOST_PARTS = 3
_MOST_IN_SENTENCE = 8  # figures; a table in prose is not searched for sums
_NEAR = 8  # sentences between the parts and a whole that their own sentence does not give
_FRACTION_ROOM = 0.03  # "a third" may be any share near it
_POINT = "percent"

_Placed = tuple[CountedItem, int]  # a figure and the group it is in


def derivation_notes(groups: Sequence[Sequence[CountedItem]]) -> list[list[str]]:
    """For each group the notes that show how its figures follow from those of other groups in one report."""
    notes: list[dict[str, None]] = [{} for _ in groups]
    for sentences in _by_article(groups):
        for at, inside in sentences.items():
            if len(inside) > _MOST_IN_SENTENCE:
                continue
            around = [one for n in range(at - _NEAR, at + _NEAR + 1) for one in sentences.get(n, []) if n != at]
            for note, concerned in (*_shares(inside, around), *_sums(inside, around)):
                for position in concerned:
                    notes[position].setdefault(note)
    return [list(found) for found in notes]


def _by_article(groups: Sequence[Sequence[CountedItem]]) -> list[dict[int, list[_Placed]]]:
    """For each article its plain figures by the number of their sentence, in text order."""
    found: dict[str, dict[int, list[_Placed]]] = {}
    for position, group in enumerate(groups):
        for item in group:
            sentence = item.mention.citation.sentence
            if item.mention.kind is ValueKind.VALUE and item.mention.value and sentence and sentence[1:].isdecimal():
                found.setdefault(item.article, {}).setdefault(int(sentence[1:]), []).append((item, position))
    for sentences in found.values():
        for placed in sentences.values():
            placed.sort(key=lambda one: one[0].mention.citation.start)
    return [found[article] for article in sorted(found)]


def _size(item: CountedItem) -> float:
    return item.mention.value or 0.0


def _shares(inside: Sequence[_Placed], around: Sequence[_Placed]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Percentages and fractions of a sentence that a part in it and a whole, in it or near it, come to."""
    for share, share_at in inside:
        if share.mention.unit not in (_POINT, "fraction"):
            continue
        for part, part_at in inside:
            for whole, whole_at in (*inside, *around):
                if part_at != whole_at and _one_kind(part, whole) and _comes_to(part, whole, share):
                    yield _share_words(part, whole, share), (share_at, part_at, whole_at)


def _one_kind(a: CountedItem, b: CountedItem) -> bool:
    """Whether both count in one unit, and of things without one the same things."""
    if a.mention.unit != b.mention.unit or a.mention.unit in (_POINT, "fraction"):
        return False
    return a.mention.unit is not None or same_class(a.head, b.head)


def _comes_to(part: CountedItem, whole: CountedItem, share: CountedItem) -> bool:
    if not 0 < _size(part) < _size(whole) or _size(whole) < _LEAST_WHOLE:
        return False
    given = _size(share)
    if share.mention.unit == "fraction":
        return abs(_size(part) / _size(whole) - given) <= _FRACTION_ROOM * given
    return abs(100 * _size(part) / _size(whole) - given) <= (0.5 if given == int(given) else 0.05)


def _share_words(part: CountedItem, whole: CountedItem, share: CountedItem) -> str:
    unit = part.mention.unit
    return f"{number_words(_size(part), unit)} of {number_words(_size(whole), unit)} is {share.mention.text}"


def _sums(inside: Sequence[_Placed], around: Sequence[_Placed]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Wholes, in the sentence or near it, that two or three parts in one sentence add up to."""
    for count in range(2, _MOST_PARTS + 1):
        for parts in combinations(inside, count):
            total = sum(_size(part) for part, _ in parts)
            for whole, whole_at in (*inside, *around):
                if whole_at in {at for _, at in parts} or abs(_size(whole) - total) > 1e-9 * total:
                    continue
                if total >= _LEAST_WHOLE and _make_up([part for part, _ in parts], whole):
                    yield _sum_words([part for part, _ in parts], whole), (whole_at, *(at for _, at in parts))


def _make_up(parts: Sequence[CountedItem], whole: CountedItem) -> bool:
    """Whether parts can be those of the whole: one unit and fate, and things told apart within a more general one."""
    if any(part.mention.unit != whole.mention.unit or part.mention.event != whole.mention.event for part in parts):
        return False
    if whole.mention.unit == "people":
        return is_generic(whole.head) or all(same_class(part.head, whole.head) for part in parts)
    if whole.mention.unit in (_POINT, "fraction"):
        return False
    alike = all(same_class(a.head, b.head) for a, b in permutations((*parts, whole), 2))
    return alike or (whole.mention.unit is not None and any(part.sentence == whole.sentence for part in parts))


def _sum_words(parts: Sequence[CountedItem], whole: CountedItem) -> str:
    unit = whole.mention.unit
    told = " + ".join(number_words(_size(part), unit) for part in parts)
    return f"{told} = {number_words(_size(whole), unit)}: the parts of the whole, not other counts of it"
