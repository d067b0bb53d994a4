"""Placing: the furniture of an HTML page in page order, with what stands between the article's paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.extract.furniture import furniture_kinds, judged_pages
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
    texts = [*(text for text, _ in parts.furniture), *parts.body, parts.title or "", parts.standfirst or ""]
    known = _keys(texts, dict(zip(blocks, keys, strict=True)))
    found: list[tuple[int, str, FurnitureKind]] = []
    place = -1
    for (text, kind), key in zip(parts.furniture, known, strict=False):
        place = places.get(key[:_KEY_CHARS], place)
        found.append((place, text, kind))
    body = [key[:_KEY_CHARS] for key in known[len(parts.furniture) : len(parts.furniture) + len(parts.body)]]
    found += _between(blocks, keys, [places[key] for key in body if key in places], known)
    return tuple((text, kind) for _, text, kind in sorted(found, key=lambda item: item[0]))


def _keys(texts: Sequence[str], folded: Mapping[str, str]) -> list[str]:
    """The letters and digits of each of ``texts``, those that ``folded`` does not have reckoned at once."""
    missing = list(dict.fromkeys(text for text in texts if text not in folded))
    made = dict(zip(missing, folded_lines([text.replace("\n", " ") for text in missing]), strict=True))
    return [made[text] if text in made else folded[text] for text in texts]


def _between(
    blocks: Sequence[str], keys: Sequence[str], body: Sequence[int], known: Sequence[str]
) -> list[tuple[int, str, FurnitureKind]]:
    """The blocks between the first and the last of ``body`` whose letters and digits are in none of ``known``."""
    if not body or max(body) - min(body) > _MOST_BETWEEN:
        return []
    whole = "\n".join(known)
    left = [at for at in range(min(body), max(body)) if keys[at] and keys[at] not in whole]
    (judged,) = judged_pages([["", *(blocks[at] for at in left)]])
    kinds = furniture_kinds(judged)[1:]
    # A date or byline in the middle of an article is another article's: it must not date or sign this one.
    return [
        (at, blocks[at], kind or FurnitureKind.OTHER)
        for at, kind in zip(left, kinds, strict=True)
        if kind is not FurnitureKind.METADATA
    ]
