"""The docs kept true: the generated part of docs/cli.md, local links, every setting explained."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import click

from headwater.cli.main import main as command
from headwater.pipeline.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- generated: begin (make docs) -->", "<!-- generated: end -->"
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
_MACHINE_PATH = re.compile(r"(?<![\w/.])/(?:work|farm|root|home)/")


def cli_help() -> str:
    """The help page of every command, as Markdown."""
    context = click.Context(command, info_name="headwater", max_content_width=100, terminal_width=100)
    pages = [f"```text\n{command.get_help(context)}\n```"]
    for name in command.list_commands(context):
        subcommand = command.get_command(context, name)
        if subcommand is None:
            raise LookupError(f"the group lists a command it does not have: {name}")
        inner = click.Context(subcommand, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        pages.append(f"### `headwater {name}`\n\n```text\n{subcommand.get_help(inner)}\n```")
    return "\n\n".join(pages)


def with_generated(page: str) -> str:
    """``page`` with the part between the marks made anew; raises ValueError where the marks are missing."""
    before, found_begin, rest = page.partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not found_begin or not found_end:
        raise ValueError(f"docs/cli.md lacks the marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{cli_help()}\n\n{END}{after}"


def broken_links(page: Path) -> list[str]:
    """Links of a Markdown page to files that are not there."""
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    return [f"{page.relative_to(ROOT)}: no file {link}" for link in links if not (page.parent / link).exists()]


def undocumented_settings(page: str) -> list[str]:
    """Settings that the settings page does not name."""
    defaults = Settings()
    names = [
        f"{stage.name}.{entry.name}"
        for stage in dataclasses.fields(Settings)
        for entry in dataclasses.fields(getattr(defaults, stage.name))
    ]
    return [f"docs/settings.md: does not explain {name}" for name in names if f"`{name}`" not in page]


def tracked_files() -> list[Path]:
    """The files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def problems() -> list[str]:
    """Everything that is wrong with the docs, a line each."""
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    found = [line for page in pages for line in broken_links(page)]
    cli = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    if with_generated(cli) != cli:
        found.append("docs/cli.md: its generated part is out of date; run `make docs`")
    found += undocumented_settings((ROOT / "docs/settings.md").read_text(encoding="utf-8"))
    for path in tracked_files():
        if path.suffix in {".md", ".py", ".toml", ".html", ".json", ".txt"}:
            text = path.read_text(encoding="utf-8")
            found += [f"{path.relative_to(ROOT)}: names a path of a machine" for _ in _MACHINE_PATH.findall(text)[:1]]
    return found


def main(arguments: list[str]) -> int:
    """Writes the generated part, or with ``--check`` prints what is wrong; 1 where something is."""
    page = ROOT / "docs/cli.md"
    if "--check" not in arguments:
        page.write_text(with_generated(page.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    found = problems()
    print("\n".join(found) or "docs: links, generated part and settings are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
