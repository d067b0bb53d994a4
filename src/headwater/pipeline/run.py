"""Whole runs: what each command computes, from inputs to a result."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from headwater.model.article import Article
from headwater.model.report import Grouping, Report, Story
from headwater.model.reuse import Reuse
from headwater.pipeline.progress import Progress, Silent
from headwater.pipeline.settings import Settings
from headwater.pipeline.stages import (
    Extracted,
    find_copies,
    find_stories,
    read_articles,
    standard_input,
    tell,
    without_stubs,
)
from headwater.version import __version__


@dataclass(frozen=True, slots=True)
class Copies:
    """The inputs' articles and all pairs that share wording."""

    extracted: Extracted
    reuses: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True)
class Stories:
    """The inputs' articles and the events they report."""

    extracted: Extracted
    groupings: tuple[Grouping, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run needs beside its inputs: settings, where standard input comes from, whom to tell of progress."""

    settings: Settings
    stdin: Callable[[], BinaryIO] = standard_input
    progress: Progress = field(default_factory=Silent)


def run_extract(inputs: Sequence[str], run: Run) -> Extracted:
    """Every input as an article, dated from its page alone."""
    return read_articles(inputs, settings=run.settings, stdin=run.stdin, progress=run.progress)


def run_copies(inputs: Sequence[str], run: Run) -> Copies:
    """Every pair of articles that shares wording."""
    extracted = run_extract(inputs, run)
    reuses = find_copies(extracted.articles, settings=run.settings, progress=run.progress)
    return Copies(extracted, reuses)


def run_stories(inputs: Sequence[str], run: Run) -> Stories:
    """Every article's story."""
    copies = run_copies(inputs, run)
    articles = copies.extracted.articles
    groupings = find_stories(articles, copies.reuses, settings=run.settings, progress=run.progress)
    return Stories(copies.extracted, groupings)


def run_report(inputs: Sequence[str], run: Run) -> Report:
    """The report on all inputs: the same for any order of them."""
    extracted = without_stubs(run_extract(inputs, run))
    verbatim = find_copies(extracted.articles, settings=run.settings, progress=run.progress)
    groupings = find_stories(extracted.articles, verbatim, settings=run.settings, progress=run.progress)
    by_id = {article.id: article for article in extracted.articles}
    within, across = _by_story(verbatim, groupings)
    stories: list[Story] = []
    articles: list[Article] = []
    reuses = list(across)
    run.progress.stage("telling stories", len(by_id))
    for grouping in groupings:
        members = [by_id[id] for id in grouping.articles]
        story, dated, judged = tell(members, within[grouping.id], grouping, settings=run.settings)
        stories.append(story)
        articles.extend(dated)
        reuses.extend(judged)
        run.progress.advance(len(members))
    return Report(
        version=__version__,
        read=extracted.read,
        skipped=extracted.skipped,
        articles=tuple(sorted(articles, key=_article_id)),
        reuses=tuple(sorted(reuses, key=lambda reuse: (reuse.a, reuse.b))),
        stories=tuple(sorted(stories, key=_by_time)),
    )


def _article_id(article: Article) -> str:
    return article.id


def _by_time(story: Story) -> tuple[dt.date, int, str]:
    return (story.first or dt.date.max, -story.distinct, story.id)


def _by_story(reuses: Sequence[Reuse], groupings: Sequence[Grouping]) -> tuple[dict[str, list[Reuse]], list[Reuse]]:
    """The reuses inside each story, and those between articles of two stories."""
    story_of = {article: grouping.id for grouping in groupings for article in grouping.articles}
    within: dict[str, list[Reuse]] = defaultdict(list)
    across: list[Reuse] = []
    for reuse in reuses:
        inside = story_of[reuse.a] == story_of[reuse.b]
        (within[story_of[reuse.a]] if inside else across).append(reuse)
    return within, across
