"""What the commands cost from start-up to the last byte."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.copy_finders import grown_texts
from bench.process import Cost, cost_of, headwater
from bench.tables import Table

_STORIES = "data/stories/allsides_full.jsonl.gz"
_COUNT = 1000
_MANY = 20_000
# Days and outlets of the grown rows: as of two years of many outlets.
_DAYS = 730
_OUTLETS = 97


def first_rows(shared: Path, count: int, target: Path) -> Path:
    """The first ``count`` rows of the largest labelled story set, as JSON lines in ``target``."""
    with gzip.open(shared / _STORIES, "rt", encoding="utf-8") as rows:
        target.write_text("".join(islice(rows, count)), encoding="utf-8")
    return target


def grown_rows(shared: Path, count: int, target: Path, *, told: bool) -> Path:
    """So many rows of the id and text of copies and other texts as JSON lines in ``target``.

    Where they are ``told`` more, each has an outlet, its address there and a day.
    """
    first = dt.date(2020, 1, 1)
    with target.open("w", encoding="utf-8") as rows:
        for number, text in enumerate(grown_texts(shared, count)):
            row = {"id": str(number), "text": text}
            if told:
                day, host = str(first + dt.timedelta(days=number % _DAYS)), f"outlet{number % _OUTLETS}.example"
                row |= {"outlet": host, "url": f"https://{host}/news/{number}", "date": day}
            rows.write(json.dumps(row) + "\n")
    return target


def tables(shared: Path, options: Sequence[str]) -> Iterator[Table]:
    """Wall and CPU seconds, peak memory and articles per CPU-second of each command; there are no options."""
    header = ("command", "wall s", "CPU s", "peak MB", "articles per CPU-second")
    with tempfile.TemporaryDirectory() as folder:
        rows = tuple(_rows(shared, Path(folder)))
    note = (
        f"articles: the first {_COUNT:,} rows of allsides_full; {_MANY:,} rows: the collection of the table of copies"
    )
    yield Table("Commands, start-up included", header, rows, note)


def _rows(shared: Path, folder: Path) -> Iterator[tuple[str, ...]]:
    version = min((cost_of(headwater("--version")) for _ in range(5)), key=lambda cost: cost.wall_s)
    yield _row("--version (best of 5)", version)
    seeds = [cost_of(headwater("report", shared / "seeds", "--json", "-")) for _ in range(3)]
    yield _row("report --json, five seeds (best of 3)", min(seeds, key=lambda cost: cost.wall_s))
    many = first_rows(shared, _COUNT, folder / "many.jsonl")
    for name in ("extract", "copies", "stories"):
        yield _row(f"{name} --jsonl", cost_of(headwater(name, many, "--jsonl")), _COUNT)
    for told, label in ((False, "id and text"), (True, "with outlet, address and date")):
        rows = grown_rows(shared, _MANY, folder / "grown.jsonl", told=told)
        yield _row(f"copies --jsonl, {_MANY:,} rows, {label}", cost_of(headwater("copies", rows, "--jsonl")), _MANY)
    yield _row(
        "report --json --html", cost_of(headwater("report", many, "--json", "-", "--html", folder / "r")), _COUNT
    )


def _row(label: str, cost: Cost, articles: int | None = None) -> tuple[str, ...]:
    rate = f"{articles / cost.cpu_s:,.0f}" if articles else ""
    return label, f"{cost.wall_s:.2f}", f"{cost.cpu_s:.2f}", f"{cost.peak_mb:,.0f}", rate
