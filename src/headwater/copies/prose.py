"""Whether shared words are prose that somebody wrote for a report, or stock: notices, tables, lists, boilerplate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, groupby, pairwise

from headwater.text.language import common_words, guess_language

# One stock phrase a so long a stretch of words makes the stretch stock; a longer passage may well hold one.
_WORDS_A_PHRASE = 30
_FIGURES = 0.3
_RUNNING_WORDS = 0.2
_SURELY_RUNNING = 0.5
# Of running text the commonest words of its language are about a third; of lists and of headings set in a row next to
# none. Single sentences may have none too.
_COMMON_WORDS = 0.09
_FEWEST_COUNTED = 20
_SOME_COMMON = 0.03
# The beginning of a long passage tells what the rest is.
_JUDGED_CHARS = 1200
# Shorter lines may be headings, names and figures though they are.
_SPACES = 7
# So many lines in a row, none longer than a row of a table or a name in a list, are looked at as one.
_LISTED_LINES = 3
_LISTED_WORDS = 12
#: What stands around words and is no part of them.
MARKS = "\"“”„«»‘’‚'()[]{}.,;:!?…-–—*•·|"
_PIECE_CHARS = 240
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]*\s+")
# What a company or an office says of itself under each of its announcements, up to the next heading.
_BOILERPLATE = re.compile(
    r"^(?:About (?:the |us$|[A-Z0-9])[^.!?\n]{0,60}|(?:Safe Harbor|Cautionary|Forward[- ]Looking) [^.!?\n]{2,60}"
    r"|Notes? to [Ee]ditors?:?|Disclaimer:?)$"
)
_HEADED = re.compile(r"^[ \t]*(?:About|Safe|Cautionary|Forward|Notes?|Disclaimer)\b", re.MULTILINE)
_SMALL = re.compile(r" [a-z]")
_LINE_CHARS = 80
_SAMPLE_CHARS = 400
_PLAIN_SMALL = 0.75
_LISTED_SMALL = 0.5
_PLAIN_STOCK = 0.2
# One passage comes up with every pair of those that share it: so many that were looked at last are remembered.
_KEPT_PASSAGES = 4096
_STOPS = '.!?…”"'
_LINE = re.compile(r"[^\n]*\S[^\n]*")
Span = tuple[int, int]


@cache
def load_stock() -> tuple[str, ...]:
    """The package's own list of phrases, in small letters, that outlets and agencies put under any article."""
    listed = files("headwater.copies").joinpath("stock_phrases.txt").read_text("utf-8").split("\n")
    return tuple(line for line in listed if line)


def stock_lines(text: str, declared: str | None) -> dict[str, tuple[Span, ...]]:
    """The lines of the text that are no prose, line-ups, results, notices, each with its places.

    ``declared``: the language it is said to be in, ISO 639-1.
    """
    found: dict[str, tuple[Span, ...]] = {}
    for start, end in stock_spans(text, declared):
        for match in _LINE.finditer(text, start, end):
            found[match.group().strip()] = (*found.get(match.group().strip(), ()), match.span())
    return found


@lru_cache(maxsize=_KEPT_PASSAGES)
def boilerplate_spans(text: str) -> tuple[Span, ...]:
    """The lines that a heading says to be boilerplate, in order."""
    return tuple(_parted(text)[1]) if _HEADED.search(text) else ()


