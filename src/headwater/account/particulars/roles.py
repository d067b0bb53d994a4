"""Whether a numeral counts or measures at all: years, dates, ages, scores, phone numbers and names do not."""

from __future__ import annotations

import re

from headwater.account.particulars.lexicon import alternatives, word_list
from headwater.account.particulars.units import currency_before, unit_after
from headwater.text.numbers import Numeral, NumeralForm

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|january|february|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} (?:\d{{1,2}}(?:,? and|-|–| ?to|,)? ?)?$")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|[-–]\d{{1,2}} {_MONTH}\b")
_CLOCK_AFTER = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o.clock|[:.]\d\d(?:\s?[ap]\.?m|\b(?=\s?(?:GMT|UTC|BST|ET|PT|EST|PST|CET)))|:\d\d"
    r"|\s?(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|CET)\b)",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"\d:$|\d:\d\d:$")
_AGE_AFTER = re.compile(r"[ -](?:years?|months?|weeks?|days?)[ -](?:olds?\b|of age)|-?y/?o\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|age of|turn(?:s|ed)?|aged (?:between )?\d+ (?:to|and|-|–)|ages \d+ (?:to|and|-|–)) ?$",
    re.IGNORECASE,
)
_AGE_LIMIT = re.compile(
    r"\b(?:child(?:ren)?|kids?|infants?|bab(?:y|ies)|girls?|boys?|teenagers?|youths?|pupils?|students?|adults?|men|man"
    r"|women|woman|people|persons?|pensioners?|patients?|voters?|workers?|residents?|citizens?|those|anyone|everyone)"
    r"(?: who (?:are|were|is|was))? (?:under|over|below|above|older than|younger than|up to)(?: the age of)? $",
    re.IGNORECASE,
)
_COUNTED_NEXT = re.compile(r"[ -](?:[a-z-]+ )?[a-z]+s\b|\s?%| (?:people|percent|per cent)\b")
_OLDEST = 115
_APPOSED_AGE = re.compile(
    r"[A-Z][\w'’-]+,? \(?$|(?:man|woman|boy|girl|mother|father|son|daughter|wife|husband|brother|sister), $"
)
_AGE_CLOSES = re.compile(r"\s?[,);]| and [A-Z]|\.?$|\.\s")
_COUNTED_AFTER = (  # what may follow a range but no score: "10-15 people"
    r"\s?(?:%|percent|per cent|million|billion|year|month|day|week|hour|minute|mile|km|kilomet|member|foot|feet|inch"
    r"|people|degree|mph|kph|kmh|knot|yard|acre|ton|met(?:re|er)|lb|kg|ft|cm|mm|[a-z]+s\b)"
)
_SCORE = re.compile(rf"[-–](\d{{1,3}})(?![\d,])(?!{_COUNTED_AFTER})")
_NO_SCORE = re.compile(_COUNTED_AFTER)
_NO_SIZE = re.compile(
    r"(?:th)?[ -]block of [A-Z0-9]|[ -]magnitude\b"
)  # the address of a street; the strength of a quake
_QUAKE = re.compile(r" (?:earth)?(?:quake|tremor|aftershock|temblor)s?\b")
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)? $|\bquake\b[^.;]{0,24}\bmeasur(?:ed|ing) (?:at )?$", re.IGNORECASE)
_NAME_WORD = re.compile(rf"\b(?:{alternatives('name_words')})\.?[ -]$")
_NUMBERED = re.compile(rf"\b(?:{alternatives('numbered_nouns')})\.?[ -]$", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?:^|[\s(\[“\"'‘&/])([A-Z][\w&'’.-]*[A-Za-z])[ ]$")
_NOT_NAME = word_list("not_names")
_LOWER_PLURAL = re.compile(
    r"[ ](?:(?!(?:and|in|of|to|the|a|for|at|on|by|or|when|after|with|that|but|while)\b)[a-z-]+[ ])?"
    r"(?:(?!(?:was|is|has|as|its|his|this|does|us)\b)[a-z-]+s|people|men|women|children|police|troops|personnel)\b"
)
_PRONOUN_BEFORE = re.compile(r"\b(?:no|this|that|which|any|every|each|some|the|only) $", re.IGNORECASE)  # "no one"
_EDITION_BEFORE = re.compile(
    r"\b(?:versions?|updates?|firmware|patch|release|iOS|macOS|Android|Windows|OS|v\.?) ?$", re.I
)
_EDITION_AFTER = re.compile(r" (?:update|firmware|patch|beta|release|software)\b", re.I)
_RESOLUTION = re.compile(r"(?:720|1080|1440|2160|4320)[pi]\b|[2458]K\b")
_RADIUS = 40
_OF_SO_MANY = re.compile(r"\d+(?: of |-of-)\d+\b(?! [a-z-]+s\b)")  # "page 3 of 7", but "145 of 300 seats"
_SO_MANY_OF = re.compile(r"\d(?: of |-of-)$")
_SOME_OF_MANY = re.compile(r" [a-z-]+s\b")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’.&-]* $")
_COMPOUND_BEFORE = re.compile(r"([\w.]+)[-–−]$")
_LETTER_AFTER = re.compile(r"s\b|['’]s\b|[A-Z](?![A-Za-z/])|G\b|D\b|x\d")
_UNIT_LETTER = re.compile(r"[CFKVWAB]\b")
_MEASURED_AFTER = re.compile(r"\s?(?:%|percent|per cent|km|kilomet|miles|met(?:er|re)s|feet|rpm|hires)")
_MONEY_BEFORE = re.compile(r"[$£€¥]\s?$")
_BETWEEN_YEARS = re.compile(r"\b[Bb]etween (?:1[5-9]|20)\d\d and $")
_BETWEEN = re.compile(r"\b[Bb]etween $")
_AND_YEAR = re.compile(r" and (?:1[5-9]|20)\d\d\b")
_SPAN_AFTER = re.compile(r"[-–/]\d{2,4}\b")
_SPAN_BEFORE = re.compile(r"\b\d{4}[-–/]$")
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Tt]he) $")
_ERA_BEFORE = re.compile(r"\b(?:A\.?D\.?|in|year) $|\bA\.?D\.? \d+ and $")
_ADDRESS_BEFORE = re.compile(r"(?:https?:|www\.|\w\.\w+/)\S*$")
_ADDRESS_AFTER = re.compile(r"[\w./-]*\.(?:com|org|html|net)\b")
_PHONE_AFTER = re.compile(r"[-–. ]\d{3}[-–. ]\d{4}\b")
_PHONE_BEFORE = re.compile(r"\b\d{3}[-–. )]\s?(?:\d{3}[-–. ])?$")
_PHONE_ENDS = re.compile(r"[-–. ]\d{3}[-–. ]\d{4}\b|[-–. ]\d{4}\b|$|\W")
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|estimated|at|for|of) $")
_SLASH_AFTER = re.compile(r"/\d")
_SLASH_BEFORE = re.compile(r"\d/$")
_SCORE_BEFORE = re.compile(r"(?<![$£€\d.])\b\d{1,3}[-–]$")
_LETTERS_BEFORE = re.compile(r"\b[A-Z][&/]?[A-Z]? $")
_ARTICLE_BEFORE = re.compile(r"\b[AI] $")
_BRACKET_AFTER = re.compile(r"\s?\]")
_COUNTED_BEHIND = re.compile(r"\s?(?:%|percent|per cent|[a-z]+s\b|people|more)")
_AMOUNT_BEHIND = re.compile(r"\s?(?:%|percent|per cent|million|billion|people|[-–][a-z])")
_DAY_BEFORE = re.compile(rf"\b{_MONTH},? \d{{1,2}},? $")
_YEAR_BEFORE = re.compile(r"\b(?:in|since|until|during|early|late|mid|of|by|from|the|to|year|[A-Z][\w.'’]*) $")


