"""Wholes and parts: "nine injured, one of them a soldier"; a part is no other count of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.account.compare.counted_items import CountedItem, is_generic
from headwater.account.compare.figure_words import number_words

_GAP = 60  # characters between a whole and its part in one sentence


def part_notes(groups: Sequence[Sequence[CountedItem]]) -> list[list[str]]:
    """For each group the notes that name its wholes and parts in other groups."""
    notes: list[dict[tuple[float, float], str]] = [{} for _ in groups]
    wholes: dict[tuple[str, str | None], list[tuple[CountedItem, int]]] = {}
    for position, group in enumerate(groups):
        for item in group:
            wholes.setdefault((item.article, item.mention.citation.sentence), []).append((item, position))
    for together in wholes.values():
        for whole, whole_at in together:
            for part, part_at in together:
                if whole_at != part_at and _is_part(whole, part):
                    sizes = (_size(whole), _size(part))
                    note = _words(whole, part)
                    notes[whole_at].setdefault(sizes, note)
                    notes[part_at].setdefault(sizes, note)
    return [list(found.values()) for found in notes]


def _is_part(whole: CountedItem, part: CountedItem) -> bool:
    gap = part.mention.citation.start - whole.mention.citation.end
    if not 0 <= gap <= _GAP or whole.mention.event is None or whole.mention.event != part.mention.event:
        return False
    at = whole.sentence.find(whole.mention.text)
    between = whole.sentence[at + len(whole.mention.text) :][: gap + 1]
    including = any(cue in between for cue in ("including", "among them", "one of them", "of whom", "of them"))
    return including and is_generic(whole.head) and 0 < _size(part) < _size(whole)


def _size(item: CountedItem) -> float:
    return item.mention.value or item.mention.low or 0.0


def _words(whole: CountedItem, part: CountedItem) -> str:
    size, less = _size(whole), _size(part)
    noun = part.mention.what.removesuffix(f" {part.mention.event}")
    counted = "one of them a" if less == 1 else f"{number_words(less, None)} of them"
    return f"{number_words(size, None)} {whole.mention.event}, {counted} {noun}: a part of the whole, not another count"
