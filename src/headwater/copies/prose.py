"""Whether shared words are prose that somebody wrote for a report, or stock: notices, tables, lists, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from headwater.copies.phrases import stock_phrases_in
from headwater.copies.running import (
    Span,
    doubtful,
    is_counted,
    is_running,
    judged_beginning,
    runs_on,
    spoken_language,
)

# One stock phrase a so long a stretch of words makes the stretch stock; a longer passage may well hold one.
_WORDS_A_PHRASE = 30
# So many lines in a row, none longer than a row of a table or a name in a list, are looked at as one.
_LISTED_LINES = 3
_LISTED_WORDS = 12
_PIECE_CHARS = 240
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]*\s+")
# What a company or an office says of itself under each of its announcements, up to the next heading.
_BOILERPLATE = re.compile(
    r"^(?:About (?:the |us$|[A-Z0-9])[^.!?\n]{0,60}|(?:Safe Harbor|Cautionary|Forward[- ]Looking) [^.!?\n]{2,60}"
    r"|Notes? to [Ee]ditors?:?|Disclaimer:?)$"
)
# Line breaks are looked for many times faster than beginnings of lines.
_HEADED = re.compile(r"\n[ \t]*(?:About|Safe|Cautionary|Forward|Notes?|Disclaimer)\b")
_ONE_SMALL = bytes(0x61 if 0x61 <= code <= 0x7A else code for code in range(256))
_LINE_CHARS = 80
_SAMPLE_CHARS = 400
_PLAIN_SMALL = 0.75
_LISTED_SMALL = 0.5
_PLAIN_STOCK = 0.2
# One text comes up with every pair it is in: so many that were looked at last are remembered.
_KEPT_TEXTS = 4096
_STOPS = '.!?…”"'
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def stock_lines(text: str, declared: str | None) -> dict[str, tuple[Span, ...]]:
    """The lines of the text that are no prose, line-ups, results, notices, each with its places.

    ``declared``: the language it is said to be in, ISO 639-1.
    """
    found: dict[str, tuple[Span, ...]] = {}
    for start, end in stock_spans(text, declared):
        for match in _LINE.finditer(text, start, end):
            found[match.group().strip()] = (*found.get(match.group().strip(), ()), match.span())
    return found


@lru_cache(maxsize=_KEPT_TEXTS)
def boilerplate_spans(text: str) -> tuple[Span, ...]:
    """The lines that a heading says to be boilerplate, in order."""
    return tuple(_parted(text)[1]) if _may_be_headed(text) else ()


@lru_cache(maxsize=_KEPT_TEXTS)
def may_be_list(text: str) -> bool:
    """Whether half of a text may be lines of a list or table, or words in a row: by its lines and its middle."""
    if _has_short_lines(text):
        return True
    middle = text[len(text) // 2 :][:_SAMPLE_CHARS]
    return _begin_small(middle) < _LISTED_SMALL * middle.count(" ")


@lru_cache(maxsize=_KEPT_TEXTS)
def is_plain(text: str) -> bool:
    """Whether a text in Latin letters shows at a glance to be running text: by its lines, and three samples of it.

    Its lines are long in the mean, three words in four of the samples begin small, and these hold hardly any phrase of
    stock. A text of which half is a list, a table or a notice is none.
    """
    if _has_short_lines(text) or _may_be_headed(text):
        return False
    samples = "\n".join([text[len(text) * at // 6 :][:_SAMPLE_CHARS] for at in (1, 3, 5)])
    words = samples.count(" ")
    if _begin_small(samples) < _PLAIN_SMALL * words:
        return False
    return _WORDS_A_PHRASE * len(stock_phrases_in([samples])[0]) <= _PLAIN_STOCK * words


def _has_short_lines(text: str) -> bool:
    """Whether the lines of a text are short in the mean; those without words count for none."""
    return len(text) < _LINE_CHARS * (text.count("\n") - text.count("\n\n") + 1)


def _may_be_headed(text: str) -> bool:
    """Whether a line other than the first, which is the headline, begins as headings of boilerplate do."""
    return _HEADED.search(text) is not None


def _begin_small(text: str) -> int:
    """How many words of a text behind blanks begin with a small ASCII letter."""
    return text.encode("ascii", "replace").translate(_ONE_SMALL).count(b" a")


@lru_cache(maxsize=_KEPT_TEXTS)
def stock_spans(text: str, declared: str | None) -> tuple[Span, ...]:
    """Where the text is no prose, in order: lines of notices and figures, lists of short lines, boilerplate.

    ``declared``: the language it is said to be in, ISO 639-1.
    """
    phrases = stock_phrases_in([text])[0]
    lines, found = _parted(text)
    listed: list[list[Span]] = []
    for start, end in _blocks(text, lines):
        block = text[start:end]
        if is_counted(block):
            if _is_notice(block, phrases):
                found.append((start, end))
            else:
                pieces = [(start, end)] if "\n" in block else _pieces(block, start)
                listed.append(list(_blocks(text, pieces)))
    return tuple(sorted(found + _not_running(text, listed, declared)))


def _not_running(text: str, blocks: Sequence[Sequence[Span]], declared: str | None) -> list[Span]:
    """What of each block of pieces is no running text."""
    found = _unlike(text, blocks, "en")
    # The language of a text costs more to tell than that all of it is English.
    language = spoken_language(text, declared) if found else "en"
    return found if language == "en" else _unlike(text, blocks, language)


def _unlike(text: str, blocks: Sequence[Sequence[Span]], language: str | None) -> list[Span]:
    """What of each block of pieces is no running text of a language; what is too short to tell is what it follows."""
    doubts = iter(doubtful(text, [span for pieces in blocks for span in pieces], language).tolist())
    found: list[Span] = []
    for pieces in blocks:
        last = -1
        for start, end in pieces:
            if next(doubts):
                piece = text[start:end]
                stock = not is_running(piece, language) if is_counted(piece) else last == start
            else:
                stock = last == start and not is_counted(text[start:end])
            if stock:
                found.append((start, end))
                last = end
    return found


def _blocks(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans of lines, lists of short ones made one."""
    for listed, group in groupby(spans, lambda span: _is_short(text[slice(*span)])):
        some = list(group)
        yield from [(some[0][0], some[-1][1])] if listed and len(some) >= _LISTED_LINES else some


