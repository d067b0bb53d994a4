"""What the groups of a grammar rule come to: one function a kind of expression; None where the words are no time."""

from __future__ import annotations

import re

from headwater.text.timex import lexicon
from headwater.text.timex.calendar import valid_day
from headwater.text.timex.forms import Form, FormKind, Unit
from headwater.text.timex.tokens import Token

Words = dict[str, list[Token]]
_SHIFTS = {"L": -1, "X": 1, "H": 0, "u": 0}
_WHOLE = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))?\s?([ap])?", re.IGNORECASE)


def first(words: Words, group: str) -> Token | None:
    """The first token of a group, None where it did not match."""
    tokens = words.get(group)
    return tokens[0] if tokens else None


def _edge(words: Words) -> str | None:
    for token in words.get("edge", ()):
        if token.letter == "B":
            return lexicon.EDGES[token.word]
    return None


def _shift(words: Words, group: str = "which") -> int | None:
    token = first(words, group)
    return _SHIFTS.get(token.letter) if token else None


def unit_of(words: Words, group: str = "unit") -> Unit | None:
    """The calendar unit that a group names."""
    token = first(words, group)
    return lexicon.UNITS.get(token.word) if token else None


def _year(token: Token | None) -> int | None:
    if token is None or token.letter == "Y":
        return token.value if token else None
    return (1900 if token.value >= 30 else 2000) + token.value


def _clock_value(token: Token | None) -> str:
    """The TIMEX3 time of "6 a.m.", "18:30", "noon"; empty where the hour does not exist."""
    if token is None:
        return ""
    if token.word in lexicon.CLOCK_WORDS:
        return lexicon.CLOCK_WORDS[token.word]
    match = _CLOCK.match(token.word)
    if match is None:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[4]:
        hour = hour % 12 + (12 if match[4] in "pP" else 0)
    if hour > 24 or minute > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}" + (f":{match[3]}" if match[3] else "")


def time_of(words: Words) -> str:
    """The TIMEX3 end of the value: the clock time or the part of the day; empty where neither is said."""
    clock = _clock_value(first(words, "clock") or first(words, "at"))
    part = first(words, "part")
    if part is None or clock:
        return clock
    return lexicon.DAYPARTS.get(part.word, "")


def whole_date(words: Words) -> Form | None:
    """An ISO date or one of digits and slashes; the month first, flagged where it may be the day."""
    match = _WHOLE.match(words["whole"][0].word)
    if match is None:
        return None
    a, b, c = (int(part) for part in match.group(1, 2, 3))
    if len(match[1]) == 4:
        year, month, day, doubt = a, b, c, False
    else:
        year = c if len(match[3]) == 4 else (1900 if c >= 30 else 2000) + c
        month, day = (a, b) if a <= 12 else (b, a)
        doubt = a <= 12 and b <= 12 and a != b
    if year < 1 or valid_day(year, month, day) is None:
        return None
    time = f"T{match[4]}" if match[4] else ""
    return Form(FormKind.CALENDAR, year=year, month=month, day=day, ambiguous=doubt, time=time)


def date(words: Words) -> Form | None:
    """A month with or without day and year, with or without its weekday."""
    month, day, until = first(words, "month"), first(words, "day"), first(words, "until")
    weekday = first(words, "weekday")
    year = _year(first(words, "year"))
    number = day.value if day else None
    if month is None or (number is not None and valid_day(year or 2000, month.value, number) is None):
        return None
    return Form(
        FormKind.CALENDAR,
        year=year,
        month=month.value,
        day=number,
        last_day=until.value if until and number and until.value > number else None,
        weekday=weekday.value if weekday else None,
        shift=_shift(words),
        mod=_edge(words),
        time=time_of(words),
    )


def month_of_year(words: Words) -> Form | None:
    """As in "March of this year", "January last year"."""
    if unit_of(words) is not Unit.YEAR:
        return None
    return Form(FormKind.CALENDAR, month=words["month"][0].value, year_shift=_shift(words), mod=_edge(words))


def year(words: Words) -> Form | None:
    """A year or a span of years."""
    token, last = first(words, "year"), first(words, "last")
    begun = _year(token)
    if token is None or begun is None:
        return None
    ended = None
    if last is not None:
        ended = last.value if last.value > 999 else begun // 100 * 100 + last.value
        if ended <= begun:
            return None
    return Form(FormKind.CALENDAR, year=begun, last_year=ended, mod=_edge(words))


def decade(words: Words) -> Form | None:
    """As in "the 1990s", "the '80s", "the nineties"."""
    token = words["decade"][0]
    digits = "".join(character for character in token.word if character.isdigit())
    start = int(digits) if digits else lexicon.DECADES[token.word]
    return Form(FormKind.CALENDAR, year=start if start > 99 else 1900 + start, unit=Unit.DECADE, mod=_edge(words))


def weekday(words: Words) -> Form | None:
    """A day of the week with its "last" or "next" and its time."""
    unit = unit_of(words)
    if unit is not None and unit is not Unit.WEEK:
        return None
    return Form(
        FormKind.WEEKDAY,
        weekday=words["weekday"][0].value,
        shift=_shift(words),
        unit=unit,
        time=time_of(words),
        mod=_edge(words),
    )


