"""Quotes in one article: the words between quotation marks that somebody is said to have used, and whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.account.particulars.cast import Cast, Speaker, cast_of
from headwater.account.particulars.cues import FINITE, PLAIN, is_weak
from headwater.account.particulars.frames import (
    OPENING,
    SPACED,
    Clause,
    Frame,
    clause_behind,
    clauses_for,
    frames_of,
    leading,
)
from headwater.account.particulars.marked import Marked, marked
from headwater.account.particulars.owners import (
    PLAIN_WORD,
    in_brackets,
    is_bracketed,
    is_title_of_work,
    owner,
    remarked,
)
from headwater.account.particulars.reports import Report
from headwater.account.particulars.speakers import noted, speaker_of
from headwater.account.particulars.statements import Talk, statements_in
from headwater.account.particulars.subjects import main_subject
from headwater.account.particulars.tokens import Token
from headwater.account.wordlists import word_set
from headwater.model.article import Article, Citation
from headwater.model.particulars import NameMention, QuoteMention

_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s*$")
_TITLE_CUES = word_set("cues", "titles")
BLANK = OPENING + "\n\xa0\t—–-"  # what parts two paragraphs of one speaker's words
HEADING = 30  # characters: a shorter quoted line by itself is a heading
LONG_WORDS = 6  # quoted words from which a part of a sentence is no term, though nobody is named
FEW_WORDS = 2  # quoted words from which they may be somebody's before whom a verb such as "said" stands
SCARE_WORDS = 3  # quoted words without a cue up to this many are a term, not a quote


def _is_term(article: Article, frame: Frame) -> bool:
    """Whether quoted words without a cue are a term or title in marks and nobody's statement."""
    text = article.text
    words = PLAIN_WORD.findall(text[frame.start : frame.end])
    whole = bool(_SENTENCE_END.search(text[frame.start : frame.end] + text[frame.end + 1 : frame.end + 2]))
    whole = whole and not (frame.before and _mark_before(text, frame.start).isalnum())
    return len(words) <= SCARE_WORDS or (not whole and (len(words) < LONG_WORDS or is_title_of_work(" ".join(words))))


def _is_told(article: Article, frame: Frame) -> bool:
    """Whether a verb that only reports stands before a few quoted words, though it is not told whose they are."""
    if len(PLAIN_WORD.findall(article.text[frame.start : frame.end])) < FEW_WORDS:
        return False
    return any(
        FINITE.get(cue) in PLAIN and not is_weak(cue)
        for cue in (
            tokens[report.cue].lower
            for tokens, report in clauses_for(frame, article.text)
            if tokens is frame.before and not tokens[report.cue].capital
        )
    )


def _is_heading(article: Article, frame: Frame) -> bool:
    """Whether quoted words are the title of a work or a show: "on “The Evening Hour”", no cue right before them."""
    words = PLAIN_WORD.findall(article.text[frame.start : frame.end])
    longer = [word for word in words if len(word) > 3]
    if not longer or not all(word[0].isupper() for word in longer) or not frame.before:
        return False
    last = frame.before[-1]
    parted = article.text[max(0, frame.start - 4) : frame.start].rstrip(OPENING)[-1:]
    if len(words) == 1 or last.lower in ("as", "him", "her", "it", "them") or parted in (":", ","):
        return False
    return last.possessive or last.lower in _TITLE_CUES


def _stands_alone(frame: Frame) -> bool:
    return len(frame.before) <= 1 and len(frame.after) <= 1


def _speaker(cast: Cast, frame: Frame, words: Marked, talk: Talk) -> tuple[Speaker, Token | None] | None:
    """Who says a quote, and the cue; None where the text does not tell."""
    text = cast.article.text
    owned = owner(cast, frame, talk)
    if owned:
        return owned
    told = _told_by(cast, clauses_for(frame, text), talk)
    if told:
        return told
    bracketed = is_bracketed(text, frame)
    named = in_brackets(cast, frame) if bracketed else remarked(cast, frame)
    if named or bracketed:
        return (named, None) if named else None
    if frame.opens_paragraph and _mark_before(text, frame.start) == ":":
        return _told_by(cast, leading(_line_before(cast.article, frame, words), ":"), talk)
    if talk.last and (_carries_on(frame, words, talk, text) or _in_one_sentence(cast.article, frame, talk)):
        return talk.last, None
    named = _introduced(cast, frame, words, talk) or _of_its_sentence(cast, frame, talk)
    return (named, None) if named else None


