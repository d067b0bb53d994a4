"""Kinds of pages: what is an article, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.extract.elements import Elements
from headwater.extract.facts import Facts
from headwater.extract.jsonld import types_of
from headwater.model.article import PageKind

_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503)\b.{0,30}\b(?:error|not found|forbidden|gone)|page (?:not"
    r"|can(?:not|'t) be) found|not found\b|access denied"
    r"|are you a (?:robot|human)|just a moment|attention required|captcha"
    r"|page (?:has )?(?:moved|removed|expired)|no longer available"
    r"|something went wrong|verify you are human|unusual traffic|service unavailable|bad gateway",
    re.I,
)
_WALL = re.compile(
    r"\b(?:subscribe|subscription|subscriber|log ?in|sign ?in|register|cookies?|consent"
    r"|paywall|to continue reading|already a (?:member|subscriber)|free trial"
    r"|privacy settings|abonn\w+|anmelden|suscr\w+)\b",
    re.I,
)
_LIVE = re.compile(r"\b(?:live updates?|live blog|liveblog|live:|as it happened)", re.I)
_SHORT_WORDS = 80
_FRAGMENT_WORDS = 150


def page_kind(lines: Sequence[str], facts: Facts, elements: Elements) -> PageKind:
    """What the page is, by its metadata and what text is left of it."""
    node = elements.node
    types = types_of(node)
    text = " ".join(lines)
    words = text.count(" ") + 1 if " " in text else len(text) // 2
    head = f"{facts.title or ''} {elements.title or ''} {text[:300]}"
    if words < _SHORT_WORDS and _ERROR.search(head):
        return PageKind.ERROR
    if words < _SHORT_WORDS and _WALL.search(text):
        return PageKind.STUB
    if "LiveBlogPosting" in types or _LIVE.search(facts.title or ""):
        return PageKind.LIVEBLOG
    if words < _FRAGMENT_WORDS and str(node.get("isAccessibleForFree")).lower() == "false":
        return PageKind.STUB
    if types & {"ImageGallery", "MediaGallery"}:
        return PageKind.GALLERY
    return PageKind.ARTICLE if words else PageKind.ERROR
