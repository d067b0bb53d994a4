from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.hostile import SKIPPED, make_hostile_folder

_FOUR_GIB = 4 << 30


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_FOUR_GIB, _FOUR_GIB))


@pytest.mark.slow
def test_no_input_stops_the_run_and_none_vanishes(tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    make_hostile_folder(folder)
    page = tmp_path / "report.html"
    command = [sys.executable, "-m", "headwater", "report", str(folder), "--json", "-", "--html", str(page)]
    done = subprocess.run(command, capture_output=True, timeout=120, preexec_fn=_limit_memory, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr[-2000:]
    document = json.loads(done.stdout)
    skipped = {item["input"] for item in document["inputs"]["skipped"]}
    assert set(SKIPPED) <= skipped
    used = {name for article in document["articles"] for name in (article["input"], *article["also"])}
    assert {"good.txt", "two\nlines.txt", "--help.txt", "wide.txt", "latin.txt", "invalid.txt", "escapes.txt"} <= used
    assert {"rows.jsonl#1", "rows.jsonl#7", "rows.jsonl#8", "rows.jsonl#9", "script.html"} <= used
    assert document["inputs"]["read"] == len(skipped) + len(used)
    assert not used & skipped
    assert not any("\x1b" in article["text"] or "\x07" in article["text"] for article in document["articles"])
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert not re.search(r"""(?:href|src)=["']?\s*javascript:""", html, re.IGNORECASE)
