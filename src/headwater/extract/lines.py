"""Lines: an input's text made safe to show, and cut into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]{0,64}[ -/]{0,16}[@-~]|\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|[@-Z\\^_])")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, lone surrogates, marks of writing direction that reorder what is shown, and characters that show
# nothing. The joiners U+200C and U+200D stay: Persian and the Indic scripts are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != "\n")
_ASCII = bytes(range(128))
_SHOWN_ASCII = bytes([*range(32, 127), 10])
_WRAP_WIDTH = range(50, 101)


def clean(text: str) -> str:
    """``text`` without terminal escapes, control and invisible characters; line ends made one kind, tabs spaces."""
    if _without(text, _SHOWN_ASCII).isprintable():
        return text  # nearly every row: what is taken out below is none of it printable
    if "\x1b" in text:
        text = _ESCAPES.sub("", text)
    return _UNSEEN.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


def single_spaced(text: str) -> str:
    """``text`` as one line, its words parted by single spaces, without characters that show nothing."""
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join(clean(text).split())


def beyond_ascii(text: str) -> str:
    """The characters of ``text`` that are not ASCII."""
    return _without(text, _ASCII)


def _without(text: str, signs: bytes) -> str:
    """``text`` without the ASCII characters ``signs``; by bytes, which takes a third of the time."""
    return text.encode("utf-8", "surrogatepass").translate(None, signs).decode("utf-8", "surrogatepass")


def folded(text: str | None) -> str:
    """``text`` as letters and digits alone, case folded, for comparing."""
    return folded_lines([(text or "").replace("\n", " ")])[0]


def folded_lines(lines: Sequence[str]) -> list[str]:
    """Each of ``lines``, which have no line break in them, ``folded``; all at once, which costs a tenth."""
    whole = "\n".join(lines).casefold()
    bare = _without(whole, _SIGNS)
    for character in () if bare.isascii() else set(beyond_ascii(bare)):
        if not character.isalnum():
            bare = bare.replace(character, "")
    return bare.split("\n") if lines else []


def split_lines(text: str) -> list[str]:
    """The lines of cleaned ``text`` without the white space around them and without blank ones.

    Hard-wrapped paragraphs are joined into one line each.
    """
    stripped = list(map(str.strip, text.split("\n")))
    lines = list(filter(None, stripped))
    if max(map(len, lines), default=0) not in _WRAP_WIDTH:
        return lines
    blocks = [list(block) for is_text, block in groupby(stripped, key=bool) if is_text]
    return [" ".join(block) for block in blocks] if _is_hard_wrapped(blocks) else lines


def _is_hard_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether sentences run on over line ends at a fixed width, as in e-mail and agency text.

    ``blocks`` are the lines between blank ones.
    """
    inner = [line for block in blocks for line in block[:-1]]
    width = max(len(line) for block in blocks for line in block)
    if len(inner) < 4:
        return False
    full = [line for line in inner if len(line) >= 0.75 * width]
    running_on = sum(line[-1] not in ".!?:\"”'’)" for line in full)
    return len(full) >= 0.8 * len(inner) and running_on >= 0.7 * len(inner)
