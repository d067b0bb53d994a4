"""Names: what the class, id and role of an element tell of the words in it, in the habits of news sites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.extract.naming import Names

_BODIES = " ".join(
    f"{whole}{link}{part}"
    for whole in ("article", "post", "story")
    for link in ("", "-", "_", "__", "-_")
    for part in ("body", "content", "text")
)
#: What a group's words have somewhere in them.
GROUPS = (
    ("navigation", "nav menu breadcrumb toolbar header masthead skip pagination pager search"),
    ("footer", "foot copyright legal disclaimer"),
    ("sidebar", "sidebar side-bar aside rail rightcol right-col secondary widget complementary"),
    ("related", "relat recommend popular trending mostread most-read more- teaser promo outbrain taboola also latest"
                " card list"),
    ("share", "share social follow facebook twitter tool"),
    ("comment", "comment disqus reply respond discussion"),
    ("newsletter", "newsletter subscri signup sign-up paywall regist login donat cta"),
    ("notice", "cookie consent gdpr banner popup modal overlay alert notification hidden sr-only visually"),
    ("advert", "advert sponsor dfp"),
    ("caption", "caption credit image photo gallery media figure picture video slide embed player"),
    ("metadata", "byline author meta date time bio tag categor kicker label profile topic section-name"),
    ("standfirst", "standfirst dek subtitle subhead sub-head summary lead intro excerpt abstract description"),
    ("title", "title headline heading"),
    ("content", "entry richtext rich-text rte wysiwyg maincontent main-content paragraph prose bodytext body-text"
                f" bodycopy body-copy bodycontent body-content {_BODIES}"),
    ("article", "article story post content body main text"),
    ("hidden", "d-none display-none sr-only visually screenreader screen-reader invisible is-hidden"),
)  # fmt: skip
#: What no list of parts of words can say: a word by itself.
_ALONE = (
    ("advert", "ad", re.compile(r"(?:^|[^a-z])ads?(?:[^a-z]|$)")),
    ("hidden", "hidden", re.compile(r"(?:^|[ _])(?:is-|u-)?hidden(?: |$)")),
)
#: The bits of a field in what ``name_groups`` gives: as many as the depth of a page can need.
FIELD_BITS = 16

_NUMBERS = {name: number for number, (name, _) in enumerate(GROUPS)}
_PARTS = tuple((part, 1 << FIELD_BITS * _NUMBERS[name]) for name, parts in GROUPS for part in parts.split())
_FIELDS_ALONE = tuple((part, pattern, 1 << FIELD_BITS * _NUMBERS[name]) for name, part, pattern in _ALONE)


def name_groups(names: Sequence[str]) -> list[int]:
    """Which of ``GROUPS`` the words of each of ``names`` bear: a whole number with 1 in the field of each group."""
    found = [0] * len(names)
    searched = Names(names)
    for part, field in _PARTS:
        for at in searched.holding(part):
            found[at] |= field
    for part, pattern, field in _FIELDS_ALONE:
        for at in searched.holding(part):
            if pattern.search(names[at].lower()):
                found[at] |= field
    return found
