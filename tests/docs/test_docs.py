from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import bench.docs
import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)


def blocks(language: str) -> list[tuple[str, str]]:
    """(page and number, code) of every fenced block in ``language``."""
    found = []
    for page in PAGES:
        matching = [code for name, code in _BLOCK.findall(page.read_text(encoding="utf-8")) if name == language]
        found += [(f"{page.name}-{number}", code) for number, code in enumerate(matching, 1)]
    return found


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reader's working folder: their coverage is the example's."""
    shutil.copytree(ROOT / "examples", tmp_path / "coverage")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "code"), blocks("python"))
def test_python_blocks_run(name: str, code: str, reader: Path) -> None:
    exec(compile(code, name, "exec"), {"__name__": "block"})


@pytest.mark.parametrize(("name", "code"), blocks("sh"))
def test_shell_blocks_run(name: str, code: str, reader: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code], env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_blocks_are_in_languages_that_are_checked_or_are_plain_text() -> None:
    languages = {name for page in PAGES for name, _ in _BLOCK.findall(page.read_text(encoding="utf-8"))}
    assert languages <= {"python", "sh", "text", "json", "jsonc", "toml"}


def test_links_settings_and_the_generated_part_are_in_order() -> None:
    assert bench.docs.problems() == []
