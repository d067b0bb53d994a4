"""Lines: an input's text made safe to show, and cut into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]{0,64}[ -/]{0,16}[@-~]|\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|[@-Z\\^_])")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, lone surrogates, marks of writing direction that reorder what is shown, and characters that show
# nothing. The joiners U+200C and U+200D stay: Persian and the Indic scripts are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)
_WRAP_WIDTH = range(50, 101)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; ``after_gap`` where a blank line stands above it."""

    text: str
    after_gap: bool


def clean(text: str) -> str:
    """``text`` without terminal escapes, control and invisible characters; line ends made one kind, tabs spaces."""
    if text.replace("\n", "").isprintable():
        return text  # nearly every row: what is taken out below is none of it printable
    if "\x1b" in text:
        text = _ESCAPES.sub("", text)
    return _UNSEEN.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


def folded(text: str | None) -> str:
    """``text`` as letters and digits alone, case folded, for comparing."""
    return "".join(filter(str.isalnum, (text or "").casefold()))


def split_lines(text: str) -> list[Line]:
    """The lines of cleaned ``text`` that are not blank; hard-wrapped paragraphs are joined into one line each."""
    lines: list[Line] = []
    gap = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            lines.append(Line(stripped, gap))
        gap = not stripped
    return _unwrapped(lines) if _is_hard_wrapped(lines) else lines


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """Whether sentences run on over line ends at a fixed width, as in e-mail and agency text."""
    inner = [above.text for above, below in pairwise(lines) if not below.after_gap]
    width = max((len(line.text) for line in lines), default=0)
    if len(inner) < 4 or width not in _WRAP_WIDTH:
        return False
    full = [line for line in inner if len(line) >= 0.75 * width]
    running_on = sum(line[-1] not in ".!?:\"”'’)" for line in full)
    return len(full) >= 0.8 * len(inner) and running_on >= 0.7 * len(inner)


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    paragraphs: list[list[str]] = []
    for line in lines:
        if line.after_gap or not paragraphs:
            paragraphs.append([line.text])
        else:
            paragraphs[-1].append(line.text)
    return [Line(" ".join(paragraph), after_gap=True) for paragraph in paragraphs]
