"""How well time expressions are found and normalised: TempEval-3's TimeBank and AQUAINT, a third never tuned on.

A document is held out where the SHA-256 of its file name is 0 modulo 3; only these count in the figures. Value accuracy
is over all gold expressions of the text (the creation time is given, not counted): the expression of ours that overlaps
the gold span most, else the span read by itself, has the very TIMEX3 value. Detection is relaxed: spans that overlap,
one to one (UzZaman et al. 2013, SemEval-2013 task 1).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from headwater.text.timex import Resolved, Timex, find_timexes, resolve_all

_TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_FIELD = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled expression of a document's text."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one document, its creation day, and its labels."""

    name: str
    text: str
    created: dt.date | None
    gold: tuple[Gold, ...]


def is_held_out(name: str) -> bool:
    """Whether a document of this file name is never looked at while tuning."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def documents(folder: Path) -> Iterator[Document]:
    """All documents of the corpus, by name."""
    for path in sorted(folder.rglob("*.tml"), key=lambda path: path.name):
        yield _read(path.name, path.read_text(encoding="utf-8"))


def _read(name: str, content: str) -> Document:
    heading, _, body = content.partition("<TEXT>")
    body = body.partition("</TEXT>")[0]
    created = _TIMEX.search(heading)
    fields = dict(_FIELD.findall(created[1])) if created else {}
    text, gold, at = "", [], 0
    for match in _TIMEX.finditer(body):
        text += _plain(body[at : match.start()])
        start = len(text)
        text += _plain(match[2])
        labels = dict(_FIELD.findall(match[1]))
        gold.append(Gold(start, len(text), labels["type"], labels["value"]))
        at = match.end()
    text += _plain(body[at:])
    value = fields.get("value", "")[:10]
    day = dt.date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    return Document(name, text, day, tuple(gold))


def _plain(marked: str) -> str:
    return html.unescape(_TAG.sub("", marked))


def compared(document: Document) -> Iterator[tuple[Gold, Timex | None, Resolved | None]]:
    """Each gold expression with ours that overlaps it most, else with what its span reads as by itself."""
    ours = resolve_all(document.text, document.created)
    for gold in document.gold:
        touching = [item for item in ours if item[0].start < gold.end and gold.start < item[0].end]
        if not touching:
            touching = resolve_all(document.text[gold.start : gold.end], document.created)
        best = max(touching, key=lambda item: _overlap(item[0], gold), default=None)
        yield (gold, *best) if best else (gold, None, None)


def _overlap(timex: Timex, gold: Gold) -> int:
    return min(timex.end, gold.end) - max(timex.start, gold.start)


def matched(document: Document) -> tuple[int, int, int]:
    """Spans that overlap one to one, spans found, spans wanted."""
    found = find_timexes(document.text)
    left = list(found)
    right = 0
    for gold in document.gold:
        touching = next((timex for timex in left if timex.start < gold.end and gold.start < timex.end), None)
        if touching:
            left.remove(touching)
            right += 1
    return right, len(found), len(document.gold)


def measured(chosen: list[Document]) -> tuple[float, float]:
    """Value accuracy on gold spans and relaxed detection F1."""
    values = [
        resolved is not None and resolved.value == gold.value
        for document in chosen
        for gold, _, resolved in compared(document)
    ]
    counts = [matched(document) for document in chosen]
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return sum(values) / len(values), 2 * right / (found + wanted)


def measure(shared: Path) -> dict[str, float]:
    """The figures of the held-out third."""
    held_out = [document for document in documents(shared / "data/account/timex/tbaq") if is_held_out(document.name)]
    accuracy, f1 = measured(held_out)
    return {"timex.tbaq.value_accuracy": accuracy, "timex.tbaq.detection_f1": f1}
