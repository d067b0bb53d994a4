"""Noun phrases beside a figure: the one that follows it, and the one that it says something of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.particulars.lexicon import (
    CHANGE_NOUNS,
    DIRECT_CHANGE,
    EVENT_OF,
    STOP,
    UP,
    is_person,
    is_plural,
    word_list,
)
from headwater.text.number_tokens import ORDINALS, PARTS, SMALL, TENS

NEXT_WORD = re.compile(r"(?:\s|-(?=[a-z]))[“\"‘]?([^\W\d][\w.'’&-]*)")
_SIZED = re.compile(  # "eight million 250ml bottles", "half of the 1,200 workers"
    r" (?:\d+-(?:year|month|week|day)-old |\d[\w.,]*[ -])([a-z][a-z-]*)\b"
)
_OWNED = re.compile(r" \d[\d.,]*(?: (?:thousand|million|billion))?(?= [a-z])")  # "the island's 3.4 million people"
_ADVERB = re.compile(r" [a-z]+ly(?= (?:[a-z]+ed|built|made|born|grown|known|elected) [a-z])")  # "newly built barges"
_PAIRED = re.compile(r" and( )(?=[A-Z][\w-]* [a-z-]+s\b)")  # "dozens of Red and White ships"
_WORD_BEFORE = re.compile(r"[^\W\d][\w'’&-]*(?:\.[A-Z]\.)?|[.;:!?()—–]|,")
_SKIPPED = word_list("more") | SMALL.keys() | TENS.keys()
_NOUNS_IN_LY = word_list("nouns_in_ly")
_EVENT_NOUNS = word_list("event_nouns")
_PREPOSITIONS = word_list("place_prepositions")
_TYING = frozenset(("hit", "worth", "costs", "costing", "reach", "reaches", "totals", "exceeds", "measures"))
_NOUNS_IN_ED = frozenset(("hundred", "breed", "speed", "creed", "greed", "steed"))
_PARTICIPLES = frozenset(
    ("spoken", "thought", "seen", "given", "taken", "sold", "bought", "sent", "built", "lost", "won")
)
_EXPECTING = frozenset(("expect", "expects", "predict", "predicts", "seeks", "intends", "sees", "forecasts"))
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "this", "that", "last"))
_HANGING = frozenset(
    ("for", "in", "at", "on", "across", "among", "during", "from", "to", "between", "within", "before", "after")
)
PERIODS = frozenset(("quarter", "year", "month", "week", "season", "half", "period", *ORDINALS, *PARTS))
_LEAST_PARTICIPLE = 5  # letters of a word in -ed that is no noun such as "bed" or "seed"
_LONGEST = 5
_WINDOW = 110


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted thing: ``what`` in lower case, its ``head`` noun, and the offset where its words end."""

    what: str
    head: str
    end: int
    before: bool = False

    @property
    def people(self) -> bool:
        """Whether people are counted."""
        return is_person(self.head)


def is_participle(word: str) -> bool:
    """Whether a word (lower case) looks like a past participle: "collapsed", not "speed"."""
    return len(word) >= _LEAST_PARTICIPLE and word.endswith("ed") and word not in _NOUNS_IN_ED


def noun_phrase(sentence: str, at: int, *, one: bool = False) -> Counted:
    """The noun phrase that begins at ``at``, after white space; empty where none does.

    ``one``: a single thing, so that a word in -s after a noun is its verb ("one proposal asks").
    """
    words: list[str] = []
    ends = [at]
    end = at
    for _ in range(_LONGEST + 2):
        match = NEXT_WORD.match(sentence, end) or (_SIZED.match(sentence, end) if not words else None)
        if match is None:
            break
        word = match[1].rstrip(".'’") if not re.fullmatch(r"(?:[A-Z]\.)+", match[1]) else match[1]
        lower = word.lower()
        if not words and (lower in _SKIPPED or _ADVERB.match(sentence, end)):
            ends[0] = end = match.end()
            continue
        paired = _PAIRED.match(sentence, end) if words and words[-1][0].isupper() else None
        if paired:
            end = paired.start(1)
            match = NEXT_WORD.match(sentence, end) or match
            word = match[1]
            lower = word.lower()
        if _ends_phrase(words, word, lower) or (one and words and lower.endswith("s") and lower != "us"):
            break
        words.append(word)
        end = match.start(1) + len(word)
        ends.append(end)
        if (match[1].endswith((".", "'s", "’s")) and word != match[1]) or len(words) == _LONGEST:
            break
    return _trimmed(sentence, words, ends)


