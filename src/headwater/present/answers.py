"""Dossiers and checks for the terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headwater.model.account import Dossier
from headwater.model.article import Article, Citation
from headwater.model.question import Answer, Check, Dossiers, StoryCheck, StoryDossier, Verdict
from headwater.model.reuse import OriginRange
from headwater.present.data import SCHEMA, article_row
from headwater.present.data_account import citation_rows, dossier_row, entity_row, origins_row
from headwater.present.labels import outlet_text
from headwater.present.layout import Style, finish, styled, wrapped
from headwater.present.wording import plural, written_text

Row = Mapping[str, object]

_HEADS = {Verdict.SUPPORTS: "SUPPORT IT", Verdict.CONTRADICTS: "CONTRADICT IT", Verdict.EXPECTS: "EXPECT IT"}


def dossier_document(found: Dossiers, version: str) -> Row:
    """The dossiers as a JSON object, with the articles that they cite."""
    return {
        **_head("dossier", version, found.read, found),
        "name": found.name,
        "articles": [article_row(article, sentences=True) for article in found.articles],
        "stories": [
            {
                "id": story.story,
                "title": story.title,
                "entity": entity_row(story.entity),
                "dossier": dossier_row(story.dossier),
            }
            for story in found.stories
        ],
    }


def check_document(found: Check, version: str) -> Row:
    """The check as a JSON object, with the articles of the stories that mention the claim."""
    return {
        **_head("check", version, found.read, found),
        "claim": found.claim,
        "articles": [article_row(article, sentences=True) for article in found.articles],
        "stories": [_story_check(story) for story in found.stories],
    }


def _head(kind: str, version: str, read: int, found: Dossiers | Check) -> Row:
    skipped = [{"input": item.input, "reason": item.reason} for item in sorted(found.skipped)]
    return {"schema": SCHEMA, "type": kind, "version": version, "inputs": {"read": read, "skipped": skipped}}


def _story_check(story: StoryCheck) -> Row:
    return {
        "id": story.story,
        "title": story.title,
        "sides": [
            {
                "verdict": side.verdict.value,
                "articles": list(side.articles),
                "origins": origins_row(side.origins),
                "primary": list(side.primary),
            }
            for side in story.sides
        ],
        "answers": [
            {
                "article": answer.article,
                "verdict": answer.verdict.value,
                "note": answer.note,
                "citations": citation_rows(answer.citations),
            }
            for answer in story.answers
        ],
    }


def dossier_text(found: Dossiers, *, width: int, color: bool) -> str:
    """Each story's dossier, by aspect, every statement with how many lines carry it and where it stands."""
    articles = {article.id: article for article in found.articles}
    lines: list[str] = []
    for story in found.stories:
        lines += [*_dossier_lines(story, articles, width), ""]
    return finish(lines[:-1], color=color)


def _dossier_lines(story: StoryDossier, articles: Mapping[str, Article], width: int) -> Iterator[str]:
    others = [form.text for form in story.entity.forms if form.text != story.entity.name]
    also = f" (also {', '.join(others[:4])})" if others else ""
    yield from wrapped(styled(story.entity.name, Style.STRONG) + also, width)
    yield from wrapped(styled(f"in the story “{story.title}”", Style.QUIET), width)
    yield from _aspects(story.dossier, articles, width)


def _aspects(dossier: Dossier, articles: Mapping[str, Article], width: int) -> Iterator[str]:
    for aspect in dossier.aspects:
        yield ""
        yield styled(aspect.aspect.upper(), Style.STRONG)
        for statement in aspect.statements:
            yield from wrapped(f"{statement.text} {_carried(statement.origins)}", width, first="  · ")
            yield from wrapped(styled(_where(statement.citations, articles), Style.QUIET), width, first="    ")


def check_text(found: Check, *, width: int, color: bool) -> str:
    """The claim, and for each story that mentions it the reports for, against and expecting it, with their words."""
    lines = wrapped(f"“{found.claim}”", width)
    articles = {article.id: article for article in found.articles}
    if not found.stories:
        lines += ["", "No report mentions it."]
    for story in found.stories:
        lines += ["", *wrapped(styled(story.title, Style.STRONG), width)]
        lines += _sides(story, articles, width)
    return finish(lines, color=color)


def _sides(story: StoryCheck, articles: Mapping[str, Article], width: int) -> Iterator[str]:
    if not any(side.verdict is Verdict.SUPPORTS for side in story.sides):
        yield from wrapped(styled("Not supported as worded.", Style.WARNING), width)
    for side in story.sides:
        rests = f", rests on: {', '.join(side.primary)}" if side.primary else ""
        yield from wrapped(styled(f"{_HEADS[side.verdict]} {_carried(side.origins)}{rests}", Style.STRONG), width)
        for answer in story.answers:
            if answer.verdict is side.verdict:
                yield from _answer_lines(answer, articles[answer.article], width)
    silent = [answer.article for answer in story.answers if answer.verdict is Verdict.SILENT]
    if silent:
        named = ", ".join(_named(articles[id]) for id in silent)
        yield from wrapped(styled(f"DO NOT MENTION IT ({plural(len(silent), 'report')})", Style.STRONG), width)
        yield from wrapped(named, width, first="  ")


def _answer_lines(answer: Answer, article: Article, width: int) -> Iterator[str]:
    note = f": {answer.note}" if answer.note else ""
    yield from wrapped(f"{_named(article)}{note}", width, first="  · ")
    for citation in answer.citations[:2]:
        yield from wrapped(f"“{article.cited(citation)}”", width, first="    ")


def _carried(origins: OriginRange) -> str:
    shown = str(origins.max) if origins.min == origins.max else f"{origins.min}–{origins.max}"
    return f"({shown} line{'' if shown == '1' else 's'})"


def _where(citations: Sequence[Citation], articles: Mapping[str, Article]) -> str:
    return ", ".join(dict.fromkeys(_named(articles[citation.article]) for citation in citations))


def _named(article: Article) -> str:
    return f"{outlet_text(article)}, {written_text(article.published)}"
