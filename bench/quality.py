"""``make quality``: every accuracy figure, held against its floor.

Each ``bench/quality_*.py`` has ``measure(shared) -> {name: figure}``, higher is better. A figure below its floor in
``bench/floors.toml``, a floor without a figure and a figure without a floor all fail.
"""

from __future__ import annotations

import sys
import time
import tomllib
from importlib import import_module
from pathlib import Path

from bench.paths import SHARED

HERE = Path(__file__).parent


def modules() -> list[str]:
    """The measuring modules, by name."""
    return sorted(f"bench.{path.stem}" for path in HERE.glob("quality_*.py"))


def failures(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What is wrong with ``figures`` against ``floors``, a line each; empty when all hold."""
    below = [
        f"{name}: {figures[name]:.4f} is below its floor {floor}"
        for name, floor in floors.items()
        if name in figures and figures[name] < floor
    ]
    unmeasured = [f"{name}: has a floor, was not measured" for name in floors if name not in figures]
    unfloored = [f"{name}: {figures[name]:.4f} has no floor in floors.toml" for name in figures if name not in floors]
    return sorted([*below, *unmeasured, *unfloored])


def load_floors(text: str) -> dict[str, float]:
    """The floors of a TOML document, flat: its one table ``[floors]`` maps quoted dotted names to numbers."""
    floors = tomllib.loads(text)["floors"]
    return {str(name): float(value) for name, value in floors.items()}


def main(chosen: list[str]) -> int:
    """Measures all modules, or those whose names hold one of ``chosen``; prints a table; 1 where a floor is broken."""
    floors = load_floors((HERE / "floors.toml").read_text(encoding="utf-8"))
    figures: dict[str, float] = {}
    names = [name for name in modules() if not chosen or any(word in name for word in chosen)]
    for name in names:
        started = time.process_time()
        measured = import_module(name).measure(SHARED)
        figures |= measured
        print(f"\n{name.removeprefix('bench.quality_')}  ({time.process_time() - started:.0f} CPU-seconds)")
        for key in sorted(measured):
            floor = f"floor {floors[key]:.3f}" if key in floors else "no floor"
            print(f"  {key:<52} {measured[key]:>8.4f}   {floor}")
    if chosen:
        floors = {name: floor for name, floor in floors.items() if name in figures}
    wrong = failures(figures, floors)
    for line in wrong:
        print(f"FAILED {line}")
    print(f"\n{len(figures)} figures, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
