"""Whether a report keeps its promises: every citation exact, every verbatim text found where it is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from headwater.model.account import Claim, QuoteVariant, Reading, Statement, SummaryLine, TimelineEntry
from headwater.model.article import Article, Citation
from headwater.model.report import Report, Story

_NAME = re.compile(r"\w+")
_PLAIN = frozenset(("str", "int", "float", "bool", "None", "tuple", "dt", "date"))  # types that hold no citation


def broken_citations(report: Report) -> list[str]:
    """What is wrong with the report's citations, one line each, in the report's order; empty where all hold.

    A citation holds if its article and its sentence or furniture item exist, it begins inside that sentence and ends
    inside the text; a verbatim text holds if it is, character for character, what its first citation spans.
    """
    articles = {article.id: article for article in report.articles}
    found: list[str] = []
    for where, statement in _walk(report, "report"):
        check = _misplaced if isinstance(statement, Citation) else _misquoted
        wrong = check(statement, articles)
        if wrong:
            found.append(f"{where}: {wrong}")
    return found


def broken_references(report: Report) -> list[str]:
    """What is wrong with the report's references to its own parts, one line each; empty where all hold.

    Stories name known articles, each of them in exactly one group; cards and dossiers name known statements.
    """
    known = {article.id for article in report.articles}
    found: list[str] = []
    for story in report.stories:
        found += [f"{story.id}: {wrong}" for wrong in _story_wrongs(story, known)]
    for reuse in report.reuses:
        found += [
            f"reuse {reuse.a} {reuse.b}: no such article: {end}" for end in (reuse.a, reuse.b) if end not in known
        ]
    return found


def citations_in(item: object) -> list[Citation]:
    """Every citation in a report or a part of one, in the part's order, repeated as often as it stands there."""
    found: list[Citation] = []
    _gather(item, found, {})
    return found


def _gather(item: object, found: list[Citation], holders: dict[type, tuple[str, ...]]) -> None:
    """Append the citations in ``item``; ``holders`` are the fields worth looking into of each type met so far."""
    if isinstance(item, Citation):
        found.append(item)
    elif isinstance(item, tuple):
        for part in item:
            _gather(part, found, holders)
    else:
        kind = type(item)
        if kind not in holders:
            holders[kind] = _holders(item)
        for name in holders[kind]:
            _gather(getattr(item, name), found, holders)


def _holders(item: object) -> tuple[str, ...]:
    """The fields in which a citation can be; none of what is no dataclass."""
    if not is_dataclass(item):
        return ()
    return tuple(field.name for field in fields(item) if not _PLAIN.issuperset(_NAME.findall(str(field.type))))


def _walk(item: object, where: str) -> Iterator[tuple[str, object]]:
    if isinstance(item, tuple):
        for position, part in enumerate(item):
            yield from _walk(part, f"{where}[{position}]")
    elif is_dataclass(item):
        yield where, item
        if not isinstance(item, Citation):
            for field in fields(item):
                yield from _walk(getattr(item, field.name), f"{where}.{field.name}")


def _misplaced(citation: object, articles: Mapping[str, Article]) -> str | None:
    if not isinstance(citation, Citation):
        return None
    article = articles.get(citation.article)
    if article is None:
        return f"no such article: {citation.article}"
    if citation.furniture is not None:
        item = next((item for item in article.furniture if item.id == citation.furniture), None)
        if item is None:
            return f"no such furniture item: {citation.furniture} of {article.id}"
        return None if citation.end <= len(item.text) else f"{citation} ends after its furniture item"
    sentence = article.sentence_at(citation.start)
    if sentence is None or sentence.id != citation.sentence or citation.start >= sentence.end:
        return f"{citation} does not begin inside its sentence"
    return None if citation.end <= len(article.text) else f"{citation} ends after the text"


def _misquoted(statement: object, articles: Mapping[str, Article]) -> str | None:
    match statement:
        case SummaryLine() | Claim() | QuoteVariant() | Statement() | TimelineEntry():
            text = statement.text
        case Reading():
            text = statement.value
        case _:
            return None
    citation = statement.citations[0]
    if _misplaced(citation, articles):
        return None
    cited = articles[citation.article].cited(citation)
    return None if text == cited else f"{text!r} is not what its first citation spans: {cited!r}"


def _story_wrongs(story: Story, known: set[str]) -> Iterator[str]:
    grouped = [article for line in story.origins.groups for article in line.articles]
    if sorted(grouped) != sorted(story.articles):
        yield "not every article is in exactly one line"
    yield from (f"no such article: {article}" for article in story.articles if article not in known)
    for doubt in story.origins.maybe_joined:
        yield from (f"no such line: {line}" for line in doubt.groups if not 0 <= line < len(story.origins.groups))
    account = story.account
    statements = {item.id for item in account.claims}
    statements |= {item.id for item in account.quotes} | {item.id for item in account.quantities}
    for card in account.cards:
        if card.article not in story.articles:
            yield f"a card of an article that is not in the story: {card.article}"
        named = (*card.only_here, *card.missing_here, *card.differs_here)
        yield from (f"a card names an unknown statement: {item}" for item in named if item not in statements)
    if account.dossier.subject is not None and account.dossier.subject not in {item.id for item in account.entities}:
        yield f"the dossier's subject is unknown: {account.dossier.subject}"
