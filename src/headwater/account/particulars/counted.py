"""What an expression of quantity counts or measures, in the sentence's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headwater.account.particulars.expressions import Expression
from headwater.account.particulars.lexicon import CHANGE_NOUNS, DIRECT_CHANGE, EVENT_OF, TRIVIAL_NOUNS
from headwater.account.particulars.nouns import NEXT_WORD, PERIODS, Counted, is_participle, noun_before, noun_phrase
from headwater.model.particulars import ValueKind

_OF_THEM = re.compile(r" of (?:them|whom)(?: (?:were|are|was))?(?= [a-z])")
_PART_OF = re.compile(
    r" (?:out )?of(?: (?:the|its|their|his|her|my|your|our|all|these|those|this|that|an?))?"
    r"(?: (?:first|last|next|past|final|previous)(?= \d))?(?= \w)"
)
_WHEN = re.compile(r" (?:last|this|next) (?:year|month|week|quarter|season|spring|summer|autumn|winter|time)\b")
_AGAIN = re.compile(
    r",? (?:or|up|down|higher|lower) (?:about |around |nearly |roughly |almost |some |just |more than |over |under )*"
)
_FUNCTION_IN = re.compile(r" (?:in|worth of)(?: (?:the|its|their|annual|total|an?))?(?= [a-z])")
_WHOSE = re.compile(r" (?:in|of|for)(?: (?:the|its|their|his|her))?(?= [A-Za-z])")
_NOTHING_MEASURED = TRIVIAL_NOUNS | PERIODS  # "$5 million in the first half"
_LINKS = (
    "of|to|at|by|from|is|are|was|were|be|been|than|costs?|costing|worth|totall?(?:ed|ing)|reach(?:ed|es|ing)?"
    "|measur(?:es|ed|ing)|exceed(?:ed|s|ing)|hit|number(?:s|ed)?|" + "|".join(sorted(DIRECT_CHANGE))
)
_LINKED = re.compile(  # what ties a figure to the noun before it: "a profit of $5", "the bid rose to $9", "costs $5"
    rf"\b(?:{_LINKS})(?: (?:nearly|about|almost|over|some|a|the|record|just|only))* $", re.IGNORECASE
)
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
_STEPPED = re.compile(  # "rose 45 cents to $7", "fell 3 points, to 52 percent, from 55"
    r",? (?:to|from|at|or|up|down|against|compared with)(?: [a-z]+){0,3} ?"
)
_NEAR_FIGURES = 6  # figures back that are stepped over on the way to the noun
_TALLY_REACH = 120  # characters from "the number of" to its figure


def counted(sentence: str, expression: Expression, past: Sequence[tuple[int, int]] = ()) -> Counted:
    """The counted thing of ``expression``: the noun phrase after it, else the one before it, else nothing.

    ``past``: the spans of the figures before it, with their units.
    """
    after = _behind(sentence, expression)
    unit = expression.unit
    if after.head:
        return _members(after) if expression.first.attached and unit is None else after
    verb = _AT.search(sentence[max(0, expression.start - 40) : expression.start])
    if verb and unit is not None:
        noun = _AT_NOUNS[verb[1].lower()]
        return Counted(noun, noun, expression.noun, before=True)
    tied = expression.kind is ValueKind.CHANGE
    if not tied and not _LINKED.search(sentence[max(0, expression.start - 24) : expression.start]):
        return Counted("", "", expression.noun)
    return noun_before(sentence, expression.start, past)


def _behind(sentence: str, expression: Expression) -> Counted:
    """The noun phrase behind a figure that it counts or measures; empty where none is."""
    at, unit = expression.noun, expression.unit
    nothing = Counted("", "", at)
    if unit is None or unit.kind not in ("money", "share", "measure"):
        part = _OF_THEM.match(sentence, at) or _PART_OF.match(sentence, at)
        one = expression.value == 1 and part is None
        return nothing if _WHEN.match(sentence, at) else noun_phrase(sentence, part.end() if part else at, one=one)
    part = _PART_OF.match(sentence, at) or (_FUNCTION_IN.match(sentence, at) if unit.kind == "money" else None)
    after = noun_phrase(sentence, part.end() if part else at)
    whose = _WHOSE.match(sentence, after.end) if after.head in CHANGE_NOUNS else None
    if whose:
        return noun_phrase(sentence, whose.end())
    befell = part is None and after.head == after.what and is_participle(after.head)  # "30% contained"
    return nothing if befell or (part and after.head in _NOTHING_MEASURED) or _WHEN.match(sentence, at) else after


def _members(thing: Counted) -> Counted:
    """The members of the alliance in "30-member alliance" and "30-strong alliance"."""
    first, _, rest = thing.what.partition(" ")
    if first not in ("member", "strong", "person", "man", "seat", "room", "bed", "nation", "country"):
        return thing
    noun = {"strong": "members", "person": "people", "man": "people", "country": "countries"}.get(first, first + "s")
    return Counted(f"{rest} {noun}".strip(), noun, thing.end)


def counted_things(
    sentence: str, expressions: Iterable[Expression]
) -> Iterator[tuple[Expression, Counted, int | None]]:
    """What each figure of a sentence counts, and where X begins in "the number of X rose to ..." (None elsewhere).

    A figure converted in brackets counts what the one before does, and so does a part of it: "6,000 homes, including
    1,500 in the port".
    """
    whole: Counted | None = None
    past: list[tuple[int, int]] = []
    for expression in expressions:
        tally = tallied(sentence, expression) if expression.unit is None else None
        thing = tally[0] if tally else _beside(sentence, expression, past[-_NEAR_FIGURES:])
        if whole is not None and _says_again(sentence[past[-1][1] : expression.start], thing, whole):
            thing = replace(whole, end=expression.noun)
        past.append((expression.start, max(expression.end, expression.noun)))
        whole = thing
        yield expression, thing, tally[1] if tally else None


def _beside(sentence: str, expression: Expression, past: Sequence[tuple[int, int]]) -> Counted:
    """The counted thing of a figure, the figures in ``past`` stepped over where one of them led up to it."""
    if not past or not _STEPPED.fullmatch(sentence, past[-1][1], expression.start):
        return counted(sentence, expression)
    return counted(sentence, expression, past)


def _says_again(between: str, thing: Counted, whole: Counted) -> bool:
    """Whether a figure counts what the one before does: converted, put in another unit, or a part of it.

    ``between`` is the text between the two; ``whole`` what the one before counts.
    """
    if _CONVERTED.fullmatch(between) or (whole.before and not thing.head and _AGAIN.fullmatch(between)):
        return True
    return (thing.before or not thing.head) and _AMONG_THEM.search(between) is not None


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
    befallen = NEXT_WORD.match(sentence, at)
    if not thing.head and befallen and befallen[1].lower() in EVENT_OF:
        thing = Counted("people", "people", at)
    return (thing, at) if thing.head else None
