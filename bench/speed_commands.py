"""What the commands cost from start-up to the last byte."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.process import Cost, cost_of, headwater
from bench.tables import Table

_STORIES = "data/stories/allsides_full.jsonl.gz"
_COUNT = 1000


def first_rows(shared: Path, count: int, target: Path) -> Path:
    """The first ``count`` rows of the largest labelled story set, as JSON lines in ``target``."""
    with gzip.open(shared / _STORIES, "rt", encoding="utf-8") as rows:
        target.write_text("".join(islice(rows, count)), encoding="utf-8")
    return target


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """Wall and CPU seconds, peak memory and articles per CPU-second of each command; there are no options."""
    header = ("command", "wall s", "CPU s", "peak MB", "articles per CPU-second")
    with tempfile.TemporaryDirectory() as folder:
        rows = tuple(_rows(shared, Path(folder)))
    yield Table("Commands, start-up included", header, rows, f"articles: the first {_COUNT:,} rows of allsides_full")


def _rows(shared: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    version = min((cost_of(headwater("--version")) for _ in range(5)), key=lambda cost: cost.wall_s)
    yield _row("--version (best of 5)", version)
    seeds = [cost_of(headwater("report", shared / "seeds", "--json", "-")) for _ in range(3)]
    yield _row("report --json, five seeds (best of 3)", min(seeds, key=lambda cost: cost.wall_s))
    many = first_rows(shared, _COUNT, folder / "many.jsonl")
    for name in ("extract", "copies", "stories"):
        yield _row(f"{name} --jsonl", cost_of(headwater(name, many, "--jsonl")), _COUNT)
    yield _row(
        "report --json --html", cost_of(headwater("report", many, "--json", "-", "--html", folder / "r")), _COUNT
    )


def _row(label: str, cost: Cost, articles: int | None = None) -> tuple[str, ...]:
    rate = f"{articles / cost.cpu_s:,.0f}" if articles else ""
    return label, f"{cost.wall_s:.2f}", f"{cost.cpu_s:.2f}", f"{cost.peak_mb:,.0f}", rate
