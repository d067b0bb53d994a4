"""Members of a collection: the little of each article that is kept to learn what only all of them show."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.extract.assemble import GAP
from headwater.model.article import Article


@dataclass(frozen=True, slots=True)
class Member:
    """Whose an article is, and its body's lines but the first, each once, as 64-bit hashes of this process, sorted.

    Of an article that has neither outlet nor address no lines are kept: nothing tells whose they are.

    A tenth of the article's own size, so that a collection can be learned from that does not fit into memory.
    """

    id: str
    outlet: str | None
    url: str | None
    lines: array[int]


def member_of(article: Article) -> Member:
    """What the collection keeps of ``article``."""
    is_told = article.outlet is not None or article.url is not None
    hashes = {hash(article.text[start:end]) for start, end in body_lines(article)} if is_told else ()
    return Member(article.id, article.outlet, article.url, array("q", sorted(hashes)))


def body_lines(article: Article) -> Iterator[tuple[int, int]]:
    """The spans of the lines of the body but the first."""
    first = sum(len(part) + len(GAP) for part in (article.title, article.standfirst) if part)
    start = article.text.find(GAP, first)
    while start >= 0:
        start += len(GAP)
        end = article.text.find(GAP, start)
        yield start, end if end >= 0 else len(article.text)
        start = end
