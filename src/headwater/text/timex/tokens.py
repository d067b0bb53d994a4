"""Text as tokens with one class letter each, so that a rule of the grammar is a short regular expression over letters.

Letters: W weekday, M month, S season, U unit, Y year, d day number, n other number, o ordinal, D whole date, C clock
time, K decade, P part of the day, T today/yesterday/tomorrow, N tonight, R reference, J frequency, B edge (late),
``|`` line break, ``,`` ``-`` ``/`` themselves, ``s`` possessive, ``.`` whatever else; the rest in lexicon.CLASSES.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from headwater.text.timex import lexicon

# Words come first, for most tokens are words and no other kind begins with a letter; a space is taken along.
_TOKEN = re.compile(
    r" ?(?:(?P<w>[^\W\d_]+)"
    r"|(?P<D>(?<![\w/-])(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})"
    r"(?:\ \d{2}:\d{2}(?::\d{2})?)?)(?![\w/]))"
    r"|(?P<K>\b(?:1[5-9]|20)\d0['’]?s\b|['’]\d0s\b|\b[2-9]0s\b)"
    r"|(?P<C>\b\d{1,2}(?:[:.]\d{2})?\ ?(?:[ap]\.\ ?m\b\.?|[ap]m\b|[AP]M\b|[AP]\.M\.)"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b)"
    r"|(?P<o>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<y>['’]\d{2}\b(?!\d))"
    r"|(?P<d>\b\d+(?:[.,]\d+)*(?![\w]))"
    r"|(?P<s>['’]s?(?![^\W\d_]))"
    r"|(?P<p>[-,/–—|]|\n|[^\s\w]))"
)
_WORD_OR_DIGIT = re.compile(r"[^\W\d_]+|(\d)")
_MARK = re.compile(r"[^\w ]|_")
_SHORT_DOT = frozenset(lexicon.MONTH_NUMBERS) - frozenset(lexicon.MONTHS) | frozenset(lexicon.WEEKDAY_SHORT)
_MARKS = {"-": "-", "–": "-", "—": ".", ",": ",", "/": "/", "\n": "|"}
_YEARS = range(1000, 2200)
# One of these letters is in every match of every rule; the others ("the", "of", a comma) only stand around them.
TELLING = frozenset("DMYyKQWTNPCcUSnoZJRujwL")


class Token(NamedTuple):
    """A word, number or mark: its span, itself in lower case, its class letter and its number (0 where it has none).

    A tuple, for it is made for every word of every article.
    """

    start: int
    end: int
    word: str
    letter: str
    value: int = 0


def telling_tokens(text: str) -> list[Token]:
    """The runs of classed tokens in which a rule could match, in order, each with the token before and behind it.

    The other tokens of ``text`` are left out: no rule reaches over an unclassed one or asks what stands behind it.
    """
    kept: list[Token] = []
    floor = 0  # where the token begins that ended the run before: what stands before it is read
    for at in _telling(text):
        if at >= floor:
            floor = _read_around(text, _opening(text, at, floor), at, kept)
    return kept


def _telling(text: str) -> list[int]:
    """Where the digits and telling words of ``text`` begin, in order."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join([letter.lower() if len(letter.lower()) == 1 else letter for letter in text])
    found: list[int] = []
    at = 0
    for word in _MARK.sub(" ", lower).split(" "):  # which is faster than to look for each word
        if word in _TELLING_WORDS:
            found.append(at)
        elif word and not word.isalpha():
            parts = _WORD_OR_DIGIT.finditer(word)
            found += [at + part.start() for part in parts if part.lastindex or part[0] in _TELLING_WORDS]
        at += len(word) + 1
    return found


def _opening(text: str, at: int, floor: int) -> int:
    """Where to begin to read so that the run of the word at ``at`` and the token before it are whole."""
    while at > floor:
        end = at - 1
        at = max(floor, text.rfind(" ", floor, end) + 1)
        if text[end] == " " and text[at:end].isalpha() and text[at:end].lower() not in _KNOWN:
            break
    return at


def _read_around(text: str, start: int, at: int, kept: list[Token]) -> int:
    """Add the runs from ``start`` up to the first that ends behind ``at``; the offset of the token that ends it."""
    run: list[Token] = []
    before: Token | re.Match[str] | None = None
    taken = 0
    for match in _TOKEN.finditer(text, start):
        begins = match.start(match.lastgroup or 0)
        if match.lastgroup == "w" and match["w"].lower() not in _KNOWN:
            here: Token | re.Match[str] = match
        else:
            token = _token(text, match)
            if begins < taken:
                continue  # the full stop of an abbreviation that has been taken with it
            if token.letter != ".":
                run.append(token)
                taken = token.end
                continue
            here = token
        if run:
            _keep(kept, before, run, here)
            run = []
        before = here
        if begins >= at:
            return begins
    if run:
        _keep(kept, before, run, None)
    return len(text)


