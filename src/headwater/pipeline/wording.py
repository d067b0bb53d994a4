"""Wording: which articles of the inputs share some, as ``headwater copies`` tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.copies.reuses import shared_wording
from headwater.copies.rewrites import find_rewrites_anywhere
from headwater.extract import Extent
from headwater.model.article import Article
from headwater.model.reuse import Reuse
from headwater.pipeline.inputs import Extracted, Run, run_extract


@dataclass(frozen=True, slots=True)
class Copies:
    """The inputs' articles and all pairs that share wording."""

    extracted: Extracted
    reuses: tuple[Reuse, ...]


def run_copies(inputs: Sequence[str], run: Run) -> Copies:
    """Every pair of articles that shares wording."""
    extracted, verbatim = run_verbatim(inputs, run)
    run.progress.stage("looking for rewrites", len(extracted.articles))
    reuses = find_rewrites_anywhere(extracted.articles, verbatim, settings=run.settings.copies)
    return Copies(extracted, reuses)


def run_verbatim(inputs: Sequence[str], run: Run) -> tuple[Extracted, tuple[Reuse, ...]]:
    """The wording of every input as an article, and all verbatim reuse among them."""
    extracted = run_extract(inputs, run, Extent.WORDING)
    return extracted, find_copies(extracted.articles, run)


def find_copies(articles: Sequence[Article], run: Run) -> tuple[Reuse, ...]:
    """All verbatim reuse among ``articles``, by article ids; who took from whom is judged once rewrites are known."""
    run.progress.stage("comparing wording", len(articles))
    return shared_wording(articles, settings=run.settings.copies)
