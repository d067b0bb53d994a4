"""Metadata of HTML pages: JSON-LD before meta elements before the visible page."""

from __future__ import annotations

from lxml import html as lxml_html

from headwater.extract.facts import Facts, StatedDate
from headwater.model.article import StatedKind


def read_facts(tree: lxml_html.HtmlElement) -> Facts:
    """What the page's metadata say of it."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            metas.setdefault(name.lower(), content)
    title = metas.get("og:title") or metas.get("twitter:title")
    published = metas.get("article:published_time")
    return Facts(
        title=title,
        outlet=metas.get("og:site_name"),
        url=metas.get("og:url"),
        language=(tree.get("lang") or "")[:2].lower() or None,
        dates=(StatedDate(published, StatedKind.PUBLICATION),) if published else (),
    )
