"""Time expressions of an article, laid on the calendar by its own date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from headwater.account.wordlists import word_set
from headwater.model.article import Article
from headwater.model.particulars import Granularity, TimeMention, TimexType
from headwater.text.timex import Resolved, Timex, Unit, resolve, resolve_all

_GRANULARITIES = {
    Unit.MONTH: Granularity.MONTH, Unit.QUARTER: Granularity.MONTH, Unit.SEASON: Granularity.MONTH,
    Unit.YEAR: Granularity.YEAR, Unit.DECADE: Granularity.YEAR, Unit.CENTURY: Granularity.YEAR,
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3,}")
_LOOK_AROUND = 40  # expressions on either side that may date the event, so that a hostile text stays linear
_LASTING = re.compile(r"\bfor (?:about )?$")  # "they flew for an hour before it turned back" dates nothing
_STEM = 5  # letters: "attack" is "attacked" and "attacks"
_EMPTY = word_set("dating", "empty")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time expression with the sentence it stands in and what it came to."""

    timex: Timex
    sentence: int
    resolved: Resolved


def find_times(article: Article) -> tuple[TimeMention, ...]:
    """The time expressions of ``article`` in text order, resolved on ``article.published.date``.

    Expressions that count from another event ("a day after the attack", "two days later") are resolved on the date that
    the article gives that event. Without a date of the article the relative ones have no days.
    """
    dated = _resolved(article)
    return tuple(_mention(article, item) for item in dated if article.sentence_at(item.timex.start) is not None)


def _resolved(article: Article) -> list[_Dated]:
    anchor = article.published.date
    numbers = {sentence.id: number for number, sentence in enumerate(article.sentences)}
    plain: list[_Dated] = []
    for timex, resolved in resolve_all(article.text, anchor):
        sentence = article.sentence_at(timex.start)
        plain.append(_Dated(timex, numbers[sentence.id] if sentence else -1, resolved))
    return [_counted(article, plain, position, anchor) for position in range(len(plain))]


def _counted(article: Article, dated: list[_Dated], position: int, anchor: dt.date | None) -> _Dated:
    """The expression at ``position``, counted from the event that it names where the article dates that event."""
    item = dated[position]
    if item.timex.form.event is None or _LASTING.search(article.text, max(0, item.timex.start - 8), item.timex.start):
        return item
    base = _event_date(article, dated, position)
    if base is None:
        return item
    return replace(item, resolved=resolve(item.timex, anchor, reference=base.resolved))


def _event_date(article: Article, dated: list[_Dated], position: int) -> _Dated | None:
    """The date, in another sentence, that stands nearest to one of the words after "after"."""
    item = dated[position]
    start, end = item.timex.form.event or (0, 0)
    named = _event_words(article.text[start:end])
    around = dated[max(0, position - _LOOK_AROUND) : position + _LOOK_AROUND]
    fixed = [other for other in around if _is_point(other) and other.sentence not in (item.sentence, -1)]
    ranked = sorted(
        (distance, order)
        for order, other in enumerate(fixed)
        if (distance := _distance(article, other, named)) is not None
    )
    return fixed[ranked[0][1]] if ranked else None


def _is_point(item: _Dated) -> bool:
    return item.resolved.first is not None and item.resolved.granularity in (Unit.DAY, Unit.MONTH, Unit.YEAR)


def _distance(article: Article, item: _Dated, named: set[str]) -> int | None:
    """How many characters part the expression from a ``named`` word in its sentence; None where none stands."""
    sentence = article.sentences[item.sentence]
    gaps = [
        max(item.timex.start - (sentence.start + match.end()), sentence.start + match.start() - item.timex.end)
        for match in _WORD.finditer(article.slice(sentence))
        if match.group().lower()[:_STEM] in named
    ]
    return min(gaps, default=None)


def _event_words(text: str) -> set[str]:
    """The beginnings of the words that tell what happened; those of names only where there are no others.

    Of "Harlan's resignation" many a dated sentence has the name, and only one is about the resignation.
    """
    words = _WORD.findall(text)
    plain = [word for word in words if word.islower()] or words
    return {word[:_STEM].lower() for word in plain if word.lower() not in _EMPTY}


def _mention(article: Article, item: _Dated) -> TimeMention:
    resolved = item.resolved
    granularity = None
    if resolved.first is not None:
        granularity = _GRANULARITIES.get(resolved.granularity or Unit.DAY, Granularity.DAY)
    return TimeMention(
        citation=article.cite(item.timex.start, item.timex.end),
        text=article.text[item.timex.start : item.timex.end],
        type=TimexType(item.timex.type),
        value=resolved.value,
        first=resolved.first,
        last=resolved.last,
        granularity=granularity,
    )
