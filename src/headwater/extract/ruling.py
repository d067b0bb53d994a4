"""Ruling out: the blocks of a page that are never its article's text, whatever their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.extract.blocks import BlockPage

Booleans = NDArray[np.bool_]

_NEVER = frozenset({"aside", "footer", "nav", "label", "figcaption", "button", "address"})
_NEVER_NAMED = re.compile(
    r"(?:^|[\s_-])comments?(?:$|[\s_-])|comment(?:Body|List|s?Area|Content|Text)|comment(?:list|body)|disqus"
    r"|author-?_?(?:bio|box|info|desc)|about-?_?author|consent|cookie|gdpr"
)
_HINTS = ("comment", "disqus", "author", "consent", "cookie", "gdpr")
# Short blocks further than this from any prose are not looked at, unless they stand in the container with most of it.
_NEAR_PROSE = 8
_SHORT = 60


def never_text(page: BlockPage, titled: Sequence[int]) -> Booleans:
    """Blocks in asides, footers, navigation and captions, in comments, notes on authors and cookie notices.

    What an element's name says does not hold where one of the ``titled`` blocks, the headline, stands in it.
    """
    containers = page.containers
    holding: set[int] = set()
    for at in titled:
        number = page.blocks[at].container
        while number >= 0:
            holding.add(number)
            number = containers[number].parent
    never = [False] * len(containers)
    for number, container in enumerate(containers[1:], 1):
        may_tell = container.tag != "body" and number not in holding
        never[number] = never[container.parent] or container.tag in _NEVER or (may_tell and _is_named(container.names))
    return np.array([never[block.container] for block in page.blocks])


def _is_named(names: str) -> bool:
    return any(hint in names for hint in _HINTS) and _NEVER_NAMED.search(names) is not None


def far_and_short(prose: NDArray[np.bool_], sizes: Sequence[int], inside: NDArray[np.bool_]) -> Booleans:
    """Short blocks far from all ``prose`` and not ``inside`` the container with most of it."""
    order = np.arange(len(sizes))
    last = np.maximum.accumulate(np.where(prose, order, -len(order)))
    following = np.minimum.accumulate(np.where(prose, order, 2 * len(order))[::-1])[::-1]
    far = np.minimum(order - last, following - order) > _NEAR_PROSE
    found: Booleans = far & (np.array(sizes) < _SHORT) & ~inside
    return found