def is_figure(text: str, numeral: Numeral) -> bool:
    """Whether ``numeral`` counts or measures something in ``text``, one sentence."""
    if numeral.form is NumeralForm.ORDINAL:
        return False
    before = text[max(0, numeral.start - _RADIUS) : numeral.start]
    after = text[numeral.end : numeral.end + _RADIUS]
    if _OF_SO_MANY.match(text, numeral.start) or (_SO_MANY_OF.search(before) and not _SOME_OF_MANY.match(after)):
        return False
    strength = numeral.low != int(numeral.low) and _QUAKE.match(after)
    if strength or _NO_SIZE.match(after) or _MAGNITUDE.search(before):
        return False
    if _AGE_LIMIT.search(before) and numeral.high <= _OLDEST and not _COUNTED_NEXT.match(after):
        return False
    if numeral.form is not NumeralForm.DIGITS:
        if numeral.low == 1 and (_PRONOUN_BEFORE.search(before) or after.startswith(" another")):
            return False
        if text[numeral.start].isupper() and _CAPITAL_BEFORE.search(before):
            return False
        return not _AGE_AFTER.match(after) and not _AGE_BEFORE.search(before) and not _CLOCK_AFTER.match(after)
    return not (
        _is_glued(text, numeral, before, after)
        or _is_date(numeral, before, after)
        or _is_age(numeral, before, after)
        or _is_score_or_phone(text, numeral, before, after)
        or _is_name(text, numeral, before, after)
        or _is_version(text, numeral, before, after)
    )