def _pieces(line: str, at: int) -> list[Span]:
    """The sentences of a line, which begins ``at`` there, and what it holds between them: a text may be one line."""
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(line)), len(line)]
    found: list[Span] = []
    for start, end in pairwise(edges):
        count = max(1, (end - start) // _PIECE_CHARS)
        found += pairwise([at + start + (end - start) * part // count for part in range(count + 1)])
    return found


def _parted(text: str) -> tuple[list[Span], list[Span]]:
    """The lines of the text but those under a heading of boilerplate, and these.

    The headline of an article is no such heading, whatever it says.
    """
    kept: list[Span] = []
    boilerplate: list[Span] = []
    under = False
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if line[-1] not in _STOPS and _is_short(line):
            under = bool(kept) and _BOILERPLATE.match(line) is not None
        (boilerplate if under else kept).append(match.span())
    return kept, boilerplate


def _is_short(line: str) -> bool:
    return line.count(" ") < _LISTED_WORDS


def judged_passages(passages: Sequence[str]) -> list[bool | None]:
    """Whether each passage is prose; None where that depends on the language of its text, English or not.

    What stock phrases make up is none, nor are lists of names or figures, or headings in a row.
    """
    distinct = list(dict.fromkeys(passages))
    begun = [judged_beginning(passage) for passage in distinct]
    known = {
        passage: False if _are_many(len(phrases), beginning) else runs_on(beginning, "en") or None
        for passage, beginning, phrases in zip(distinct, begun, stock_phrases_in(begun), strict=True)
    }
    return [known[passage] for passage in passages]


def _are_many(stock: int, block: str) -> bool:
    """Whether so many phrases of stock make up the block."""
    return stock > 0 and stock * _WORDS_A_PHRASE > len(block.split())


def _is_notice(block: str, phrases: Sequence[str]) -> bool:
    """Whether stock phrases make up much of the block; ``phrases``: those that its text has anywhere."""
    return bool(phrases) and _are_many(sum(map(block.lower().__contains__, phrases)), block)
