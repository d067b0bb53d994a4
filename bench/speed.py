"""``make bench``: speed and memory of the commands, and the named peers on the same inputs in the same run."""

from __future__ import annotations

import gzip
import sys
import tempfile
from itertools import islice
from pathlib import Path

from bench.paths import SHARED
from bench.process import cost_of, headwater, row

_STORIES = "data/stories/allsides_full.jsonl.gz"


def first_rows(shared: Path, count: int, target: Path) -> Path:
    """The first ``count`` rows of the largest labelled story set, as JSON lines in ``target``."""
    with gzip.open(shared / _STORIES, "rt", encoding="utf-8") as rows:
        target.write_text("".join(islice(rows, count)), encoding="utf-8")
    return target


def commands(shared: Path, folder: Path) -> None:
    """Prints what the commands cost from start-up to the last byte."""
    print("commands, start-up included")
    best = min((cost_of(headwater("--version")) for _ in range(5)), key=lambda cost: cost.wall_s)
    print(row("--version (best of 5)", best))
    best = min(
        (cost_of(headwater("report", shared / "seeds", "--json", "-")) for _ in range(3)), key=lambda c: c.wall_s
    )
    print(row("report, five seeds (best of 3)", best))
    thousand = first_rows(shared, 1000, folder / "thousand.jsonl")
    for name in ("extract", "copies", "stories"):
        cost = cost_of(headwater(name, thousand, "--jsonl"))
        print(row(f"{name} --jsonl, 1,000 articles", cost, f"{1000 / cost.cpu_s:,.0f} articles per CPU-second"))
    cost = cost_of(headwater("report", thousand, "--json", "-", "--html", folder / "report.html"))
    print(row("report --json --html, 1,000 articles", cost, f"{1000 / cost.cpu_s:,.0f} articles per CPU-second"))


def main() -> int:
    """Prints all tables; 1 where the labelled data is not there."""
    if not SHARED.is_dir():
        print("no labelled data beside the checkout: nothing to measure")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        commands(SHARED, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
