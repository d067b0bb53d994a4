"""Quotes in one article: the words between quotation marks that somebody is said to have used, and whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.particulars.cues import HYPOTHETICAL, is_weak
from headwater.account.particulars.reports import Report, reports_in
from headwater.account.particulars.speakers import Cast, Speaker, cast_of, noted, speaker_of
from headwater.account.particulars.statements import Talk, carrier, reports_really, statements_in
from headwater.account.particulars.subjects import main_subject
from headwater.account.particulars.tokens import Token, tokens_of
from headwater.model.article import Article
from headwater.model.particulars import NameMention, QuoteMention
from headwater.text.quotemarks import quoted_spans

_ENDS = (",", "?", "!", "—", "–", "-", "…", ".")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s*$")
_PLAIN = re.compile(r"[^\W\d_]+")
_MARKS = "\"”’»'"
_OPENING = "\"“«„'‘’` "
HEADING = 30  # characters: a shorter quoted line by itself is a heading
FAR = 16  # words behind a quote that its cue may stand
_TITLE_CUES = frozenset(
    ("on", "in", "of", "the", "to", "for", "show", "program", "programme", "book", "film", "song", "series")
)
SHORT = 90  # characters of a sentence that only says who asked the question before it
NEAR = 4  # words behind a verb such as "called" within which the quoted words begin
SCARE_WORDS = 3  # quoted words without a cue up to this many are a term, not a quote


@dataclass(frozen=True, slots=True)
class _Frame:
    """A quote and the words around it in its sentence, outside all quotation marks."""

    start: int
    end: int
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    opens_paragraph: bool
    paragraph: int


def _outside(article: Article, spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[Token, ...]:
    """The words of ``start..end`` that stand in none of the quoted spans."""
    if start >= end:
        return ()
    tokens = tokens_of(article.text, start, end)
    return tuple(t for t in tokens if not any(a <= t.start < b for a, b in spans))


def _frames(article: Article, spans: Sequence[tuple[int, int]]) -> list[_Frame]:
    frames: list[_Frame] = []
    text = article.text
    paragraph, counted = 0, 0
    for n, (start, end) in enumerate(spans):
        paragraph += text.count("\n", counted, start)
        counted = start
        opening, closing = article.sentence_at(start), article.sentence_at(max(start, end - 1))
        if opening is None or closing is None:
            continue
        near = spans[max(0, n - 6) : n + 7]
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        first = max(line_start, min(opening.start, start))
        before = _outside(article, near, first, start)
        stop = min(line_end, max(closing.end, end))
        after = _outside(article, near, end, _with_tail(article, end, stop, line_end))
        frames.append(_Frame(start, end, before, after, not text[line_start:start].strip(" \"“«„'‘—-–"), paragraph))
    return frames


def _with_tail(article: Article, end: int, stop: int, line_end: int) -> int:
    """Where the words after a quote end: a short "he asked." behind it belongs to it though the quote ended a sentence."""
    following = article.sentence_at(min(stop + 2, line_end))
    if following is None or following.start < stop or not article.text[stop:line_end].strip():
        return stop
    if article.text[end - 1 : end] not in ("?", "!", ",") or stop - end >= 3:
        return stop
    return min(following.end, line_end) if following.end - following.start <= SHORT else stop


def _signed(frame: _Frame) -> tuple[tuple[Token, ...], Report] | None:
    """A name behind a dash that signs a quote: "…" — X."""
    tokens = frame.after
    if not tokens or not 1 < len(tokens) <= 4 or not all(token.capital for token in tokens):
        return None
    dashed = tokens[0].before.strip(_MARKS + " ").startswith(("—", "–", "―", "-"))
    return (tokens, Report(0, 0, len(tokens))) if dashed else None


def _after(frame: _Frame, text: str) -> tuple[tuple[Token, ...], Report] | None:
    """The reporting clause right behind a quote: "…," X said; "…," said X."""
    tokens = frame.after
    if not tokens:
        return None
    closed = text[frame.start : frame.end].rstrip()[-1:] in _ENDS
    closed = closed or tokens[0].before.lstrip(_MARKS).startswith((",", " –", " —"))
    for report in reports_in(tokens)[:2]:
        inverted = report.cue == 0 and report.inverted
        if not report.carried and (inverted or (closed and report.first == 0)) and report.cue <= FAR:
            return tokens, report
    return None


def _before(frame: _Frame, text: str) -> tuple[tuple[Token, ...], Report] | None:
    """The reporting clause in front of a quote: X said: "…"; X vowed "…"; X delivered a message: "…"."""
    tokens = frame.before
    for report in reversed(reports_in(tokens)):
        if _reaches(tokens, report):
            return tokens, carrier(tokens, report)
    subject = main_subject(tokens) if text[: frame.start].rstrip(_OPENING).rstrip()[-1:] == ":" else None
    return (tokens, Report(len(tokens) - 1, *subject)) if subject else None


def _reaches(tokens: tuple[Token, ...], report: Report) -> bool:
    """Whether the words behind a cue up to the quote can be its own: any behind "said", few behind "called"."""
    if reports_really(tokens, report) and not is_weak(tokens[report.cue].lower):
        return True
    if report.cue and tokens[report.cue - 1].lower in HYPOTHETICAL:
        return False
    rest = [token.lower for token in tokens[report.cue + 1 :]]
    if any(word in ("to", "with", "is", "was", "be", "on") for word in rest):
        return False
    return len(rest) < NEAR or "as" in rest[-3:]


def _behind(frame: _Frame) -> tuple[tuple[Token, ...], Report] | None:
    """A reporting clause further behind: … "fragment" …, X said; … according to X."""
    for report in reports_in(frame.after):
        token = frame.after[report.cue]
        comma = frame.after[report.first].before.strip().startswith(",") if report.first < report.last else False
        if token.lower == "according" or (comma and not is_weak(token.lower) and not report.carried):
            return frame.after, report
    return None


def _is_term(article: Article, frame: _Frame) -> bool:
    """Whether quoted words without a cue are a term or title in marks and nobody's statement."""
    text = article.text
    words = _PLAIN.findall(text[frame.start : frame.end])
    whole = bool(_SENTENCE_END.search(text[frame.start : frame.end] + text[frame.end + 1 : frame.end + 2]))
    return len(words) <= SCARE_WORDS or not (whole and len(words) > SCARE_WORDS)


