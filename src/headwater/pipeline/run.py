"""Whole runs: the report on all inputs, the stages in their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from headwater.account import reject_crawl_days, tell_story
from headwater.copies import count_origins, distinct_count
from headwater.copies.reuses import with_directions
from headwater.model.article import Article
from headwater.model.report import Grouping, Report, Story
from headwater.model.reuse import Reuse
from headwater.pipeline.dating import dated_story
from headwater.pipeline.events import by_story, find_stories
from headwater.pipeline.inputs import Run, run_extract, without_stubs
from headwater.pipeline.settings import Settings
from headwater.pipeline.wording import find_copies
from headwater.stories import title_story
from headwater.version import __version__


def run_report(inputs: Sequence[str], run: Run) -> Report:
    """The report on all inputs: the same for any order of them."""
    extracted = without_stubs(run_extract(inputs, run))
    verbatim = find_copies(extracted.articles, run)
    grouped = find_stories(extracted.articles, verbatim, run)
    thread_of = {id: line.id for line in grouped.storylines if len(line.stories) > 1 for id in line.stories}
    by_id = {article.id: article for article in extracted.articles}
    within, across = by_story(verbatim, grouped.groupings)
    stories: list[Story] = []
    articles: list[Article] = []
    reuses = list(with_directions(across, extracted.articles))
    run.progress.stage("telling stories", len(by_id))
    told = reject_crawl_days([[by_id[id] for id in grouping.articles] for grouping in grouped.groupings])
    for grouping, members in zip(grouped.groupings, told, strict=True):
        story, dated, judged = _tell(members, within[grouping.id], grouping, settings=run.settings)
        stories.append(replace(story, storyline=thread_of.get(story.id)))
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


def _tell(
    articles: Sequence[Article], reuses: Sequence[Reuse], grouping: Grouping, *, settings: Settings
) -> tuple[Story, tuple[Article, ...], tuple[Reuse, ...]]:
    """The story of one group, with its articles as dated by all of them and its reuses with rewrites found."""
    dated, judged = dated_story(articles, reuses, settings=settings.copies)
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