def same_day(words: Words) -> Form | None:
    """As in "today", "yesterday", "tomorrow"."""
    amount = lexicon.SAME_DAY[words["same"][0].word]
    return Form(FormKind.SHIFT, unit=Unit.DAY, amount=amount, time=time_of(words), mod=_edge(words))


def tonight(words: Words) -> Form | None:
    """As in "tonight", "overnight"."""
    return Form(FormKind.SHIFT, unit=Unit.DAY, amount=0, time="TNI", mod=_edge(words))


def part_of_day(words: Words) -> Form | None:
    """As in "this morning", "last night", "the evening"; "the next morning" counts from the day spoken of."""
    shift = _shift(words)
    kind = FormKind.EVENT if shift == 1 else FormKind.SHIFT
    return Form(kind, unit=Unit.DAY, amount=shift or 0, time=time_of(words), mod=_edge(words))


def clock(words: Words) -> Form | None:
    """A time of the day, alone or with its day."""
    time = _clock_value(first(words, "clock"))
    if not time:
        return None
    named = first(words, "day_word")
    if named is None:
        return Form(FormKind.CLOCK, time=time)
    if named.letter == "W":
        return Form(FormKind.WEEKDAY, weekday=named.value, time=time)
    return Form(FormKind.SHIFT, unit=Unit.DAY, amount=lexicon.SAME_DAY[named.word], time=time)


def cycle(words: Words) -> Form | None:
    """As in "last week", "this year", "late next month"; "the next day" counts from the day spoken of."""
    unit, shift = unit_of(words), _shift(words)
    token = words["unit"][0]
    if unit is None or shift is None or is_plural(token) or unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return None
    kind = FormKind.EVENT if unit is Unit.DAY and shift == 1 else FormKind.SHIFT
    return Form(kind, unit=unit, amount=shift, mod=_edge(words))


def is_plural(token: Token) -> bool:
    """Whether a unit stands in the plural."""
    return token.word.endswith("s") or token.word == "centuries"


def the_unit(words: Words) -> Form | None:
    """As in "the end of the year", "year-end", "the weekend", "the quarter": the unit that is running."""
    unit, edge = unit_of(words), _edge(words)
    if unit is None or is_plural(words["unit"][0]):
        return None
    if edge is None and unit not in (Unit.WEEKEND, Unit.QUARTER):
        return None
    if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return None
    if unit is Unit.QUARTER and edge is None:
        return Form(FormKind.EVENT, unit=unit, amount=0)
    return Form(FormKind.SHIFT, unit=unit, amount=0 if unit is not Unit.WEEKEND else None, mod=edge)


def season(words: Words) -> Form | None:
    """As in "last summer", "the spring of 1999"; a bare "fall" or "spring" is none."""
    token = words["season"][0]
    named = _year(first(words, "year"))
    year_shift = _shift(words, "of") if unit_of(words) is Unit.YEAR else None
    bare = named is None and year_shift is None and _shift(words) is None
    if bare and token.word in ("fall", "spring"):
        return None
    part = lexicon.SEASONS[token.word]
    return Form(FormKind.CALENDAR, year=named, part=part, shift=_shift(words), year_shift=year_shift, mod=_edge(words))


def quarter(words: Words) -> Form | None:
    """As in "the third quarter", "the second half of 2018", "the first quarter of this year"."""
    token, order = words["unit"][0], words["ord"][0].value
    named, of = _year(first(words, "year")), None
    if unit_of(words, "yearly") is Unit.YEAR:
        of = _shift(words, "of")
    if token.word == "half" and order in (1, 2) and (named or of is not None):
        part = f"H{order}"
    elif token.word == "quarter" and 1 <= order <= 4:
        part = f"Q{order}"
    else:
        return None
    return Form(FormKind.CALENDAR, year=named, part=part, year_shift=of, mod=_edge(words))


def year_ago(words: Words) -> Form | None:
    """As in "the year-ago quarter", "the year-earlier period", "the year-ago third quarter"."""
    if unit_of(words, "ago") is not Unit.YEAR or words["to"][0].word not in ("ago", "earlier"):
        return None
    order = first(words, "ord")
    if order is not None and unit_of(words) is Unit.QUARTER and 1 <= order.value <= 4:
        return Form(FormKind.CALENDAR, part=f"Q{order.value}", year_shift=-1)
    return Form(FormKind.EVENT, unit=Unit.YEAR, amount=-1)


def latest(words: Words) -> Form | None:
    """As in "the latest quarter": the one that was last spoken of."""
    unit = unit_of(words)
    if words["unit"][0].letter == "j":
        return Form(FormKind.EVENT, unit=Unit.QUARTER, amount=0)
    if unit is None or is_plural(words["unit"][0]):
        return None
    return Form(FormKind.EVENT, unit=unit, amount=0)


def spoken_year(words: Words) -> Form | None:
    """As in "nineteen ninety-six"."""
    hundreds = words["hundreds"][0].value
    rest = sum(token.value for token in words["rest"])
    if hundreds not in (18, 19, 20) or not 10 <= rest <= 99:
        return None
    return Form(FormKind.CALENDAR, year=hundreds * 100 + rest)


def holiday(words: Words) -> Form | None:
    """As in "Christmas Day", "last Halloween": holidays that keep their day."""
    month, day = lexicon.HOLIDAYS[words["holiday"][0].word]
    return Form(FormKind.CALENDAR, year=_year(first(words, "year")), month=month, day=day, shift=_shift(words))
