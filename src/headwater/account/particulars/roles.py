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
_APPOSED_AGE = re.compile(
    r"[A-Z][\w'’-]+,? \(?$|(?:man|woman|boy|girl|mother|father|son|daughter|wife|husband|brother|sister), $"
)
_AGE_CLOSES = re.compile(r"\s?[,);]| and [A-Z]|\.?$|\.\s")
_COUNTED_AFTER = (  # what may follow a range but no score: "10-15 people"
    r"\s?(?:%|percent|per cent|million|billion|year|month|day|week|hour|minute|mile|km|kilomet|member|foot|feet|inch"
    r"|people|degree|[a-z]+s\b)"
)
_SCORE = re.compile(rf"[-–](\d{{1,3}})(?![\d,])(?!{_COUNTED_AFTER})")
_NO_SCORE = re.compile(_COUNTED_AFTER)
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


def is_figure(text: str, numeral: Numeral) -> bool:
    """Whether ``numeral`` counts or measures something in ``text``, one sentence."""
    if numeral.form is NumeralForm.ORDINAL:
        return False
    before = text[max(0, numeral.start - _RADIUS) : numeral.start]
    after = text[numeral.end : numeral.end + _RADIUS]
    if re.match(r"\d+ of \d+\b", text[numeral.start : numeral.end + 9]) or re.search(r"\d of $", before):
        return False
    if numeral.form is not NumeralForm.DIGITS:
        if numeral.low == 1 and (_PRONOUN_BEFORE.search(before) or after.startswith(" another")):
            return False
        if text[numeral.start].isupper() and re.search(r"[A-Z][\w'’.&-]* $", before):
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
        word = re.search(r"([\w.]+)[-–−]$", before)
        if word and not word[1].lower().endswith(("minus", "sub", "$")) and not word[1][-1].isdigit():
            return True
    if re.match(r"s\b|['’]s\b|[A-Z](?![A-Za-z/])|G\b|D\b|x\d", after) and numeral.scale == 1:
        return re.match(r"[CFKVWAB]\b", after) is None
    return False


def _is_date(numeral: Numeral, before: str, after: str) -> bool:
    value = numeral.low
    if _CLOCK_AFTER.match(after) or _CLOCK_BEFORE.search(before):
        return True
    if value <= 31 and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)):
        return True
    if numeral.scale != 1 or value != int(value) or not 1000 <= value <= 2100:
        return False
    if _MONTH_BEFORE.search(before) or re.search(rf"\b{_MONTH},? \d{{1,2}},? $", before):
        return True
    counts = re.match(r"\s?(?:%|percent|per cent|km|kilomet|miles|met(?:er|re)s|feet|rpm|hires)", after)
    if "," in before[-1:] or counts:
        return False
    return _looks_like_year(int(value), before, after)


def _looks_like_year(value: int, before: str, after: str) -> bool:
    if re.search(r"[$£€¥]\s?$", before):
        return False
    if re.search(r"\b[Bb]etween (?:1[5-9]|20)\d\d and $", before) or (
        re.search(r"\b[Bb]etween $", before) and re.match(r" and (?:1[5-9]|20)\d\d\b", after)
    ):
        return True
    if re.match(r"[-–/]\d{2,4}\b", after) or re.search(r"\b\d{4}[-–/]$", before):
        return True
    counted = _LOWER_PLURAL.match(after) is not None
    if 1500 <= value <= 2100 and re.search(
        r"\b(?:in|since|until|during|early|late|mid|of|by|from|the|to|year|[A-Z][\w.'’]*) $", before
    ):
        return not (counted and not re.search(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Tt]he) $", before))
    if 1500 <= value <= 2100:
        return not counted
    return re.search(r"\b(?:A\.?D\.?|in|year) $|\bA\.?D\.? \d+ and $", before) is not None and not counted


def _is_age(numeral: Numeral, before: str, after: str) -> bool:
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if not 0 < numeral.low <= 115 or numeral.low != int(numeral.low) or numeral.scale != 1:
        return False
    if before.endswith((", ", " (")) and _APPOSED_AGE.search(before):
        return _AGE_CLOSES.match(after) is not None
    return False


def _is_score_or_phone(text: str, numeral: Numeral, before: str, after: str) -> bool:
    if not _bare(text, numeral):
        return False
    if re.search(r"(?:https?:|www\.|\w\.\w+/)\S*$", before) or re.match(r"[\w./-]*\.(?:com|org|html|net)\b", after):
        return True
    if re.match(r"[-–. ]\d{3}[-–. ]\d{4}\b", after) or re.search(r"\b\d{3}[-–. )]\s?(?:\d{3}[-–. ])?$", before):
        return re.match(r"[-–. ]\d{3}[-–. ]\d{4}\b|[-–. ]\d{4}\b|$|\W", after) is not None and not before.endswith(", ")
    score = _SCORE.match(after)
    if score:
        return numeral.low > int(score[1]) or (
            numeral.low < 200 and not re.search(r"\b(?:about|around|some|roughly|estimated|at|for|of) $", before)
        )
    if re.match(r"/\d", after) or re.search(r"\d/$", before):
        return True
    second = re.search(r"(?<![$£€\d.])\b\d{1,3}[-–]$", before)
    return second is not None and _NO_SCORE.match(after) is None


def _is_name(text: str, numeral: Numeral, before: str, after: str) -> bool:
    """A capitalised word before bare digits that no plural noun follows: "Planet 9", "Channel 5", "S&P 500"."""
    if not _bare(text, numeral):
        return False
    if currency_before(text, numeral.start) is not None:
        return False
    if unit_after(text, numeral.end) is not None and not _NAME_WORD.search(before):
        return False
    if re.search(r"\b[A-Z][&/]?[A-Z]? $", before) and not re.search(r"\b[AI] $", before):
        return True
    if _NAME_WORD.search(before) or (_NUMBERED.search(before) and not before.endswith("no ")):
        return True
    if (before and before[-1] in "[") or re.match(r"\s?\]", after):
        return True
    word = _CAPITALISED.search(before)
    if not word or word[1].lower().rstrip(".") in _NOT_NAME:
        return False
    starts = not before[: word.start(1)].strip() and len(before) < _RADIUS
    if starts and word[1].islower() is False and re.match(r"\s?(?:%|percent|per cent|[a-z]+s\b|people|more)", after):
        return False
    return (
        _LOWER_PLURAL.match(after) is None
        and re.match(r"\s?(?:%|percent|per cent|million|billion|people|[-–][a-z])", after) is None
    )
