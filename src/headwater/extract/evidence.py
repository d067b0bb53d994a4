"""Evidence: where a page or row says what the facts of its article say."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.extract.elements import Elements
from headwater.extract.facts import Facts
from headwater.extract.html import Sight
from headwater.extract.jsonld import Node, names_in, text_in
from headwater.extract.lines import folded
from headwater.extract.published import stated_lines
from headwater.model.article import Article, StatedKind
from headwater.model.capture import Row
from headwater.model.extraction import Fact

_NODE_TEXTS = ("headline", "name", "publisher", "datePublished", "dateCreated", "dateModified", "url")
_SHOWN = 4


def facts_of(article: Article, row: Row | None, facts: Facts, sight: Sight | None) -> tuple[Fact, ...]:
    """Title, authors, date, outlet and address of an article with the places that say so; ``sight`` for HTML alone.

    Behind the date stands when the page was last changed, where it says so, with the hour and time zone it gives.
    """
    places = [*_in_row(row), *(_in_page(sight.elements) if sight else ())]
    shown = [(f"visible: “{line}”", line) for line in _lines(article, facts)]
    values = {"title": article.title, "authors": None, "outlet": article.outlet, "url": article.url}
    found = []
    for name, value in values.items():
        wanted = article.authors if name == "authors" else (value,) if value else ()
        told = [place for one in wanted for place in _saying(one, places) or _saying(one, shown)]
        if name == "title" and not told and value:
            told = ["the first line of the text"]
        found.append(Fact(name, ", ".join(wanted) or None, tuple(dict.fromkeys(told))))
    found[2:2] = [_date(article, places), *_updated(facts, places)]
    return tuple(found)


def _updated(facts: Facts, places: list[tuple[str, str]]) -> list[Fact]:
    """When the page was last changed, word for word."""
    changed = [date.text for date in facts.dates if date.kind is StatedKind.REPUBLICATION]
    return [Fact("updated", text, tuple(dict.fromkeys(_saying(text, places)))) for text in changed[:1]]


def _date(article: Article, places: list[tuple[str, str]]) -> Fact:
    """The date with the reasons for it, each with the words that it rests on and where they stand."""
    published = article.published
    told: list[str] = []
    for reason in published.reasons:
        told.append(reason.text)
        for citation in reason.citations:
            words = article.cited(citation)
            item = next((item.text for item in article.furniture if item.id == citation.furniture), "")
            told += [place for place, said in places if item and said == item] or [f"visible: “{words}”"]
    return Fact("date", published.date.isoformat() if published.date else None, tuple(dict.fromkeys(told)))


def _saying(value: str, places: list[tuple[str, str]]) -> list[str]:
    """The places that say just ``value``; where none does, the first that holds it among other words."""
    key = folded(value)
    same = [place for place, words in places if folded(words) == key]
    return same[:_SHOWN] or [place for place, words in places if key and key in folded(words)][:1]


def _lines(article: Article, facts: Facts) -> Iterator[str]:
    for item in article.furniture[len(stated_lines(facts)) :]:
        yield item.text


def _in_row(row: Row | None) -> Iterator[tuple[str, str]]:
    if row is None:
        return
    for name in ("title", "outlet", "url", "date", "captured"):
        value: str | None = getattr(row, name)
        if value:
            yield f"row: {name}", value
    for author in row.authors:
        yield "row: authors", author


def _in_page(elements: Elements) -> Iterator[tuple[str, str]]:
    """What the page says of itself, each with where: JSON-LD, meta elements, microdata, then what is shown."""
    yield from _in_node("JSON-LD", elements.node)
    for name, value in elements.metas.items():
        yield f"meta {name}", value
    yield from _in_node("microdata", elements.item)
    if elements.canonical:
        yield "canonical link", elements.canonical
    shown = (
        ("h1", elements.headings),
        ("<title>", (elements.title,) if elements.title else ()),
        ("<time>", elements.times),
        ("visible byline", elements.bylines),
        ("visible date", elements.dated),
    )
    for place, values in shown:
        for value in values:
            yield place, value


def _in_node(form: str, node: Node) -> Iterator[tuple[str, str]]:
    for name in _NODE_TEXTS:
        value = text_in(node.get(name))
        if value:
            yield f"{form} {name}", value
    for name in ("author", "creator"):
        for value in names_in(node.get(name)):
            yield f"{form} {name}", value
