"""The report as data: what ``--json`` and ``--jsonl`` write, field by field as docs/report-format.md says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from headwater.model.article import Article, Published
from headwater.model.report import Report, Story
from headwater.model.reuse import Origins, Passage, Reuse
from headwater.present.data_account import account_row, citation_rows, day

SCHEMA = "headwater/1"

Row = dict[str, object]

_SURROGATE = re.compile("[\ud800-\udfff]")


def as_document(report: Report) -> Row:
    """The whole report as plain dicts, lists, strings and numbers; articles, reuses and stories in order of content."""
    return {name: value if isinstance(value, str | dict) else list(value) for name, value in _fields(report)}


def _fields(report: Report) -> Iterator[tuple[str, str | Row | Iterator[Row]]]:
    """The document's fields in their order, the rows of its lists made one at a time."""
    yield "schema", SCHEMA
    yield "type", "report"
    yield "version", report.version
    skipped = [{"input": item.input, "reason": item.reason} for item in sorted(report.skipped)]
    yield "inputs", {"read": report.read, "skipped": skipped}
    articles = sorted(report.articles, key=lambda item: item.id)
    yield "articles", (article_row(item, sentences=True) for item in articles)
    yield "reuses", (_reuse(item) for item in sorted(report.reuses, key=lambda item: (item.a, item.b)))
    yield "stories", (_story(item) for item in report.stories)


def to_json(report: Report) -> str:
    """The document as JSON in Unicode's own letters, ending in a newline; each article, reuse and story on one line.

    Lines so long are for programs and for comparing two reports; indentation would double the size of the document.
    """
    return "".join(json_parts(report))


def json_parts(report: Report) -> Iterator[str]:
    """The same, a line at a time: the document of a large collection is never held whole."""
    before = "{"
    for name, value in _fields(report):
        yield f"{before}{_dumped(name)}: "
        before = ",\n"
        if isinstance(value, str | dict):
            yield _safe(_dumped(value))
            continue
        opened = "["
        for row in value:
            yield f"{opened}\n{_safe(_dumped(row))}"
            opened = ","
        yield "[]" if opened == "[" else "\n]"
    yield "}\n"


def as_line(row: Mapping[str, object]) -> str:
    """One JSON object on one line, newline included, as ``--jsonl`` writes it."""
    return _safe(_dumped(row)) + "\n"


def article_row(article: Article, *, sentences: bool) -> Row:
    """One article as in ``articles``; without ``sentences`` that field is left out."""
    row: Row = {
        "id": article.id,
        "input": article.input,
        "also": sorted(article.also),
        "key": article.key,
        "page": article.page.value,
        "url": article.url,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "language": article.language,
        "title": article.title,
        "standfirst": article.standfirst,
        "credit": article.credit,
        "dateline": article.dateline,
        "text": article.text,
        "sentences": [
            {"id": item.id, "start": item.start, "end": item.end, "part": item.part.value} for item in article.sentences
        ],
        "furniture": [{"id": item.id, "text": item.text, "kind": item.kind.value} for item in article.furniture],
        "published": _published(article.published),
        "signs": [
            {"kind": item.kind.value, "text": item.text, "citations": citation_rows(item.citations)}
            for item in article.signs
        ],
        "unsupported": list(article.unsupported),
    }
    if not sentences:
        del row["sentences"]
    return row


def reuse_row(reuse: Reuse, keys: Mapping[str, str | None]) -> Row:
    """One reuse as ``headwater copies`` writes it, with the records' own ids; ``keys`` is by article id."""
    return {**_reuse(reuse), "a_key": keys.get(reuse.a), "b_key": keys.get(reuse.b)}


def _reuse(reuse: Reuse) -> Row:
    return {
        "a": reuse.a,
        "b": reuse.b,
        "kind": reuse.kind.value,
        "direction": reuse.direction.value,
        "via": reuse.via,
        "contained_a": _share(reuse.contained_a),
        "contained_b": _share(reuse.contained_b),
        "passages": [_passage(item) for item in reuse.passages],
        "reasons": list(reuse.reasons),
    }


def _passage(passage: Passage) -> Row:
    return {
        "a": [passage.a_start, passage.a_end],
        "b": [passage.b_start, passage.b_end],
        "match": passage.match.value,
    }


def _published(published: Published) -> Row:
    return {
        "date": day(published.date),
        "earliest": day(published.earliest),
        "latest": day(published.latest),
        "stated": day(published.stated),
        "stated_kind": published.stated_kind.value if published.stated_kind else None,
        "stated_rejected": published.stated_rejected,
        "reasons": [{"text": item.text, "citations": citation_rows(item.citations)} for item in published.reasons],
    }


def _story(story: Story) -> Row:
    return {
        "id": story.id,
        "title": story.title,
        "first": day(story.first),
        "last": day(story.last),
        "articles": sorted(story.articles),
        "storyline": story.storyline,
        "distinct": story.distinct,
        "origins": _origins(story.origins),
        "account": account_row(story.account),
        "warnings": [
            {"kind": item.kind.value, "text": item.text, "citations": citation_rows(item.citations)}
            for item in story.warnings
        ],
    }


def _origins(origins: Origins) -> Row:
    span = origins.range if origins.groups else None
    return {
        "min": span.min if span else 0,
        "max": span.max if span else 0,
        "groups": [
            {"articles": list(item.articles), "credit": item.credit, "reasons": list(item.reasons)}
            for item in origins.groups
        ],
        "maybe_joined": [{"groups": list(item.groups), "reasons": list(item.reasons)} for item in origins.maybe_joined],
    }


def _share(value: float) -> float:
    return round(float(value), 3)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _safe(text: str) -> str:
    # A lone surrogate has no UTF-8 form; one replacement character for it leaves every offset where it was.
    return _SURROGATE.sub("\ufffd", text)
