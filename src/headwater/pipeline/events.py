"""Events: which articles of the inputs report one, as ``headwater stories`` tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.model.article import Article
from headwater.model.errors import InputError
from headwater.model.explanation import Explanation
from headwater.model.report import Grouping
from headwater.model.reuse import Reuse
from headwater.pipeline.inputs import Extracted, Run
from headwater.pipeline.wording import run_verbatim
from headwater.stories import collect, explain_pair, group_stories


@dataclass(frozen=True, slots=True)
class Stories:
    """The inputs' articles and the events they report."""

    extracted: Extracted
    groupings: tuple[Grouping, ...]


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Two articles and why they are, or are not, held to report one event."""

    a: Article
    b: Article
    why: Explanation


def run_stories(inputs: Sequence[str], run: Run) -> Stories:
    """Every article's story."""
    extracted, reuses = run_verbatim(inputs, run)
    return Stories(extracted, find_stories(extracted.articles, reuses, run))


def find_stories(articles: Sequence[Article], reuses: Sequence[Reuse], run: Run) -> tuple[Grouping, ...]:
    """The articles grouped by event."""
    run.progress.stage("grouping stories", len(articles))
    return group_stories(articles, reuses, settings=run.settings.stories)


def run_why(inputs: Sequence[str], names: tuple[str, str], run: Run) -> Reasoning:
    """Why the articles of two names (id, key or input) among ``inputs`` are, or are not, one story.

    Raises InputError for a name that no article has, or more than one.
    """
    extracted, reuses = run_verbatim(inputs, run)
    a, b = (_named(name, extracted.articles) for name in names)
    collection = collect(extracted.articles, reuses, settings=run.settings.stories)
    return Reasoning(a, b, explain_pair(a.id, b.id, collection, settings=run.settings.stories))


def _named(name: str, articles: Sequence[Article]) -> Article:
    found = [article for article in articles if name in (article.id, article.key, article.input, *article.also)]
    if len(found) != 1:
        raise InputError(name, f"names {len(found)} articles of the inputs, expected one (an id, a key or an input)")
    return found[0]


def by_story(reuses: Sequence[Reuse], groupings: Sequence[Grouping]) -> tuple[dict[str, list[Reuse]], list[Reuse]]:
    """The reuses inside each story, and those between articles of two stories."""
    story_of = {article: grouping.id for grouping in groupings for article in grouping.articles}
    within: dict[str, list[Reuse]] = defaultdict(list)
    across: list[Reuse] = []
    for reuse in reuses:
        inside = story_of[reuse.a] == story_of[reuse.b]
        (within[story_of[reuse.a]] if inside else across).append(reuse)
    return within, across
