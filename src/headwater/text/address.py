"""The address of a page, whatever way led there: tracking parameters, AMP, print and mobile editions, web archives."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_ARCHIVED = re.compile(r"https?://(?:web\.)?archive\.org/web/\d+[a-z_]*/(?=https?:)", re.IGNORECASE)
_AMP_CACHE = re.compile(
    r"https?://(?:www\.google\.[a-z.]+/amp/|[\w-]+\.cdn\.ampproject\.org/[a-z]/)(?:s/)?", re.IGNORECASE
)
_HOST_EDITION = re.compile(r"(?:www\d?|amp|m|mobile)\.(?=[^.]+\.)")
_PATH_EDITION = re.compile(
    r"(?:/(?:amp|amphtml|print|index\.(?:html?|php)))+/?$|(?<=\.)amp\.(?=html?$)|\.amp$", re.IGNORECASE
)
_EDITION_FIRST = re.compile(r"^/(?:amp|print)(?=/)", re.IGNORECASE)
# Parameters that say how a reader came or how the page is shown, not which page it is.
_CAME_BY = re.compile(
    r"utm_\w+|\w*clid|mc_[ce]id|_ga|_hs\w+|igshid|ref|ref_src|referrer|source|src|cmp\w*|cmpid|ns_\w+|at_\w+|ocid|smid|smtyp"
    r"|soc_\w+|share\w*|fb_\w+|spm|partner|amp\w*|outputtype|print\w*|output|view|mobile|platform|__twitter_impression",
    re.IGNORECASE,
)


def page_address(url: str | None) -> str | None:
    """Host and path of the page that ``url`` leads to, the same for all its editions; None where it names no page.

    Scheme, port, fragment, a leading "www.", "m." or "amp.", a trailing "/amp" or "/print" and the parameters that only
    say how a reader came are left out; an address in a web archive or an AMP cache is that of the page it holds. The
    front page of a site is no page of its own.
    """
    if not url:
        return None
    inner = _AMP_CACHE.sub("https://", _ARCHIVED.sub("", url.strip(), count=1), count=1)
    try:
        parts = urlsplit(inner)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    host = _HOST_EDITION.sub("", host, count=1)
    path = _EDITION_FIRST.sub("", _PATH_EDITION.sub("", re.sub("/+", "/", unquote(parts.path)))).rstrip("/")
    kept = sorted((name, value) for name, value in parse_qsl(parts.query) if not _CAME_BY.fullmatch(name))
    if not path and not kept:
        return None
    return f"{host}{path}{'?' + urlencode(kept) if kept else ''}"
