"""The figures of one article: value, what is counted, what befell it, how it stands and on whose word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from headwater.account.particulars.befallen import event_of
from headwater.account.particulars.counted import counted_things
from headwater.account.particulars.expressions import Expression, find_expressions
from headwater.account.particulars.flat import Flat, flatten
from headwater.account.particulars.informative import is_informative
from headwater.account.particulars.lexicon import (
    CASUALTY_EVENTS,
    CHANGE_NOUNS,
    DIRECT_CHANGE,
    DOWN,
    EVENT_OF,
    EVENT_WORDS,
    NOT_PEOPLE,
    UP,
    singular,
)
from headwater.account.particulars.nouns import Counted
from headwater.account.particulars.standing import as_of, asserted_by, modality_of
from headwater.account.particulars.unnumbered import Unnumbered, find_unnumbered, parts_of
from headwater.model.article import Article, Part, Sentence
from headwater.model.particulars import (
    AttributionMention,
    QuantityMention,
    QuoteMention,
    TimeMention,
    ValueKind,
)
from headwater.text.number_tokens import DIGIT, NUMBER_WORDS
from headwater.text.numbers import NumeralForm

_BY = re.compile(r"\bby (?:a |an |another |a further )?$", re.IGNORECASE)
_LEVELS = frozenset(("below", "above", "under"))  # "fell below $6,000" tells where it went, not how far
_SIZED = frozenset(("money", "share"))  # units of what rises: who "fell 12 feet" or "dropped eight bombs" did not
_DIRECT = re.compile(r"([\w-]+)(?: by)? $")
_CHANGE_NOUN = re.compile(r"[ -](?:\w+ )?(" + "|".join(sorted(CHANGE_NOUNS)) + r")s?\b(?: in| for| of| to|,|\.|$)")
_LED_TO = re.compile(
    rf"\b(?:{'|'.join(sorted(DIRECT_CHANGE))}) [$£€]?\d[\w.,]*[ %](?:[a-z]+ ){{0,3}}to (?:about )?$", re.I
)
_STEP_REACH = 60
_WORDS = re.compile(r"[\w-]+")
_LETTERS = re.compile(r"[a-z]+")
_COUNTING = NUMBER_WORDS | EVENT_WORDS
_LONGEST_SENTENCE = 4_000  # a longer "sentence" is no prose; only its beginning is read

_M = TypeVar("_M", AttributionMention, TimeMention, QuoteMention)


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence and what is known of it before its figures are read."""

    article: Article
    sentence: Sentence
    flat: Flat
    attributions: Sequence[AttributionMention]
    times: Sequence[TimeMention]
    quotes: Sequence[QuoteMention]


def find_quantities(
    article: Article,
    *,
    attributions: Sequence[AttributionMention],
    times: Sequence[TimeMention],
    quotes: Sequence[QuoteMention],
) -> tuple[QuantityMention, ...]:
    """The figures of ``article`` in text order; ages, durations, dates and counts that tell nothing left out."""
    mentions: list[QuantityMention] = []
    said = _by_sentence(article, attributions)
    timed = _by_sentence(article, times)
    quoted = _by_sentence(article, quotes)
    for position, sentence in enumerate(article.sentences):
        words = article.slice(sentence)[:_LONGEST_SENTENCE]
        if not _may_count(words):
            continue
        inside = Context(
            article, sentence, flatten(words), said.get(position, ()), timed.get(position, ()), quoted.get(position, ())
        )  # fmt: skip
        mentions.extend(_of_sentence(inside))
    return tuple(mentions)


def _may_count(words: str) -> bool:
    """Whether a sentence has digits, a number word or a word of what befell people: without any, it has no figures."""
    return DIGIT.search(words) is not None or not _COUNTING.isdisjoint(_LETTERS.findall(words.lower()))


def _by_sentence(article: Article, mentions: Sequence[_M]) -> dict[int, list[_M]]:
    """The mentions that reach into each sentence, by its position; furniture's left out."""
    found: dict[int, list[_M]] = {}
    starts = [sentence.start for sentence in article.sentences]
    for mention in mentions:
        cited = mention.citation
        if cited.sentence is None:
            continue
        at = max(0, bisect_right(starts, cited.start) - 1)
        while at < len(starts) and starts[at] < cited.end:
            found.setdefault(at, []).append(mention)
            at += 1
    return found


def _of_sentence(context: Context) -> list[QuantityMention]:
    words = context.flat.words
    found: list[QuantityMention] = []
    parts: list[Unnumbered] = []
    taken: list[tuple[int, int]] = []
    figures = [expression for expression in find_expressions(words) if not _is_time(context, expression)]
    for expression, thing, tally in counted_things(words, figures):
        event = None
        if tally is not None:
            event = event_of(words, tally, tally, thing.end)
        elif expression.unit is None and not _is_measured(expression):
            behind = expression.noun if expression.kind is ValueKind.CHANGE else expression.end
            event = event_of(words, expression.start, expression.noun, max(thing.end, behind))
        taken.append((expression.start, expression.end))
        if not is_informative(words, expression, thing, event):
            continue
        found.append(_numbered(context, expression, thing, event))
        if event is not None:
            parts.extend(parts_of(words, max(thing.end, expression.end), event))
    for count in [*find_unnumbered(words), *parts]:
        if not any(start < count.end and count.start < end for start, end in taken):
            taken.append((count.start, count.end))
            found.append(_unnumbered(context, count))
    return sorted(found, key=lambda mention: (mention.citation.start, mention.citation.end))


