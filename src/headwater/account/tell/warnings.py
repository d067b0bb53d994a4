"""Warnings: what a desk should know before it uses a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.account.compare.distinct import reworded_ids
from headwater.account.tell.figures import figure_warnings
from headwater.account.tell.naming import joined, report_name, report_names
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
from headwater.model.reuse import Direction, Origins, Reuse, ReuseKind

# What may be wrong first, then what is thin, then what only needs a word of care.
_ORDER = (
    WarningKind.FALSE_DATE,
    WarningKind.CONFLICTING_FIGURE,
    WarningKind.SELF_CONTRADICTION,
    WarningKind.SUPERSEDED_FIGURE,
    WarningKind.ALTERED_QUOTE,
    WarningKind.SINGLE_ORIGIN,
    WarningKind.ONE_WITNESS,
    WarningKind.LOST_ATTRIBUTION,
    WarningKind.REWRITTEN_TEXT,
)
_LEAST_WITNESSED = 2  # lines that must carry a claim before its resting on one witness is news
_MOST_OF_A_KIND = 12
_MOST_WITNESSES = 4  # a reader who is told of every speaker learns nothing
_MOST_NAMED = 3  # reports that one warning names
_MOST_PAIRS = 2  # rewrites that are warned of pair by pair
_MOST_REWRITTEN = 5  # reports that the warning of more pairs names
_MOST_SIGNS = 3  # signs of machine rewriting that one warning repeats


@dataclass(frozen=True, slots=True)
class Coverage:
    """A story's articles by id, its reuses and its lines."""

    articles: dict[str, Article]
    reuses: tuple[Reuse, ...]
    origins: Origins


def find_warnings(account: Account, coverage: Coverage, witnesses: Mapping[str, str]) -> tuple[Warning, ...]:
    """All warnings on a story, the gravest kind first, within a kind by how many reports it concerns.

    ``witnesses`` names, for the claims (ids) that all their reports lay at one door, whose door that is.
    """
    found = [
        *_false_dates(coverage),
        *_altered_quotes(account.quotes, coverage),
        *figure_warnings(account.quantities, coverage.articles),
        *_single_origin(coverage),
        *_one_witness(account.claims, witnesses),
        *_lost_attributions(account, coverage),
        *_self_contradictions(account, coverage),
        *_rewritten(coverage),
    ]
    unique = {(warning.kind, warning.text): warning for warning in found}
    kinds: dict[WarningKind, list[Warning]] = {}
    for warning in sorted(unique.values(), key=_place):
        kinds.setdefault(warning.kind, []).append(warning)
    return tuple(warning for kind in _ORDER for warning in kinds.get(kind, [])[:_MOST_OF_A_KIND])


def _place(warning: Warning) -> tuple[int, int, str, int, str]:
    first = warning.citations[0]
    reports = len({citation.article for citation in warning.citations})
    return _ORDER.index(warning.kind), -reports, first.article, first.start, warning.text


def _names(coverage: Coverage, ids: Iterable[str]) -> str:
    return report_names(ids, coverage.articles, most=_MOST_NAMED)


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
    """One warning that names those on whom alone claims of two or more lines rest, the weightiest first."""
    resting: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id in witnesses and claim.origins.max >= _LEAST_WITNESSED:
            resting.setdefault(witnesses[claim.id], []).append(claim)
    ranked = sorted(resting, key=lambda who: (-max(c.origins.max for c in resting[who]), -len(resting[who]), who))
    shown = [(who, resting[who]) for who in ranked[:_MOST_WITNESSES]]
    if not shown:
        return
    told = joined([f"{witness} ({_count(carried)})" for witness, carried in shown])
    one = "one witness" if len(shown) == 1 else "one witness each"
    text = f"However many reports carry them, some statements rest on {one}: {told}."
    cited = tuple(citation for _, carried in shown for claim in carried for citation in claim.citations)
    yield Warning(WarningKind.ONE_WITNESS, text, cited)


def _count(carried: Sequence[Claim]) -> str:
    lines = max(claim.origins.max for claim in carried)
    return f"{len(carried)} statement{'s' if len(carried) > 1 else ''}, up to {lines} lines"


