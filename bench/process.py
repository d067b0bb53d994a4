"""What a command costs: wall and CPU seconds and peak memory of the process and its children."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and CPU (user and system), and the largest resident size in MB (10^6 bytes)."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def cost_of(command: Sequence[str], stdout: Path = Path(os.devnull), stdin: Path = Path(os.devnull)) -> Cost:
    """The cost of one run of ``command``; raises CalledProcessError where it fails.

    A new process counts the memory of the one that starts it until it has its own program, so the command is started
    by a small process, this module.
    """
    launcher = [sys.executable, "-m", "bench.process", str(stdout), str(stdin), *command]
    done = subprocess.run(launcher, capture_output=True, text=True, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, stderr=done.stderr)
    return Cost(*json.loads(done.stdout))


def _launch(stdout: str, stdin: str, *command: str) -> int:
    """Runs the command between the files ``stdin`` and ``stdout`` and prints its cost as JSON."""
    with Path(stdin).open("rb") as source, Path(stdout).open("wb") as target:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=target)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6]))
    return process.returncode


def run_apart(module: str, *arguments: str, stdin: Path = Path(os.devnull)) -> tuple[Cost, list[str]] | None:
    """The cost of ``python -m module`` in a process of its own and the lines it printed; None where it fails.

    A peer that is not installed, or does not run on this machine, is such a failure; its last words are passed on.
    """
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "printed"
        try:
            cost = cost_of([sys.executable, "-m", module, *arguments], printed, stdin)
        except subprocess.CalledProcessError as error:
            print(*str(error.stderr).splitlines()[-1:], file=sys.stderr)
            return None
        return cost, printed.read_text(encoding="utf-8").splitlines()


def headwater(*arguments: str | Path) -> list[str]:
    """The command line that runs Headwater with the interpreter of this process."""
    return [sys.executable, "-m", "headwater", *map(str, arguments)]


if __name__ == "__main__":
    sys.exit(_launch(*sys.argv[1:]))