def _is_measured(expression: Expression) -> bool:
    """Whether a figure is a measure without its unit, as no count of people is: "a quake measuring 6.9"."""
    figure = expression.first
    return figure.scale == 1 and figure.form is NumeralForm.DIGITS and figure.low != int(figure.low)


def _is_time(context: Context, expression: Expression) -> bool:
    if expression.unit is not None and expression.unit.kind != "measure":
        return expression.unit.kind == "time"
    first, last = context.flat.span(expression.first.start, expression.first.end)
    start, end = context.sentence.start + first, context.sentence.start + last
    return any(time.citation.start < end and start < time.citation.end for time in context.times)


def _numbered(context: Context, expression: Expression, thing: Counted, event: str | None) -> QuantityMention:
    unit = expression.unit.code if expression.unit else None
    if unit is None and expression.first.form is NumeralForm.FRACTION:
        unit = "fraction"
    if unit is None and _counts_people(thing, event):
        unit = "people"
    sign, start = _change_of(context.flat.words, expression)
    mention = replace(
        _mention(context, start, expression.end, event), kind=expression.kind, value=expression.value,
        low=expression.low, high=expression.high, start=expression.from_, to=expression.to,
        qualifier=expression.qualifier, unit=unit, what=_label(thing, event), event=event,
    )  # fmt: skip
    if sign == 0:
        led = mention.kind is ValueKind.VALUE and _is_led_to(context.flat.words, expression)
        return replace(mention, kind=ValueKind.CHANGE, to=mention.value, value=None) if led else mention
    if mention.kind is ValueKind.RANGE:
        return replace(mention, kind=ValueKind.CHANGE)
    size = next(number for number in (mention.value, mention.low, mention.high) if number is not None)
    return replace(mention, kind=ValueKind.CHANGE, by=sign * size, value=None, low=None, high=None)


def _label(thing: Counted, event: str | None) -> str:
    what = thing.what
    if event is None or (event not in CASUALTY_EVENTS and " or " not in event):
        return what
    if not what or thing.before:
        return f"people {event}"
    return what if event in what or thing.head in EVENT_OF else f"{what} {event}"


def _counts_people(thing: Counted, event: str | None) -> bool:
    if event in CASUALTY_EVENTS or (event is not None and " or " in event):
        return thing.before or not thing.head or singular(thing.head) not in NOT_PEOPLE
    return thing.people


def _is_led_to(words: str, expression: Expression) -> bool:
    """Whether a figure is where a step led, as of a quotation, which moves by the hour: "rose 45 cents to $71"."""
    sized = expression.unit is not None and expression.unit.kind in _SIZED
    return sized and _LED_TO.search(words[max(0, expression.start - _STEP_REACH) : expression.start]) is not None


def _change_of(words: str, expression: Expression) -> tuple[int, int]:
    """1 where the figure is the size of a rise ("by 3,500"), -1 of a fall ("a 19% drop"), else 0; and its start."""
    if expression.kind is ValueKind.CHANGE:
        return 0, expression.start
    before = words[max(0, expression.start - 70) : expression.start]
    by = _BY.search(before)
    verbs = [word.lower() for word in _WORDS.findall(before)]
    if expression.qualifier in _LEVELS and not by:
        return 0, expression.start
    sized = expression.unit is not None and expression.unit.kind in _SIZED
    direct = sized and bool(verbs) and verbs[-1] in DIRECT_CHANGE and _DIRECT.search(before) is not None
    noun = _CHANGE_NOUN.match(words, expression.end) if expression.unit or expression.first.attached else None
    start = expression.start - (len(by.group()) if by else 0)
    if noun:
        return -1 if singular(noun[1]) in DOWN or noun[1] in ("reduction", "loss") else 1, expression.start
    if by or direct:
        return next((1 if word in UP else -1 for word in reversed(verbs) if word in UP or word in DOWN), 0), start
    return 0, expression.start


def _unnumbered(context: Context, count: Unnumbered) -> QuantityMention:
    people = _counts_people(count.counted, count.event)
    return replace(
        _mention(context, count.start, count.end, count.event), value=count.value, unit="people" if people else None,
        what=_label(count.counted, count.event), event=count.event,
    )  # fmt: skip


def _mention(context: Context, start: int, end: int, event: str | None) -> QuantityMention:
    """A bare value that spans ``start`` to ``end`` of the flat sentence, with how it stands there."""
    first, last = context.flat.span(start, end)
    first, last = context.sentence.start + first, context.sentence.start + last
    return QuantityMention(
        citation=context.article.cite(first, last),
        text=context.article.text[first:last],
        kind=ValueKind.VALUE,
        modality=modality_of(context.flat.words, start, end, headline=context.sentence.part is Part.TITLE),
        asserted_by=asserted_by(first, last, context.attributions, context.quotes),
        as_of=as_of(context.article, first, context.times, toll=event in CASUALTY_EVENTS),
    )
