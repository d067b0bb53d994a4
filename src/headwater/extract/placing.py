"""Placing: the furniture of an HTML page in page order, with what stands between the article's paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.extract.furniture import furniture_kinds
from headwater.extract.lines import folded_lines
from headwater.extract.parts import Parts
from headwater.model.article import FurnitureKind

_KEY_CHARS = 40
# Between the first and the last paragraph of 468 pages stand at most some hundred blocks.
_MOST_BETWEEN = 1000


def placed_furniture(blocks: Sequence[str], keys: Sequence[str], parts: Parts) -> tuple[tuple[str, FurnitureKind], ...]:
    """The furniture of ``parts`` and the other blocks between its paragraphs, in the order of ``blocks``.

    ``blocks`` is the visible text of the page, ``keys`` the letters and digits of each. Furniture that begins no block
    keeps its place among the rest.
    """
    places: dict[str, int] = {}
    for at, key in enumerate(keys):
        places.setdefault(key[:_KEY_CHARS], at)
    found: list[tuple[int, str, FurnitureKind]] = []
    place = -1
    for (text, kind), key in zip(parts.furniture, _keys([text for text, _ in parts.furniture]), strict=True):
        place = places.get(key, place)
        found.append((place, text, kind))
    found += _between(blocks, keys, places, parts)
    return tuple((text, kind) for _, text, kind in sorted(found, key=lambda item: item[0]))


def _between(
    blocks: Sequence[str], keys: Sequence[str], places: dict[str, int], parts: Parts
) -> list[tuple[int, str, FurnitureKind]]:
    """The blocks between the first and the last paragraph that are neither text nor known furniture."""
    body = [places[key] for key in _keys(parts.body) if key in places]
    if not body or max(body) - min(body) > _MOST_BETWEEN:
        return []
    lines = [*parts.body, parts.title or "", parts.standfirst or "", *(text for text, _ in parts.furniture)]
    known = "\n".join(folded_lines(lines))
    left = [at for at in range(min(body), max(body)) if keys[at] and keys[at] not in known]
    kinds = furniture_kinds(["", *(blocks[at] for at in left)])[1:]
    # A date or byline in the middle of an article is another article's: it must not date or sign this one.
    return [
        (at, blocks[at], kind or FurnitureKind.OTHER)
        for at, kind in zip(left, kinds, strict=True)
        if kind is not FurnitureKind.METADATA
    ]


def _keys(texts: Sequence[str]) -> list[str]:
    return [key[:_KEY_CHARS] for key in folded_lines(texts)]
