"""Sentence spans of news text."""

from __future__ import annotations

import re

from headwater.text.abbreviations import BEFORE_A_NAME, BEFORE_A_NUMBER, EITHER, OPENERS, SPEECH

# A run of stops, spaced ones (". . .") too, is always taken whole with the marks that close behind it, so no text can
# make the search go back.
# One class of characters begins all matches, since a search for one is several times faster than for a choice of two.
_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_STOPS = ".!?…‥。！？．｡।॥۔؟։።"
_BREAK = re.compile(
    f"([{_ENDS}{_STOPS}])(?:(?<=[{_ENDS}])[{_ENDS}]*"
    f"|([{_STOPS}]*(?: \\.(?!\\w))*)((?:[\"'”’»›)\\]}}」』）】]| ?\\[[0-9]{{1,3}}\\])*))"
)
_NEXT = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]*([\"'“‘„«‹(\\[{「『（【¿¡—–*•-]*[ \u00a0]?)")
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NAME_SPEAKS = re.compile(r"(?:[^\W\d_][\w.'’-]{0,40} ){1,4}")
_FULL_WIDTH = frozenset("。！？．｡")
_ELLIPSES = frozenset({"..", "…", "……"})
_DOUBTFUL = BEFORE_A_NAME | BEFORE_A_NUMBER | EITHER
_OPENING = frozenset("\"'“‘„«(")
_WORD_REACH = 24  # characters looked back for the word before a stop; the longest abbreviation is shorter


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text``, in order, without surrounding white space.

    A line break always ends a sentence. The spans do not overlap and cover all but white space. Rules after Mikheev
    (2002) and Kiss and Strunk (2006): a stop is doubtful after an abbreviation, and what follows decides. Time is
    linear in the length.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        at, end = match.span()
        if text[end : end + 1] == "\n":
            continue  # the line break that follows ends the sentence, whatever the stop does
        # Nearly all stops: an ordinary word before it, a blank and a letter behind it.
        if end - at == 1 and text[at] == "." and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
            if text[end + 1].islower() or not (_is_ordinary(text, at, start) or _ends_sentence(text, match, start)):
                continue
        elif end < len(text) and match.group(2) is not None and not _ends_sentence(text, match, start):
            continue
        _append_stripped(spans, text, start, end)
        start = end
    _append_stripped(spans, text, start, len(text))
    return spans


def _is_ordinary(text: str, at: int, start: int) -> bool:
    """Whether the word before ``at`` is none after which a stop is doubtful."""
    reach = text[max(start, at - _WORD_REACH) : at]
    word = reach[reach.rfind(" ") + 1 :]
    return len(word) > 1 and word.isalpha() and word.lower() not in _DOUBTFUL


def _append_stripped(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the run of stops that ``match`` found ends the sentence that began at ``start``."""
    at, end = match.start(), match.end()
    if end == len(text):
        return True
    stops, closers = match.group(1) + match.group(2), match.group(3)
    if stops[:2] in _ELLIPSES and (at == start or (text[at - 1] in _OPENING and not text[at - 2 : at - 1].strip())):
        return False
    if stops[-1] in _FULL_WIDTH:
        return True
    if not text[end].isspace():
        return _space_is_missing(text, at, end)
    following = _NEXT.match(text, end)
    after = following.end() if following else end
    first = text[after : after + 1]
    if not first or first.isspace():
        return True
    if first.islower():
        return False
    if stops == ".":
        return _stop_ends(text, at, start, after, closed=bool(closers))
    if closers and stops[-1] in "!?":
        return not _speaker_follows(text, after)
    return True


def _space_is_missing(text: str, at: int, end: int) -> bool:
    """Whether a sentence ends at a stop that the next one touches ("... said.The next")."""
    before = text[max(0, at - 3) : at]
    after = text[end : end + 2]
    return len(before) == 3 and before.isalpha() and before.islower() and after.istitle() and after.isalpha()


def _stop_ends(text: str, at: int, start: int, after: int, *, closed: bool) -> bool:
    """Whether a single full stop at ``at``, with the next word at ``after``, ends a sentence."""
    reach = text[max(start, at - _WORD_REACH) : at].split()
    if not reach or not text[at - 1].isalnum():
        return True
    word = reach[-1].lstrip("\"'“‘„«([{—–-*").lower().replace("’", "'")
    if "—" in word or "–" in word:
        word = re.split("[—–]", word)[-1]
    if closed and "." not in word and word not in BEFORE_A_NAME:
        return True
    digit_follows = text[after].isdigit()
    if word in BEFORE_A_NAME or (digit_follows and word in BEFORE_A_NUMBER):
        return False
    if word.isdigit():
        return not (len(reach) == 1 and len(word) <= 3 and not text[start : at - len(word)].strip())
    if word in EITHER or _is_dotted(word):
        return not digit_follows and _opens_sentence(text, after)
    if len(word) == 1 and text[at - 1].isupper():
        return _opens_sentence(text, after) and text[at - 1] != "I"
    return True


def _is_dotted(word: str) -> bool:
    """Whether the word is made of single letters parted by stops: u.s, e.u, j.r.r"""
    return len(word) >= 3 and word[1] == "." and all(len(piece) <= 2 for piece in word.split("."))


def _opens_sentence(text: str, after: int) -> bool:
    word = _FIRST_WORD.match(text, after)
    return word is not None and word.group().lower().replace("’", "'") in OPENERS


def _speaker_follows(text: str, after: int) -> bool:
    """Whether the words at ``after`` name who has just asked or cried: `"Why?" Ms Doe asked.`"""
    window = text[after : after + 160]
    names = _NAME_SPEAKS.match(window)
    if names is None:
        return False
    words = names.group().split()
    trailing = _FIRST_WORD.match(window, names.end())
    spoken = [word.lower().rstrip(".") for word in words[1:]] + ([trailing.group().lower()] if trailing else [])
    return any(word in SPEECH for word in spoken)
