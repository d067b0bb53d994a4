"""A story told: particulars of each article, compared, and what a reader should know first."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.account.compare.claims import align_claims
from headwater.account.compare.distinct import distinct_ids
from headwater.account.compare.entities import merge_entities
from headwater.account.compare.primary import attributions_of
from headwater.account.compare.quantities import align_quantities
from headwater.account.compare.quotes import align_quotes
from headwater.account.compare.terms import Aligned
from headwater.account.particulars.read import read_particulars
from headwater.account.settings import AccountSettings
from headwater.account.tell.cards import Told, deal_cards
from headwater.account.tell.claims import tell_claims, witnesses_of
from headwater.account.tell.dossier import build_dossier
from headwater.account.tell.subject import main_subject
from headwater.account.tell.summary import summarise
from headwater.account.tell.timeline import build_timeline
from headwater.account.tell.warnings import Coverage, find_warnings
from headwater.model.account import Account, Warning
from headwater.model.article import Article
from headwater.model.reuse import Origins, Reuse


def tell_story(
    articles: Sequence[Article], reuses: Sequence[Reuse], origins: Origins, *, settings: AccountSettings
) -> tuple[Account, tuple[Warning, ...]]:
    """What the articles of one story say, side by side, and what to be wary of.

    ``articles`` are dated already; ``reuses`` may name articles outside the story, ``origins`` holds exactly its lines.
    The same in any order of the articles and reuses.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    inside = {article.id: article for article in ordered}
    shared = tuple(sorted((r for r in reuses if r.a in inside and r.b in inside), key=lambda r: (r.a, r.b)))
    distinct = distinct_ids(inside, shared)
    particulars = [read_particulars(article) for article in ordered]
    entities = merge_entities(particulars)
    quotes = align_quotes(particulars, entities, origins, distinct=distinct)
    quantities = align_quantities(particulars, entities, origins, distinct=distinct)
    aligned = Aligned(entities, quotes, quantities)
    alignments = align_claims(particulars, aligned, settings=settings)
    told = tell_claims(alignments, aligned, origins, distinct, settings=settings)
    claims = tuple(claim for claim, _ in told)
    subject = main_subject(particulars, entities, origins, alignments)
    account = Account(
        summary=summarise(told, settings=settings),
        claims=claims,
        quotes=quotes,
        quantities=quantities,
        timeline=build_timeline(particulars, entities, origins),
        entities=entities.entities,
        attributions=attributions_of(particulars, entities),
        dossier=build_dossier(subject, alignments, origins),
        cards=deal_cards(Told(claims, quotes, quantities), origins, distinct),
    )
    return account, find_warnings(account, Coverage(inside, shared, origins), witnesses_of(told, aligned))
