"""Comparison: two articles side by side, as ``headwater diff`` tells it."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.copies import diff_articles
from headwater.model.article import Article
from headwater.model.diff import ArticleDiff, Relation
from headwater.model.errors import InputError
from headwater.model.reuse import Direction, Reuse
from headwater.pipeline.dating import dated_story
from headwater.pipeline.inputs import Run, run_extract
from headwater.pipeline.wording import find_copies


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, how they differ, and their reuse (None where they share no wording that matters)."""

    a: Article
    b: Article
    diff: ArticleDiff
    relation: Relation | None


def run_diff(a: str, b: str, run: Run) -> Comparison:
    """Two articles compared word by word; each input must hold one. Raises InputError where it does not."""
    first, second = _only_article(a, run), _only_article(b, run)
    if first.id == second.id:
        raise InputError(b, f"has the very same content as {a!r}")
    pair = (first, second)
    dated, reuses = dated_story(pair, find_copies(pair, run), settings=run.settings.copies)
    first, second = dated if reuses else pair
    diff = diff_articles(first, second, settings=run.settings.copies)
    return Comparison(first, second, diff, _relation(reuses[0], first.id) if reuses else None)


def _only_article(name: str, run: Run) -> Article:
    extracted = run_extract([name], run)
    if len(extracted.articles) == 1:
        return extracted.articles[0]
    if extracted.articles:
        raise InputError(name, f"holds {len(extracted.articles)} articles, expected one")
    raise InputError(name, extracted.skipped[0].reason if extracted.skipped else "holds no article")


def _relation(reuse: Reuse, first: str) -> Relation:
    """The reuse as seen with the article ``first`` as a: a comparison keeps the order its articles were given in."""
    if reuse.a == first:
        return Relation(reuse.kind, reuse.direction, reuse.contained_a, reuse.contained_b, reuse.reasons, reuse.via)
    swapped = {Direction.A_FROM_B: Direction.B_FROM_A, Direction.B_FROM_A: Direction.A_FROM_B}
    direction = swapped.get(reuse.direction, reuse.direction)
    return Relation(reuse.kind, direction, reuse.contained_b, reuse.contained_a, reuse.reasons, reuse.via)
