"""Ruling out: the blocks of a page that are never its article's text, whatever their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.extract.blocks import BlockPage
from headwater.extract.naming import Parts
from headwater.extract.openings import Opening

Booleans = NDArray[np.bool_]

_NEVER = frozenset({"aside", "figcaption", "address"})
_NEVER_NAMED = re.compile(
    r"(?:^|[\s_-])comments?(?:$|[\s_-])|comment(?:Body|List|s?Area|Content|Text)|comment(?:list|body)|disqus"
    r"|author-?_?(?:bio|box|info|desc)|about-?_?author|consent|cookie|gdpr"
)
_HINTS = Parts(("comment", "disqus", "author", "consent", "cookie", "gdpr"))
# Short blocks further than this from any prose are not looked at, unless they stand in the container with most of it.
_NEAR_PROSE = 8
_SHORT = 60


def ruled_out(page: BlockPage, titled: Sequence[int]) -> list[int]:
    """For each container the outermost one that rules out what stands in it as text, -1 where none does.

    Those are asides, captions, comments, notes on authors and cookie notices; navigation and footers are not read.
    What an element's name says does not hold where one of the ``titled`` blocks, the headline, stands in it.
    """
    containers = page.containers
    holding: set[int] = set()
    for at in titled:
        number = page.inside[at]
        while number >= 0 and number not in holding:
            holding.add(number)
            number = containers.parents[number]
    by_tag = [opening.tag in _NEVER for opening in page.openings]
    by_name = _named_never(page.openings)
    ruling = [-1] * len(containers.parents)
    for number, opening in enumerate(containers.openings):
        above = containers.parents[number]
        if above >= 0 and ruling[above] >= 0:
            ruling[number] = ruling[above]
        elif by_tag[opening] or (opening in by_name and number not in holding):
            ruling[number] = number
    return ruling


def ruling_words(container: Opening) -> str:
    """Why ``container`` rules out what stands in it: "in <nav>", "in <div> named comments"."""
    if container.tag in _NEVER:
        return f"in <{container.tag}>"
    match = _NEVER_NAMED.search(container.names)
    return f"in <{container.tag}> named {match.group().strip(' _-') if match else container.names}"


def _named_never(openings: Sequence[Opening]) -> set[int]:
    """The numbers of those ``openings`` whose names rule out what stands in them."""
    hinted = {at for at, _ in _HINTS.held_by([opening.names for opening in openings])}
    return {at for at in hinted if openings[at].tag != "body" and _NEVER_NAMED.search(openings[at].names)}


def far_and_short(prose: Booleans, sizes: NDArray[np.intp], inside: Booleans) -> Booleans:
    """Short blocks far from all ``prose`` and not ``inside`` the container with most of it."""
    order = np.arange(len(sizes))
    last = np.maximum.accumulate(np.where(prose, order, -len(order)))
    following = np.minimum.accumulate(np.where(prose, order, 2 * len(order))[::-1])[::-1]
    found: Booleans = (np.minimum(order - last, following - order) > _NEAR_PROSE) & (sizes < _SHORT) & ~inside
    return found
