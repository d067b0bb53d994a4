"""Cards: what each article alone adds, lacks, and says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.model.account import Card, Claim, Quantity, Quote, QuoteStatus, Status
from headwater.model.article import Citation
from headwater.model.reuse import Origins

DistinctOf = Mapping[str, str]  # article id -> the id that stands for it and its copies

_LEAST_LINES = 2  # that must have what an article lacks


@dataclass(frozen=True, slots=True)
class Told:
    """What a story's cards point to."""

    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    quantities: tuple[Quantity, ...]


def deal_cards(told: Told, origins: Origins, distinct: DistinctOf) -> tuple[Card, ...]:
    """A card for each article, by id. Copies share what they alone add: to a reader they are one report."""
    articles = sorted(distinct)
    only: dict[str, list[str]] = defaultdict(list)
    missing: dict[str, list[str]] = defaultdict(list)
    differs: dict[str, list[str]] = defaultdict(list)
    line_of = {article: number for number, line in enumerate(origins.groups) for article in line.articles}
    several = len(set(distinct.values())) > 1
    for claim in told.claims:
        carriers = [article for article, _ in claim.stances]
        if several and len({distinct[article] for article in carriers}) == 1:
            for article in carriers:
                only[article].append(claim.id)
        for article in _lacking(carriers, line_of, articles):
            missing[article].append(claim.id)
    for id, holders in _disputed(told):
        for article in _minority(holders):
            differs[article].append(id)
    return tuple(Card(a, tuple(only[a]), tuple(missing[a]), tuple(dict.fromkeys(differs[a]))) for a in articles)


def _lacking(carriers: Sequence[str], line_of: Mapping[str, int], articles: Sequence[str]) -> Iterator[str]:
    """The articles without the claim where most of the other lines, two at least, have it."""
    lines = {line_of[article] for article in carriers}
    others = len(set(line_of.values())) - 1
    if len(lines) < _LEAST_LINES or len(lines) * 2 <= others:
        return
    for article in articles:
        having = len(lines - {line_of[article]})
        if article not in carriers and having >= _LEAST_LINES and having * 2 > others:
            yield article


def _disputed(told: Told) -> Iterator[tuple[str, list[set[str]]]]:
    """For each thing told in several ways: its id, and the articles that hold each reading."""
    for claim in told.claims:
        if claim.status is not Status.SINGLE:
            for difference in claim.differences:
                yield claim.id, [_articles(reading.citations) for reading in difference.readings]
    for quote in told.quotes:
        if quote.status is QuoteStatus.ALTERED:
            yield quote.id, [_articles(variant.citations) for variant in quote.variants]
    for quantity in told.quantities:
        if quantity.status in (Status.DIFFERS, Status.CHANGED):
            yield quantity.id, [_articles(value.citations) for value in quantity.values]


def _minority(holders: Sequence[set[str]]) -> list[str]:
    """The articles whose reading is held by no more articles than another one that they do not hold."""
    found = []
    for article in sorted(set().union(*holders)):
        own = max(len(holding) for holding in holders if article in holding)
        others = [len(holding) for holding in holders if article not in holding]
        if others and max(others) >= own:
            found.append(article)
    return found


def _articles(citations: Iterable[Citation]) -> set[str]:
    return {citation.article for citation in citations}
