"""``make bench``: speed and memory of the commands, and the named peers on the same inputs in the same run.

``python -m bench.speed [SECTION...] [--markdown] [--write] [--large]`` runs the named sections, all without a name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import peers_copies, peers_extraction, peers_particulars, peers_stories, speed_commands
from bench.paths import SHARED
from bench.tables import Table, show

#: Name -> what makes its tables from the shared folder and the options of the command line.
SECTIONS: dict[str, Callable[[Path, Sequence[str]], Iterator[Table]]] = {
    "commands": speed_commands.tables,
    "extraction": peers_extraction.tables,
    "copies": peers_copies.tables,
    "stories": peers_stories.tables,
    "particulars": peers_particulars.tables,
}


def main(arguments: list[str]) -> int:
    """Prints the tables; 1 where the labelled data is not there, 2 for a section that does not exist."""
    options = [word for word in arguments if word.startswith("--")]
    names = [word for word in arguments if not word.startswith("--")] or list(SECTIONS)
    if unknown := [name for name in names if name not in SECTIONS]:
        print(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
        return 2
    if not SHARED.is_dir():
        print("no labelled data beside the checkout: nothing to measure")
        return 1
    for name in names:
        show(name, SECTIONS[name](SHARED, options), options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
