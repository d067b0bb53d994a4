"""Whether the words around a time expression speak of the past or of the future."""

from __future__ import annotations

import re

from headwater.text.timex import cues
from headwater.text.timex.forms import Direction, Timex

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"[.!?][\"”’)]?\s|\n")
_REACH = 18  # words on either side


def direction_at(text: str, timex: Timex) -> Direction:
    """The direction that the nearest verb before ``timex``, else the first after it, gives in the same sentence."""
    before = text[max(0, timex.start - 160) : timex.start]
    ends = list(_END.finditer(before))
    words = _WORD.findall(before[ends[-1].end() :] if ends else before)
    found = _nearest([word.lower() for word in words[-_REACH:]][::-1], backwards=True)
    if found is not Direction.UNKNOWN:
        return found
    after = text[timex.end : timex.end + 160]
    end = _END.search(after)
    words = _WORD.findall(after[: end.start()] if end else after)
    return _nearest([word.lower() for word in words[:_REACH]], backwards=False)


def _nearest(words: list[str], *, backwards: bool) -> Direction:
    for position, word in enumerate(words):
        next_word = words[position - 1 if backwards else position + 1 : position if backwards else position + 2]
        if (
            word in cues.FUTURE
            or word.endswith(("'ll", "’ll"))
            or (word in cues.FUTURE_WITH_TO and next_word == ["to"])
        ):
            return Direction.FUTURE
        if word in cues.PAST:
            return Direction.PAST
        if word.endswith("ed") and word not in cues.ENDS_IN_ED:
            before = words[position + 1 : position + 2] if backwards else words[position - 1 : position]
            if not (before and before[0] in cues.BEFORE_A_PARTICIPLE):
                return Direction.PAST
    return Direction.UNKNOWN
