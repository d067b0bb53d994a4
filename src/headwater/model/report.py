"""Report: the whole result, as docs/report-format.md describes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headwater.model.account import Account, Warning
from headwater.model.article import Article
from headwater.model.capture import Skipped
from headwater.model.reuse import Origins, Reuse


@dataclass(frozen=True, slots=True)
class Grouping:
    """Articles (ids, sorted) on one news event, before anything is said about it."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a story takes place, None where that is not plain, and whom it is about, the most named first."""

    place: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories (ids, the earliest first) that follow each other; ``id`` follows from the stories in it."""

    id: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One news event: its articles, its independent lines, its account and what to be wary of.

    ``distinct`` counts articles, those joined by ``copy`` once; ``first`` and ``last`` bound the articles' dates;
    ``storyline`` is the id of the longer thread it is part of, None where no other story of the report is.
    """

    id: str
    title: str | None
    articles: tuple[str, ...]
    distinct: int
    origins: Origins
    account: Account
    warnings: tuple[Warning, ...] = ()
    first: date | None = None
    last: date | None = None
    storyline: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything ``headwater report`` has to say. ``read`` counts the inputs seen, the skipped ones among them."""

    version: str
    read: int
    skipped: tuple[Skipped, ...]
    articles: tuple[Article, ...]
    reuses: tuple[Reuse, ...]
    stories: tuple[Story, ...]

    def article(self, id: str) -> Article:
        """The article of that id; raises KeyError where there is none."""
        for article in self.articles:
            if article.id == id:
                return article
        raise KeyError(id)
