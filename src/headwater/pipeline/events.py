"""Events: which articles of the inputs report one, as ``headwater stories`` tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account import find_scene
from headwater.model.article import Article
from headwater.model.errors import InputError
from headwater.model.explanation import Explanation
from headwater.model.report import Grouping, Scene, Storyline
from headwater.model.reuse import Reuse
from headwater.pipeline.inputs import Extracted, Run
from headwater.pipeline.wording import run_verbatim
from headwater.stories import central_articles, collect, explain_pair, find_storylines, group_collection, title_story


@dataclass(frozen=True, slots=True)
class Stories:
    """The inputs' articles, the events they report, each with a headline and its scene, and the longer threads."""

    extracted: Extracted
    groupings: tuple[Grouping, ...]
    titles: dict[str, str | None]
    scenes: dict[str, Scene]
    storylines: tuple[Storyline, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The stories, by id, that articles were grouped into, and the storylines that the stories make up."""

    groupings: tuple[Grouping, ...]
    storylines: tuple[Storyline, ...]


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Two articles and why they are, or are not, held to report one event."""

    a: Article
    b: Article
    why: Explanation


def run_stories(inputs: Sequence[str], run: Run, *, described: bool = True) -> Stories:
    """Every article's story; titles and scenes only where the stories are to be ``described``."""
    extracted, reuses = run_verbatim(inputs, run)
    grouped = find_stories(extracted.articles, reuses, run)
    by_id = {article.id: article for article in extracted.articles}
    within, _ = by_story(reuses, grouped.groupings)
    titles, scenes = {}, {}
    for grouping in grouped.groupings if described else ():
        articles = [by_id[id] for id in grouping.articles]
        titles[grouping.id] = title_story(articles, within[grouping.id])
        scenes[grouping.id] = find_scene(central_articles(articles, within[grouping.id]))
    return Stories(extracted, grouped.groupings, titles, scenes, grouped.storylines)


def find_stories(articles: Sequence[Article], reuses: Sequence[Reuse], run: Run) -> Grouped:
    """The articles grouped by event."""
    if not articles:
        return Grouped((), ())
    settings = run.settings.stories
    run.progress.stage("comparing articles", len(articles))
    collection = collect(articles, reuses, settings=settings, matcher=run.matcher)
    run.progress.stage("grouping stories", len(articles))
    return Grouped(group_collection(collection, settings=settings), find_storylines(collection, settings=settings))


def run_why(inputs: Sequence[str], names: tuple[str, str], run: Run) -> Reasoning:
    """Why the articles of two names (id, key or input) among ``inputs`` are, or are not, one story.

    Raises InputError for a name that no article has, or more than one.
    """
    extracted, reuses = run_verbatim(inputs, run)
    a, b = (_named(name, extracted.articles) for name in names)
    collection = collect(extracted.articles, reuses, settings=run.settings.stories, matcher=run.matcher)
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
