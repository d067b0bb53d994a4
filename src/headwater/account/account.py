"""A story told: particulars of each article, compared, and what a reader should know first."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.account.compare.ages import age_contradictions
from headwater.account.compare.contradictions import figure_contradictions
from headwater.account.compare.primary import attributions_of
from headwater.account.compared import compare_story
from headwater.account.settings import AccountSettings
from headwater.account.tell.cards import Told, deal_cards
from headwater.account.tell.claims import tell_claims, witnesses_of
from headwater.account.tell.contradicted import with_contradictions
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
    read = compare_story(articles, reuses, origins, settings=settings)
    particulars, aligned, alignments = read.particulars, read.aligned, read.alignments
    entities, distinct, retold = aligned.entities, read.distinct, read.retold
    told = tell_claims(alignments, aligned, origins, distinct, retold=retold, settings=settings)
    contradictions = (
        *figure_contradictions(aligned.quantities, distinct),
        *age_contradictions(particulars, entities, distinct),
    )
    told = with_contradictions(told, contradictions, read.articles)
    claims = tuple(claim for claim, _ in told)
    subject = main_subject(particulars, entities, origins, alignments)
    account = Account(
        summary=summarise(told, aligned.quantities, retold=retold, settings=settings),
        claims=claims,
        quotes=aligned.quotes,
        quantities=aligned.quantities,
        timeline=build_timeline(particulars, entities, origins, alignments, retold),
        entities=entities.entities,
        attributions=attributions_of(particulars, entities),
        dossier=build_dossier(subject, alignments, origins, retold),
        cards=deal_cards(Told(claims, aligned.quotes, aligned.quantities), origins, distinct),
    )
    return account, find_warnings(account, Coverage(read.articles, read.reuses, origins), witnesses_of(told, aligned))