def _of_the_next(cast: Cast, frame: Frame, ahead: Sequence[Frame], talk: Talk) -> tuple[Speaker, Token | None] | None:
    """Whose a quote is by the clause behind a later one of its sentence: "“…” for all, “…,” said X"."""
    here = cast.article.sentence_at(frame.start)
    for other in ahead:
        if here is None or other.start >= here.end:
            return None
        clause = clause_behind(other, cast.article.text)
        if clause:
            return _told_by(cast, iter([clause]), talk)
    return None


def _told_by(cast: Cast, clauses: Iterator[Clause], talk: Talk) -> tuple[Speaker, Token] | None:
    """Who speaks in the first of the clauses that tells, and its cue."""
    for tokens, report in clauses:
        speaker = speaker_of(cast, tokens, report, talk.last, talk.worded, quoted=True)
        if speaker:
            noted(speaker, tokens, report, talk.worded)
            return speaker, tokens[report.cue]
    return None


def _mark_before(text: str, start: int) -> str:
    """The last character before a quote, its marks and white space left out."""
    return text[max(0, start - SPACED) : start].rstrip(BLANK)[-1:]


def _line_before(article: Article, frame: Frame, words: Marked) -> tuple[Token, ...]:
    """The words of the sentence that ends the paragraph before a quote."""
    end = len(article.text[: frame.start].rstrip(BLANK))
    before = article.sentence_at(max(0, end - 1))
    return words.between(before.start, before.end) if before else ()


def _of_its_sentence(cast: Cast, frame: Frame, talk: Talk) -> Speaker | None:
    """Whose a long part of a sentence is that no cue tells: its subject's, else the last speaker's in the paragraph."""
    quoted = cast.article.text[frame.start : frame.end]
    if not frame.before or quoted[0].isupper() or len(PLAIN_WORD.findall(quoted)) < LONG_WORDS:
        return None
    subject = main_subject(frame.before)
    if subject and subject[0] == 0:
        report = Report(subject[1] - 1, *subject)
        return speaker_of(cast, frame.before, report, talk.last, talk.worded)
    return talk.last if talk.paragraph == frame.paragraph else None


def _introduced(cast: Cast, frame: Frame, words: Marked, talk: Talk) -> Speaker | None:
    """Whom the sentence before a quote of whole sentences is about: "Ilse Marant disagreed. “It was never asked.”"."""
    article = cast.article
    if talk.paragraph == frame.paragraph or not _stands_alone(frame) or not _is_whole(article, frame):
        return None
    start = len(article.text[: frame.start].rstrip(BLANK)) if frame.opens_paragraph else frame.start - 2
    before = article.sentence_at(max(0, start - 1))
    if before is None or (not frame.opens_paragraph and words.line_of(before.start) != frame.paragraph):
        return None
    tokens = words.between(before.start, before.end)
    if not tokens or words.has_quote(before.start, before.end):
        return None
    subject = main_subject(tokens)
    if subject is None or subject[0] > 0:
        return None
    speaker = speaker_of(cast, tokens, Report(subject[1] - 1, *subject), talk.last, talk.worded)
    return speaker if speaker and cast.is_person(speaker.name) else None


def _is_whole(article: Article, frame: Frame) -> bool:
    """Whether quoted words are whole sentences: a capital first, a full stop last, some words between."""
    quoted = article.text[frame.start : frame.end]
    return quoted[0].isupper() and bool(_SENTENCE_END.search(quoted)) and len(PLAIN_WORD.findall(quoted)) > SCARE_WORDS


def _in_one_sentence(article: Article, frame: Frame, talk: Talk) -> bool:
    """Whether a quote stands in the sentence of the quote before it."""
    here = article.sentence_at(frame.start)
    return here is not None and here.start <= talk.quoted < frame.start


