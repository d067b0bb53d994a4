"""Dating: when one story's articles were written, and who took from whom by those dates."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.account import date_articles, reject_retold
from headwater.copies import find_rewrites
from headwater.copies.reuses import with_directions
from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.reuse import Reuse


def dated_story(
    articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings
) -> tuple[tuple[Article, ...], tuple[Reuse, ...]]:
    """The articles of one story, dated by all of them, and the reuses among them with rewrites found.

    Rewrites show which dates are false; where some are, the directions are judged again by the others.
    """
    dated = date_articles(articles)
    judged = find_rewrites(dated, reuses, settings=settings)
    told = reject_retold(dated, judged)
    return told, judged if told == dated else with_directions(judged, told)
