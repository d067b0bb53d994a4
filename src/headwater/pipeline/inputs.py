"""Inputs: every file, folder or stream of a run as articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from headwater.copies.signs import find_signs
from headwater.extract import Extent, extract_together, in_collection
from headwater.model.article import Article, PageKind
from headwater.model.capture import Capture, Skipped
from headwater.pipeline.parallel import mapped
from headwater.pipeline.progress import Progress, Silent
from headwater.pipeline.settings import Settings
from headwater.read import read_captures

if TYPE_CHECKING:
    from headwater.stories import Matcher

_NOT_REPORTED = {PageKind.STUB: "a stub: the page holds a fragment of its article", PageKind.ERROR: "an error page"}


def standard_input() -> BinaryIO:
    """The process's standard input as bytes."""
    return sys.stdin.buffer


@dataclass(frozen=True, slots=True)
class Run:
    """What a run needs beside its inputs.

    Settings, where standard input comes from, whom to tell of progress, how many processes may extract, and who is
    asked for a second opinion on which articles report one event.
    """

    settings: Settings
    stdin: Callable[[], BinaryIO] = standard_input
    progress: Progress = field(default_factory=Silent)
    jobs: int = 1
    matcher: Matcher | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """Articles by id, what was skipped by input, and how many inputs were seen."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    read: int


def run_extract(inputs: Sequence[str], run: Run, extent: Extent = Extent.ALL) -> Extracted:
    """Every input as an article, dated from its page alone; inputs of the very same content are one with ``also``.

    The articles of one site have one outlet; lines that it repeats over unrelated articles are furniture. Signs of an
    article's making are looked for in whole articles alone.
    """
    articles: dict[str, Article] = {}
    skipped: list[Skipped] = []
    read = 0
    for made in extracted_each(inputs, run, extent):
        read += 1
        if isinstance(made, Skipped):
            skipped.append(made)
        elif made.id in articles:
            articles[made.id] = with_inputs(articles[made.id], (made.input, *made.also))
        else:
            articles[made.id] = made
    whole = in_collection([articles[id] for id in sorted(articles)])
    return Extracted(whole, tuple(sorted(skipped)), read)


def extracted_each(
    inputs: Sequence[str], run: Run, extent: Extent = Extent.ALL
) -> Generator[Article | Skipped, None, None]:
    """One input's article after another in the order read, each by itself, and what was skipped; one may come twice."""
    run.progress.stage("reading")
    captures = read_captures(inputs, stdin=run.stdin, settings=run.settings.read)
    for made in mapped(partial(_extracted, settings=run.settings, extent=extent), captures, jobs=run.jobs):
        run.progress.advance()
        yield made


def _extracted(
    captures: Sequence[Capture | Skipped], settings: Settings, extent: Extent
) -> Sequence[Article | Skipped]:
    usable = [capture for capture in captures if isinstance(capture, Capture)]
    made = iter(extract_together(usable, settings=settings.extract, extent=extent))
    found = [next(made) if isinstance(capture, Capture) else capture for capture in captures]
    if extent is not Extent.ALL:
        return found
    return [_signed(one, settings) if isinstance(one, Article) else one for one in found]


def _signed(article: Article, settings: Settings) -> Article:
    signs = find_signs(article, settings=settings.copies)
    return replace(article, signs=(*article.signs, *signs)) if signs else article


def with_inputs(article: Article, inputs: Iterable[str]) -> Article:
    """``article`` with these inputs, of the very same content, beside its own: the first by name is its input."""
    first, *others = sorted({article.input, *article.also, *inputs})
    return replace(article, input=first, also=tuple(others))


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
