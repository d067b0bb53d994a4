"""Whole expressions of quantity: figures with their hedges, joined to ranges, bounds and changes."""

from __future__ import annotations

import re
from typing import NamedTuple

from headwater.account.particulars.figures import Figure, find_figures
from headwater.account.particulars.lexicon import DIRECT_CHANGE
from headwater.account.particulars.units import Unit
from headwater.model.particulars import ValueKind
from headwater.text.numbers import NumeralForm

_LOW = (
    "at least|(?:just |well |slightly |a little |far |much )?(?:more than|over|above)|upwards? of|in excess of"
    "|greater than|higher than|no fewer than|no less than|not less than|not fewer than|a minimum of|exceed(?:s|ed|ing)"
    "|north of|starting at|larger than|longer than"
)
_HIGH = (
    "at most|(?:just |well |slightly |a little |far |much )?(?:less than|fewer than|under|below)|up to|as many as"
    "|as much as|as high as|as few as|a maximum of|no more than|not more than|lower than|shy of|smaller than"
)
_NEAR = (
    "about|around|approximately|approx\\.?|roughly|some|nearly|almost|close to|an estimated|estimated|more or less|near"
    "|virtually|barely|in the region of|somewhere around|or so|perhaps|maybe|~"
)
# What is "over 300 jobs" without being more than 300 of them.
_QUARREL = re.compile(
    r"\b(?:negotiat\w+|talks?|talked|bargain\w*|disputes?|rows?|argu\w+|clash\w*|fights?|fought|battles?|protests?"
    r"|strikes?|concerns?|anger|sued?|suing|lawsuits?|quarrel\w*|disagree\w*|divided|split|outrage) \Z",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    rf"(?<![\w-])(?:(?P<low>{_LOW})|(?P<high>{_HIGH})|(?P<near>{_NEAR}))"
    r"(?: (?:about|around|an estimated|some|a|the))?[ ]?$",
    re.IGNORECASE,
)
_HEDGE_WORDS = (
    "than over above of exceeds exceeded exceeding at least most under below to as about around approximately approx"
    " roughly some nearly almost estimated less near virtually barely so perhaps maybe ~ a the"
)
_HEDGE_ENDS = tuple(_HEDGE_WORDS.split())
_HEDGE_SIGN = re.compile(r"(?:(?P<low>[>≥]=?)|(?P<high>[<≤]=?)|(?P<near>[~≈]))\s?$|(?P<sub>sub-)$", re.IGNORECASE)
_HEDGE_AFTER = re.compile(
    r"(?P<low>-plus\b|\+| or (?:more|above|greater)\b)|(?P<high> or (?:less|fewer|under|below)\b)"
    r"|(?P<near>-odd\b| or so\b)"
)
_BETWEEN = re.compile(r"\bbetween (?:about |around |an estimated )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:the |a |an )?(?:current |present |previous |total of )?$", re.IGNORECASE)
_TO = re.compile(r"\bto (?:a |an |the )?(?:total of )?$", re.IGNORECASE)
_RANGE_GAP = re.compile(r"\s?(?:-|–|—|to|through|and as many as|to as many as|and up to)\s?$|- to ")
_THOUSAND = 1000
_OR_GAP = re.compile(r"-? or $")
_TO_GAP = re.compile(r"[^.;:!?()]{0,40}?,? (?:up |down )?to (?:a total of |the |a )?$")
_FROM_GAP = re.compile(r"[^.;:!?()]{0,30}?,? (?:up |down |compared with |higher )?from (?:the |a |just )?$")
_RANGES = re.compile(
    r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|priced?|run|runs|measur\w+|age[ds]?|anything|values?)"
    r" (?:\w+ )?from (?:\w+ )?$",
    re.IGNORECASE,
)
_BY_STEP = re.compile(rf"\b(?:{'|'.join(sorted(DIRECT_CHANGE))}) $", re.IGNORECASE)
_STEP = 5  # times: by less than that two ends of a range differ, by more the level that a step leads to
_OLD = re.compile(r"\b(?:up|down|higher|lower|compared with) from (?:the )?$", re.IGNORECASE)
_ARTICLE = re.compile(r" (?:an?|the)$")
_NOUN = re.compile(r" [a-z]+s\b| people\b")
_COUNTS = re.compile(r"[ -][a-z%]")  # a noun or unit behind a number
_PLACES = re.compile(r"[\d,]+\.(\d+)")
_MONEY_GAP = re.compile(
    r"(?: [a-z]+){0,3},? (?:plus|and|against|versus|from|compared with)(?: (?:a|a further|another))? ?"
)
_NO_NOUN = re.compile(r" (?:in|a year|from|to|for|last|after|before|if|over)\b|[,.;)]|$")
_LARGE = 1e6
_WINDOW = 44
_SHARING = (" in ", " in every ", " out of ", " out of every ", " of every ")
_MOST_OF = 99
_LARGEST_WHOLE = 1000


