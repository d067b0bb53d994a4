"""Extraction beside its peers: the same labelled pages, each candidate in a process of its own.

The scorer is that of ``bench.quality_extraction``. No candidate is told a page's address; pages are decoded before the
clock starts, alike for all. Run as a module with a candidate's name, it prints what that candidate finds, page by page.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bench.paths import SHARED
from bench.process import run_apart
from bench.quality_extraction import LabelledPage, body_of, f1_of, is_bad, ours, pages, same_authors, shingle_scores
from bench.tables import Table


@dataclass(frozen=True, slots=True)
class Found:
    """What a candidate finds on one page; None for a field that it does not give."""

    body: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None


Extractor = Callable[[LabelledPage], Found]


def _headwater() -> Extractor:
    def found(page: LabelledPage) -> Found:
        article = ours(page)
        if article is None:
            return Found("")
        return Found(body_of(article), article.title or "", article.authors, str(article.published.stated))

    return found


def _trafilatura(*, precision: bool = False, fast: bool = False) -> Extractor:
    from trafilatura import extract  # each candidate loads its own library alone

    def found(page: LabelledPage) -> Found:
        return Found(extract(page.html, include_comments=False, favor_precision=precision, fast=fast) or "")

    return found


def _trafilatura_metadata() -> Extractor:
    from trafilatura import bare_extraction  # each candidate loads its own library alone

    def found(page: LabelledPage) -> Found:
        made = bare_extraction(page.html, include_comments=False, with_metadata=True)
        if made is None or isinstance(made, dict):
            return Found("")
        authors = tuple(name.strip() for name in str(made.author or "").split(";") if name.strip())
        return Found(str(made.text or ""), str(made.title or ""), authors, str(made.date or "")[:10])

    return found


def _readability() -> Extractor:
    from lxml import html  # each candidate loads its own library alone
    from readability import Document

    def found(page: LabelledPage) -> Found:
        document = Document(page.html)
        title = str(document.short_title() or "")
        return Found("\n".join(html.fromstring(document.summary()).itertext()), title)

    return found


def _newspaper() -> Extractor:
    from newspaper import Article  # each candidate loads its own library alone

    def found(page: LabelledPage) -> Found:
        article = Article("http://localhost/", fetch_images=False)
        article.download(input_html=page.html)
        article.parse()
        return Found(
            str(article.text), str(article.title), tuple(article.authors), str(article.publish_date or "")[:10]
        )

    return found


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text  # each candidate loads its own library alone

    return lambda page: Found(str(extract_plain_text(page.html, main_content=True, comments=False)))


def _htmldate() -> Extractor:
    from htmldate import find_date  # each candidate loads its own library alone

    return lambda page: Found(date=str(find_date(page.html, original_date=True) or ""))


#: Name in the tables -> what makes the candidate, its library loaded before the clock starts.
CANDIDATES: dict[str, Callable[[], Extractor]] = {
    "Headwater": _headwater,
    "trafilatura": _trafilatura,
    "trafilatura, precision": lambda: _trafilatura(precision=True),
    "trafilatura, fast": lambda: _trafilatura(fast=True),
    "trafilatura, with metadata": _trafilatura_metadata,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "resiliparse": _resiliparse,
    "htmldate": _htmldate,
}


def _run(name: str) -> None:
    """Prints a line a page, {"id": ..., field: ...}, then the CPU-seconds that the candidate took."""
    extractor = CANDIDATES[name]()
    seconds = 0.0
    for page in pages(SHARED):
        started = time.process_time()
        try:
            found = extractor(page)
        except Exception:  # a page that breaks a candidate is an empty result of that candidate
            found = Found("")
        seconds += time.process_time() - started
        print(json.dumps({"id": page.id, **asdict(found)}))
    print(json.dumps(seconds))


def body_row(gold: dict[str, str], found: dict[str, str]) -> tuple[str, str]:
    """Body F1 and the share of bad pages in percent; a page that was not found has an empty body."""
    pairs = [(found.get(page, ""), body) for page, body in gold.items()]
    bad = sum(is_bad(body, wanted) for body, wanted in pairs)
    return f"{f1_of([shingle_scores(*pair) for pair in pairs]):.3f}", f"{100 * bad / len(pairs):.1f}"


def exact_share(gold: dict[str, tuple[str, ...]], found: dict[str, tuple[str, ...]]) -> str:
    """Share of the labelled pages where a field is right: the same names, case and punctuation aside."""
    return f"{sum(same_authors(found.get(page, ()), names) for page, names in gold.items()) / len(gold):.3f}"


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """Body, speed and memory of each candidate, then metadata of those that give any; there are no options."""
    gold = [replace(page, html="") for page in pages(shared)]
    bodies = {page.id: page.body for page in gold if page.body}
    body_rows, field_rows = [], []
    for name in CANDIDATES:
        ran = run_apart("bench.peers_extraction", name)
        if ran is None:
            body_rows.append((name, "did not run", "", "", ""))
            continue
        cost, (*lines, last) = ran
        found = {row["id"]: row for row in map(json.loads, lines)}
        if any(row["body"] for row in found.values()):
            scores = body_row(bodies, {page: row["body"] or "" for page, row in found.items()})
            body_rows.append((name, *scores, f"{len(gold) / json.loads(last):,.0f}", f"{cost.peak_mb:,.0f}"))
        if any(row["date"] or row["title"] for row in found.values()):
            field_rows.append((name, *_fields(gold, found)))
    header = ("extractor", "body F1", "bad pages %", "pages per CPU-second", "peak MB")
    yield Table(
        "Body text",
        header,
        tuple(body_rows),
        f"{len(bodies)} labelled pages, comments left out; speed over all {len(gold)}",
    )
    yield Table("Metadata, share exact", ("extractor", "title", "author", "date"), tuple(field_rows))


def _fields(gold: Sequence[LabelledPage], found: dict[str, dict[str, str | list[str] | None]]) -> Iterator[str]:
    for field in ("title", "authors", "date"):
        label = "author" if field == "authors" else field
        wanted = {
            page.id: _names(getattr(page, field)) for page in gold if label in page.labelled and getattr(page, field)
        }
        given = {page: _names(row[field]) for page, row in found.items() if row[field] is not None}
        yield exact_share(wanted, given) if given else "-"


def _names(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


if __name__ == "__main__":
    _run(sys.argv[1])