def _lost_attributions(account: Account, coverage: Coverage) -> Iterator[Warning]:
    sources = {(c.article, c.sentence): each.chain[-1] for each in account.attributions for c in each.citations}
    for claim in account.claims:
        for difference in claim.differences:
            if difference.aspect is not Aspect.ATTRIBUTION or len(difference.readings) != 2:
                continue
            kept, lost = difference.readings
            where = _names(coverage, (citation.article for citation in lost.citations))
            there = _names(coverage, (citation.article for citation in kept.citations))
            verb = "attribute" if " and " in there else "attributes"
            named = sorted(
                {sources[c.article, c.sentence] for c in kept.citations if (c.article, c.sentence) in sources}
            )
            source = f" to {joined(named)}" if named else ""
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
            yield from _of_two_minds(quantity, coverage)


def _of_two_minds(quantity: Quantity, coverage: Coverage) -> Iterator[Warning]:
    """Two exact numbers of one report for one day; what was planned and what came are none, nor two speakers' words."""
    alike: dict[tuple[str, Modality, str], dict[float | None, list[Citation]]] = {}
    for value in quantity.values:
        if value.kind is ValueKind.VALUE and not value.qualifier and value.as_of:
            standing = (value.as_of.isoformat(), value.modality, value.asserted_by or "")
            alike.setdefault(standing, {}).setdefault(value.value, []).extend(value.citations)
    for standing in sorted(alike):
        yield from _contradicting([tuple(held) for held in alike[standing].values()], Aspect.NUMBER, coverage)


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
    """One warning for each article that looks machine-rewritten, one for each pair of which one is a rewrite."""
    for article in coverage.articles.values():
        signs = [sign for sign in article.signs if sign.kind is SignKind.MACHINE_REWRITTEN and sign.citations]
        if signs:
            told = "; ".join(sign.text for sign in signs[:_MOST_SIGNS])
            text = _capital(f"{report_name(article)} looks rewritten: {told}.")
            yield Warning(WarningKind.REWRITTEN_TEXT, text, tuple(c for sign in signs for c in sign.citations))
    reuses = [
        reuse
        for reuse in coverage.reuses
        if reuse.kind is ReuseKind.REWRITE and reuse.a in coverage.articles and reuse.b in coverage.articles
    ]
    pairs = [_rewrite(reuse, coverage) for reuse in reuses]
    yield from pairs if len(pairs) <= _MOST_PAIRS else [_rewrites(reuses, pairs, coverage)]


def _rewrites(reuses: Sequence[Reuse], pairs: Sequence[Warning], coverage: Coverage) -> Warning:
    """Many pairs in one sentence: which reports they join, and which of them have others' text in other words."""
    cited = tuple(dict.fromkeys(citation for pair in pairs for citation in pair.citations))
    joined_by = {id for reuse in reuses for id in (reuse.a, reuse.b)}
    reworded = reworded_ids(coverage.articles, coverage.reuses)
    if all(len({reuse.a, reuse.b} & reworded) == 1 for reuse in reuses):
        verb = "tells" if len(reworded) == 1 else "tell"
        text = f"{_some(reworded, coverage)} {verb} in other words what {_some(joined_by - reworded, coverage)} tell."
    else:
        text = (
            f"{_some(joined_by, coverage)} tell the same in other words ({len(pairs)} pairs): each reworded from "
            "another, or all from a third."
        )
    return Warning(WarningKind.REWRITTEN_TEXT, _capital(text), cited)


def _some(articles: Iterable[str], coverage: Coverage) -> str:
    return report_names(articles, coverage.articles, most=_MOST_REWRITTEN)


def _rewrite(reuse: Reuse, coverage: Coverage) -> Warning:
    a, b = coverage.articles[reuse.a], coverage.articles[reuse.b]
    passages = reuse.passages[:3]
    citations = (
        *(a.cite(passage.a_start, passage.a_end) for passage in passages),
        *(b.cite(passage.b_start, passage.b_end) for passage in passages),
    ) or tuple(article.cite(article.sentences[0].start, article.sentences[0].end) for article in (a, b))
    return Warning(
        WarningKind.REWRITTEN_TEXT, _capital(_rewritten_from(reuse, report_name(a), report_name(b))), citations
    )


def _rewritten_from(reuse: Reuse, a: str, b: str) -> str:
    if reuse.direction is Direction.A_FROM_B:
        return f"{a} tells the same as {b} in other words, and comes from it."
    if reuse.direction is Direction.B_FROM_A:
        return f"{b} tells the same as {a} in other words, and comes from it."
    return f"{a} and {b} tell the same in other words: one is reworded from the other, or both from a third."


def _capital(text: str) -> str:
    """The text with a capital "A" where it begins with "a report"; an outlet keeps its own spelling."""
    return f"A{text[1:]}" if text.startswith("a report") else text
