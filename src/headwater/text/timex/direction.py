"""Whether the words around a time expression speak of the past or of the future."""

from __future__ import annotations

import re

from headwater.text.timex import cues
from headwater.text.timex.forms import Direction, Timex

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"[.!?][\"”’)]?\s|\n")
_POSSESSIVE = re.compile(r"['’]s?\b")
_OBJECTS = frozenset(("place", "effect", "sale"))  # of "take" and "go"
_BEFORE_A_NOUN = frozenset(("a", "an", "the", "its", "his", "her", "their", "to", "of", "did", "at", "by", "in"))
_REACH = 18  # words on either side
_WINDOW = 160  # characters on either side


def direction_at(text: str, timex: Timex) -> Direction:
    """The direction that the nearest verb before ``timex``, else the first after it, gives in the same sentence.

    "by", "until" and their like directly before point ahead; of "Friday's vote" only the verb after it tells.
    """
    before = text[max(0, timex.start - _WINDOW) : timex.start]
    ends = list(_END.finditer(before))
    words = _lower(before[ends[-1].end() :] if ends else before)[-_REACH:]
    if any(word in cues.DIRECTLY_AHEAD for word in words[-2:]) or _is_scheduled(words):
        return Direction.FUTURE
    after = text[timex.end : timex.end + _WINDOW]
    end = _END.search(after)
    following = _lower(after[: end.start()] if end else after)[:_REACH]
    if _POSSESSIVE.match(after):
        return _first_ahead(following[:8])
    for position in range(len(words) - 1, -1, -1):
        found = _direction_of(words, position)
        if found is not None:
            return found
    return _first_ahead(following)


def _is_scheduled(words: list[str]) -> bool:
    """Whether the words before an expression end in a present tense of what is fixed: "begin on", "takes effect"."""
    bare = words[:-1] if words[-1:] in (["on"], ["from"]) else words
    if not bare or bare[-1] not in cues.SCHEDULED:
        return False
    if bare[-1] in _OBJECTS:
        return any(word in ("take", "takes", "go", "goes") for word in bare[-3:-1])
    return bare[-2:-1] != [] and bare[-2] not in _BEFORE_A_NOUN


def _lower(text: str) -> list[str]:
    """The words in lower case; "May" with a capital is the month and keeps it."""
    return [word if word == "May" else word.lower() for word in _WORD.findall(text)]


def _first_ahead(words: list[str]) -> Direction:
    for position in range(len(words)):
        found = _direction_of(words, position)
        if found is not None:
            return found
    return Direction.UNKNOWN


def _direction_of(words: list[str], position: int) -> Direction | None:
    """What the word at ``position`` says; None where it says nothing of time, UNKNOWN for an infinitive."""
    word = words[position]
    before = words[position - 1] if position else ""
    after = words[position + 1] if position + 1 < len(words) else ""
    if word in cues.FUTURE or word.endswith(("'ll", "’ll")) or (word in cues.FUTURE_WITH_TO and after in ("to", "for")):
        had_been = before == "been" and words[position - 2 : position - 1] == ["had"]
        return Direction.PAST if had_been else Direction.FUTURE
    if word in ("is", "are", "be") and after == "to":
        return Direction.FUTURE
    modal = before == "to" or any(earlier in cues.FUTURE for earlier in words[max(0, position - 2) : position])
    if word in cues.PAST and not modal:  # "will shut", "to cut": the same form as the past's
        return Direction.PAST
    if word == "be" and before == "to":
        return Direction.FUTURE
    if word.endswith("ed") and word not in cues.ENDS_IN_ED and before not in cues.BEFORE_A_PARTICIPLE:
        return Direction.PAST
    return None