class Expression(NamedTuple):
    """An expression of quantity in a sentence: ``sentence[start:end]`` with hedges.

    The numbers are as in ``QuantityMention``, ``from_`` being its ``start``. ``noun`` is the offset behind the last
    number and its unit, where the counted noun may follow; ``first`` is the first figure of the expression. A tuple,
    for most are made anew once or twice while they are read.
    """

    start: int
    end: int
    kind: ValueKind
    noun: int
    first: Figure
    value: float | None = None
    low: float | None = None
    high: float | None = None
    from_: float | None = None
    to: float | None = None
    qualifier: str | None = None
    unit: Unit | None = None


def find_expressions(sentence: str) -> list[Expression]:
    """The expressions of quantity in a sentence, in order, none inside another."""
    figures = find_figures(sentence)
    found: list[Expression] = []
    at = 0
    while at < len(figures):
        expression, used = _operand(sentence, figures, at)
        floor = found[-1].end if found else 0
        expression, more = _change(sentence, figures, at + used, expression)
        at += used + more
        if found and expression.unit is None:
            expression = expression._replace(unit=_unsaid(sentence, found[-1], expression))
        found.append(expression if expression.start >= floor else expression._replace(start=floor))
    return found


def _unsaid(sentence: str, before: Expression, bare: Expression) -> Unit | None:
    """The unit that a bare number shares with the one before it: "the highest is 84.75 cents, the lowest 74.07"."""
    unit = before.unit
    if unit is None or unit.kind in ("share", "time", "times"):
        return None
    if unit.kind == "money" and bare.first.scale >= _LARGE and _goes_on(sentence, before, bare):
        return unit
    if _COUNTS.match(sentence, bare.end):
        return None
    first, second = (_PLACES.match(sentence, figure.number) for figure in (before.first, bare.first))
    alike = first is not None and second is not None and len(first[1]) == len(second[1])
    return unit if alike and bare.first.scale == 1 else None


def _goes_on(sentence: str, before: Expression, bare: Expression) -> bool:
    """Whether millions without a noun go on with the money before: "65 million euros plus 10 million in add-ons"."""
    joined = _MONEY_GAP.fullmatch(sentence, before.end, bare.start)
    return joined is not None and _NO_NOUN.match(sentence, bare.end) is not None


def _operand(sentence: str, figures: list[Figure], at: int) -> tuple[Expression, int]:
    """One figure with its hedge, or two that are the ends of a range; and how many figures it takes."""
    figure = figures[at]
    if at + 1 < len(figures):
        share = _share(sentence, figure, figures[at + 1])
        if share is not None:
            return _hedged(sentence, share), 2
        joined = _range(sentence, figure, figures[at + 1])
        if joined is not None:
            return joined, 2
    return _hedged(sentence, figure), 1


def _share(sentence: str, first: Figure, second: Figure) -> Figure | None:
    """The fraction that "one in five" or "3 out of 10" names; None where the two figures name none."""
    gap = sentence[first.end : second.start]
    plain = first.unit is None and second.unit is None and first.scale == second.scale == 1
    if not plain or gap not in _SHARING or not 0 < first.low < second.low:
        return None
    if first.low > _MOST_OF or (gap == " in " and first.low > 3) or second.low > _LARGEST_WHOLE:
        return None
    part = first.low / second.low
    return first._replace(end=second.end, low=part, high=part, form=NumeralForm.FRACTION)


def _range(sentence: str, first: Figure, second: Figure) -> Expression | None:
    before = sentence[max(0, first.start - _WINDOW) : first.start]
    gap = sentence[first.end : second.start]
    between = _BETWEEN.search(before)
    start, qualifier = first.start, None
    if between and re.fullmatch(r"[^.;:!?]{0,30}? and (?:about |around |up to |as many as )?", gap):
        start -= len(between.group())
    elif _RANGE_GAP.fullmatch(gap) and (not _FROM.search(before) or _OLD.search(before)):
        if "to" in gap and second.low > _STEP * first.low and _BY_STEP.search(before):
            return None  # "gained $12 to $1,480"
    elif _OR_GAP.fullmatch(gap) and second.low <= first.low + max(5.0, first.low):
        qualifier = "or"
    else:
        return None
    ends = _same_unit(sentence, first, second)
    if ends is None or not ends[0].low < ends[1].high:
        return None
    low, high = ends
    if start == first.start:
        hedge = _HEDGE.search(before)
        if hedge:
            start -= len(hedge.group())
            qualifier = hedge.group().strip().lower()
    return Expression(
        start, second.end, ValueKind.RANGE, second.end, first, low=low.low, high=high.high, qualifier=qualifier,
        unit=high.unit,
    )  # fmt: skip


