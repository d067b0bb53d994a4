"""A story's articles read and held against one another: what every telling of it starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.account.compare.claims import Alignment, align_claims
from headwater.account.compare.distinct import distinct_ids, retold_ids
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.quantities import align_quantities
from headwater.account.compare.quotes import align_quotes
from headwater.account.compare.terms import Aligned
from headwater.account.particulars.read import read_particulars
from headwater.account.settings import AccountSettings
from headwater.model.article import Article
from headwater.model.particulars import Particulars
from headwater.model.reuse import Origins, Reuse


@dataclass(frozen=True, slots=True)
class Compared:
    """The articles of a story by id, their reuses, what was read in each, and what was aligned across them.

    ``retold`` are the articles whose wording is not their own.
    """

    articles: dict[str, Article]
    reuses: tuple[Reuse, ...]
    distinct: Mapping[str, str]
    retold: frozenset[str]
    particulars: tuple[Particulars, ...]
    aligned: Aligned
    alignments: tuple[Alignment, ...]


def compare_story(
    articles: Sequence[Article], reuses: Sequence[Reuse], origins: Origins, *, settings: AccountSettings
) -> Compared:
    """The articles of one story compared, in the order of their ids; arguments as of ``tell_story``."""
    ordered = sorted(articles, key=lambda article: article.id)
    inside = {article.id: article for article in ordered}
    shared = tuple(sorted((r for r in reuses if r.a in inside and r.b in inside), key=lambda r: (r.a, r.b)))
    distinct = distinct_ids(inside, shared)
    particulars = tuple(read_particulars(article) for article in ordered)
    entities = merge_entities(particulars)
    retold = retold_ids(ordered, shared)
    quotes = align_quotes(particulars, entities, distinct=distinct, reuses=shared, taken=retold)
    quantities = align_quantities(particulars, entities, origins, distinct=distinct)
    aligned = Aligned(entities, quotes, quantities)
    alignments = align_claims(particulars, aligned, settings=settings)
    return Compared(inside, shared, distinct, retold, particulars, aligned, alignments)