def _is_heading(article: Article, frame: _Frame) -> bool:
    """Whether quoted words are the title of a work or a show: "on “The Evening Hour”", no cue right before them."""
    words = [word for word in _PLAIN.findall(article.text[frame.start : frame.end]) if len(word) > 3]
    if not words or not all(word[0].isupper() for word in words) or not frame.before:
        return False
    last = frame.before[-1]
    if len(words) == 1 or last.lower in ("as", "him", "her", "it", "them") or article.text[frame.start - 2] in ":,":
        return False
    return last.possessive or last.lower in _TITLE_CUES


def _stands_alone(frame: _Frame) -> bool:
    return len(frame.before) <= 1 and len(frame.after) <= 1


def _speaker(cast: Cast, frame: _Frame, talk: Talk) -> tuple[Speaker, Token | None] | None:
    """Who says a quote, and the cue; None where the text does not tell."""
    text = cast.article.text
    for found in (_signed(frame), _after(frame, text), _before(frame, text), _behind(frame)):
        if found is None:
            continue
        tokens, report = found
        speaker = speaker_of(cast, tokens, report, talk.last, talk.worded)
        if speaker:
            noted(speaker, tokens, report, talk.worded)
            return speaker, tokens[report.cue]
    if talk.last and _carries_on(frame, talk):
        return talk.last, None
    return None


def _carries_on(frame: _Frame, talk: Talk) -> bool:
    """Whether a quote without a cue goes on with what was said before: in its paragraph, or alone in the next."""
    if frame.paragraph == talk.paragraph:
        return not frame.before and len(frame.after) <= 1
    return frame.opens_paragraph and _stands_alone(frame) and frame.end - frame.start > HEADING


def find_quotes(article: Article, names: Sequence[NameMention]) -> tuple[QuoteMention, ...]:
    """The quotes of an article in text order, spans without the marks; terms in scare quotes are left out.

    ``names`` are the article's own, from ``find_names``.
    """
    cast = cast_of(article, names)
    talk = Talk()
    quotes: list[QuoteMention] = []
    spans = quoted_spans(article.text)
    read = 0
    for frame in _frames(article, spans):
        read = _listened(cast, frame, talk, spans, read)
        found = _speaker(cast, frame, talk)
        if _is_heading(article, frame) or (found is None and _is_term(article, frame)):
            continue
        quotes.append(_mention(article, frame, found, talk))
    return tuple(quotes)


def _listened(cast: Cast, frame: _Frame, talk: Talk, spans: Sequence[tuple[int, int]], read: int) -> int:
    """Follow who speaks in the sentences without quotes up to a quote; the number of sentences read."""
    article = cast.article
    while read < len(article.sentences) and article.sentences[read].end <= frame.start:
        sentence = article.sentences[read]
        at = bisect_left(spans, (sentence.start, 0))
        if at == len(spans) or spans[at][0] >= sentence.end:
            tokens = tuple(tokens_of(article.text, sentence.start, sentence.end))
            if statements_in(cast, tokens, talk):
                talk.paragraph = article.text.count("\n", 0, sentence.start)
        read += 1
    return read


def _mention(article: Article, frame: _Frame, found: tuple[Speaker, Token | None] | None, talk: Talk) -> QuoteMention:
    speaker, cue = found or (None, None)
    joined = speaker is not None and cue is None and talk.last is not None and talk.paragraph == frame.paragraph
    talk.utterance += 0 if joined else 1
    if speaker:
        talk.last, talk.paragraph = speaker, frame.paragraph
    end = frame.end - (article.text[frame.end - 1] == "," and frame.end - frame.start > 1)
    return QuoteMention(
        citation=article.cite(frame.start, end),
        text=article.text[frame.start : end],
        utterance=talk.utterance,
        speaker=speaker.name if speaker else None,
        speaker_citation=article.cite(speaker.start, speaker.end) if speaker else None,
        cue=cue.lower if cue else None,
    )
