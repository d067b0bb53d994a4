"""Marks of time in an article: each weekday, full date and "this week", with the words that say what it dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from headwater.account.wordlists import word_set
from headwater.model.article import Article, Citation, Furniture, FurnitureKind, Part
from headwater.text.timex import Direction, Form, FormKind, Timex, Unit, direction_at, find_timexes, resolve

_WORD = re.compile(r"[^\W\d_]{4,}")
_ARCHIVE = re.compile(
    r"\b(?:file ?(?:photo|picture|image|pic)?|archiv(?:e|es|al)|library|stock|undated|representational)\b",
    re.IGNORECASE,
)
_EMPTY = word_set("dating", "empty")
_STEM = 4  # letters: joins "Ruritania" and "Ruritanian", "attack" and "attacks"


class MarkKind(StrEnum):
    """What sort of time a mark gives."""

    DAY = "day"  # a full date
    WEEKDAY = "weekday"  # a bare weekday, which counts from the day of writing
    WEEK = "week"  # "this week", "earlier this week"


@dataclass(frozen=True, slots=True)
class Mark:
    """A time of an article with what it dates: ``stems`` of the words of its sentence or caption.

    ``sentence`` is its position in the text, -1 for a caption; ``day`` is set for full dates; ``ahead`` where the words
    look forward to it.
    """

    kind: MarkKind
    citation: Citation
    text: str
    stems: frozenset[str]
    sentence: int
    weekday: int | None = None
    day: dt.date | None = None
    ahead: bool = False


def stems_of(text: str) -> frozenset[str]:
    """The beginnings of the content words of ``text``."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY)


def text_marks(article: Article) -> tuple[Mark, ...]:
    """The marks of the article's own text in order."""
    numbers = {sentence.id: number for number, sentence in enumerate(article.sentences)}
    marks = []
    for timex in find_timexes(article.text):
        sentence = article.sentence_at(timex.start)
        if sentence is None:
            continue
        mark = _mark(article, timex, numbers[sentence.id])
        if mark is not None:
            marks.append(mark)
    return tuple(marks)


def _mark(article: Article, timex: Timex, number: int) -> Mark | None:
    kind = _kind(timex.form)
    if kind is None:
        return None
    sentence = article.sentences[number]
    form = timex.form
    return Mark(
        kind=kind,
        citation=article.cite(timex.start, timex.end),
        text=article.text[timex.start : timex.end],
        stems=stems_of(article.slice(sentence)),
        sentence=number,
        weekday=form.weekday if kind is MarkKind.WEEKDAY else None,
        day=resolve(timex, None).first if kind is MarkKind.DAY else None,
        ahead=direction_at(article.text, timex) is Direction.FUTURE,
    )


def _kind(form: Form) -> MarkKind | None:
    if form.kind is FormKind.WEEKDAY and form.shift is None:
        return MarkKind.WEEKDAY
    if form.kind is FormKind.CALENDAR and form.year and form.day and not form.ambiguous:
        return MarkKind.DAY
    if form.kind is FormKind.SHIFT and form.unit is Unit.WEEK and form.amount == 0:
        return MarkKind.WEEK
    return None


def caption_marks(article: Article) -> tuple[Mark, ...]:
    """The full dates of the captions, archive pictures left out; "last night" in one moves the event a day back."""
    marks: list[Mark] = []
    for item in article.furniture:
        if item.kind is FurnitureKind.CAPTION and not _ARCHIVE.search(item.text):
            marks += _of_caption(article, item)
    return tuple(marks)


def _of_caption(article: Article, item: Furniture) -> list[Mark]:
    timexes = find_timexes(item.text)
    day_before = any(_is_day_before(timex.form) for timex in timexes)
    marks = []
    for timex in timexes:
        if _kind(timex.form) is not MarkKind.DAY:
            continue
        day = resolve(timex, None).first
        if day is None:
            continue
        marks.append(
            Mark(
                kind=MarkKind.DAY,
                citation=Citation(article.id, timex.start, timex.end, furniture=item.id),
                text=item.text[timex.start : timex.end],
                stems=stems_of(item.text),
                sentence=-1,
                day=day - dt.timedelta(days=1) if day_before and day > dt.date.min else day,
            )
        )
    return marks


def _is_day_before(form: Form) -> bool:
    return form.kind is FormKind.SHIFT and form.unit is Unit.DAY and form.amount == -1


def names_later(article: Article, after: dt.date) -> bool:
    """Whether the text names a day, month or year that begins after ``after``."""
    resolved = (resolve(timex, None).first for timex in find_timexes(article.text))
    return any(first is not None and first > after for first in resolved)


def lead_stems(article: Article) -> frozenset[str]:
    """The content words of title, standfirst and the first sentences of the body."""
    found: frozenset[str] = frozenset()
    body = 0
    for sentence in article.sentences:
        body += sentence.part is Part.BODY
        if body > 4:
            break
        found |= stems_of(article.slice(sentence))
    return found
