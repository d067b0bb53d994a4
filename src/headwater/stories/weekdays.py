"""The days of the week that articles name at their beginning: what tells today's event from yesterday's of its kind."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.model.article import Article
from headwater.stories.tokens import Tokens, forms_of
from headwater.text.shingles import Hashes

Floats = NDArray[np.float32]

_REACH, _SIGNS = 200, 1000  # tokens, and characters; further on a report tells of other days
_DAYS = 7
_NUMERIC = re.compile(r"\d+[/.-]\d+(?:[/.-]\d+)*")  # a digit first, which is found several times as fast
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})")  # as "17/7"


@cache
def weekday_words() -> tuple[tuple[str, ...], ...]:
    """For each day, Monday first, its names in many languages, as they stand after "on"."""
    table = files("headwater.stories").joinpath("data/weekdays.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split()) for line in table.splitlines())


def weekday_counts(tokens: Tokens, row: NDArray[np.int64], rank: NDArray[np.int64], rows: int) -> Floats:
    """How often each of ``rows`` articles names each day; (rows, 7). ``rank``: a token's place in its article."""
    forms, days = _forms()
    near = np.flatnonzero(rank < _REACH)
    form = tokens.form[near]
    place = np.minimum(np.searchsorted(forms, form), len(forms) - 1)
    found = forms[place] == form
    cell = row[near[found]] * _DAYS + days[place[found]]
    return np.bincount(cell, minlength=rows * _DAYS).reshape(rows, _DAYS).astype(np.float32)


def recent_days(articles: Sequence[Article]) -> Floats:
    """How often each article gives a day of its last week in numbers, by the day of the week; (articles, 7)."""
    counts = np.zeros((len(articles), _DAYS), dtype=np.float32)
    for row, article in enumerate(articles):
        if written := article.published.date:
            for found in map(_DAY_AND_MONTH.fullmatch, _NUMERIC.findall(article.text, 0, _SIGNS)):
                if found:
                    counts[row] += _day_before(written, int(found[1]), int(found[2]))
    return counts


def _day_before(written: dt.date, day: int, month: int) -> NDArray[np.bool_]:
    """Which day of the week of the last seven days it was; none of another time."""
    days = [written - dt.timedelta(days=back) for back in range(_DAYS)]
    named = np.zeros(_DAYS, dtype=bool)
    named[[each.weekday() for each in days if (each.day, each.month) == (day, month)]] = True
    return named


def unit_weekdays(counts: Floats) -> Floats:
    """Rows of 1 + log count, each of unit length; without a day all 0."""
    weight = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0)
    length = np.sqrt(np.square(weight).sum(axis=1, keepdims=True))
    unit: Floats = (weight / np.maximum(length, 1)).astype(np.float32)
    return unit


@cache
def _forms() -> tuple[Hashes, NDArray[np.int64]]:
    """The hashed names, ascending, and the day of each."""
    named = [forms_of(words) for words in weekday_words()]
    forms, days = np.concatenate(named), np.repeat(np.arange(_DAYS), [len(each) for each in named])
    order = np.argsort(forms)
    return forms[order], days[order]
