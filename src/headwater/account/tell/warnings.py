"""Warnings: what a desk should know before it uses a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.account.tell.naming import joined, report_name
from headwater.model.account import (
    Account,
    Aspect,
    Claim,
    Quantity,
    Quote,
    QuoteStatus,
    Status,
    Warning,
    WarningKind,
)
from headwater.model.article import Article, Citation, SignKind
from headwater.model.particulars import Modality, ValueKind
from headwater.model.reuse import Origins, Reuse, ReuseKind

_ORDER = list(WarningKind)
_LEAST_WITNESSED = 2  # lines that must carry a claim before its resting on one witness is news
_MOST_OF_A_KIND = 12
_MOST_WITNESSES = 4  # a reader who is told of every speaker learns nothing
_SHORT = 90  # characters of a claim that a warning repeats


@dataclass(frozen=True, slots=True)
class Coverage:
    """A story's articles by id, its reuses and its lines."""

    articles: dict[str, Article]
    reuses: tuple[Reuse, ...]
    origins: Origins


def find_warnings(account: Account, coverage: Coverage, witnesses: Mapping[str, str]) -> tuple[Warning, ...]:
    """All warnings on a story, by kind in the order of the contract, within a kind by place.

    ``witnesses`` names, for the claims (ids) that all their reports lay at one door, whose door that is.
    """
    found = [
        *_false_dates(coverage),
        *_altered_quotes(account.quotes, coverage),
        *_figures(account.quantities, coverage),
        *_single_origin(coverage),
        *_one_witness(account.claims, witnesses),
        *_lost_attributions(account.claims, coverage),
        *_self_contradictions(account, coverage),
        *_rewritten(coverage),
    ]
    unique = {(warning.kind, warning.text): warning for warning in found}
    kinds: dict[WarningKind, list[Warning]] = {}
    for warning in sorted(unique.values(), key=_place):
        kinds.setdefault(warning.kind, []).append(warning)
    return tuple(warning for kind in _ORDER for warning in kinds.get(kind, [])[:_MOST_OF_A_KIND])


def _place(warning: Warning) -> tuple[int, str, int, str]:
    first = warning.citations[0]
    return _ORDER.index(warning.kind), first.article, first.start, warning.text


def _names(coverage: Coverage, ids: Iterable[str]) -> str:
    return joined([report_name(coverage.articles[id]) for id in sorted(set(ids))])


def _false_dates(coverage: Coverage) -> Iterator[Warning]:
    for article in coverage.articles.values():
        published = article.published
        if not published.stated_rejected or published.stated is None:
            continue
        citations = tuple(citation for reason in published.reasons for citation in reason.citations)
        better = f"; the evidence points to {published.date}" if published.date else ""
        text = (
            f"The date stated for {report_name(article)}, {published.stated}, is not when the text was written{better}."
        )
        if citations:
            yield Warning(WarningKind.FALSE_DATE, text, citations)


def _altered_quotes(quotes: Sequence[Quote], coverage: Coverage) -> Iterator[Warning]:
    for quote in quotes:
        if quote.status is not QuoteStatus.ALTERED:
            continue
        citations = tuple(citation for variant in quote.variants for citation in variant.citations)
        speaker = quote.speaker or "a speaker who is not named"
        where = _names(coverage, (citation.article for citation in citations))
        text = (
            f"Words of {speaker} stand between quotation marks in different wordings, in {where}: not all can be exact."
        )
        yield Warning(WarningKind.ALTERED_QUOTE, text, citations)


def _figures(quantities: Sequence[Quantity], coverage: Coverage) -> Iterator[Warning]:
    for quantity in quantities:
        citations = tuple(citation for value in quantity.values for citation in value.citations)
        because = f": {quantity.explanation}" if quantity.explanation else ""
        if quantity.status is Status.DIFFERS:
            text = f"Reports give conflicting figures for {quantity.what}{because}."
            yield Warning(WarningKind.CONFLICTING_FIGURE, text, citations)
        elif quantity.status is Status.CHANGED:
            old = _superseded(quantity)
            where = f" ({_names(coverage, (c.article for c in old))})" if old else ""
            text = f"An earlier figure for {quantity.what} has been overtaken{where}{because}."
            yield Warning(WarningKind.SUPERSEDED_FIGURE, text, old + tuple(c for c in citations if c not in old))


def _superseded(quantity: Quantity) -> tuple[Citation, ...]:
    """Where the overtaken figures stand: those expected where others are stated, else those of earlier days."""
    expected = [value for value in quantity.values if value.modality is Modality.EXPECTED]
    if expected and len(expected) < len(quantity.values):
        return tuple(citation for value in expected for citation in value.citations)
    newest = max((value.as_of for value in quantity.values if value.as_of), default=None)
    old = [value for value in quantity.values if newest and value.as_of and value.as_of < newest]
    return tuple(citation for value in old for citation in value.citations)


