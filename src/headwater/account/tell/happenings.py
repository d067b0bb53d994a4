"""Happenings: the clauses of an article that put something on a date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.account.compare.splitting import dateline_length
from headwater.account.dating.marks import stems_of
from headwater.account.wordlists import sections
from headwater.model.account import Happening
from headwater.model.article import Article, Citation, Sentence
from headwater.model.particulars import Granularity, Particulars, QuoteMention, TimeMention, TimexType


def _any_of(section: str) -> re.Pattern[str]:
    phrases = sections("timeline")[section]
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


_PLANNED, _EXPECTED, _DENIED = _any_of("planned"), _any_of("expected"), _any_of("denied")
_OPENING = _any_of("opens a subordinate event")
_AHEAD = _any_of("ahead")
_SAID = _any_of("said")
_SAYING = re.compile(
    rf"(?:{_SAID.pattern})(?: [\w’']+){{0,4}} ?(?:on |late on |early on |late |early )?", re.IGNORECASE
)
_SAYING_AFTER = re.compile(rf"[ ,]*(?:{_SAID.pattern})", re.IGNORECASE)
_LEAST_WORDS = 3  # between "after" and the date: fewer are no event of their own ("after Monday")
_COORDINATED = re.compile(r"(?:, | and | or | to | through |, and )(?:on |from )?")
_WITH_A_DAY = re.compile(
    r"\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\b(?:today|yesterday|tomorrow|tonight|overnight|last|this|next|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:day|morning|afternoon|evening|night))\b", re.IGNORECASE
)
_JOINT = re.compile(r"(?:and|but|while|as|then) (?:then )?")
_SAYING_REACH = 60  # characters before a date that may hold the verb of saying
_LEAST_STEMS = 2  # content words beside the date: with fewer nothing is said to have happened
_NOTHING = re.compile(
    r"\(@\w{1,30}\),? *(?:on )?$|\b(?:\w+est|worst|best|first|only)(?: [\w-]+){0,3},? since (?:\w+ )?$", re.IGNORECASE
)
_NOTHING_REACH = 60  # characters before a date that may hold the handle of who posted, or the record
_LEADING = re.compile(
    r"(?: *\b(?:in|on|at|by|of|for|from|since|until|till|during|around|through|the|late|early|mid"
    r"|starting|beginning|ending))+$",
    re.IGNORECASE,
)
_LONGEST_GAP = 7  # days between two coordinated days of one period


@dataclass(frozen=True, slots=True)
class DatedClause:
    """Something on a date: ``citation`` spans the clause, ``stems`` the beginnings of its content words."""

    article: Article
    citation: Citation
    mention: TimeMention
    date: dt.date
    granularity: Granularity
    end: dt.date | None
    status: Happening
    stems: frozenset[str]

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.article.cited(self.citation)


def dated_clauses(particulars: Particulars) -> tuple[DatedClause, ...]:
    """The clauses of the article that put something on a date, in text order."""
    article = particulars.article
    by_sentence: dict[str, list[TimeMention]] = {}
    for mention in particulars.times:
        if mention.first is not None and _names_a_day(mention) and not _is_of_speech(mention, particulars.quotes):
            by_sentence.setdefault(mention.citation.sentence or "", []).append(mention)
    found = []
    for whole in article.sentences:
        here = by_sentence.get(whole.id, [])
        sentence = _undated(article.text, whole) if here else whole
        mentions = _joined(article.text, [mention for mention in here if mention.citation.start >= sentence.start])
        for position, mention in enumerate(mentions):
            if _only_said(article.text, sentence, mention) or _only_measures(article.text, sentence, mention):
                continue
            start, end = _span(article.text, sentence, mentions, position)
            clause = _dated(article, mention, start, end)
            if len(clause.stems - stems_of(mention.text)) >= _LEAST_STEMS:
                found.append(clause)
    return tuple(found)


def _is_of_speech(mention: TimeMention, quotes: Sequence[QuoteMention]) -> bool:
    """Whether the day counts from when somebody spoke, inside a quote: "I have spoken to families tonight"."""
    cited = mention.citation
    return _SPOKEN.search(mention.text) is not None and any(
        quote.citation.start <= cited.start and cited.end <= quote.citation.end for quote in quotes
    )


def _undated(text: str, sentence: Sentence) -> Sentence:
    """The sentence without the dateline before it, whose day is that of filing."""
    return replace(sentence, start=sentence.start + dateline_length(text[sentence.start : sentence.end]))


def _names_a_day(mention: TimeMention) -> bool:
    """Whether the mention is a date, or an hour with its day: "between midnight and five" puts nothing on a day."""
    return mention.type is TimexType.DATE or (
        mention.type is TimexType.TIME and _WITH_A_DAY.search(mention.text) is not None
    )


def _only_said(text: str, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether the day is that on which somebody spoke of what had happened: it dates the saying, and nothing happened.

    What is announced, and lies ahead, happens by being said.
    """
    said = _is_said(text, sentence, mention.citation)
    return said and _AHEAD.search(text, sentence.start, sentence.end) is None


