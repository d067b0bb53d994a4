"""Extraction beside its peers: the same labelled pages, each candidate in a process of its own.

The scorer is that of ``bench.labelled_pages``. Pages are decoded before the clock starts, alike for all.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench import grown_pages
from bench.extractors import CANDIDATES
from bench.labelled_pages import LabelledPage, f1_of, is_bad, pages, shingle_scores
from bench.process import Cost, run_apart
from bench.quality_extraction import same_authors
from bench.tables import Table


def body_row(gold: dict[str, str], found: dict[str, str]) -> tuple[str, str]:
    """Body F1 and the share of bad pages in percent; a page that was not found has an empty body."""
    pairs = [(found.get(page, ""), body) for page, body in gold.items()]
    bad = sum(is_bad(body, wanted) for body, wanted in pairs)
    return f"{f1_of([shingle_scores(*pair) for pair in pairs]):.3f}", f"{100 * bad / len(pairs):.1f}"


def exact_share(gold: dict[str, tuple[str, ...]], found: dict[str, tuple[str, ...]]) -> str:
    """Share of the labelled pages where a field is right: the same names, case and punctuation aside."""
    return f"{sum(same_authors(found.get(page, ()), names) for page, names in gold.items()) / len(gold):.3f}"


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """Body, speed and memory of each candidate, then metadata; ``--large`` adds WARCs of up to 10,000 pages."""
    gold = [replace(page, html="") for page in pages(shared)]
    bodies = {page.id: page.body for page in gold if page.body}
    body_rows, field_rows = [], []
    for name, ran in _runs(shared):
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
        f"{len(bodies)} labelled pages, comments left out; speed over all {len(gold)}; Headwater's trees were fitted "
        "on these pages, so compare its body F1 in make quality, where no page is judged by trees that saw its outlet",
    )
    yield Table("Metadata, share exact", ("extractor", "title", "author", "date"), tuple(field_rows))
    if "--large" in options:
        yield grown_pages.table(shared)


def _runs(shared: Path) -> Iterator[tuple[str, tuple[Cost, list[str]] | None]]:
    with tempfile.TemporaryDirectory() as folder:
        decoded = Path(folder) / "pages.jsonl"
        with decoded.open("w", encoding="utf-8") as lines:
            for page in pages(shared):
                lines.write(json.dumps({"id": page.id, "html": page.html}) + "\n")
        for name in CANDIDATES:
            yield name, run_apart("bench.extractors", name, stdin=decoded)


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