def _is_version(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """The number of an edition or the size of a screen: "version 5.50", "the 5.50 update", "1080p", "a 4K display"."""
    written = text[numeral.start : numeral.end]
    if _RESOLUTION.match(written + after[:2]) and currency_before(text, numeral.start) is None:
        return True
    return "." in written and bool(_EDITION_BEFORE.search(before) or _EDITION_AFTER.match(after))


def _bare(text: str, numeral: Numeral) -> bool:
    """Whether the numeral is digits only, without separators or scale."""
    return numeral.scale == 1 and text[numeral.start : numeral.end].isdigit()


def _is_glued(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """Digits that are a part of a word: "F-16", "G7", "5G", "1980s", "#1", "@user1"."""
    if before.endswith(("#", "@", "_", "=", "+1 ")) and not before.endswith("Y="):
        return True
    if after.startswith(("-", "–")) and after[1:2].isupper() and not after[1:2].isdigit():
        return True
    if before.endswith(("-", "–", "−")):
        word = _COMPOUND_BEFORE.search(before)
        if word and not word[1].lower().endswith(("minus", "sub", "$")) and not word[1][-1].isdigit():
            return True
    if _LETTER_AFTER.match(after) and numeral.scale == 1:
        return _UNIT_LETTER.match(after) is None
    return False


def _is_date(numeral: Numeral, before: str, after: str) -> bool:
    value = numeral.low
    if _CLOCK_AFTER.match(after) or _CLOCK_BEFORE.search(before):
        return True
    if value <= 31 and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)):
        return True
    if numeral.scale != 1 or value != int(value) or not 1000 <= value <= 2100:
        return False
    if _MONTH_BEFORE.search(before) or _DAY_BEFORE.search(before):
        return True
    counts = _MEASURED_AFTER.match(after)
    if "," in before[-1:] or counts:
        return False
    return _looks_like_year(int(value), before, after)


def _looks_like_year(value: int, before: str, after: str) -> bool:
    if _MONEY_BEFORE.search(before):
        return False
    if _BETWEEN_YEARS.search(before) or (_BETWEEN.search(before) and _AND_YEAR.match(after)):
        return True
    if _SPAN_AFTER.match(after) or _SPAN_BEFORE.search(before):
        return True
    counted = _LOWER_PLURAL.match(after) is not None
    if 1500 <= value <= 2100 and _YEAR_BEFORE.search(before):
        return not (counted and not _IN_YEAR.search(before))
    if 1500 <= value <= 2100:
        return not counted
    return _ERA_BEFORE.search(before) is not None and not counted


def _is_age(numeral: Numeral, before: str, after: str) -> bool:
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if not 0 < numeral.low <= _OLDEST or numeral.low != int(numeral.low) or numeral.scale != 1:
        return False
    if before.endswith((", ", " (")) and _APPOSED_AGE.search(before):
        return _AGE_CLOSES.match(after) is not None
    return False


def _is_score_or_phone(text: str, numeral: Numeral, before: str, after: str) -> bool:
    if not _bare(text, numeral):
        return False
    if _ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after):
        return True
    if _PHONE_AFTER.match(after) or _PHONE_BEFORE.search(before):
        return _PHONE_ENDS.match(after) is not None and not before.endswith(", ")
    score = _SCORE.match(after)
    if score:
        return numeral.low > int(score[1]) or (numeral.low < 200 and not _ABOUT.search(before))
    if _SLASH_AFTER.match(after) or _SLASH_BEFORE.search(before):
        return True
    second = _SCORE_BEFORE.search(before)
    return second is not None and _NO_SCORE.match(after) is None


def _is_name(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """A capitalised word before bare digits that no plural noun follows: "Planet 9", "Channel 5", "S&P 500"."""
    if not _bare(text, numeral):
        return False
    if currency_before(text, numeral.start) is not None:
        return False
    if unit_after(text, numeral.end) is not None and not _NAME_WORD.search(before):
        return False
    if _LETTERS_BEFORE.search(before) and not _ARTICLE_BEFORE.search(before):
        return True
    if _NAME_WORD.search(before) or (_NUMBERED.search(before) and not before.endswith("no ")):
        return True
    if (before and before[-1] in "[") or _BRACKET_AFTER.match(after):
        return True
    word = _CAPITALISED.search(before)
    if not word or word[1].lower().rstrip(".") in _NOT_NAME:
        return False
    starts = not before[: word.start(1)].strip() and len(before) < _RADIUS
    if starts and word[1].islower() is False and _COUNTED_BEHIND.match(after):
        return False
    return _LOWER_PLURAL.match(after) is None and _AMOUNT_BEHIND.match(after) is None
