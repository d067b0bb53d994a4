"""The report as one self-contained HTML page: no script, no request, every citation a link to its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from headwater.model.article import Citation
from headwater.model.particulars import EntityType
from headwater.model.report import Report
from headwater.model.reuse import Reuse
from headwater.model.verify import citations_in
from headwater.present import wording
from headwater.present.chart import coverage_chart
from headwater.present.chips import COLORS, chips_of
from headwater.present.diff_view import DiffView
from headwater.present.graph import source_graph
from headwater.present.labels import line_letter, outlet_text, report_labels, web_address
from headwater.present.passages import passage_rows
from headwater.present.points import quotes_by_status
from headwater.present.quotes import compared
from headwater.present.story_view import StoryView, story_view
from headwater.present.targets import Marks, marked_spans

# What HTML forbids even as a character reference, and lone surrogates, which have no UTF-8 form.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

Marked = Mapping[str, Marks]
Render = Callable[..., str]


def as_html(report: Report) -> str:
    """The page: an index where there are several stories, then each story with the full texts of its articles."""
    return "".join(html_parts(report))


def html_parts(report: Report) -> Iterator[str]:
    """The same, story by story: the page of a large collection is never held whole."""
    environment = _environment()
    citations = citations_in(report)
    marked = marked_spans(citations, {article.id: article for article in report.articles})
    views = _views(report, marked, citations)
    template = environment.get_template("story.html")
    stories = (_story(template.render, view, marked) for view in views)
    page = environment.get_template("page.html").generate(report=report, views=views, stories=stories)
    return (_UNFIT.sub("\ufffd", part) for part in page)


def diff_html(view: DiffView) -> str:
    """Two articles side by side as one page, reworded words and altered quotes marked."""
    page = _environment().get_template("diff.html").render(view=view)
    return _UNFIT.sub("\ufffd", page)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("headwater.present"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        colors=COLORS,
        entity_types=tuple(EntityType),
        compared=compared,
        coverage_chart=coverage_chart,
        line_letter=line_letter,
        outlet_text=outlet_text,
        passage_rows=passage_rows,
        quotes_by_status=quotes_by_status,
        source_graph=source_graph,
        web_address=web_address,
        wording=wording,
    )
    environment.tests["holding"] = _holding
    return environment


def _views(report: Report, marked: Marked, citations: Iterable[Citation]) -> list[StoryView]:
    labels = report_labels(report)
    cited = frozenset((item.article, item.furniture) for item in citations if item.furniture is not None)
    inside = _reuses_by_story(report)
    return [
        story_view(story, inside[story.id], labels[story.id], marked, cited, f"st{number}")
        for number, story in enumerate(report.stories, 1)
    ]


def _reuses_by_story(report: Report) -> Mapping[str, list[Reuse]]:
    story_of = {article: story.id for story in report.stories for article in story.articles}
    inside: dict[str, list[Reuse]] = defaultdict(list)
    for reuse in sorted(report.reuses, key=lambda item: (item.a, item.b)):
        if reuse.a in story_of and story_of[reuse.a] == story_of.get(reuse.b):
            inside[story_of[reuse.a]].append(reuse)
    return inside


def _story(render: Render, view: StoryView, marked: Marked) -> Markup:
    cite = chips_of(view.labels, marked)
    # The template escapes everything that it prints; its result is safe as a whole.
    return Markup(render(view=view, story=view.story, account=view.story.account, cite=cite))


def _holding(items: Sequence[object], item: object) -> bool:
    return item in items
