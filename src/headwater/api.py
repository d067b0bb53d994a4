"""The Python interface: the main job and extraction as functions, their results with ways out (JSON, HTML, graph)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from os import PathLike, fspath
from typing import TYPE_CHECKING

from headwater.model import report as plain
from headwater.model.article import Article
from headwater.model.reuse import Direction, Reuse
from headwater.pipeline.inputs import Run, run_extract
from headwater.pipeline.run import run_report
from headwater.pipeline.settings import Settings
from headwater.present import as_html, as_text, to_json
from headwater.stories import Matcher

if TYPE_CHECKING:
    from networkx import DiGraph


@dataclass(frozen=True, slots=True)
class Story(plain.Story):
    """A story with the reuses among its articles."""

    reuses: tuple[Reuse, ...] = ()

    def to_networkx(self) -> DiGraph[str]:
        """The source graph: nodes are article ids and the agencies drawn on, edges point from source to taker.

        Needs the extra ``headwater[graph]``. Node attributes: ``kind`` ("article" or "agency"), ``line`` (position of
        its line, articles only). Edge attributes: ``kind`` of the reuse, ``direction``. Where the direction is unknown
        there is an edge each way. Raises ImportError where networkx is not installed.
        """
        from networkx import DiGraph  # an optional dependency

        graph: DiGraph[str] = DiGraph()
        for position, line in enumerate(self.origins.groups):
            graph.add_nodes_from(line.articles, kind="article", line=position)
        for reuse in self.reuses:
            for source, taker in _edges(reuse):
                if source not in graph:
                    graph.add_node(source, kind="agency")
                graph.add_edge(source, taker, kind=reuse.kind.value, direction=reuse.direction.value)
        return graph


def _edges(reuse: Reuse) -> list[tuple[str, str]]:
    if reuse.direction is Direction.A_FROM_B:
        return [(reuse.b, reuse.a)]
    if reuse.direction is Direction.B_FROM_A:
        return [(reuse.a, reuse.b)]
    if reuse.via is not None:
        return [(reuse.via, reuse.a), (reuse.via, reuse.b)]
    return [(reuse.a, reuse.b), (reuse.b, reuse.a)]


@dataclass(frozen=True, slots=True)
class Report(plain.Report):
    """The report on some coverage; its stories are ``Story`` objects of this module."""

    def to_json(self) -> str:
        """The report as a JSON document, see docs/report-format.md."""
        return to_json(self)

    def to_html(self) -> str:
        """The report as one self-contained HTML page."""
        return as_html(self)

    def to_text(self, *, width: int = 100) -> str:
        """The summary that the command prints, ``width`` columns wide, without colour."""
        return as_text(self, width=width, color=False)


def report(
    inputs: Sequence[str | PathLike[str]], *, settings: Settings | None = None, matcher: Matcher | None = None
) -> Report:
    """The report on the coverage in ``inputs``: files, folders, or "-" for standard input.

    Inputs that cannot be read are listed in ``Report.skipped``; nothing is raised for them. The same inputs in any
    order give the same report. ``matcher`` gives a second opinion on which articles report one event; a ValueError is
    raised where it does not give one probability a pair.
    """
    made = run_report(_names(inputs), Run(settings or Settings(), matcher=matcher))
    stories = tuple(_with_reuses(story, made.reuses) for story in made.stories)
    return Report(made.version, made.read, made.skipped, made.articles, made.reuses, stories)


def extract(inputs: Sequence[str | PathLike[str]], *, settings: Settings | None = None) -> tuple[Article, ...]:
    """The articles in ``inputs``, by id, each dated from its own page alone.

    Inputs without an article are left out; ``report`` lists them with the reason.
    """
    return run_extract(_names(inputs), Run(settings or Settings())).articles


def _names(inputs: Sequence[str | PathLike[str]]) -> list[str]:
    if isinstance(inputs, str | PathLike):
        raise TypeError(f"expected a list of inputs, got one: {inputs!r}; write [{inputs!r}]")
    return [fspath(item) for item in inputs]


def _with_reuses(story: plain.Story, reuses: Sequence[Reuse]) -> Story:
    members = set(story.articles)
    inside = tuple(reuse for reuse in reuses if reuse.a in members and reuse.b in members)
    return Story(**{entry.name: getattr(story, entry.name) for entry in fields(story)}, reuses=inside)
