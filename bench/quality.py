"""``make quality``: every accuracy figure, held against its floor.

Each ``bench/quality_*.py`` has ``measure(shared) -> {name: figure}``, higher is better. A figure below its floor in
``bench/floors.toml``, a floor without a figure and a figure without a floor all fail.

``python -m bench.quality [WORD...] [--markdown] [--write]`` measures the modules whose names hold one of the words.
"""

from __future__ import annotations

import sys
import time
import tomllib
from importlib import import_module
from pathlib import Path

from bench.paths import SHARED
from bench.tables import Table, show, write

HERE = Path(__file__).parent


def modules() -> list[str]:
    """The measuring modules, by name."""
    return sorted(f"bench.{path.stem}" for path in HERE.glob("quality_*.py"))


def failures(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What is wrong with ``figures`` against ``floors``, a line each; empty when all hold."""
    below = [
        f"{name}: {figures[name]:.4f} is below its floor {floor}"
        for name, floor in floors.items()
        if name in figures and not figures[name] >= floor  # so that a figure that is no number fails
    ]
    unmeasured = [f"{name}: has a floor, was not measured" for name in floors if name not in figures]
    unfloored = [f"{name}: {figures[name]:.4f} has no floor in floors.toml" for name in figures if name not in floors]
    return sorted([*below, *unmeasured, *unfloored])


def load_floors(text: str) -> dict[str, float]:
    """The floors of a TOML document, flat: its one table ``[floors]`` maps quoted dotted names to numbers."""
    floors = tomllib.loads(text)["floors"]
    return {str(name): float(value) for name, value in floors.items()}


def as_table(title: str, figures: dict[str, float], floors: dict[str, float]) -> Table:
    """The figures of one module beside their floors."""
    rows = tuple(
        (name, f"{figures[name]:.4f}", f"{floors[name]:.3f}" if name in floors else "-") for name in sorted(figures)
    )
    return Table(title, ("figure", "measured", "floor"), rows)


def _measured(name: str, floors: dict[str, float]) -> tuple[dict[str, float], Table]:
    started = time.process_time()
    figures = dict(import_module(name).measure(SHARED))
    seconds = time.process_time() - started
    return figures, as_table(f"{name.removeprefix('bench.quality_')} ({seconds:.0f} CPU-seconds)", figures, floors)


def main(arguments: list[str]) -> int:
    """Measures all modules, or those whose names hold a word of ``arguments``; 1 where a floor is broken."""
    options = tuple(word for word in arguments if word.startswith("--"))
    chosen = [word for word in arguments if not word.startswith("--")]
    floors = load_floors((HERE / "floors.toml").read_text(encoding="utf-8"))
    figures: dict[str, float] = {}
    tables: list[Table] = []
    for name in modules():
        if chosen and not any(word in name for word in chosen):
            continue
        measured, table = _measured(name, floors)
        figures |= measured
        tables.append(table)
        show("quality", [table], [word for word in options if word != "--write"])
    if chosen:
        floors = {name: floor for name, floor in floors.items() if name in figures}
    elif "--write" in options:
        write("quality", tables)
    wrong = failures(figures, floors)
    for line in wrong:
        print(f"FAILED {line}")
    print(f"{len(figures)} figures, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
