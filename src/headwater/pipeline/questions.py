"""Questions put to the inputs: the dossier of a name, and the check of a claim, over all their stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.account import reject_crawl_days
from headwater.account.ask.check import check_claim
from headwater.account.ask.dossier import dossier_of, near_names
from headwater.account.compared import compare_story
from headwater.copies import count_origins
from headwater.model.account import Entity
from headwater.model.article import Article
from headwater.model.question import Check, Dossiers, StoryCheck, StoryDossier, Verdict
from headwater.model.report import Grouping
from headwater.model.reuse import Origins, Reuse
from headwater.pipeline.dating import dated_story
from headwater.pipeline.events import by_story, find_stories
from headwater.pipeline.inputs import Extracted, Run, run_extract, without_stubs
from headwater.pipeline.wording import find_copies
from headwater.stories import title_story


@dataclass(frozen=True, slots=True)
class _Dated:
    """A story's articles as dated by all of them, its reuses with rewrites, and its lines."""

    id: str
    title: str
    articles: tuple[Article, ...]
    reuses: tuple[Reuse, ...]
    origins: Origins


def run_dossier(name: str, inputs: Sequence[str], run: Run) -> Dossiers:
    """What each story of the inputs says about ``name``; names like it where none knows it."""
    extracted = without_stubs(run_extract(inputs, run))
    found: list[StoryDossier] = []
    articles: list[Article] = []
    known: list[Entity] = []
    for story in _stories(extracted, run):
        compared = compare_story(story.articles, story.reuses, story.origins, settings=run.settings.account)
        known.extend(compared.aligned.entities.entities)
        told = dossier_of(name, compared, story.origins)
        if told and told[1].aspects:
            found.append(StoryDossier(story.id, story.title, *told))
            articles.extend(story.articles)
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    near = () if found else near_names(name, known)
    return Dossiers(name, ordered, extracted.skipped, extracted.read, tuple(found), near)


def run_check(claim: str, inputs: Sequence[str], run: Run) -> Check:
    """What the reports of each story that mentions the claim do with it."""
    extracted = without_stubs(run_extract(inputs, run))
    found: list[StoryCheck] = []
    articles: list[Article] = []
    for story in _stories(extracted, run):
        answers, sides = check_claim(claim, story.articles, story.origins)
        if any(answer.verdict is not Verdict.SILENT for answer in answers):
            found.append(StoryCheck(story.id, story.title, answers, sides))
            articles.extend(story.articles)
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    return Check(claim, ordered, extracted.skipped, extracted.read, tuple(found))


def _stories(extracted: Extracted, run: Run) -> Iterator[_Dated]:
    verbatim = find_copies(extracted.articles, run)
    groupings = find_stories(extracted.articles, verbatim, run).groupings
    by_id = {article.id: article for article in extracted.articles}
    within, _ = by_story(verbatim, groupings)
    run.progress.stage("asking stories", len(by_id))
    told = reject_crawl_days([[by_id[id] for id in grouping.articles] for grouping in groupings])
    for grouping, members in zip(groupings, told, strict=True):
        yield _dated(grouping, members, within[grouping.id], run)
        run.progress.advance(len(members))


def _dated(grouping: Grouping, members: Sequence[Article], reuses: Sequence[Reuse], run: Run) -> _Dated:
    dated, judged = dated_story(members, reuses, settings=run.settings.copies)
    origins = count_origins(dated, judged, settings=run.settings.copies)
    return _Dated(grouping.id, title_story(dated, judged) or "", dated, judged, origins)
