"""Names: what the class, id and role of an element tell of the words in it, in the habits of news sites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.extract.naming import Parts

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

_FIELDS = {name: 1 << FIELD_BITS * number for number, (name, _) in enumerate(GROUPS)}
_FIELDS_OF: dict[str, int] = {}
for _name, _words in GROUPS:
    for _part in _words.split():
        _FIELDS_OF[_part] = _FIELDS_OF.get(_part, 0) | _FIELDS[_name]
_PARTS = Parts([*_FIELDS_OF, *(part for _, part, _ in _ALONE)])
_PATTERNS = tuple((part, pattern, _FIELDS[name]) for name, part, pattern in _ALONE)


def name_groups(names: Sequence[str]) -> list[int]:
    """Which of ``GROUPS`` the words of each of ``names`` bear: a whole number with 1 in the field of each group."""
    found = [0] * len(names)
    for at, held in _PARTS.held_by(names):
        found[at] |= _FIELDS_OF.get(held, 0)
        for part, pattern, field in _PATTERNS:
            if held == part and pattern.search(names[at].lower()):
                found[at] |= field
    return found
