"""Sites: one outlet for its many hosts and spellings, as far as a collection of articles shows them to be one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from headwater.model.article import Article

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


def with_one_outlet_a_site(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in the given order, those of one outlet given one name for it.

    Names that differ in letter case, "The" or punctuation are one, spelt as most articles spell it. Articles of one
    site that name none, or only a host, have the name that most of the site's articles give, and its parts ("Post
    Money" beside "The Post") have it too; other names stay: a portal shows reports of many outlets. The same for any
    order of the articles.
    """
    spelt = _most_frequent(
        (_folded(article.outlet), article.outlet) for article in articles if _is_name(article.outlet)
    )
    names = {article.id: spelt.get(_folded(article.outlet)) for article in articles}
    sites = {article.id: _site(article) for article in articles}
    known = _most_frequent((sites[id], name) for id, name in names.items() if name)
    return tuple(_named(article, names[article.id], sites[article.id], known) for article in articles)


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


def _site(article: Article) -> str | None:
    """The site an article was found on: that of its address, else that of a host given as its outlet."""
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:
        host = None
    return site_of(host or article.outlet or "")


def _named(article: Article, own: str | None, site: str | None, known: Mapping[str, str]) -> Article:
    of_site = known.get(site or "")
    name = of_site if of_site and (own is None or _words(own) & _words(of_site)) else own or site
    return replace(article, outlet=name) if name and name != article.outlet else article


def _words(name: str) -> frozenset[str]:
    """The words that tell an outlet from others."""
    return frozenset(_folded(name).split()) - _COMMON