def _keep(
    kept: list[Token], before: Token | re.Match[str] | None, run: list[Token], behind: Token | re.Match[str] | None
) -> None:
    """Add a run with its neighbours to those ``kept`` where one of its letters could begin or bear a match."""
    if TELLING.isdisjoint([token.letter for token in run]):
        return
    opening = _plain(before)
    kept += [token for token in opening if not kept or token.start > kept[-1].start]
    kept += [*run, *_plain(behind)]


def _plain(neighbour: Token | re.Match[str] | None) -> list[Token]:
    if isinstance(neighbour, re.Match):
        return [Token(neighbour.start("w"), neighbour.end("w"), neighbour["w"].lower(), ".")]
    return [] if neighbour is None else [neighbour]


def _token(text: str, hit: re.Match[str]) -> Token:
    kind = hit.lastgroup or "p"  # every alternative has a name
    word = hit[kind]
    start, end = hit.span(kind)
    match kind:
        case "w":
            return _word(text, word, start, end)
        case "d":
            return _number(word, start, end)
        case "o":
            return Token(start, end, word, "o", int(word[:-2]))
        case "p":
            return Token(start, end, word, _MARKS.get(word, "."))
        case "y":
            return Token(start, end, word, "y", int(word[1:]))
        case _:
            return Token(start, end, word, kind)


def _number(word: str, start: int, end: int) -> Token:
    if not word.isdigit() or not word.isascii() or len(word) > 4:
        whole = word.replace(",", "")
        value = int(whole) if whole.isdigit() and whole.isascii() and len(whole) < 6 else 0
        return Token(start, end, word, "n" if value else ".", value)
    value = int(word)
    if len(word) == 4:
        return Token(start, end, word, "Y" if value in _YEARS else "n", value)
    return Token(start, end, word, "d" if 1 <= value <= 31 and len(word) < 3 else "n", value)


def _word(text: str, original: str, start: int, end: int) -> Token:
    word = original.lower()
    letter, value = _letter(word, original)
    if letter in "MW" and word in _SHORT_DOT and text[end : end + 1] == ".":
        end += 1
    return Token(start, end, word, letter, value)


def _letter(word: str, original: str) -> tuple[str, int]:
    if original[0].isupper():
        if word in lexicon.MONTH_NUMBERS:
            return "M", lexicon.MONTH_NUMBERS[word]
        weekday = lexicon.WEEKDAY_NUMBERS.get(word, lexicon.WEEKDAY_SHORT.get(word))
        if weekday is not None:
            return "W", weekday
        if word.endswith("s") and word[:-1] in lexicon.WEEKDAY_NUMBERS:
            return "w", lexicon.WEEKDAY_NUMBERS[word[:-1]]
    letter = _TABLE.get(word)
    if letter is not None:
        return letter, _VALUES.get(word, 0)
    return ".", 0


_VALUES = lexicon.NUMBERS | lexicon.SCALES | lexicon.ORDINALS
_TABLE: dict[str, str] = {}
for _letter_of, _names in (
    ("U", lexicon.UNITS), ("n", lexicon.NUMBERS), ("k", lexicon.SCALES), ("o", lexicon.ORDINALS),
    ("S", lexicon.SEASONS), ("P", lexicon.DAYPARTS), ("c", lexicon.CLOCK_WORDS), ("T", lexicon.SAME_DAY),
    ("R", lexicon.REFERENCES), ("J", lexicon.FREQUENCIES), ("Q", lexicon.DECADES), ("Z", lexicon.HOLIDAYS),
    ("B", lexicon.EDGES), ("", lexicon.LETTERS),
):  # fmt: skip
    for _name in _names:
        _TABLE.setdefault(_name, _letter_of or lexicon.LETTERS[_name])
_TABLE["tonight"] = "N"
_TABLE["overnight"] = "N"
_NAMED = frozenset(lexicon.MONTH_NUMBERS).union(
    lexicon.WEEKDAY_SHORT, lexicon.WEEKDAYS, (f"{name}s" for name in lexicon.WEEKDAYS)
)
_KNOWN = _NAMED.union(_TABLE)  # every word that can have another letter than the full stop
_TELLING_WORDS = _NAMED.union(name for name, letter in _TABLE.items() if letter in TELLING)
