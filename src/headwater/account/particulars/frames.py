"""Frames: the words around a quote, and the reporting clause among them that says whose it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.account.particulars.cues import DESCRIBING, FINITE, NOUNS, PARTICIPLES, is_weak
from headwater.account.particulars.heads import PREPOSITIONS
from headwater.account.particulars.marked import Marked
from headwater.account.particulars.reports import Report, closing, puts_it, reports_in
from headwater.account.particulars.statements import carrier, is_hypothetical, reports_really
from headwater.account.particulars.subjects import main_subject
from headwater.account.particulars.tokens import Token
from headwater.model.article import Article

_ENDS = (",", "?", "!", "—", "–", "-", "…", ".")
MARKS = "\"”’»' "
OPENING = "\"“«„'‘’` "
_DASHES = ("—", "–", "―")
FAR = 16  # words behind a quote that its cue may stand
SHORT = 90  # characters of a sentence that only says who asked the question before it
SHORT_AS = 4  # words behind a quote that "as X put it" may begin
NEAR = 4  # words behind a verb such as "called" within which the quoted words begin
WINDOW = 600  # characters before and behind a quote that are looked at; no sentence needs more
SPACED = 9  # characters before a quote within which the mark that parts it from its cue stands
_ASKING = frozenset(("ask", "urge", "order", "instruct", "advise", "invite", "request", "beg", "implore", "remind"))
_FINDING = frozenset(("report", "find", "show", "hear", "read", "believe"))  # which "that" makes say something
NAMED = 9  # words behind a verb such as "called" within which what it calls somebody begins
_PRAISING = frozenset(("congratulate", "praise", "thank", "criticize", "criticise", "slam", "mock", "commend", "blame"))
Clause = tuple[tuple[Token, ...], Report]


@dataclass(frozen=True, slots=True)
class Frame:
    """A quote and the words around it in its sentence, outside all quotation marks; ``paragraph`` counts from 0."""

    start: int
    end: int
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    opens_paragraph: bool
    paragraph: int


def frames_of(article: Article, words: Marked) -> list[Frame]:
    """The quoted spans of an article, each with the words around it, in text order."""
    lines = words.lines
    frames: list[Frame] = []
    for start, end in words.spans:
        opening, closing = article.sentence_at(start), article.sentence_at(max(start, end - 1))
        if opening is None or closing is None:
            continue
        paragraph = bisect_left(lines, start)
        line_start = lines[paragraph - 1] + 1 if paragraph else 0
        line_end = lines[paragraph] if paragraph < len(lines) else len(article.text)
        line_end = max(line_end, end)
        first = max(line_start, min(opening.start, start), start - WINDOW)
        stop = min(line_end, max(closing.end, end), end + WINDOW)
        stop = _with_tail(article, words, end, stop, line_end)
        before, after = words.between(first, start), words.between(start, stop)
        opens = not article.text[max(line_start, start - 4) : start].strip(OPENING + "—-–")
        frames.append(Frame(start, end, before, after, opens and not before, paragraph))
    return frames


def _with_tail(article: Article, words: Marked, end: int, stop: int, line_end: int) -> int:
    """Where the words after a quote end: a short "he asked." is theirs though the quote ended a sentence."""
    rest = article.text[stop : min(line_end, stop + SHORT)]
    if rest.lstrip(MARKS)[:1] in _DASHES and stop + len(rest) == line_end:
        return line_end
    following = article.sentence_at(min(stop + 2, line_end))
    if following is None or following.start < stop or not article.text[stop:line_end].strip():
        return stop
    if article.text[end - 1 : end] not in ("?", "!", ",") or stop - end >= 3:
        return stop
    own = words.has_quote(following.start, following.end)  # it tells of the next words, not of these
    return stop if own or following.end - following.start > SHORT else min(following.end, line_end)


def _signed(frame: Frame) -> Clause | None:
    """A name behind a dash that signs a quote: "…" — X."""
    tokens = frame.after
    if not tokens or not 1 < len(tokens) <= 4 or not all(token.capital for token in tokens):
        return None
    dashed = tokens[0].before.strip(MARKS + " .,!?…").startswith((*_DASHES, "-"))
    return (tokens, Report(0, 0, len(tokens))) if dashed else None


def _after(frame: Frame, text: str) -> Clause | None:
    """The reporting clause right behind a quote: "…," X said; "…," said X."""
    tokens = frame.after
    if not tokens:
        return None
    closed = text[frame.start : frame.end].rstrip()[-1:] in _ENDS
    closed = closed or tokens[0].before.lstrip(MARKS).startswith((",", " –", " —"))
    for report in reports_in(tokens)[:2]:
        inverted = report.inverted and (report.cue == 0 or tokens[report.cue].lower in ("quoted", "quotes"))
        if not report.carried and (inverted or (closed and report.first == 0)) and report.cue <= FAR:
            return tokens, report
    return None


def clause_behind(frame: Frame, text: str) -> Clause | None:
    """The reporting clause behind a quote, right behind it or at the end of its sentence."""
    return _after(frame, text) or _behind(frame)


def _before(frame: Frame, text: str) -> Iterator[Clause]:
    """The reporting clauses in front of a quote, the nearest first: X said: "…"; X vowed "…"; a message: "…"."""
    mark = text[max(0, frame.start - SPACED) : frame.start].rstrip(OPENING)[-1:]
    announced = mark in _DASHES and any(token.lower in NOUNS for token in frame.before[-NEAR:])
    return leading(frame.before, ":" if announced else mark)


def leading(tokens: tuple[Token, ...], mark: str) -> Iterator[Clause]:
    """The reporting clauses among words that a quote follows behind a ``mark`` (empty: none), the likeliest first."""
    reaching = [report for report in reversed(reports_in(tokens)) if _reaches(tokens, report)]
    if mark not in (",", ":"):
        reaching.sort(key=lambda report: _is_passing(tokens[report.cue].lower))
    for report in reaching:
        yield tokens, carrier(tokens, report)
    if mark == ":":
        yield from _named_last(tokens)
    subject = main_subject(tokens) if mark == ":" else None
    if subject:
        yield tokens, Report(len(tokens) - 1, *subject)


def _named_last(tokens: tuple[Token, ...]) -> Iterator[Clause]:
    """The name that words before a colon end in, where it hangs on no preposition: "it surprised nobody but X:"."""
    first = len(tokens)
    while first > 0 and tokens[first - 1].capital and (first == len(tokens) or not tokens[first].broken):
        first -= 1
    if 0 < first < len(tokens) and tokens[first - 1].lower not in PREPOSITIONS and not tokens[-1].possessive:
        yield tokens, Report(len(tokens) - 1, first, len(tokens))


def _is_passing(cue: str) -> bool:
    """Whether a cue may only be what the words before a quote tell: "said that whoever signs up will “…”"."""
    return is_weak(cue) and FINITE.get(cue, PARTICIPLES.get(cue)) not in DESCRIBING


def _reaches(tokens: tuple[Token, ...], report: Report) -> bool:
    """Whether the words behind a cue up to the quote can be its own: any behind "said", few behind "called"."""
    rest = [token.lower for token in tokens[report.cue + 1 :]]
    base = FINITE.get(tokens[report.cue].lower, PARTICIPLES.get(tokens[report.cue].lower))
    found = base in _FINDING and rest[:1] == ["that"]
    if reports_really(tokens, report) and (found or not is_weak(tokens[report.cue].lower)):
        return True
    if is_hypothetical(tokens, report.cue):
        return False
    if found:
        return True
    if base in _PRAISING and rest[-1:] in (["on"], ["for"]):
        return len(rest) < NAMED
    if (base == "call" and rest and rest[0] in ("on", "upon", "for")) or (base == "accuse" and "of" in rest):
        return len(rest) <= FAR
    if "as" in rest[-3:]:
        return True
    if base in _ASKING and rest[-1:] == ["to"]:
        return len(rest) <= FAR
    if any(word in ("to", "with", "is", "was", "be", "on") for word in rest):
        return False
    return len(rest) < (NAMED if base in DESCRIBING else NEAR)


def _behind(frame: Frame) -> Clause | None:
    """A reporting clause further behind: … "fragment" …, X said; … according to X."""
    last = closing(frame.after)
    if last:
        return frame.after, last
    for report in reports_in(frame.after):
        token = frame.after[report.cue]
        opening = min(report.first, report.cue)
        led = token.lower not in PARTICIPLES and 0 < opening <= SHORT_AS and frame.after[opening - 1].lower == "as"
        parted = frame.after[opening - led].before.strip(MARKS).startswith(",") or (led and opening == 1)
        comma = report.first < report.last and parted
        if token.lower == "according" or (comma and not is_weak(token.lower) and not report.carried):
            return frame.after, report
    return None


def clauses_for(frame: Frame, text: str) -> Iterator[Clause]:
    """The reporting clauses that may say whose a quote is, with the words they are made of, the likeliest first."""
    for clause in (_signed(frame), _after(frame, text)):
        if clause is not None:
            yield clause
    behind = _behind(frame)
    worded = behind is not None and puts_it(behind[0], behind[1].cue)
    if behind is not None and worded:
        yield behind
    yield from _before(frame, text)
    if behind is not None and not worded:
        yield behind
