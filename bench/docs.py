"""The docs kept true: the generated parts of docs/cli.md and docs/settings.md, and local links."""

from __future__ import annotations

import dataclasses
import inspect
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
    names: list[str] = command.context_settings["help_option_names"]
    context = click.Context(command, info_name="headwater", terminal_width=100, help_option_names=names)
    pages = [f"```text\n{command.get_help(context)}\n```"]
    for name in command.list_commands(context):
        subcommand = command.get_command(context, name)
        if subcommand is None:
            raise LookupError(f"the group lists a command it does not have: {name}")
        inner = click.Context(subcommand, info_name=name, parent=context, terminal_width=100)
        pages.append(f"### `headwater {name}`\n\n```text\n{subcommand.get_help(inner)}\n```")
    return "\n\n".join(pages)


def settings_help() -> str:
    """Every stage's settings: what their docstrings say, names and defaults, as Markdown."""
    parts = []
    for stage in dataclasses.fields(Settings):
        defaults = getattr(Settings(), stage.name)
        rows = [
            f"| `{stage.name}.{entry.name}` | `{getattr(defaults, entry.name)!r}` |"
            for entry in dataclasses.fields(defaults)
        ]
        explained = inspect.cleandoc(type(defaults).__doc__ or "").replace("``", "`")
        parts.append(f"## `[{stage.name}]`\n\n{explained}\n\n| setting | default |\n|---|---|\n" + "\n".join(rows))
    return "\n\n".join(parts)


#: Page -> what stands between its marks.
GENERATED = {"docs/cli.md": cli_help, "docs/settings.md": settings_help}


def with_generated(page: str, made: str) -> str:
    """``page`` with ``made`` between its marks; raises ValueError where the marks are missing."""
    before, found_begin, rest = page.partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not found_begin or not found_end:
        raise ValueError(f"the page lacks the marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"


def broken_links(page: Path) -> list[str]:
    """Links of a Markdown page to files that are not there."""
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    return [f"{page.relative_to(ROOT)}: no file {link}" for link in links if not (page.parent / link).exists()]


def tracked_files() -> list[Path]:
    """The files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def problems() -> list[str]:
    """Everything that is wrong with the docs, a line each."""
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    found = [line for page in pages for line in broken_links(page)]
    for name, make in GENERATED.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        if with_generated(text, make()) != text:
            found.append(f"{name}: its generated part is out of date; run `make docs`")
    for path in tracked_files():
        if path.suffix in {".md", ".py", ".toml", ".html", ".json", ".txt"}:
            text = path.read_text(encoding="utf-8")
            found += [f"{path.relative_to(ROOT)}: names a path of a machine" for _ in _MACHINE_PATH.findall(text)[:1]]
    return found


def main(arguments: list[str]) -> int:
    """Writes the generated parts, or with ``--check`` prints what is wrong; 1 where something is."""
    if "--check" not in arguments:
        for name, make in GENERATED.items():
            page = ROOT / name
            page.write_text(with_generated(page.read_text(encoding="utf-8"), make()), encoding="utf-8")
        return 0
    found = problems()
    print("\n".join(found) or "docs: links, generated part and settings are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
