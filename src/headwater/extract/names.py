"""Names: what the class, id and role of an element tell of the words in it, in the habits of news sites."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import or_

GROUPS = (
    ("navigation", r"nav|menu|breadcrumb|toolbar|header|masthead|skip|pagination|pager|search"),
    ("footer", r"foot|copyright|legal|disclaimer"),
    ("sidebar", r"side-?bar|aside|rail|right-?col|secondary|widget|complementary"),
    ("related", r"relat|recommend|popular|trending|most-?read|more-|teaser|promo|outbrain|taboola|also|latest|card"
                r"|list"),
    ("share", r"share|social|follow|facebook|twitter|tool"),
    ("comment", r"comment|disqus|reply|respond|discussion"),
    ("newsletter", r"newsletter|subscri|sign-?up|paywall|regist|login|donat|cta"),
    ("notice", r"cookie|consent|gdpr|banner|popup|modal|overlay|alert|notification|hidden|sr-only|visually"),
    ("advert", r"(?:^|[^a-z])ads?(?:[^a-z]|$)|advert|sponsor|dfp"),
    ("caption", r"caption|credit|image|photo|gallery|media|figure|picture|video|slide|embed|player"),
    ("metadata", r"byline|author|meta|date|time|bio|tag|categor|kicker|label|profile|topic|section-name"),
    ("standfirst", r"standfirst|dek|subtitle|sub-?head|summary|lead|intro|excerpt|abstract|description"),
    ("title", r"title|headline|heading"),
    ("content", r"article-?_*(?:body|content|text)|entry|post-?_*(?:body|content|text)|story-?_*(?:body|content|text)"
                r"|body-?(?:text|copy|content)|articlebody|richtext|rich-text|rte|wysiwyg|main-?content|paragraph|prose"),
    ("article", r"article|story|post|content|body|main|text"),
    ("hidden", r"(?:^|[ _])(?:is-|u-)?hidden(?: |$)|d-none|display-none|sr-only|visually|screen-?reader"
               r"|invisible|is-hidden"),
)  # fmt: skip
_PATTERNS = tuple(re.compile(pattern) for _, pattern in GROUPS)
_NONE = (False,) * len(GROUPS)


def name_groups(names: str) -> tuple[bool, ...]:
    """For each of ``GROUPS`` whether ``names`` bear one of its words."""
    found = _NONE
    for name in names.lower().split():
        groups = _groups_of(name)
        if groups is not _NONE:
            found = groups if found is _NONE else tuple(map(or_, found, groups))
    return found


@lru_cache(maxsize=20_000)
def _groups_of(name: str) -> tuple[bool, ...]:
    found = tuple(pattern.search(name) is not None for pattern in _PATTERNS)
    return found if any(found) else _NONE
