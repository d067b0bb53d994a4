"""Tables of figures: aligned for the terminal, or as Markdown between the marks of docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header; the first column is text, the others figures; ``note`` says what was measured."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def as_text(table: Table) -> str:
    """The table in aligned columns."""
    lines = [table.header, *table.rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.header))]
    made = ["  " + _aligned(line, widths) for line in lines]
    return "\n".join([table.title, *made, *([f"  ({table.note})"] if table.note else []), ""])


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]).rstrip()


def as_markdown(table: Table) -> str:
    """The table in Markdown, its title in bold above."""
    rule = "|".join(["", "---", *["--:"] * (len(table.header) - 1), ""])
    rows = [_piped(table.header), rule, *map(_piped, table.rows)]
    return "\n".join([f"**{table.title}**", "", *rows, *(["", table.note] if table.note else []), ""])


def _piped(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def between_marks(page: str, section: str, made: str) -> str:
    """``page`` with ``made`` between the marks of ``section``; raises ValueError where it has none."""
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    before, found_begin, rest = page.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise ValueError(f"the page lacks the marks {begin} and {end}")
    return f"{before}{begin}\n\n{made.strip()}\n\n{end}{after}"


def show(section: str, tables: Iterable[Table], options: Sequence[str]) -> None:
    """Prints the tables; as Markdown with ``--markdown``; into docs/benchmarks.md as well with ``--write``."""
    made = []
    for table in tables:
        print(as_markdown(table) if "--markdown" in options else as_text(table), flush=True)
        made.append(table)
    if "--write" in options:
        write(section, made)


def write(section: str, tables: Iterable[Table]) -> None:
    """Puts the tables between the marks of ``section`` in docs/benchmarks.md."""
    made = "\n".join(map(as_markdown, tables))
    PAGE.write_text(between_marks(PAGE.read_text(encoding="utf-8"), section, made), encoding="utf-8")
