"""Spans between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from headwater.text.abbreviations import ELISIONS

# All begin with one of a few characters, which alone is fast to look for. A single mark within a word is an apostrophe.
_MARK = re.compile(
    "[\"“”„‟«»「」『』‘’'`\n](?:(?<!['‘’`\n])|(?<=\n)\\s*|(?<=')'|(?<=`)`|(?<=['‘’])(?:(?![^\\W_])|(?<![^\\W_].)))"
)
_ALWAYS_OPEN = frozenset("„‟``「『")
_CORNERS = frozenset("「」『』")
_GUILLEMETS = frozenset("«»")
_OPENING_MARKS = "\"“”„‟«»「『`‘'"
_LEADS = ("", "\n", ":", ",", ".", "!", "?")
_ENDS = (".", "!", "?", "…")
_LEAD = 6  # characters that white space around a mark may take
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Scan:
    """Where the scan stands: the mark that is open in each family, and the spans that were closed."""

    text: str
    unclosed: bool = False
    opened: dict[str, int] = field(default_factory=dict)
    tentative: int | None = None
    double: list[tuple[int, int]] = field(default_factory=list)
    single: list[tuple[int, int]] = field(default_factory=list)


def quoted_spans(text: str, *, unclosed: bool = False) -> list[tuple[int, int]]:
    """Half-open spans of the words between quotation marks, without the marks, in order, none within another.

    Double marks of all kinds, mis-turned ones too; single ones where they are quotation marks and not apostrophes.
    A quotation that runs on into the next paragraph, which opens with a mark again, yields one span a paragraph. A mark
    without partner yields none, but where ``unclosed`` whole sentences behind a colon or a comma are closed by a new
    mark or the end of the line; feet and inches are no marks. Time is linear.
    """
    scan = _Scan(text, unclosed)
    for match in _MARK.finditer(text):
        mark, at, end = match.group(), match.start(), match.end()
        if mark[0] == "\n":
            if scan.opened:
                _end_of_line(scan, at, end)
        elif mark in "‘’'":
            _single_mark(scan, mark, at, end)
        elif not _is_inches(text, mark, at):
            _double_mark(scan, mark, at, end)
    _end_of_line(scan, len(text), len(text))
    return _outermost(scan)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> bool:
    """Append the span without surrounding white space; False where nothing but marks and space is in it."""
    piece = text[start:end]
    if _WORD.search(piece) is None:
        return False
    spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return True


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a mark stands as an opening one does: nothing before it, a word behind it."""
    before, after = text[at - 1 : at], text[end : end + 1]
    return (not before or before.isspace() or before in "([{—–-/:>") and bool(after) and not after.isspace()


def _closes(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1 : at], text[end : end + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _is_inches(text: str, mark: str, at: int) -> bool:
    """Whether the mark stands for inches: 6'2", 5’ 11”, 12'' behind a digit with feet before it."""
    if mark not in ('"', "”", "''") or not text[at - 1 : at].isdigit():
        return False
    head = text[max(0, at - 5) : at].rstrip("0123456789½¼¾").rstrip()
    return head.endswith(("'", "’", "′")) and head[-2:-1].isdigit()


def _family(mark: str) -> str:
    if mark in _CORNERS:
        return "corner"
    return "guillemet" if mark in _GUILLEMETS else "double"


def _double_mark(scan: _Scan, mark: str, at: int, end: int) -> None:
    family, text = _family(mark), scan.text
    opened = scan.opened.get(family)
    if opened is None:
        if mark in _ALWAYS_OPEN or _may_open(text, mark, at, end):
            scan.opened[family] = end
    elif _reopens(text, mark, at, end):
        if scan.unclosed and _is_whole(text, opened, at):
            _add(scan.double, text, opened, at)
        scan.opened[family] = end
    else:
        if _add(scan.double, text, opened, at):
            del scan.opened[family]
        else:
            scan.opened[family] = end


def _may_open(text: str, mark: str, at: int, end: int) -> bool:
    """Whether a mark can open a quotation when none is open."""
    if mark in "」』":
        return False
    if mark in "“«":
        return True
    if mark in "”»":
        return _opens(text, at, end)
    return not text[at - 1 : at].isalnum() and not (_closes(text, at, end) and not _opens(text, at, end))


def _reopens(text: str, mark: str, at: int, end: int) -> bool:
    """Whether a mark opens anew although one is open, whose partner is missing then."""
    if mark in _ALWAYS_OPEN:
        return True
    if mark in "”»」』":
        return False
    if mark in "“«":
        return not _closes(text, at, end) or _opens(text, at, end)
    return _opens(text, at, end)


def _is_whole(text: str, opened: int, at: int) -> bool:
    """Whether the words from an opening mark on are whole sentences whose closing mark was left out.

    They begin behind a colon, a comma, another sentence or at the beginning of a line, with a capital.
    """
    before = text[max(0, opened - _LEAD) : opened - 1].rstrip(" \u00a0")[-1:]
    if before not in _LEADS or not text[opened : opened + 1].isupper():
        return False
    return text[max(opened, at - _LEAD) : at].rstrip()[-1:] in _ENDS and " " in text[opened:at].strip()


def _single_mark(scan: _Scan, mark: str, at: int, end: int) -> None:
    """Open or close a quotation between single marks; marks inside a double quotation are left alone."""
    text, opened = scan.text, scan.opened.get("single")
    if opened is None:
        if "double" not in scan.opened and "guillemet" not in scan.opened and _single_opens(text, mark, at, end):
            scan.opened["single"] = end
        return
    if mark != "’" and _opens(text, at, end):
        _settle_single(scan)
        if _single_opens(text, mark, at, end):
            scan.opened["single"] = end
    elif mark != "‘" and _closes(text, at, end):
        if text[at - 1] in "sS" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower():
            scan.tentative = at  # "the ministers’ plan": a possessive as long as a surer mark may follow
            return
        scan.tentative = at
        _settle_single(scan)


def _single_opens(text: str, mark: str, at: int, end: int) -> bool:
    if mark == "’" or not _opens(text, at, end):
        return False
    after = text[end : end + 1]
    if not (after.isalnum() or after in '"“([…$£€'):
        return False
    word = _WORD.match(text, end, end + 12)
    return mark == "‘" or word is None or not (word.group().lower() in ELISIONS or word.group()[0].isdigit())


def _settle_single(scan: _Scan) -> None:
    """Close the open single quotation at its last possible mark, or forget it."""
    opened = scan.opened.pop("single", None)
    if opened is not None and scan.tentative is not None:
        _add(scan.single, scan.text, opened, scan.tentative)
    scan.tentative = None


def _end_of_line(scan: _Scan, at: int, end: int) -> None:
    """Close what the next paragraph opens again, keep what a wrapped line goes on with, forget the rest."""
    following = scan.text[end : end + 1]
    if following.islower():
        return
    _settle_single(scan)
    for family in sorted(scan.opened):
        opened = scan.opened[family]
        whole = scan.unclosed and family == "double" and _is_whole(scan.text, opened, at)
        if whole or (following and following in _OPENING_MARKS):
            _add(scan.double, scan.text, opened, at)
    scan.opened.clear()


def _outermost(scan: _Scan) -> list[tuple[int, int]]:
    """All spans in order, those within another or across its border left out; a wider one comes first."""
    kept: list[tuple[int, int]] = []
    for span in sorted(scan.double + scan.single, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept
