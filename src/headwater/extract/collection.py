"""Collections: what no article shows by itself, learned from all of them and told to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.extract.members import Member, member_of
from headwater.extract.repeated import repeated_lines, without_lines
from headwater.extract.sites import outlet_names
from headwater.model.article import Article


@dataclass(frozen=True, slots=True)
class Collection:
    """The outlet of each article by its id, and by outlet the hashes of the lines that it repeats."""

    outlets: Mapping[str, str | None]
    repeated: Mapping[str | None, frozenset[int]]

    def placed(self, article: Article) -> Article:
        """``article``, one of the collection, with its outlet's one name and without the lines that it repeats."""
        outlet = self.outlets[article.id]
        named = article if outlet == article.outlet else replace(article, outlet=outlet)
        return without_lines(named, self.repeated.get(outlet, frozenset()))


def learned(members: Iterable[Member]) -> Collection:
    """What a collection shows: one outlet a site, and the lines that an outlet repeats. The same for any order."""
    known = list(members)
    outlets = outlet_names(known)
    return Collection(outlets, repeated_lines((outlets[member.id], member.lines) for member in known))


def in_collection(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in the given order, each as the collection that they make shows it."""
    collection = learned(map(member_of, articles))
    return tuple(map(collection.placed, articles))
