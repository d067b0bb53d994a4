"""What kind of reuse two articles' shared wording amounts to, with reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from headwater.copies.overlaps import REWORDED_SPREAD
from headwater.copies.settings import CopySettings
from headwater.model.reuse import Passage, ReuseKind
from headwater.text.quotemarks import quoted_spans

# Short shared runs in nearly all stretches of the shorter text: reworded throughout, as with REWORDED_SPREAD of both.
_SPREAD_ONE = 0.75
_TOLD_SHARE = 0.3
_WHOLE = {
    ReuseKind.COPY: "The same text",
    ReuseKind.EXCERPT: "Most of the shorter text stands in the longer one",
    ReuseKind.REWRITE: "The same content with changed words all over",
}
# “Nobody asked us.” — Ilse Brandt (@brandt) May 3: a post as pages embed it, on the line of its signature or above it.
_SIGNED_BELOW = re.compile(r"\s*[—–-]{1,2} ?[^\n]{2,60}\(@\w{2,30}\)[^\n]{0,30}")
_POST = re.compile(r"(?:^|\n)([^\n]+?)\s*(?:—|–|--) ?[^\n—–]{2,60}\(@\w{2,30}\)")
_LINE = re.compile(r"[^\n]+")
# A double mark opens before a word and behind none (then a group is found), and closes behind a word or stop.
_DOUBLE = re.compile(r"[“\"„”](?:(?<!”)(?<![\w.,!?…].)(?=\w|[“\"„]\w)()|(?<=[\w.,!?…”\"][”\"])(?!\w))")
_DOUBLE_MARKS = '"“”„'
_NESTED_MARKS = 4  # marks that one quotation within another has at least
# Of so many lines that were looked at last the quotations are remembered.
_KEPT_LINES = 4096


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: containment and spread each way, and the number of words in the shared passages of prose.

    ``told`` is the containment by which the kind is judged, that of prose where what is shared holds notices or tables;
    ``quoted_words`` are those in passages that stand in quotation marks.
    """

    contained: tuple[float, float]
    told: tuple[float, float]
    spread: tuple[float, float]
    passage_words: int
    quoted_words: int


def judged_kind(overlap: Overlap, *, settings: CopySettings) -> ReuseKind | None:
    """The kind of reuse, None where what is shared does not matter."""
    low, high = sorted(overlap.told)
    if low >= settings.copy_containment:
        return ReuseKind.COPY
    if high >= settings.copy_containment:
        return ReuseKind.EXCERPT
    sparse, dense = sorted(overlap.spread)
    if sparse >= REWORDED_SPREAD or (dense >= _SPREAD_ONE and overlap.passage_words >= settings.reuse_words):
        return ReuseKind.REWRITE
    if overlap.passage_words < settings.reuse_words:
        return None
    told = overlap.passage_words - overlap.quoted_words
    if told <= _TOLD_SHARE * overlap.passage_words or told < min(settings.reuse_words, overlap.quoted_words):
        return ReuseKind.SHARED_QUOTE
    return ReuseKind.SHARED_PASSAGE


def kind_reason(kind: ReuseKind, overlap: Overlap, passages: int) -> str:
    """One sentence that says why the kind was chosen."""
    if kind is ReuseKind.SHARED_PASSAGE:
        runs = "one passage" if passages == 1 else f"{passages} passages"
        return f"They share {runs} of prose, {overlap.passage_words} words; the rest differs."
    if kind is ReuseKind.SHARED_QUOTE:
        return f"They share only a speaker's words, {overlap.passage_words} in all."
    low, high = sorted(overlap.contained)
    return f"{_WHOLE[kind]}: they share {low:.0%} of the 5-word runs one way, {high:.0%} the other."


def quoted_words(texts: tuple[str, str], passages: Sequence[Passage]) -> int:
    """How many words of the passages stand in quotation marks, in the text that quotes more of each.

    A transcript has the same words without the marks.
    """
    spans_a = [(passage.a_start, passage.a_end) for passage in passages]
    of_a = [_quoted(texts[0], start, end) for start, end in spans_a]
    quoted = sum(of_a)
    if quoted and 3 * quoted >= 2 * sum([len(texts[0][start:end].split()) for start, end in spans_a]):
        return quoted
    return sum([max(one, _quoted(texts[1], of.b_start, of.b_end)) for one, of in zip(of_a, passages, strict=True)])


def _quoted(text: str, start: int, end: int) -> int:
    """How many words of the span stand in quotation marks, as seen in the lines that hold it."""
    high = text.find("\n", end)
    count = 0
    for first, last in _quotes_in(text, text.rfind("\n", 0, start) + 1, high if high >= 0 else len(text)):
        if first < end and start < last:
            count += len(text[max(first, start) : min(last, end)].split())
    return count


@lru_cache(maxsize=_KEPT_LINES)
def _quotes_in(text: str, low: int, high: int) -> tuple[tuple[int, int], ...]:
    """Where somebody's words stand in these lines of a text; those of one report come up with every pair it is in.

    Between marks, also where marks stand within marks; and posts, which a name and a handle sign behind a dash.
    """
    if signed := _SIGNED_BELOW.match(text, high):
        high = signed.end()
    lines = text[low:high]
    spans = quoted_spans(lines)
    if sum(map(lines.count, _DOUBLE_MARKS)) >= _NESTED_MARKS:
        spans += _nested(lines)
    if "(@" in lines:
        spans += [post.span(1) for post in _POST.finditer(lines)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start + low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end + low, joined[-1][1]))
        else:
            joined.append((start + low, end + low))
    return tuple(joined)


def _nested(lines: str) -> list[tuple[int, int]]:
    """The stretches between double marks within which others open and close, in lines whose marks all have partners."""
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(lines):
        opened: list[int] = []
        deepest, spans = 0, []
        for mark in _DOUBLE.finditer(line.group()):
            if mark.lastindex:
                opened.append(line.start() + mark.end())
                deepest = max(deepest, len(opened))
            elif not opened:
                break
            else:
                start = opened.pop()
                spans += [] if opened else [(start, line.start() + mark.start())]
        else:
            found += spans if deepest > 1 and not opened else []
    return found