def _trimmed(sentence: str, words: list[str], ends: list[int]) -> Counted:
    """The phrase of these words without a verb at its end ("the building collapsed") or an owner ("the island's")."""
    while len(words) > 1 and is_participle(words[-1]):
        words.pop()
    end = ends[len(words)]
    if words and words[-1].lower().endswith(("'s", "’s")):
        owned = _OWNED.match(sentence, end)
        if owned:
            return noun_phrase(sentence, owned.end())
        if len(words) > 1:
            words.pop()
    what = " ".join(words).lower().replace("’", "'")
    return Counted(what, words[-1].lower() if words else "", end)


def _ends_phrase(words: list[str], word: str, lower: str) -> bool:
    if (
        (lower in STOP and not (word.isupper() and len(word) > 1))
        or lower.endswith("n't")
        or (lower.endswith("ly") and lower not in _NOUNS_IN_LY)
    ):
        return True
    if not words:
        return lower in EVENT_OF and lower not in _EVENT_NOUNS
    last = words[-1]
    if is_plural(last) and not last.endswith(("'s", "’s")):
        return not (is_plural(lower) and (last.lower() in ("arms", "sports", "news") or is_person(lower)))
    return lower in EVENT_OF or (lower.endswith(("ed", "ing")) and is_person(last))


def noun_before(sentence: str, start: int, past: Sequence[tuple[int, int]] = ()) -> Counted:
    """The noun phrase that a figure at ``start`` says something of: "the number of X rose to ...", "its X from ...".

    ``past``: the spans of the figures before it, with their units, which are stepped over ("X rose 45 cents to ...").
    """
    window = max(0, start - _WINDOW)
    found = list(_WORD_BEFORE.finditer(sentence, window, start))
    found = [match for match in found if not any(_within(match, first, last) for first, last in past)]
    tokens = [match.group() for match in found]
    words, at = _phrase_back(tokens, len(tokens) - 1)
    led = _led_by(tokens, at) if words and "," not in tokens[at:] and tokens[-1].lower() != "of" else None
    if led is not None:
        words = _phrase_back(tokens, led - 1)[0] or words
    head = words[-1].lower() if words else ""
    return Counted(" ".join(words).lower().replace("’", "'"), head, start, before=True)


def _led_by(tokens: Sequence[str], at: int) -> int | None:
    """Where the preposition stands by which a phrase that begins at ``at`` hangs on a noun: "rent for a flat"."""
    while at > 0 and tokens[at - 1].lower() in _ARTICLES:
        at -= 1
    if at < 2 or tokens[at - 1].lower() not in _HANGING or not tokens[at - 2][0].isalpha():
        return None
    idiom = at > 2 and tokens[at - 3].lower() in _HANGING  # "in return for contracts"
    return None if idiom or _is_passed(tokens, at - 2, parted=True) else at - 1


def _phrase_back(tokens: Sequence[str], last: int) -> tuple[list[str], int]:
    """The noun phrase nearest to ``last`` and before it, three words at most, and where it begins."""
    words: list[str] = []
    commas, first = 0, last
    for position in range(last, -1, -1):
        token = tokens[position]
        if token in ".;:!?—–":
            break
        if token in ",()":
            commas += 1
            if words or commas > 1:
                break
            continue
        if _is_passed(tokens, position, parted=bool(words)):
            if words:
                break
            continue
        if _placed(tokens, position) and not words:
            continue
        words.insert(0, token)
        first = position
        if len(words) == 3:
            break
    return words, first


def _within(word: re.Match[str], first: int, last: int) -> bool:
    """Whether a word or comma belongs to the figure at ``first..last``, the commas that part it from others too."""
    if word.group() == ",":
        return word.start() == last or word.end() <= first <= word.end() + len(" or ")
    return first <= word.start() < last


def _is_passed(tokens: Sequence[str], position: int, *, parted: bool) -> bool:
    """Whether a word on the way back to the noun is none of its own; ``parted``: some of its own were met."""
    lower, before = tokens[position].lower(), tokens[position - 1 : position]
    if not parted and (lower in PERIODS or lower in _TYING or lower in _PARTICIPLES):
        return True
    skipped = (
        lower in STOP
        or lower.endswith(("ed", "ing", "higher", "unchanged", "ly", "percent", "percentage", "points"))
        or lower in DIRECT_CHANGE
        or lower in UP
        or lower in EVENT_OF
        or lower in _EXPECTING
    )
    return skipped and not (lower in CHANGE_NOUNS and not parted and before == ["the"])


def _placed(tokens: Sequence[str], position: int) -> bool:
    """Whether the word is a name after a preposition ("its staff in Freedonia from 500"): a place, not the counted."""
    at = position
    while at > 0 and tokens[at][:1].isupper():
        at -= 1
    return tokens[position][:1].isupper() and at < position and tokens[at].lower() in (_PREPOSITIONS | {"the"})
