"""What an expression of quantity counts or measures, in the sentence's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from headwater.account.particulars.expressions import Expression
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
from headwater.model.particulars import ValueKind

_NEXT_WORD = re.compile(r"(?:\s|-(?=[a-z]))[“\"‘]?([^\W\d][\w.'’&-]*)")
_OF_THEM = re.compile(r" of (?:them|whom)(?: (?:were|are|was))?(?= [a-z])")
_SIZED = re.compile(  # "eight million 250ml bottles", "half of the 1,200 workers"
    r" (?:\d+-(?:year|month|week|day)-old |\d[\w.,]*[ -])([a-z][a-z-]*)\b"
)
_PAIRED = re.compile(r" and( )(?=[A-Z][\w-]* [a-z-]+s\b)")  # "dozens of Red and White ships"
_PART_OF = re.compile(r" (?:out )?of(?: (?:the|its|their|his|her|my|your|our|all|these|those|this|that|an?))?(?= \w)")
_FUNCTION_IN = re.compile(r" (?:in|worth of)(?: (?:the|its|their|annual|total|an?))?(?= [a-z])")
_MORE = word_list("more")
_NOUNS_IN_LY = word_list("nouns_in_ly")
_EVENT_NOUNS = word_list("event_nouns")
_LINKS = (
    "of|to|at|by|from|is|are|was|were|be|been|than|costs?|costing|worth|totall?(?:ed|ing)|reach(?:ed|es|ing)?"
    "|measur(?:es|ed|ing)|exceed(?:ed|s|ing)|hit|number(?:s|ed)?|" + "|".join(sorted(DIRECT_CHANGE))
)
_LINKED = re.compile(  # what ties a figure to the noun before it: "a profit of $5", "the bid rose to $9", "costs $5"
    rf"\b(?:{_LINKS})(?: (?:nearly|about|almost|over|some|a|the|record|just|only))* $", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"[^\W\d][\w'’&-]*(?:\.[A-Z]\.)?|[.;:!?()—–]|,")
_CONVERTED = re.compile(r" ?\((?:or |about |around |some |approximately |roughly |US ?)*")
_AMONG_THEM = re.compile(
    r"\b(?:including|of (?:which|whom|them)|compared (?:with|to)|(?:up|down) from) (?:[a-z]+ ){0,2}$"
)
_NUMBER_OF = re.compile(r"\b(?:number|count|tally) of(?: (?:the|those|all|its|their))?(?= [a-z])", re.IGNORECASE)
_COMES_TO = re.compile(  # "has risen to about", "now stood at", "reached"
    r"\b(?:(?:ris|rose|risen|climb|jump|grow|grew|grown|increas|soar|surg|swell|swollen|f[ae]ll|drop|shr[aiu]nk|declin"
    r"|went up|gone up|was (?:raised|revised)|st(?:ands?|ood))\w*(?: \w+ly| slightly)? (?:to|at)"
    r"|reach(?:ed|es)?|hit|pass(?:ed|es)|exceed(?:ed|s)|top(?:ped|s))(?: (?:nearly|about|almost|over|some|a record))*"
    r",? $",
    re.IGNORECASE,
)
# What is measured where only the verb tells: "crested at 9.4 metres", "was valued at $2 billion".
_AT = re.compile(r"\b(crest|peak|valu|pric|cap|budget)(?:p?ed|s|es)? at (?:(?:nearly|about|around|almost) )?$", re.I)
_AT_NOUNS = {"crest": "crest", "peak": "peak", "valu": "value", "pric": "price", "cap": "cap", "budget": "budget"}
_TALLY_REACH = 120  # characters from "the number of" to its figure
_PREPOSITIONS = word_list("place_prepositions")
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


def counted(sentence: str, expression: Expression) -> Counted:
    """The counted thing of ``expression``: the noun phrase after it, else the one before it, else nothing."""
    at = expression.noun
    unit = expression.unit
    if unit is not None and unit.kind in ("money", "share", "measure"):
        part = _PART_OF.match(sentence, at) or (_FUNCTION_IN.match(sentence, at) if unit.kind == "money" else None)
        after = noun_phrase(sentence, part.end()) if part else noun_phrase(sentence, at)
        change = after.head in CHANGE_NOUNS
        whose = re.compile(r" (?:in|of|for)(?: (?:the|its|their|his|her))?(?= [A-Za-z])").match(sentence, after.end)
        if change and whose:
            after = noun_phrase(sentence, whose.end())
    else:
        part = _OF_THEM.match(sentence, at) or _PART_OF.match(sentence, at)
        after = noun_phrase(sentence, part.end() if part else at, one=expression.value == 1 and part is None)
    if not after.head:
        verb = _AT.search(sentence[max(0, expression.start - 40) : expression.start])
        if verb and unit is not None:
            noun = _AT_NOUNS[verb[1].lower()]
            return Counted(noun, noun, expression.noun, before=True)
        tied = expression.kind is ValueKind.CHANGE
        if not tied and not _LINKED.search(sentence[max(0, expression.start - 24) : expression.start]):
            return Counted("", "", expression.noun)
        return noun_before(sentence, expression.start)
    return _members(after) if expression.first.attached and unit is None else after


def _members(thing: Counted) -> Counted:
    """The members of the alliance in "30-member alliance" and "30-strong alliance"."""
    first, _, rest = thing.what.partition(" ")
    if first not in ("member", "strong", "person", "man", "seat", "room", "bed", "nation", "country"):
        return thing
    noun = {"strong": "members", "person": "people", "man": "people", "country": "countries"}.get(first, first + "s")
    return Counted(f"{rest} {noun}".strip(), noun, thing.end)


def noun_phrase(sentence: str, at: int, *, one: bool = False) -> Counted:
    """The noun phrase that begins at ``at``, after white space; empty where none does.

    ``one``: a single thing, so that a word in -s after a noun is its verb ("one proposal asks").
    """
    words: list[str] = []
    end = at
    for _ in range(_LONGEST + 2):
        match = _NEXT_WORD.match(sentence, end) or (_SIZED.match(sentence, end) if not words else None)
        if match is None:
            break
        word = match[1].rstrip(".'’") if not re.fullmatch(r"(?:[A-Z]\.)+", match[1]) else match[1]
        lower = word.lower()
        if not words and lower in _MORE:
            end = match.end()
            continue
        paired = _PAIRED.match(sentence, end) if words and words[-1][0].isupper() else None
        if paired:
            end = paired.start(1)
            match = _NEXT_WORD.match(sentence, end) or match
            word = match[1]
            lower = word.lower()
        if _ends_phrase(words, word, lower) or (one and words and lower.endswith("s") and lower != "us"):
            break
        words.append(word)
        end = match.start(1) + len(word)
        if (match[1].endswith((".", "'s", "’s")) and word != match[1]) or len(words) == _LONGEST:
            break
    if words and words[-1].lower().endswith(("'s", "’s")) and len(words) > 1:
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


def counted_things(
    sentence: str, expressions: Iterable[Expression]
) -> Iterator[tuple[Expression, Counted, int | None]]:
    """What each figure of a sentence counts, and where X begins in "the number of X rose to ..." (None elsewhere).

    A figure converted in brackets counts what the one before does, and so does a part of it: "6,000 homes, including
    1,500 in the port".
    """
    end, whole = 0, None
    for expression in expressions:
        tally = tallied(sentence, expression) if expression.unit is None else None
        thing = tally[0] if tally else counted(sentence, expression)
        if whole is not None and _says_again(sentence, end, expression, thing):
            thing = replace(whole, end=expression.noun)
        end, whole = expression.end, thing
        yield expression, thing, tally[1] if tally else None


def _says_again(sentence: str, end: int, expression: Expression, thing: Counted) -> bool:
    """Whether a figure counts what the one before, which ends at ``end``, counts: converted, or a part of it."""
    if _CONVERTED.fullmatch(sentence, end, expression.start):
        return True
    return (thing.before or not thing.head) and _AMONG_THEM.search(sentence[end : expression.start]) is not None


def tallied(sentence: str, expression: Expression) -> tuple[Counted, int] | None:
    """What "the number of X ... rose to" counts, and where X begins; None where no such words lead to the figure."""
    before = sentence[max(0, expression.start - _TALLY_REACH) : expression.start]
    opened = list(_NUMBER_OF.finditer(before))
    if not opened or _COMES_TO.search(before) is None:
        return None
    between = before[opened[-1].end() :]
    if any(letter.isdigit() or letter in ".;:!?" for letter in between):
        return None
    at = expression.start - len(between)
    thing = noun_phrase(sentence, at)
    befallen = _NEXT_WORD.match(sentence, at)
    if not thing.head and befallen and befallen[1].lower() in EVENT_OF:
        thing = Counted("people", "people", at)
    return (thing, at) if thing.head else None


def noun_before(sentence: str, start: int) -> Counted:
    """The noun phrase that a figure at ``start`` says something of: "the number of X rose to ...", "its X from ..."."""
    window = max(0, start - _WINDOW)
    tokens = [match.group() for match in _WORD_BEFORE.finditer(sentence, window, start)]
    words: list[str] = []
    commas = 0
    for position in range(len(tokens) - 1, -1, -1):
        token, lower = tokens[position], tokens[position].lower()
        if token in ".;:!?—–":
            break
        if token in ",()":
            commas += 1
            if words or commas > 1:
                break
            continue
        skipped = (
            lower in STOP
            or lower.endswith(("ed", "ing", "higher", "unchanged", "ly", "percent", "percentage", "points"))
            or lower in DIRECT_CHANGE
            or lower in UP
            or lower in EVENT_OF
        )
        if skipped and not (lower in CHANGE_NOUNS and not words and tokens[position - 1 : position] == ["the"]):
            if words:
                break
            continue
        if _placed(tokens, position) and not words:
            continue
        words.insert(0, token)
        if len(words) == 3:
            break
    head = words[-1].lower() if words else ""
    return Counted(" ".join(words).lower().replace("’", "'"), head, start, before=True)


def _placed(tokens: list[str], position: int) -> bool:
    """Whether the word is a name after a preposition ("its staff in Freedonia from 500"): a place, not the counted."""
    at = position
    while at > 0 and tokens[at][:1].isupper():
        at -= 1
    return tokens[position][:1].isupper() and at < position and tokens[at].lower() in (_PREPOSITIONS | {"the"})
