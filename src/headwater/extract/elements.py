"""Elements: what the markup of a page holds beside its main text, gathered in one walk."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html as lxml_html

_DEK = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|subhead(?:line)?|sub-?title|article-?_*summary"
    r"|summary|chapo|chapeau|vorspann|teaser-?text|intro(?:text)?|lead-?(?:text|in)?|excerpt"
    r"|abstract|entradilla|bajada|sottotitolo|description)(?:$|[\s_-])",
    re.I,
)
_DATED = re.compile(r"date|time|publish|posted|meta|byline|dateline|stamp", re.I)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|writer|contributor)(?:$|[\s_-])|author[_-]?name|byline", re.I
)
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Elements:
    """Texts by where they stand, in page order; ``metas`` are the first values by lower-case name."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    title: str | None = None
    canonical: str | None = None
    times: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    deks: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


def gather(tree: lxml_html.HtmlElement) -> Elements:
    """The elements of a page that tell of it."""
    metas: dict[str, str] = {}
    lists: dict[str, list[str]] = {
        name: [] for name in ("script", "h1", "time", "dated", "byline", "dek", "caption", "title", "link")
    }
    for element in tree.iter("meta", "script", "link", "title", "h1", "time", "figcaption"):
        _sort_in(element, metas, lists)
    for element in tree.xpath(
        "//*[@class or @itemprop or @rel or @id][not(self::script or self::style or self::meta "
        "or self::body or self::html)]"
    ):
        _sort_by_name(element, lists)
    return Elements(
        metas=metas,
        scripts=tuple(lists["script"]),
        headings=tuple(lists["h1"]),
        title=lists["title"][0] if lists["title"] else None,
        canonical=lists["link"][0] if lists["link"] else None,
        times=tuple(lists["time"]),
        dated=tuple(lists["dated"]),
        bylines=tuple(lists["byline"]),
        deks=tuple(lists["dek"]),
        captions=tuple(dict.fromkeys(lists["caption"])),
    )


def _sort_in(element: lxml_html.HtmlElement, metas: dict[str, str], lists: dict[str, list[str]]) -> None:
    tag = element.tag
    if tag == "meta":
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "")[:5000].split())
        if name and content:
            metas.setdefault(name.lower(), content)
    elif tag == "script":
        if "ld+json" in (element.get("type") or ""):
            lists["script"].append(element.text or "")
    elif tag == "link":
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            lists["link"].append(element.get("href").strip())
    elif tag == "time":
        lists["time"].extend(value for value in (element.get("datetime"), text_of(element)) if value)
    elif text := text_of(element):
        lists["caption" if tag == "figcaption" else tag].append(text)


def _sort_by_name(element: lxml_html.HtmlElement, lists: dict[str, list[str]]) -> None:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:300]
    is_author = "author" in (element.get("rel") or "") or _BYLINE.search(names) is not None
    is_dek = _DEK.search(names) is not None
    is_dated = _DATED.search(names) is not None
    if not (is_author or is_dek or is_dated):
        return
    text = text_of(element)
    if not text:
        return
    if is_author and len(lists["byline"]) < 20:
        lists["byline"].append(text)
    if is_dek and len(lists["dek"]) < 20:
        lists["dek"].append(text)
    if is_dated and len(lists["dated"]) < 60 and any(character.isdigit() for character in text):
        lists["dated"].append(text)


def text_of(element: lxml_html.HtmlElement) -> str | None:
    """The words of an element with single spaces; None where it has none or too many to be a label."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > _LONGEST:
            return None
    return " ".join("".join(pieces).split()) or None