@lru_cache(maxsize=_KEPT_PASSAGES)
def may_be_list(text: str) -> bool:
    """Whether half of a text may be lines of a list or table, or words in a row: by its lines and its middle."""
    if len(text) < _LINE_CHARS * (text.count("\n") + 1):
        return True
    middle = text[len(text) // 2 :][:_SAMPLE_CHARS]
    return len(_SMALL.findall(middle)) < _LISTED_SMALL * middle.count(" ")


@lru_cache(maxsize=_KEPT_PASSAGES)
def is_plain(text: str) -> bool:
    """Whether a text in Latin letters shows at a glance to be running text: by its lines, and three samples of it.

    Its lines are long in the mean, three words in four of the samples begin small, and these hold hardly any phrase of
    stock. A text of which half is a list, a table or a notice is none.
    """
    if len(text) < _LINE_CHARS * (text.count("\n") + 1) or _HEADED.search(text):
        return False
    samples = "\n".join([text[len(text) * at // 6 :][:_SAMPLE_CHARS] for at in (1, 3, 5)])
    words = samples.count(" ")
    if len(_SMALL.findall(samples)) < _PLAIN_SMALL * words:
        return False
    small = samples.lower()
    return _WORDS_A_PHRASE * sum(map(small.__contains__, load_stock())) <= _PLAIN_STOCK * words


@lru_cache(maxsize=_KEPT_PASSAGES)
def stock_spans(text: str, declared: str | None) -> tuple[Span, ...]:
    """Where the text is no prose, in order: lines of notices and figures, lists of short lines, boilerplate.

    ``declared``: the language it is said to be in, ISO 639-1.
    """
    phrases, common = _phrases_in(text.lower()), common_words(spoken_language(text, declared))
    lines, found = _parted(text)
    for start, end in _blocks(text, lines):
        if _is_counted(text[start:end]):
            notice = _is_notice(text[start:end], phrases)
            found += [(start, end)] if notice else _listed(text, (start, end), common)
    return tuple(sorted(found))


def _listed(text: str, block: Span, common: Container[str]) -> list[Span]:
    """What of a block of lines or of one line is no running text; what is too short to tell is what it follows."""
    start, end = block
    pieces = (
        [block] if "\n" in text[start:end] else [(start + low, start + high) for low, high in _pieces(text[start:end])]
    )
    found: list[Span] = []
    for span in _blocks(text, pieces):
        piece = text[slice(*span)]
        if not _is_running(piece, common) if _is_counted(piece) else found and found[-1][1] == span[0]:
            found.append(span)
    return found


def _blocks(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans of lines, lists of short ones made one."""
    for listed, group in groupby(spans, lambda span: _is_short(text[slice(*span)])):
        some = list(group)
        yield from [(some[0][0], some[-1][1])] if listed and len(some) >= _LISTED_LINES else some


def _pieces(line: str) -> Iterator[Span]:
    """The sentences of a line and what it holds between them: a text may have no line breaks."""
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(line)), len(line)]
    for start, end in pairwise(edges):
        count = max(1, (end - start) // _PIECE_CHARS)
        yield from pairwise([start + (end - start) * at // count for at in range(count + 1)])


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


def notices_among(passages: Iterable[str]) -> frozenset[str]:
    """Those of the passages that stock phrases make up."""
    distinct = list(dict.fromkeys(passages))
    beginnings = [passage[:_JUDGED_CHARS] for passage in distinct]
    rows = zip(distinct, beginnings, _stock_phrases(beginnings), strict=True)
    return frozenset(passage for passage, begun, stock in rows if stock and _are_many(stock, begun))


def runs_on(passage: str, language: str | None) -> bool:
    """Whether the passage, if it is no notice, is running text: no list of names or figures, no headings in a row.

    ``language``: that of the text, ISO 639-1, where it is known.
    """
    return _is_running(passage[:_JUDGED_CHARS], common_words(language))


def _stock_phrases(passages: Sequence[str]) -> list[int]:
    """How many phrases of stock each passage has; looked for in all at once, which costs a fifth."""
    small = [passage.lower() for passage in passages]
    joined, starts = "\n".join(small), [0, *accumulate(len(passage) + 1 for passage in small)]
    counts = [0] * len(passages)
    for phrase in load_stock():
        at = joined.find(phrase)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            counts[number] += 1
            at = joined.find(phrase, starts[number + 1])
    return counts


def _are_many(stock: int, block: str) -> bool:
    """Whether so many phrases of stock make up the block."""
    return stock * _WORDS_A_PHRASE > len(block.split())


@lru_cache(maxsize=_KEPT_PASSAGES)
def spoken_language(text: str, declared: str | None) -> str | None:
    """The language of a text as its words tell; as declared where few words tell, as beside a long table."""
    guessed = guess_language(text)
    if guessed or not declared:
        return guessed
    words = text.lower().split()
    known = sum(map(common_words(declared).__contains__, words)) >= _SOME_COMMON * len(words)
    return declared if known else None


def _phrases_in(small: str) -> tuple[str, ...]:
    """The stock phrases in a text of small letters."""
    return tuple(filter(small.__contains__, load_stock()))


def _is_counted(block: str) -> bool:
    """Whether the block has enough words to tell."""
    return len(block.split(None, _SPACES)) > _SPACES


def _is_notice(block: str, phrases: Sequence[str]) -> bool:
    """Whether stock phrases make up much of the block; ``phrases``: those that its text has anywhere."""
    found = sum(map(block.lower().__contains__, phrases)) if phrases else 0
    return found > 0 and _are_many(found, block)


def _is_running(block: str, common: Container[str]) -> bool:
    """Whether the block is running text: neither figures nor names nor headings in a row."""
    words = block.split()
    # Most prose shows at once, without taking the marks off each word.
    running = sum(map(str.islower, [word[0] for word in words]))
    if running >= _SURELY_RUNNING * len(words) and _are_common(words, common):
        return True
    words = [bare for word in words if (bare := word.strip(MARKS))]
    initials = [word[0] for word in words]
    figures = sum(map(str.isdigit, initials))
    running = len(words) - figures - sum(map(str.isupper, initials))
    if not words or figures >= _FIGURES * len(words) or running < _RUNNING_WORDS * len(words):
        return False
    return len(words) < _FEWEST_COUNTED or _are_common(words, common)


def _are_common(words: Sequence[str], common: Container[str]) -> bool:
    """Whether enough of the words are the commonest of their language, where these are known."""
    return not common or sum(map(common.__contains__, map(str.lower, words))) >= _COMMON_WORDS * len(words)
