"""The stages, one function each, over whole sequences of articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from headwater.account import date_articles, tell_story
from headwater.copies import count_origins, distinct_count, find_reuses, find_rewrites, find_signs
from headwater.extract import extract, without_repeated_lines
from headwater.model.article import Article, PageKind
from headwater.model.capture import Capture, Skipped
from headwater.model.errors import InputError
from headwater.model.report import Grouping, Story
from headwater.model.reuse import Reuse
from headwater.pipeline.parallel import mapped
from headwater.pipeline.progress import Progress
from headwater.pipeline.settings import Settings
from headwater.read import read_captures
from headwater.stories import group_stories, title_story

_NOT_REPORTED = {PageKind.STUB: "a stub: the page holds a fragment of its article", PageKind.ERROR: "an error page"}


@dataclass(frozen=True, slots=True)
class Extracted:
    """Articles by id, what was skipped by input, and how many inputs were seen."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    read: int


def standard_input() -> BinaryIO:
    """The process's standard input as bytes."""
    return sys.stdin.buffer


def read_articles(
    inputs: Sequence[str], *, settings: Settings, stdin: Callable[[], BinaryIO], progress: Progress, jobs: int = 1
) -> Extracted:
    """Every input read and extracted, in ``jobs`` processes; inputs of the very same content are one with ``also``.

    Lines that an outlet repeats over unrelated articles among the inputs are furniture.
    """
    articles: dict[str, Article] = {}
    skipped: list[Skipped] = []
    read = 0
    progress.stage("reading")
    captures = read_captures(inputs, stdin=stdin, settings=settings.read)
    for made in mapped(partial(_extracted, settings=settings), captures, jobs=jobs):
        read += 1
        progress.advance()
        if isinstance(made, Skipped):
            skipped.append(made)
        else:
            articles[made.id] = _joined(articles.get(made.id), made)
    ordered = without_repeated_lines([articles[id] for id in sorted(articles)])
    return Extracted(ordered, tuple(sorted(skipped)), read)


def _extracted(capture: Capture | Skipped, settings: Settings) -> Article | Skipped:
    if isinstance(capture, Skipped):
        return capture
    try:
        article = extract(capture, settings=settings.extract)
    except InputError as error:
        return Skipped(capture.input, error.reason)
    signs = find_signs(article, settings=settings.copies)
    return replace(article, signs=(*article.signs, *signs))


def _joined(known: Article | None, article: Article) -> Article:
    if known is None:
        return article
    first, *others = sorted({known.input, *known.also, article.input, *article.also})
    return replace(known, input=first, also=tuple(others))


def without_stubs(extracted: Extracted) -> Extracted:
    """The same without stub and error pages, which are listed as skipped with the reason."""
    kept = tuple(article for article in extracted.articles if article.page not in _NOT_REPORTED)
    dropped = [
        Skipped(name, f"is {_NOT_REPORTED[article.page]}")
        for article in extracted.articles
        if article.page in _NOT_REPORTED
        for name in (article.input, *article.also)
    ]
    return replace(extracted, articles=kept, skipped=tuple(sorted([*extracted.skipped, *dropped])))


def find_copies(articles: Sequence[Article], *, settings: Settings, progress: Progress) -> tuple[Reuse, ...]:
    """All verbatim reuse among ``articles``, by article ids."""
    progress.stage("comparing wording", len(articles))
    return find_reuses(articles, settings=settings.copies)


def find_stories(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: Settings, progress: Progress
) -> tuple[Grouping, ...]:
    """The articles grouped by event."""
    progress.stage("grouping stories", len(articles))
    return group_stories(articles, reuses, settings=settings.stories)


def tell(
    articles: Sequence[Article], reuses: Sequence[Reuse], grouping: Grouping, *, settings: Settings
) -> tuple[Story, tuple[Article, ...], tuple[Reuse, ...]]:
    """The story of one group, with its articles as dated by all of them and its reuses with rewrites found."""
    dated = date_articles(articles)
    judged = find_rewrites(dated, reuses, settings=settings.copies)
    origins = count_origins(dated, judged, settings=settings.copies)
    account, warnings = tell_story(dated, judged, origins, settings=settings.account)
    days = sorted(article.published.date for article in dated if article.published.date)
    story = Story(
        id=grouping.id,
        title=title_story(dated, judged),
        articles=grouping.articles,
        distinct=distinct_count(dated, judged),
        origins=origins,
        account=account,
        warnings=warnings,
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
    return story, dated, judged
