"""All time expressions of one text, resolved together: later ones may count from earlier ones."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from headwater.text.timex.direction import direction_at
from headwater.text.timex.find import find_timexes
from headwater.text.timex.forms import Direction, FormKind, Resolved, Timex, Unit
from headwater.text.timex.resolve import resolve

_REACH = 600  # characters over which "a year ago" still compares with the quarter spoken of
_LOOK_BACK = 20  # expressions, so that a hostile line stays linear
_STOP = re.compile(r"[.!?][\"”’)]?\s|\n")


def resolve_all(text: str, anchor: dt.date | None) -> list[tuple[Timex, Resolved]]:
    """The time expressions of ``text`` in order, each on the calendar of ``anchor``, the day of writing.

    "a year earlier", "the quarter" and "two days later" count from the last date that was spoken of in the sentence or
    the one before.
    """
    told: list[tuple[Timex, Resolved]] = []
    for timex in find_timexes(text):
        direction = needed_direction(text, timex)
        reference = _reference(text, timex, told)
        if reference is not None and timex.form.kind is FormKind.SHIFT:
            timex = replace(timex, form=replace(timex.form, kind=FormKind.EVENT))
        told.append((timex, resolve(timex, anchor, direction=direction, reference=reference)))
    return told


def needed_direction(text: str, timex: Timex) -> Direction:
    """The direction of the tense where the expression needs one to be resolved, else unknown."""
    form = timex.form
    needs = form.kind is FormKind.WEEKDAY or (form.kind is FormKind.CALENDAR and form.year is None)
    needs = needs or form.unit is Unit.WEEKEND
    return direction_at(text, timex) if needs else Direction.UNKNOWN


def _reference(text: str, timex: Timex, told: list[tuple[Timex, Resolved]]) -> Resolved | None:
    """What ``timex`` counts from: a quarter spoken of a little before, else the last date within two sentences."""
    form = timex.form
    if _counts_in_quarters(text, timex):
        for earlier, resolved in reversed(told[-_LOOK_BACK:]):
            if timex.start - earlier.end > _REACH:
                break
            if resolved.granularity is Unit.QUARTER:
                return resolved
    if form.kind is not FormKind.EVENT or form.event is not None:
        return None
    for earlier, resolved in reversed(told[-_LOOK_BACK:]):
        if timex.start - earlier.end > _REACH or len(_STOP.findall(text[earlier.end : timex.start])) > 1:
            return None
        if resolved.first is not None and resolved.granularity is not Unit.DECADE:
            return resolved
    return None


def _counts_in_quarters(text: str, timex: Timex) -> bool:
    """Whether the expression can be a quarter of the year before ("a year ago") or the quarter spoken of."""
    form = timex.form
    if form.kind is FormKind.EVENT:
        return form.event is None and (form.unit is Unit.QUARTER or (form.unit is Unit.YEAR and form.amount == -1))
    is_ago = form.kind is FormKind.SHIFT and form.unit is Unit.YEAR and form.amount == -1
    return is_ago and text[timex.start : timex.end].lower().startswith("a year")