def _single_origin(coverage: Coverage) -> Iterator[Warning]:
    lines = coverage.origins.range
    if len(coverage.articles) < 2 or lines.min > 1:
        return
    firsts = [article.cite(article.sentences[0].start, article.sentences[0].end)
              for article in coverage.articles.values() if article.sentences]  # fmt: skip
    certain = "go back to one line of reporting" if lines.max == 1 else "may all go back to one line of reporting"
    text = f"The {len(coverage.articles)} reports {certain}: they do not confirm one another."
    if firsts:
        yield Warning(WarningKind.SINGLE_ORIGIN, text, tuple(firsts))


def _one_witness(claims: Sequence[Claim], witnesses: Mapping[str, str]) -> Iterator[Warning]:
    """One warning for each witness on whom alone claims of two or more lines rest."""
    resting: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in witnesses and claim.origins.max >= _LEAST_WITNESSED:
            resting.setdefault(witnesses[claim.id], []).append(claim)
    ranked = sorted((-max(c.origins.max for c in carried), -len(carried), who) for who, carried in resting.items())
    for _, _, witness in ranked[:_MOST_WITNESSES]:
        carried = resting[witness]
        lines = max(claim.origins.max for claim in carried)
        count = "One statement" if len(carried) == 1 else f"{len(carried)} statements"
        verb = "rests" if len(carried) == 1 else "rest"
        text = f"{count} carried by up to {lines} lines {verb} on {witness} alone: one witness, however many reports."
        yield Warning(WarningKind.ONE_WITNESS, text, tuple(c for claim in carried for c in claim.citations))


def _lost_attributions(claims: Sequence[Claim], coverage: Coverage) -> Iterator[Warning]:
    for claim in claims:
        for difference in claim.differences:
            if difference.aspect is not Aspect.ATTRIBUTION or len(difference.readings) != 2:
                continue
            kept, lost = difference.readings
            where = _names(coverage, (citation.article for citation in lost.citations))
            there = _names(coverage, (citation.article for citation in kept.citations))
            verb = "attribute" if " and " in there else "attributes"
            source = f" to {joined(claim.primary)}" if claim.primary else ""
            text = f"What {there} {verb}{source} stands without attribution in {where}."
            yield Warning(WarningKind.LOST_ATTRIBUTION, text, lost.citations + kept.citations)


def _self_contradictions(account: Account, coverage: Coverage) -> Iterator[Warning]:
    for claim in account.claims:
        for difference in claim.differences:
            if difference.conflict and difference.aspect is not Aspect.NUMBER:
                holdings = [reading.citations for reading in difference.readings]
                yield from _contradicting(holdings, difference.aspect, coverage)
    for quantity in account.quantities:
        if quantity.status is Status.DIFFERS:
            exact = [value for value in quantity.values if value.kind is ValueKind.VALUE and not value.qualifier]
            for day in sorted({value.as_of for value in exact if value.as_of}):
                holdings = [value.citations for value in exact if value.as_of == day]
                yield from _contradicting(holdings, Aspect.NUMBER, coverage)


def _contradicting(holdings: Sequence[tuple[Citation, ...]], aspect: Aspect, coverage: Coverage) -> Iterator[Warning]:
    counts: dict[str, list[Citation]] = {}
    for held in holdings:
        for article in sorted({citation.article for citation in held}):
            counts.setdefault(article, []).append(next(c for c in held if c.article == article))
    for article, cited in sorted(counts.items()):
        if len(cited) > 1:
            told = joined([f"“{coverage.articles[article].cited(citation)}”" for citation in cited])
            text = f"{report_name(coverage.articles[article])} has two readings of one {aspect.value}: {told}."
            yield Warning(WarningKind.SELF_CONTRADICTION, _capital(text), tuple(cited))


def _rewritten(coverage: Coverage) -> Iterator[Warning]:
    for article in coverage.articles.values():
        for sign in article.signs:
            if sign.kind is SignKind.MACHINE_REWRITTEN and sign.citations:
                text = _capital(f"{report_name(article)}: {sign.text}")
                yield Warning(WarningKind.REWRITTEN_TEXT, text, sign.citations)
    for reuse in coverage.reuses:
        if reuse.kind is ReuseKind.REWRITE and reuse.a in coverage.articles and reuse.b in coverage.articles:
            yield _rewrite(reuse, coverage)


def _rewrite(reuse: Reuse, coverage: Coverage) -> Warning:
    a, b = coverage.articles[reuse.a], coverage.articles[reuse.b]
    passages = reuse.passages[:3]
    citations = (
        *(a.cite(passage.a_start, passage.a_end) for passage in passages),
        *(b.cite(passage.b_start, passage.b_end) for passage in passages),
    ) or tuple(article.cite(article.sentences[0].start, article.sentences[0].end) for article in (a, b))
    text = f"{report_name(a)} and {report_name(b)} tell the same in other words: one is reworded from the other"
    return Warning(WarningKind.REWRITTEN_TEXT, _capital(f"{text}, or both from a third."), citations)


def _capital(text: str) -> str:
    """The text with a capital "A" where it begins with "a report"; an outlet keeps its own spelling."""
    return f"A{text[1:]}" if text.startswith("a report") else text
