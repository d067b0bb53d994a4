"""A large WARC of different pages made of the labelled ones, and what extracting it costs in time and memory.

Each further time that the labelled pages are taken, the words in their text that begin with a capital have their
letters turned in the alphabet, as ``bench.grown_stories`` does, so that no two pages are copies of one another.
"""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count as counting
from itertools import islice
from pathlib import Path

from bench.grown_stories import turned
from bench.labelled_pages import pages
from bench.process import headwater
from bench.tables import Table

SIZES = (1_000, 5_000, 10_000)
_JOBS = 2
_TEXT = re.compile(r">[^<>]+<")
_CAPITAL = re.compile(r"\b[A-Z][A-Za-z]+")
_PAUSE_S = 0.2
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(frozen=True, slots=True)
class Watched:
    """Seconds of wall clock and CPU, workers included, and the largest resident sizes in MB (10^6 bytes)."""

    wall_s: float
    cpu_s: float
    parent_mb: float
    worker_mb: float


def grown(shared: Path, count: int) -> Iterator[str]:
    """So many pages, no two alike; the labelled ones are read anew for each turn, so that none are held."""
    made = (page.html if not turn else _again(page.html, turn) for turn in counting() for page in pages(shared))
    return islice(made, count)


def _again(html: str, turn: int) -> str:
    table = turned(turn)
    return _TEXT.sub(lambda text: _CAPITAL.sub(lambda word: word[0].translate(table), text[0]), html)


def write_warc(shared: Path, count: int, target: Path) -> None:
    """So many pages as responses of a WARC, a gzip member a record (ISO 28500)."""
    with target.open("wb") as archive:
        for number, html in enumerate(grown(shared, count)):
            body = html.encode("utf-8", "replace")
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
                f"WARC-Target-URI: https://outlet{number % 97}.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            archive.write(gzip.compress(head.encode() + answer + b"\r\n\r\n", 1))


def watched(command: list[str]) -> Watched:
    """What a run of ``command`` costs, looked at five times a second; raises CalledProcessError where it fails."""
    parent = worker = 0.0
    started, before = time.perf_counter(), os.times()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        parent = max(parent, _peak_mb(process.pid))
        worker = max([worker, *map(_peak_mb, _children(process.pid))])
        time.sleep(_PAUSE_S)
    wall, after = time.perf_counter() - started, os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Watched(wall, cpu, parent, worker)


def _peak_mb(pid: int) -> float:
    try:
        match = _PEAK.search(Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    except OSError:
        return 0.0
    return int(match[1]) * 1024 / 1e6 if match else 0.0


def _children(pid: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()))
    except OSError:
        return []


def table(shared: Path, sizes: tuple[int, ...] = SIZES) -> Table:
    """What ``headwater extract`` of WARCs of these ``sizes`` costs in two processes; the parent holds the articles."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            archive = Path(folder) / f"{size}.warc.gz"
            write_warc(shared, size, archive)
            cost = watched(headwater("extract", archive, "--jsonl", "-q", "-j", str(_JOBS)))
            archive.unlink()
            numbers = (f"{cost.wall_s:.0f}", f"{cost.cpu_s:.0f}", f"{size / cost.cpu_s:.0f}")
            rows.append((f"{size:,}", *numbers, f"{cost.parent_mb:.0f}", f"{cost.worker_mb:.0f}"))
    header = ("pages", "wall s", "CPU s", "pages per CPU-second", "peak MB, parent", "peak MB, largest worker")
    note = (
        f"`headwater extract --jsonl -j {_JOBS}`, start-up included; the labelled pages with other names in each turn"
    )
    return Table("Extracting a WARC", header, tuple(rows), note)
