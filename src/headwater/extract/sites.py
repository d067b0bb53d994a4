"""Sites: one outlet for its many hosts and spellings, as far as a collection of articles shows them to be one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from headwater.extract.members import Member

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_COMMON = frozenset(("and", "com", "daily", "media", "net", "news", "of", "on", "online", "org", "the", "today", "tv"))
# Labels under which a country registers names: "chinadaily.com.cn", "abc.net.au".
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "ne", "net", "or", "org"))
# Services on which every host is somebody else's.
_HOSTING = frozenset(
    (
        "beehiiv.com", "blogspot.com", "ghost.io", "github.io", "livejournal.com", "medium.com", "netlify.app",
        "over-blog.com", "pages.dev", "squarespace.com", "substack.com", "tumblr.com", "typepad.com", "vercel.app",
        "weebly.com", "wixsite.com", "wordpress.com",
    )
)  # fmt: skip


def site_of(host: str) -> str | None:
    """The site a host belongs to ("edition.example.com" to "example.com"); None for what is no host name."""
    labels = host.strip().rstrip(".").lower().split(".")
    if _HOST.fullmatch(".".join(labels)) is None:
        return None
    registered = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    site = ".".join(labels[-registered:])
    if site in _HOSTING and len(labels) > registered:
        return ".".join(labels[-registered - 1 :])
    return site


def outlet_names(members: Sequence[Member]) -> dict[str, str | None]:
    """The outlet of each article by its id, those of one outlet given one name for it.

    Names that differ in letter case, "The" or punctuation are one, spelt as most articles spell it. Articles of one
    site that name none, or only a host, have the name that most of the site's articles give, and its parts ("Post
    Money" beside "The Post") have it too; other names stay: a portal shows reports of many outlets. The same for any
    order of the articles.
    """
    outlets = {member.outlet: _folded(member.outlet) for member in members}
    called = {outlet for outlet in outlets if _is_name(outlet)}
    spelt = _most_frequent((outlets[member.outlet], member.outlet) for member in members if member.outlet in called)
    names = {member.id: spelt.get(outlets[member.outlet]) for member in members}
    sites = {member.id: _site(member) for member in members}
    known = _most_frequent((sites[id], name) for id, name in names.items() if name)
    return {member.id: _name(names[member.id], sites[member.id], known) or member.outlet for member in members}


def _is_name(outlet: str | None) -> bool:
    return bool(outlet) and site_of(outlet or "") is None


def _folded(name: str | None) -> str:
    return " ".join(_WORD.findall((name or "").casefold())).removeprefix("the ")


def _most_frequent(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, str]:
    """For each key the value that most often stands with it, of several the first in the alphabet."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, value in pairs:
        if key and value:
            counts[key][value] += 1
    return {key: min(found, key=lambda value: (-found[value], value)) for key, found in counts.items()}


def _site(member: Member) -> str | None:
    """The site an article was found on: that of its address, else that of a host given as its outlet."""
    try:
        host = urlsplit(member.url).hostname if member.url else None
    except ValueError:
        host = None
    named = host or member.outlet
    return site_of(named) if named else None


def _name(own: str | None, site: str | None, known: Mapping[str, str]) -> str | None:
    of_site = known.get(site or "")
    return of_site if of_site and (own is None or _words(own) & _words(of_site)) else own or site


def _words(name: str) -> frozenset[str]:
    """The words that tell an outlet from others."""
    return frozenset(_folded(name).split()) - _COMMON
