"""Warnings on figures: overtaken and conflicting ones, each in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.account.compare.figure_words import target_words, value_words
from headwater.account.tell.naming import report_names
from headwater.model.account import Quantity, QuantityValue, Status, Warning, WarningKind
from headwater.model.article import Article, Citation
from headwater.model.particulars import Modality

_MOST_OLD = 2  # overtaken figures that one sentence names
_NAMED = 1  # reports that one figure is laid at


def figure_warnings(quantities: Sequence[Quantity], articles: dict[str, Article]) -> Iterator[Warning]:
    """One warning for each thing whose figures are overtaken or in conflict."""
    for quantity in quantities:
        warning = None
        if quantity.status is Status.DIFFERS:
            warning = _conflict(quantity, articles)
        elif quantity.status is Status.CHANGED:
            warning = _overtaken(quantity, articles)
        if warning:
            yield warning


def _conflict(quantity: Quantity, articles: dict[str, Article]) -> Warning | None:
    """Names the two most carried figures that exclude each other; None where all may hold."""
    if not quantity.exclusive:
        return None
    told = max(quantity.exclusive, key=lambda pair: sum(len(_reports(value)) for value in pair))
    shown = " against ".join(
        _said(value, quantity.unit, articles) for value in sorted(told, key=lambda value: -len(_reports(value)))
    )
    others = [value for value in quantity.values if value not in told]
    text = f"Conflicting figures for {quantity.what}: {shown}."
    return Warning(WarningKind.CONFLICTING_FIGURE, text, _cited((*told, *others)))


def _overtaken(quantity: Quantity, articles: dict[str, Article]) -> Warning | None:
    """Names the overtaken figures and the one that holds now; None where nothing tells which is older."""
    old = superseded(quantity)
    new = _newest(quantity, old)
    if not old or new is None:
        return None
    aware = set(_reports(new))
    latest = sorted(old, key=lambda value: (set(_reports(value)) <= aware, _age(value)))[:_MOST_OLD]
    words = _together(latest, quantity.unit, articles)
    verb = "is" if len(latest) == 1 else "are"
    text = f"Overtaken figure for {quantity.what}: {words} {verb} now {_said(new, quantity.unit, articles)}."
    others = [value for value in quantity.values if value not in latest and value is not new]
    return Warning(WarningKind.SUPERSEDED_FIGURE, text, _cited((*latest, new, *others)))


def superseded(quantity: Quantity) -> list[QuantityValue]:
    """The overtaken figures: those expected where others are stated, else those of earlier days than the newest."""
    expected = [value for value in quantity.values if value.modality is Modality.EXPECTED]
    if expected and len(expected) < len(quantity.values):
        return expected
    newest = max((value.as_of for value in quantity.values if value.as_of), default=None)
    return [value for value in quantity.values if newest and value.as_of and value.as_of < newest]


def _newest(quantity: Quantity, old: Sequence[QuantityValue]) -> QuantityValue | None:
    """The newest figure that is not overtaken, of one day the most carried."""
    left = [value for value in quantity.values if value not in old and value.modality is Modality.STATED]
    return max(left, key=lambda value: (value.as_of is not None, value.as_of or 0, len(_reports(value))), default=None)


def _age(value: QuantityValue) -> int:
    return -value.as_of.toordinal() if value.as_of else 0


def _together(values: Sequence[QuantityValue], unit: str | None, articles: dict[str, Article]) -> str:
    """The figures with their reports, which are named once where all figures have the same ones."""
    a, b = values[0], values[-1]
    if a is not b and _reports(a) == _reports(b) and a.modality is b.modality:
        return f"{_words(a, unit)} and {_said(b, unit, articles)}"
    return " and ".join(_said(value, unit, articles) for value in values)


def _words(value: QuantityValue, unit: str | None) -> str:
    return target_words(value, unit) if value.start is not None else value_words(value, unit)


def _said(value: QuantityValue, unit: str | None, articles: dict[str, Article]) -> str:
    """The figure with the reports that have it."""
    expected = " (expected)" if value.modality is Modality.EXPECTED else ""
    denied = " (denied)" if value.modality is Modality.DENIED else ""
    return f"{_words(value, unit)}{expected}{denied} in {report_names(_reports(value), articles, most=_NAMED)}"


def _reports(value: QuantityValue) -> list[str]:
    return sorted({citation.article for citation in value.citations})


def _cited(values: Sequence[QuantityValue]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for value in values for citation in value.citations))
