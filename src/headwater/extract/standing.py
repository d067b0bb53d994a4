"""Standing: what the tags and names of the containers around a block tell of it.

How many containers around a block bear a group of names is counted for all groups at once, in one whole number with a
field for each group.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from headwater.extract.blocks import BlockPage
from headwater.extract.names import FIELD_BITS, GROUPS, name_groups
from headwater.extract.wording import Matrix

_TAGS = ("p", "div", "li", "h2", "h3", "h4", "pre")
_INSIDE = ("article", "main", "ul", "table", "blockquote", "pre")
_INSIDE_AT = {tag: at for at, tag in enumerate(_INSIDE)} | {"ol": _INSIDE.index("ul")}
_TAG_AT = {tag: at for at, tag in enumerate(_TAGS)}
# A row for each tag with a one in its column, and one of zeros for all others.
_ROWS_OF_TAGS = np.eye(len(_TAGS) + 1, len(_TAGS), dtype=np.float32)
_NAMES, _FIELDS = len(GROUPS), len(GROUPS) + len(_INSIDE)


def standing(page: BlockPage, inside: Sequence[int]) -> Matrix:
    """For each of the containers ``inside``: groups of names and tags of all around it, its own tag."""
    parents, openings = page.containers.parents, page.containers.openings
    reached = _with_all_around(inside, parents)
    own = _fields_of(page, sorted({openings[number] for number in reached}))
    paths = {-1: 0}
    for number in reached:
        paths[number] = paths[parents[number]] + own[openings[number]]
    packed = b"".join([paths[number].to_bytes(_FIELDS * FIELD_BITS // 8, "little") for number in inside])
    around = np.frombuffer(packed, dtype=np.dtype(f"<u{FIELD_BITS // 8}")).reshape(len(inside), _FIELDS)
    tags = [_TAG_AT.get(page.openings[openings[number]].tag, len(_TAGS)) for number in inside]
    return np.hstack([around[:, :_NAMES], np.minimum(around[:, _NAMES:], 1), _ROWS_OF_TAGS[tags]], dtype=np.float32)


def _with_all_around(inside: Sequence[int], parents: Sequence[int]) -> list[int]:
    """The containers ``inside`` and all around them, in page order."""
    reached: set[int] = set()
    for number in inside:
        while number >= 0 and number not in reached:
            reached.add(number)
            number = parents[number]
    return sorted(reached)


def _fields_of(page: BlockPage, openings: Sequence[int]) -> dict[int, int]:
    """For each of ``openings`` the groups of its names, then its tag, a field each."""
    fields = {}
    for at, groups in zip(openings, name_groups([page.openings[at].names for at in openings]), strict=True):
        place = _INSIDE_AT.get(page.openings[at].tag)
        fields[at] = groups + (1 << FIELD_BITS * (_NAMES + place) if place is not None else 0)
    return fields
