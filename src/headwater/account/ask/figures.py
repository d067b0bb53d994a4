"""Whether the figures of a sentence bear out those of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from headwater.account.compare.extents import extent
from headwater.account.compare.figure_words import value_words
from headwater.model.account import QuantityValue
from headwater.model.particulars import Modality, QuantityMention, ValueKind

_NEAR_EDGE = 0.1  # of a bound, within which a number is what the bound was told of


class Fit(StrEnum):
    """How the figures of a sentence stand to those of a claim."""

    SAME = "same"
    EXPECTED = "expected"
    OTHER = "other"
    MISSING = "missing"


def figures_fit(asked: Sequence[QuantityMention], told: Sequence[QuantityMention]) -> tuple[Fit, str | None]:
    """How the figures ``told`` stand to those ``asked``, and what they are where they are not simply the same.

    Figures are compared where they are counted in one unit and befell the same; a claim without figures fits any.
    """
    worst, note = Fit.SAME, None
    for mention in asked:
        comparable = [other for other in told if _one_kind(mention, other)]
        if not comparable:
            return Fit.MISSING, None
        fitting = [other for other in comparable if _meet(mention, other)]
        if not fitting:
            return Fit.OTHER, f"has {_words(comparable[0])} where the claim has {_words(mention)}"
        fitting = [other for other in fitting if not _leaves_open(mention, other)]
        if not fitting:
            return Fit.MISSING, None
        if all(other.modality is Modality.EXPECTED for other in fitting) and mention.modality is Modality.STATED:
            worst, note = Fit.EXPECTED, f"expects {_words(fitting[0])}"
    return worst, note


def _one_kind(a: QuantityMention, b: QuantityMention) -> bool:
    """Whether both count in one unit and the same befell the counted; the size of a body is no count of others.

    The size of a change cannot be held against a size, nor "thousands" against a number.
    """
    if a.unit != b.unit or a.event != b.event or a.what.endswith("members") != b.what.endswith("members"):
        return False
    if _delta(a) != _delta(b) and not _meet(a, b):
        return False
    if b.kind is ValueKind.RANGE and not any(letter.isdecimal() for letter in b.text):
        return False
    return a.unit is not None or bool(set(a.what.split()) & set(b.what.split()))


def _meet(a: QuantityMention, b: QuantityMention) -> bool:
    if _delta(a) != _delta(b):
        # "3,500 more" bears out "3,500" as well as "by 3,500" does.
        return {a.by, a.value} & {b.by, b.value} - {None} != set()
    one, other = extent(_value(a)), extent(_value(b))
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _leaves_open(asked: QuantityMention, told: QuantityMention) -> bool:
    """Whether a bound allows the number asked for without giving it: "more than 4,000" does not bear out 5,000."""
    edges = [edge for edge in (told.low, told.high) if edge is not None]
    if told.kind is not ValueKind.BOUND or asked.kind is not ValueKind.VALUE or asked.value is None:
        return False
    return all(abs(edge - asked.value) > _NEAR_EDGE * abs(edge) for edge in edges)


def _delta(mention: QuantityMention) -> bool:
    return mention.kind is ValueKind.CHANGE and mention.start is None and mention.to is None


def _words(mention: QuantityMention) -> str:
    return value_words(_value(mention), mention.unit)


def _value(mention: QuantityMention) -> QuantityValue:
    return QuantityValue(
        kind=mention.kind, citations=(mention.citation,), value=mention.value, low=mention.low, high=mention.high,
        start=mention.start, to=mention.to, by=mention.by, qualifier=mention.qualifier, modality=mention.modality,
    )  # fmt: skip