def _same_unit(sentence: str, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """The two ends brought to one unit and scale; None where they measure different things."""
    if first.scale == 1 and second.scale > 12 and first.low < 1000:
        first = first._replace(low=first.low * second.scale, high=first.high * second.scale)
    if (
        second.low % _THOUSAND == 0
        and first.low < second.low / _THOUSAND
        and sentence[first.end : second.start] in "-–"
    ):
        first = first._replace(low=first.low * _THOUSAND, high=first.high * _THOUSAND)  # "5-6,000"
    if first.unit == second.unit:
        return first, second
    if first.unit and second.unit and second.unit.code.startswith(first.unit.code + "/"):
        return first._replace(unit=second.unit), second
    if first.unit is None:
        glued = sentence[first.end : first.end + 1] in " -–—,"
        return (first._replace(unit=second.unit), second) if glued or second.unit else None
    if second.unit is None and first.unit.kind == "money":
        return None if _NOUN.match(sentence, second.end) else (first, second._replace(unit=first.unit))
    return None


def _may_hedge(before: str) -> bool:
    """Whether the last word before a figure can end a hedge: asked first, for it is a tenth of the work."""
    return before.rstrip(" ").rstrip(".").lower().endswith(_HEDGE_ENDS)


def _hedged(sentence: str, figure: Figure) -> Expression:
    window = max(0, figure.start - _WINDOW)
    before = sentence[window : figure.start]
    hedge = _HEDGE.search(before) if _may_hedge(before) else _HEDGE_SIGN.search(before)
    if hedge is not None and _QUARREL.search(before, 0, hedge.start()) and hedge.group().lower().startswith("over"):
        hedge = None
    after = _HEDGE_AFTER.match(sentence, figure.end)
    start, end = figure.start, figure.end
    side, qualifier = None, None
    if hedge is not None:
        start = window + hedge.start()
        side, qualifier = hedge.lastgroup, _ARTICLE.sub("", re.sub(r"\s+", " ", hedge.group().strip().lower()))
    elif after is not None:
        end = after.end()
        side, qualifier = after.lastgroup, after.group().strip(" -").lower()
    side = "high" if side == "sub" else side
    kind, value, low, high = ValueKind.VALUE, None, None, None
    if figure.low != figure.high:
        kind, low, high = ValueKind.RANGE, figure.low, figure.high
    elif side == "low":
        kind, low = ValueKind.BOUND, figure.low
    elif side == "high":
        kind, high = ValueKind.BOUND, figure.low
    else:
        value = figure.low
    return Expression(
        start, end, kind, figure.end, figure, value, low, high, qualifier=qualifier, unit=figure.unit
    )  # fmt: skip


def _change(sentence: str, figures: list[Figure], at: int, first: Expression) -> tuple[Expression, int]:
    """``first`` as the beginning of "from .. to .." or "to .. from .."; else unchanged, with no figure more."""
    if at >= len(figures):
        return first, 0
    before = sentence[max(0, first.start - _WINDOW) : first.start]
    forward = _FROM.search(before)
    if forward is None and "from" not in sentence[first.end : figures[at].start]:
        return first, 0
    second, used = _operand(sentence, figures, at)
    gap = sentence[first.end : second.start]
    backward = _TO.search(before)
    if forward and _TO_GAP.fullmatch(gap):
        return _joined(sentence, first.start - len(forward.group()), first, second, used)
    if _FROM_GAP.fullmatch(gap) and (backward or re.search(r"\b(?:up|down|compared with|higher) from", gap)):
        turned, joined = _joined(sentence, first.start, second, first, used)
        if joined:
            return turned._replace(end=second.end, noun=first.noun, first=first.first), used
    return first, 0


def _units_join(first: Unit | None, second: Unit | None) -> bool:
    """Whether two ends of a change can have these units: the same, one left out, or a rate on one of them."""
    if first is None or second is None or first == second:
        return True
    return second.code.startswith(f"{first.code}/") or first.code.startswith(f"{second.code}/")


def _joined(sentence: str, start: int, first: Expression, second: Expression, used: int) -> tuple[Expression, int]:
    low = first.value if first.value is not None else first.low if first.low is not None else first.high
    if low is None or not _units_join(first.unit, second.unit):
        return first, 0
    if first.unit and not second.unit and _NOUN.match(sentence, second.end) and first.unit.kind != "time":
        return first, 0
    if first.unit is None and first.first.scale == 1 and second.first.scale > 12 and low < 1000:
        low *= second.first.scale
    unit = max(second.unit, first.unit, key=lambda unit: len(unit.code) if unit else 0)
    noun, end = second.noun, second.end
    high = second.value if second.value is not None else second.high
    if _RANGES.search(sentence[max(0, start - 20) : first.start]) and high is not None and low < high:
        return Expression(start, end, ValueKind.RANGE, noun, first.first, low=low, high=high, unit=unit), used
    change = Expression(
        start,
        end,
        ValueKind.CHANGE,
        noun,
        first.first,
        from_=low,
        qualifier=second.qualifier,
        unit=unit,
    )
    if second.value is not None:
        return change._replace(to=second.value), used
    return change._replace(low=second.low, high=second.high), used
