"""Cards: what each article alone adds, lacks, and says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headwater.model.account import Card, Claim, Quantity, Quote, QuoteStatus, Status
from headwater.model.article import Citation
from headwater.model.reuse import Origins

DistinctOf = Mapping[str, str]  # article id -> the id that stands for it and its copies


def deal_cards(
    articles: Sequence[str],
    claims: Sequence[Claim],
    quoted: tuple[Sequence[Quote], Sequence[Quantity]],
    origins: Origins,
    distinct: DistinctOf,
) -> tuple[Card, ...]:
    """A card for each article, by id. Copies share what they alone add: to a reader they are one report."""
    quotes, quantities = quoted
    return tuple(
        Card(
            article=article,
            only_here=tuple(claim.id for claim in claims if _only(claim, article, articles, distinct)),
            missing_here=tuple(claim.id for claim in claims if _missing(claim, article, origins)),
            differs_here=(
                *(claim.id for claim in claims if _differs(claim, article)),
                *(quote.id for quote in quotes if _quoted_otherwise(quote, article)),
                *(quantity.id for quantity in quantities if _counted_otherwise(quantity, article)),
            ),
        )
        for article in sorted(articles)
    )


def _only(claim: Claim, article: str, articles: Sequence[str], distinct: DistinctOf) -> bool:
    carriers = {id for id, _ in claim.stances}
    alone = len({distinct[id] for id in articles}) == 1
    return not alone and article in carriers and len({distinct[id] for id in carriers}) == 1


def _missing(claim: Claim, article: str, origins: Origins) -> bool:
    """Whether most of the other lines, two at least, have what this article has not."""
    carriers = {id for id, _ in claim.stances}
    if article in carriers:
        return False
    own = origins.line_of(article)
    lines = {origins.line_of(id) for id in carriers} - {own}
    return len(lines) >= 2 and len(lines) * 2 > len(origins.groups) - 1


def _differs(claim: Claim, article: str) -> bool:
    """Whether the article has another reading than most of those that carry the claim."""
    for difference in claim.differences:
        holders = [_articles(reading.citations) for reading in difference.readings]
        if claim.status is not Status.SINGLE and _in_minority(holders, article):
            return True
    return False


def _quoted_otherwise(quote: Quote, article: str) -> bool:
    if quote.status is not QuoteStatus.ALTERED:
        return False
    return _in_minority([_articles(variant.citations) for variant in quote.variants], article)


def _counted_otherwise(quantity: Quantity, article: str) -> bool:
    if quantity.status not in (Status.DIFFERS, Status.CHANGED):
        return False
    return _in_minority([_articles(value.citations) for value in quantity.values], article)


def _in_minority(holders: Sequence[set[str]], article: str) -> bool:
    """Whether no reading of the article is held by more articles than every reading it does not hold."""
    own = [len(holding) for holding in holders if article in holding]
    others = [len(holding - {article}) for holding in holders if article not in holding]
    return bool(own and others) and max(others) >= max(own)


def _articles(citations: Iterable[Citation]) -> set[str]:
    return {citation.article for citation in citations}