def _is_said(text: str, sentence: Sentence, here: Citation) -> bool:
    """Whether a verb of saying stands right before the date ("she told reporters on Monday") or right after it."""
    low = max(sentence.start, here.start - _SAYING_REACH)
    spoken = any(match.end() == here.start for match in _SAYING.finditer(text, low, here.start))
    return spoken or _SAYING_AFTER.match(text, here.end, sentence.end) is not None


def _only_measures(text: str, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether nothing happened on the date: it signs a post, or a record is counted from it ("lowest since 2020")."""
    here = mention.citation.start
    return _NOTHING.search(text, max(sentence.start, here - _NOTHING_REACH), here) is not None


def _joined(text: str, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions with coordinated ones made one period: "on Wednesday and Thursday"."""
    joined: list[TimeMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before is not None and _follows(text, before, mention):
            article = before.citation.article
            span = Citation(article, before.citation.start, mention.citation.end, sentence=before.citation.sentence)
            joined[-1] = replace(before, citation=span, last=mention.last)
        else:
            joined.append(mention)
    return joined


def _follows(text: str, before: TimeMention, mention: TimeMention) -> bool:
    if before.last is None or mention.first is None or before.granularity is not mention.granularity:
        return False
    gap = (mention.first - before.last).days
    return 1 <= gap <= _LONGEST_GAP and _is_coordinated(text, before, mention)


def _is_coordinated(text: str, before: TimeMention, mention: TimeMention) -> bool:
    return _COORDINATED.fullmatch(text, before.citation.end, mention.citation.start) is not None


def _span(text: str, sentence: Sentence, mentions: Sequence[TimeMention], position: int) -> tuple[int, int]:
    """The part of the sentence that the mention dates: from "after", else the last date, to the next one's part."""
    here = mentions[position].citation
    if _is_said(text, sentence, here):
        return _trimmed(text, sentence.start, sentence.end)
    low = sentence.start
    if position and not _is_coordinated(text, mentions[position - 1], mentions[position]):
        low = mentions[position - 1].citation.end
    opened = _opening(text, low, here.start)
    start = opened if opened is not None else low
    end = sentence.end
    if position + 1 < len(mentions):
        following = mentions[position + 1].citation
        if not _is_coordinated(text, mentions[position], mentions[position + 1]):
            after = _opening(text, here.end, following.start)
            if after is not None:
                end = _before(text, here.end, after)
            elif len(text[start : here.start].split()) >= _LEAST_WORDS:
                end = here.end
            else:
                end = _without_leading(text, here.end, following.start)
    return _trimmed(text, start, end)


def _without_leading(text: str, low: int, high: int) -> int:
    """Where ``low..high`` ends before the words that lead to the next date: "since", "starting in"."""
    leading = _LEADING.search(text, low, high - 1 if text[high - 1 : high].isspace() else high)
    return leading.start() if leading else high


def _opening(text: str, low: int, high: int) -> int | None:
    """Where the words after the last "after" in ``low..high`` begin, if they are enough for an event; else None."""
    at = None
    for match in _OPENING.finditer(text, low, high):
        if match.start() > low and len(text[match.end() : high].split()) >= _LEAST_WORDS:
            at = match.end()
    return at


def _before(text: str, low: int, high: int) -> int:
    last = low
    for match in _OPENING.finditer(text, low, high):
        last = match.start()
    return last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:-–—"):
        start += 1
    if joint := _JOINT.match(text, start, end):
        start = joint.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—"):
        end -= 1
    return start, end


def _dated(article: Article, mention: TimeMention, start: int, end: int) -> DatedClause:
    first = mention.first or dt.date.min
    words = article.text[start:end]
    granularity = mention.granularity or Granularity.DAY
    return DatedClause(
        article=article,
        citation=article.cite(start, end),
        mention=mention,
        date=first,
        granularity=granularity,
        end=_end(article, mention, granularity),
        status=_status(article, mention, words),
        stems=stems_of(words),
    )


def _end(article: Article, mention: TimeMention, granularity: Granularity) -> dt.date | None:
    """The last day of a period that its granularity does not tell; a running week ends for us with the report."""
    first, last = mention.first, mention.last
    if first is None or last is None or first == last:
        return None
    if granularity is Granularity.MONTH and (first.year, first.month) == (last.year, last.month):
        return None
    if granularity is Granularity.YEAR and first.year == last.year:
        return None
    written = article.published.date
    if written is not None and first < written < last:
        return written
    return last


def _status(article: Article, mention: TimeMention, words: str) -> Happening:
    if _DENIED.search(words):
        return Happening.DENIED
    written = article.published.date
    first = mention.first
    if written is None or first is None or first <= written:
        running = written is not None and mention.last is not None and mention.last > written
        return Happening.EXPECTED if running and _EXPECTED.search(words) else Happening.HAPPENED
    if _EXPECTED.search(words):
        return Happening.EXPECTED
    return Happening.PLANNED if _PLANNED.search(words) else Happening.EXPECTED
