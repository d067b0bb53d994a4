"""JSON-LD: the nodes that a page describes itself with (schema.org)."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from headwater.extract.lines import clean, single_spaced

Node = Mapping[str, object]

ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "AskPublicNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "SocialMediaPosting",
        "LiveBlogPosting",
        "Report",
        "TechArticle",
        "ScholarlyArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
    ]
)
#: What the names of all types of articles end with.
_ENDINGS = ("Article", "Posting", "Report")
_MOST_NODES = 2000
_LONGEST = 2_000_000
_LONGEST_VALUE = 2000


def article_node(scripts: Iterable[str]) -> Node | None:
    """The node that describes the page's article: the first of an article type with a headline or a date."""
    best: Node | None = None
    for node in _nodes(scripts):
        if types_of(node) & ARTICLE_TYPES:
            if node.get("headline") or node.get("datePublished"):
                return node
            best = best or node
    return best


def types_of(node: Node) -> frozenset[str]:
    """The schema.org types of a node, without their prefix."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return frozenset(name.rsplit("/", 1)[-1] for name in names if isinstance(name, str))


def names_in(value: object) -> tuple[str, ...]:
    """The names that an author or publisher field gives, in order, whether strings, nodes or lists of them."""
    found: list[str] = []
    for entry in value if isinstance(value, list) else [value]:
        name = entry.get("name") or _given_and_family(entry) if isinstance(entry, dict) else entry
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str) and text.strip() and len(text) <= _LONGEST_VALUE:
                found.append(single_spaced(unescape(text)))
    return tuple(dict.fromkeys(found))


def _given_and_family(person: Node) -> str:
    parts = (person.get(key) for key in ("givenName", "familyName"))
    return " ".join(part for part in parts if isinstance(part, str))


def text_in(value: object) -> str | None:
    """The one text that a field gives, its white space made single; None where it gives none."""
    names = names_in(value)
    return names[0] if names else None


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    count = 0
    for script in scripts:
        # What is no article's is not parsed: breadcrumbs, organisations, videos.
        pending = deque([_parsed(script)] if any(ending in script for ending in _ENDINGS) else [])
        while pending and count < _MOST_NODES:
            value = pending.popleft()
            count += 1
            if isinstance(value, list):
                pending.extendleft(reversed(value[:_MOST_NODES]))
            elif isinstance(value, dict):
                yield value
                inner = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
                pending.extendleft(reversed(inner))


def _parsed(script: str) -> object:
    if len(script) > _LONGEST:
        return None
    for text in (script, clean(script)):
        bare = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
        try:
            return json.loads(bare.strip().rstrip(";"), strict=False, parse_int=str)
        except (ValueError, RecursionError):
            continue
    return None
