"""The word lists of the package: plain text files in ``account/data``, sections in brackets."""

from __future__ import annotations

from importlib.resources import files

KEPT = 8192  # words and names whose lists are kept once looked up: news says the same again and again


def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of each section of ``data/<name>.txt``, comments and empty lines left out; raises FileNotFoundError."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    content = files("headwater.account").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in content.splitlines():
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif line.strip() and not line.startswith("#"):
            current.append(line.strip())
    return {section: tuple(lines) for section, lines in found.items()}


def words_of(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a section that parts them by white space; an inner hyphen-joined pair keeps its hyphen."""
    return tuple(word for line in lines for word in line.split())


def word_set(name: str, section: str) -> frozenset[str]:
    """The words of one section of one file; raises KeyError for an unknown section."""
    return frozenset(words_of(sections(name)[section]))