def _carries_on(frame: Frame, words: Marked, talk: Talk, text: str) -> bool:
    """Whether a quote without a cue goes on with what was said before: in its paragraph, or alone in the next."""
    if frame.paragraph == talk.paragraph:
        return not frame.before and len(frame.after) <= 1
    if not 0 <= talk.paragraph < len(words.lines) or text[words.lines[talk.paragraph] : frame.start].strip(BLANK):
        return False
    long = talk.running or frame.end - frame.start > HEADING
    return frame.opens_paragraph and _stands_alone(frame) and long


def _in_next_paragraph(article: Article, frame: Frame, talk: Talk) -> bool:
    """Whether a whole quote stands alone in the paragraph after one that ends with its clause: "…," X said."""
    told, parted, _ = article.text[talk.ended : frame.start].partition("\n")
    if not parted or not frame.opens_paragraph or not any(letter.isalpha() for letter in told):
        return False
    last = article.sentence_at(talk.ended + len(told.rstrip()) - 1)
    return _stands_alone(frame) and _is_whole(article, frame) and last is not None and last.start < talk.ended + SPACED


def find_quotes(
    article: Article, names: Sequence[NameMention], words: Marked | None = None
) -> tuple[QuoteMention, ...]:
    """The quotes of an article in text order, spans without the marks; terms in scare quotes are left out.

    ``names`` are the article's own, from ``find_names``; so are ``words``, where they have been read already.
    """
    words = words or marked(article)
    cast = cast_of(article, names, words)
    talk = Talk()
    quotes: list[QuoteMention] = []
    read = 0
    frames = frames_of(article, words)
    for at, frame in enumerate(frames):
        read = _listened(cast, frame, talk, words, read)
        found = _speaker(cast, frame, words, talk) or _of_the_next(cast, frame, frames[at + 1 :], talk)
        if _is_heading(article, frame) or (found is None and _is_term(article, frame) and not _is_told(article, frame)):
            continue
        quotes.append(_mention(article, frame, found, talk))
    return tuple(quotes)


def find_terms(article: Article, quotes: Sequence[QuoteMention], words: Marked) -> tuple[Citation, ...]:
    """The words in marks of an article that are none of its ``quotes``, in text order; titles of works left out."""
    said = {quote.citation.start for quote in quotes}
    spans = [span for span in words.spans if span[0] not in said]
    return tuple(article.cite(start, end) for start, end in spans if not is_title_of_work(article.text[start:end]))


def _listened(cast: Cast, frame: Frame, talk: Talk, words: Marked, read: int) -> int:
    """Follow who speaks in the sentences without quotes up to a quote; the number of sentences read."""
    article, spans = cast.article, words.spans
    while read < len(article.sentences) and article.sentences[read].end <= frame.start:
        sentence = article.sentences[read]
        at = bisect_left(spans, (sentence.start, 0))
        unquoted = at == len(spans) or spans[at][0] >= sentence.end
        if unquoted and statements_in(cast, words.between(sentence.start, sentence.end), talk):
            talk.paragraph = bisect_left(words.lines, sentence.start)
        read += 1
    return read


def _mention(article: Article, frame: Frame, found: tuple[Speaker, Token | None] | None, talk: Talk) -> QuoteMention:
    speaker, cue = found or (None, None)
    going_on = cue is None and (talk.within == frame.paragraph or _in_next_paragraph(article, frame, talk))
    same = speaker is not None and speaker.name == talk.quoting
    running = talk.running and frame.opens_paragraph
    one_cue = cue is None or cue.start == talk.cue
    joined = same and (going_on or running or (one_cue and _in_one_sentence(article, frame, talk)))
    talk.cue = cue.start if cue else talk.cue
    talk.running = article.text[frame.end : frame.end + 1] == "\n"
    talk.quoted = frame.start if speaker else talk.quoted
    talk.quoting, talk.within, talk.ended = speaker.name if speaker else None, frame.paragraph, frame.end
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
