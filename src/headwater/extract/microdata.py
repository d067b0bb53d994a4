"""Microdata: the items of schema.org that a page marks in its visible text (HTML standard, section 5)."""

from __future__ import annotations

from collections.abc import Mapping

from headwater.extract.jsonld import ARTICLE_TYPES, Node, types_of
from headwater.extract.lines import single_spaced

_TELLING = ("headline", "datePublished", "author")
# Further values of a property stand beside its first one; an "author" far below has written a comment.
_FARTHEST = 300


class Items:
    """The items of a page while its elements open and close; a property belongs to the innermost item around it.

    What stands in no item belongs to one of no type, the whole page's.
    """

    __slots__ = ("_found", "_open", "_places")

    def __init__(self) -> None:
        self._open: list[dict[str, object]] = [{}]
        self._places: list[dict[str, int]] = [{}]
        self._found: list[Node] = []

    def begin(self, given: Mapping[str, str]) -> None:
        """An element with ``given`` attributes opens."""
        if "itemscope" in given:
            item: dict[str, object] = {"@type": given.get("itemtype", "").split()}
            self._open.append(item)
            self._places.append({})
            self._found.append(item)

    def end(self, given: Mapping[str, str], words: str, at: int) -> None:
        """The element closes; it holds ``words`` and ends ``at`` so many characters of the page's text."""
        value: object = single_spaced(given.get("content") or given.get("datetime") or "") or words
        if "itemscope" in given:
            self._places.pop()
            item = self._open.pop()
            if words:
                item.setdefault("name", [words])
            value = item
        for name in given.get("itemprop", "").split() if value else ():
            values = self._open[-1].setdefault(name, [])
            if isinstance(values, list) and at - self._places[-1].setdefault(name, at) <= _FARTHEST:
                values.append(value)

    def article(self) -> Node:
        """The first article's item that tells something of it, else the whole page's; in the form of JSON-LD."""
        articles = [item for item in self._found if types_of(item) & ARTICLE_TYPES]
        return next((item for item in (*articles, self._open[0]) if any(name in item for name in _TELLING)), {})
