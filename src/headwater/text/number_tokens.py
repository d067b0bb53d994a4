"""The digits and number words of an English text, one by one, before they are read as numerals."""

from __future__ import annotations

import re
from typing import NamedTuple

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth"
)
_PART_WORDS = "halves thirds quarters fourths fifths sixths sevenths eighths ninths tenths"

SMALL = {word: float(value) for value, word in enumerate(_SMALL_WORDS.split())}
TENS = {word: 10.0 * value for value, word in enumerate(_TEN_WORDS.split(), 2)}
SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
          "trillion": 1e12}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10, "hundredth": 100}  # fmt: skip
PLURALS = {
    "dozens": (12.0, 99.0), "scores": (20.0, 99.0), "tens": (10.0, 99.0), "hundreds": (1e2, 999.0),
    "thousands": (1e3, 9999.0), "millions": (1e6, 9_999_999.0), "billions": (1e9, 9_999_999_999.0),
    "trillions": (1e12, 9_999_999_999_999.0),
}  # fmt: skip
ORDINALS = frozenset(_ORDINAL_WORDS.split())

_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
_MAX_DIGITS = 18  # a longer run of digits is a code, not a count, and float() of thousands of digits is infinite

# Both patterns begin with a set of characters and look back only after a hit: the engine skips to the next candidate.
_DIGITS = re.compile(
    r"[0-9½¼¾⅓⅔⅛⅕](?:(?<=[0-9])(?:(?<=[1-9])/[2-9](?![\d/])"
    r"|(?:\d{0,2}(?:,\d{3})+|\d?(?:,\d{2})+,\d{3}|\d*)(?:\.\d+)?(?:[½¼¾⅓⅔⅛⅕]| [1-9]/[2-9](?![\d/]))?))?"
)
_WORD = re.compile(r"[A-Za-z]+")
NUMBER_WORDS = frozenset([*SMALL, *TENS, *SCALES, *PLURALS, *PARTS, *ORDINALS, *_PART_WORDS.split()])
DIGIT = re.compile("[0-9½¼¾⅓⅔⅛⅕]")  # one of these is in every numeral that is not made of number words
# Letters that may stand right before digits: "$US113"
_CURRENCY_BEFORE = re.compile(r"(?:\$US|\bRs|\bRM|\bRp|\bUSD|\bEUR|\bGBP)$")


class NumberToken(NamedTuple):
    """Digits or one number word of a text: ``word`` in lower case, "" for digits; ``value`` is that of the digits.

    A tuple, for it is made for every number of every article.
    """

    start: int
    end: int
    word: str
    value: float


def number_tokens(text: str) -> list[NumberToken]:
    """The digits and number words of ``text`` in order; digits glued to letters or points before them left out."""
    found = _number_words(text)
    found.extend(token for match in _DIGITS.finditer(text) if (token := _digits(text, match)) is not None)
    return sorted(found, key=lambda token: token.start)


def _number_words(text: str) -> list[NumberToken]:
    if NUMBER_WORDS.isdisjoint(_WORD.findall(text.lower())):
        return []  # as in most sentences
    return [
        NumberToken(match.start(), match.end(), word, 0.0)
        for match in _WORD.finditer(text)
        if (word := match.group().lower()) in NUMBER_WORDS and _stands_alone(text, match.start(), match.end())
    ]


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_")


def _digits(text: str, match: re.Match[str]) -> NumberToken | None:
    start, run = match.start(), match.group()
    before = text[start - 1 : start]
    if (
        before == "."
        and run[0].isdigit()
        and not text[start - 2 : start - 1].isalnum()
        and text[start - 2 : start - 1] != "."
    ):
        start, run, before = start - 1, f".{run}", ""
    if (
        before
        and (before.isalnum() or before in "_,.")
        and not _CURRENCY_BEFORE.search(text[max(0, start - 4) : start])
    ):
        return None
    if sum(character.isdigit() for character in run) > _MAX_DIGITS:
        return None
    value = _value(run)
    return None if value is None else NumberToken(start, match.end(), "", value)


def _value(run: str) -> float | None:
    """The number that "4,000", "10 1/2", "2/3", ".5" or "4½" writes."""
    whole, _, part = run.rpartition(" ") if " " in run else ("", "", run) if "/" in run else (run, "", "")
    if part:
        over, _, under = part.partition("/")
        return (float(whole.replace(",", "")) if whole else 0.0) + int(over) / int(under)
    extra = _VULGAR.get(run[-1], 0.0)
    digits = run[:-1] if run[-1] in _VULGAR else run
    return (float(digits.replace(",", "")) if digits else 0.0) + extra
