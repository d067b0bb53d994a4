"""Numerals of English text: digits, words, mixed, fractions and approximate words, each with its value and span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from headwater.text.number_tokens import ORDINALS, PARTS, PLURALS, SCALES, SMALL, TENS, NumberToken, number_tokens

_LETTER_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_LETTER_SCALE = re.compile(r"(mln|mil|mn|m|bln|bn|b|trn|tn|k)(?![\w])", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:^|(?<=\W))(half an?|half|an?|a quarter|several|a few|few|a couple of|couple of|a couple)[ -]$", re.IGNORECASE
)
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_AND_A_PART = re.compile(r"(?:[ -]and[ -]an?[ -])(half|third|quarter)\b", re.IGNORECASE)
_SCALE_AFTER = re.compile(r"[ -](hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_OF_A_SCALE = re.compile(r" of an? (hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_WHOLE = re.compile(r" (?:of|the|its|their|his|her|our|all)\b|-of-", re.IGNORECASE)


class NumeralForm(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORDS = "words"
    APPROXIMATE = "approximate"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral of a text: ``text[start:end]`` stands for ``low`` to ``high``.

    The two are equal but for words of magnitude ("dozens"). ``scale`` is what a scale word at its end multiplied it
    with (1e6 in "3.5 million", else 1): in "4 to 5 million" it holds for the 4 too.
    """

    start: int
    end: int
    low: float
    high: float
    form: NumeralForm
    scale: float = 1.0


def find_numerals(text: str) -> list[Numeral]:
    """The numerals of ``text`` in order, none inside another; ordinals are marked, digits glued to letters left out.

    Digit runs of more than 18 digits are no numerals. Letters that follow digits at once ("50mph", "7am") are for the
    caller to judge, but for scales ("12.3m", "4bn") and ordinal endings.
    """
    tokens = number_tokens(text)
    numerals: list[Numeral] = []
    at = 0
    while at < len(tokens):
        used, numeral = _read(text, tokens, at)
        at += used
        if numeral is not None and (not numerals or numeral.start >= numerals[-1].end):
            numerals.append(numeral)
    return numerals


def _read(text: str, tokens: list[NumberToken], at: int) -> tuple[int, Numeral | None]:
    """How many tokens the numeral at ``at`` takes, and the numeral (None where the token is none)."""
    token = tokens[at]
    if not token.word:
        return _read_digits(text, tokens, at)
    if token.word in PLURALS:
        return _read_plural(text, tokens, at)
    run = _run(text, tokens, at)
    part = _part(text, run)
    if part is not None:
        return len(run), part
    cardinals = _cardinals(run)
    if not cardinals:
        is_ordinal = token.word in ORDINALS
        return 1, Numeral(token.start, token.end, 0.0, 0.0, NumeralForm.ORDINAL) if is_ordinal else None
    if len(run) > len(cardinals) and run[len(cardinals)].word in ORDINALS and _hyphened(text, run, len(cardinals)):
        last = run[len(cardinals)]
        return len(cardinals) + 1, Numeral(token.start, last.end, 0.0, 0.0, NumeralForm.ORDINAL)
    return len(cardinals), _from_words(text, cardinals)


def _hyphened(text: str, run: list[NumberToken], at: int) -> bool:
    return text[run[at - 1].end : run[at].start] == "-" and run[at - 1].word in TENS


def _read_digits(text: str, tokens: list[NumberToken], at: int) -> tuple[int, Numeral]:
    token = tokens[at]
    ordinal = _ORDINAL_END.match(text, token.end)
    if ordinal:
        return 1, Numeral(token.start, ordinal.end(), token.value, token.value, NumeralForm.ORDINAL)
    value, end, scale, used = token.value, token.end, 1.0, 1
    letters = _LETTER_SCALE.match(text, end)
    if letters and (letters[1].lower() != "m" or text[end + 1 : end + 2] != "/"):
        scale = _LETTER_SCALES[letters[1].lower()]
        end = letters.end()
    while at + used < len(tokens) and _scales(text, tokens[at + used - 1], tokens[at + used]):
        scale *= SCALES[tokens[at + used].word]
        end, used = tokens[at + used].end, used + 1
    part = _AND_A_PART.match(text, end) if scale == 1 else None
    if part:
        value, end = value + 1 / PARTS[part[1].lower()], part.end()
        used += sum(token.start < end for token in tokens[at + used : at + used + 1])
    value = float(f"{value * scale:.12g}")  # 2.07 million is 2,070,000, not 2,069,999.9999999998
    return used, Numeral(token.start, end, value, value, NumeralForm.DIGITS, scale)


def _scales(text: str, before: NumberToken, after: NumberToken) -> bool:
    """Whether a scale word follows at once: "3.5 million"."""
    return after.word in SCALES and text[before.end : after.start] in (" ", "-", "\u00a0")


