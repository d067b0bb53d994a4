"""Whole runs: what each command computes, from inputs to a result."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from headwater.copies import diff_articles, find_rewrites, find_rewrites_anywhere
from headwater.model.article import Article
from headwater.model.diff import ArticleDiff, Relation
from headwater.model.errors import InputError
from headwater.model.explanation import Explanation
from headwater.model.report import Grouping, Report, Story
from headwater.model.reuse import Direction, Reuse
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
from headwater.stories import collect, explain_pair
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
class Comparison:
    """Two articles, how they differ, and their reuse (None where they share no wording that matters)."""

    a: Article
    b: Article
    diff: ArticleDiff
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Two articles and why they are, or are not, held to report one event."""

    a: Article
    b: Article
    why: Explanation


@dataclass(frozen=True, slots=True)
class Run:
    """What a run needs beside its inputs.

    Settings, where standard input comes from, whom to tell of progress, and how many processes may extract.
    """

    settings: Settings
    stdin: Callable[[], BinaryIO] = standard_input
    progress: Progress = field(default_factory=Silent)
    jobs: int = 1


def run_extract(inputs: Sequence[str], run: Run) -> Extracted:
    """Every input as an article, dated from its page alone."""
    return read_articles(inputs, settings=run.settings, stdin=run.stdin, progress=run.progress, jobs=run.jobs)


def run_copies(inputs: Sequence[str], run: Run) -> Copies:
    """Every pair of articles that shares wording."""
    extracted, verbatim = _verbatim(inputs, run)
    run.progress.stage("looking for rewrites", len(extracted.articles))
    reuses = find_rewrites_anywhere(extracted.articles, verbatim, settings=run.settings.copies)
    return Copies(extracted, reuses)


def run_stories(inputs: Sequence[str], run: Run) -> Stories:
    """Every article's story."""
    extracted, reuses = _verbatim(inputs, run)
    groupings = find_stories(extracted.articles, reuses, settings=run.settings, progress=run.progress)
    return Stories(extracted, groupings)


def _verbatim(inputs: Sequence[str], run: Run) -> tuple[Extracted, tuple[Reuse, ...]]:
    extracted = run_extract(inputs, run)
    return extracted, find_copies(extracted.articles, settings=run.settings, progress=run.progress)


def run_diff(a: str, b: str, run: Run) -> Comparison:
    """Two articles compared word by word; each input must hold one. Raises InputError where it does not."""
    first, second = _only_article(a, run), _only_article(b, run)
    if first.id == second.id:
        raise InputError(b, f"has the very same content as {a!r}")
    pair = (first, second)
    verbatim = find_copies(pair, settings=run.settings, progress=run.progress)
    reuses = find_rewrites(pair, verbatim, settings=run.settings.copies)
    diff = diff_articles(first, second, settings=run.settings.copies)
    return Comparison(first, second, diff, _relation(reuses[0], first.id) if reuses else None)


def _only_article(name: str, run: Run) -> Article:
    extracted = run_extract([name], run)
    if len(extracted.articles) == 1:
        return extracted.articles[0]
    if extracted.articles:
        raise InputError(name, f"holds {len(extracted.articles)} articles, expected one")
    raise InputError(name, extracted.skipped[0].reason if extracted.skipped else "holds no article")


def run_why(inputs: Sequence[str], names: tuple[str, str], run: Run) -> Reasoning:
    """Why the articles of two names (id, key or input) among ``inputs`` are, or are not, one story.

    Raises InputError for a name that no article has, or more than one.
    """
    extracted, reuses = _verbatim(inputs, run)
    a, b = (_named(name, extracted.articles) for name in names)
    collection = collect(extracted.articles, reuses, settings=run.settings.stories)
    return Reasoning(a, b, explain_pair(a.id, b.id, collection, settings=run.settings.stories))


def _named(name: str, articles: Sequence[Article]) -> Article:
    found = [article for article in articles if name in (article.id, article.key, article.input, *article.also)]
    if len(found) != 1:
        raise InputError(name, f"names {len(found)} articles of the inputs, expected one (an id, a key or an input)")
    return found[0]


def _relation(reuse: Reuse, first: str) -> Relation:
    """The reuse as seen with the article ``first`` as a: a comparison keeps the order its articles were given in."""
    if reuse.a == first:
        return Relation(reuse.kind, reuse.direction, reuse.contained_a, reuse.contained_b, reuse.reasons, reuse.via)
    swapped = {Direction.A_FROM_B: Direction.B_FROM_A, Direction.B_FROM_A: Direction.A_FROM_B}
    direction = swapped.get(reuse.direction, reuse.direction)
    return Relation(reuse.kind, direction, reuse.contained_b, reuse.contained_a, reuse.reasons, reuse.via)


def run_report(inputs: Sequence[str], run: Run) -> Report:
    """The report on all inputs: the same for any order of them."""
    extracted = without_stubs(run_extract(inputs, run))
    verbatim = find_copies(extracted.articles, settings=run.settings, progress=run.progress)
    groupings = find_stories(extracted.articles, verbatim, settings=run.settings, progress=run.progress)
    by_id = {article.id: article for article in extracted.articles}
    within, across = by_story(verbatim, groupings)
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


def by_story(reuses: Sequence[Reuse], groupings: Sequence[Grouping]) -> tuple[dict[str, list[Reuse]], list[Reuse]]:
    """The reuses inside each story, and those between articles of two stories."""
    story_of = {article: grouping.id for grouping in groupings for article in grouping.articles}
    within: dict[str, list[Reuse]] = defaultdict(list)
    across: list[Reuse] = []
    for reuse in reuses:
        inside = story_of[reuse.a] == story_of[reuse.b]
        (within[story_of[reuse.a]] if inside else across).append(reuse)
    return within, across