def _read_plural(text: str, tokens: list[NumberToken], at: int) -> tuple[int, Numeral | None]:
    """An order of magnitude: "dozens", "tens of thousands", "hundreds of millions"."""
    token = tokens[at]
    low, high = PLURALS[token.word]
    if token.word in ("tens", "scores") and text[token.end : token.end + 4].lower() != " of ":
        headline = token.word == "scores" and text[token.start].isupper()
        if not headline:
            return 1, None
    end, used = token.end, 1
    if at + 1 < len(tokens):
        following = tokens[at + 1]
        if following.word in PLURALS and text[token.end : following.start].lower() == " of ":
            scale = PLURALS[following.word][0]
            low, high = low * scale, (high + 1) * scale - 1
            end, used = following.end, 2
    return used, Numeral(token.start, end, low, high, NumeralForm.APPROXIMATE)


def _run(text: str, tokens: list[NumberToken], at: int) -> list[NumberToken]:
    """The number words from ``at`` on that stand side by side, "and" and hyphens between them allowed."""
    run = [tokens[at]]
    for token in tokens[at + 1 : at + 13]:
        gap = text[run[-1].end : token.start].lower()
        joined = gap in (" ", "-", "\u00a0") or (gap in (" and ", "-and-") and run[-1].word in SCALES)
        if not token.word or not joined:
            break
        run.append(token)
    return run


def _cardinals(run: list[NumberToken]) -> list[NumberToken]:
    """The longest beginning of ``run`` that is one cardinal by the grammar of English number words."""
    taken: list[NumberToken] = []
    for token in run:
        before = taken[-1].word if taken else ""
        small = token.word in SMALL
        after_scale = not before or before in SCALES
        if small and not (after_scale or (before in TENS and 0 < SMALL[token.word] < 10)):
            break
        if token.word in TENS and not after_scale:
            break
        if not small and token.word not in TENS and token.word not in SCALES:
            break
        if token.word == "dozen" and taken and taken[-1].word == "dozen":
            break
        taken.append(token)
    return taken


def _from_words(text: str, words: list[NumberToken]) -> Numeral | None:
    total = current = 0.0
    for token in words:
        if token.word in ("hundred", "dozen"):
            current = (current or 1.0) * SCALES[token.word]
        elif token.word in SCALES:
            total += (current or 1.0) * SCALES[token.word]
            current = 0.0
        else:
            current += SMALL.get(token.word, 0.0) + TENS.get(token.word, 0.0)
    value = total + current
    start, end = words[0].start, words[-1].end
    scale = SCALES.get(words[-1].word, 1.0)
    part = _AND_A_PART.match(text, end)
    if part:
        value, end = value + (scale / PARTS[part[1].lower()]), part.end()
        following = _SCALE_AFTER.match(text, end)
        if following:
            value, end = value * SCALES[following[1].lower()], following.end()
    if words[0].word not in SCALES:
        return Numeral(start, end, value, value, NumeralForm.WORDS, scale)
    before = _BEFORE.search(text[max(0, start - 14) : start])
    if before is None:
        return None if words[0].word == "dozen" else Numeral(start, end, value, value, NumeralForm.WORDS, scale)
    start, lead = start - len(before.group()), before[1].lower()
    if lead.startswith("half"):
        return Numeral(start, end, value / 2, value / 2, NumeralForm.WORDS, scale)
    if lead == "a quarter":
        return Numeral(start, end, value / 4, value / 4, NumeralForm.WORDS, scale)
    if lead in ("a", "an"):
        return Numeral(start, end, value, value, NumeralForm.WORDS, scale)
    most = value * 10 - 1 if scale != 12 else 99.0
    return Numeral(start, end, value * 2, most, NumeralForm.APPROXIMATE, scale)


def _part(text: str, run: list[NumberToken]) -> Numeral | None:
    """A fraction ("a third", "two-thirds", "half of"); None where the words are none."""
    over, part = (SMALL.get(run[0].word), run[1]) if len(run) > 1 else (None, run[0])
    name = {"halves": "half"}.get(part.word, part.word.removesuffix("s"))
    if name not in PARTS:
        return None
    of = _OF_A_SCALE.match(text, part.end)
    if of and (over or part is run[0]):
        scale = SCALES[of[1].lower()]
        size = (over or 1.0) / PARTS[name] * scale
        start = run[0].start - 2 * (over is None and text[max(0, run[0].start - 2) : run[0].start].lower() == "a ")
        return Numeral(start, of.end(), size, size, NumeralForm.WORDS, scale)
    if over and (over == 1) == (part.word == name):
        share = over / PARTS[name]
        return Numeral(run[0].start, part.end, share, share, NumeralForm.FRACTION) if share < 1 else None
    if part is not run[0]:
        return None
    start, share = part.start, 1 / PARTS[name]
    if name == "half":
        whole = _WHOLE.match(text, part.end)
        return Numeral(start, part.end, share, share, NumeralForm.FRACTION) if whole else None
    if text[max(0, start - 2) : start].lower() == "a " and text[part.end : part.end + 4].lower() == " of ":
        return Numeral(start - 2, part.end, share, share, NumeralForm.FRACTION)
    return None
