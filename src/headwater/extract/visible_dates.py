"""Visible dates: the date line at a page's headline, for pages that state no date, or one in UTC alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.extract.dates import dated_years, first_date, short_date

_BELOW = 14
_ABOVE = 8
_LONGEST = 160
_LONGEST_TITLE = 300
_WORDS_BESIDE = 8
_WORD = re.compile(r"[^\W_]+")
_NOT_OWN = re.compile(r"©|copyright|(?:up|aktuali|modifi|edit|actuali|atuali|gewijzigd)\w*\W{0,3}\b", re.I)


@dataclass(frozen=True, slots=True)
class DateLines:
    """The visible lines among which a page's date may stand, and which of them is its headline."""

    texts: Sequence[str]
    headline: int

    def near(self) -> str | None:
        """The short line with a full date nearest to the headline."""
        at = self.headline
        around = range(max(0, at - _ABOVE), min(at + _BELOW, len(self.texts)))
        return _date_line(self.texts[one] for one in sorted(around, key=lambda one: (abs(one - at), -one)))

    def far(self) -> str | None:
        """The first short line with a full date further down."""
        return _date_line(self.texts[self.headline + _BELOW :])


def date_lines(texts: Sequence[str], keys: Sequence[str], titles: frozenset[str]) -> DateLines:
    """The date lines of a page of blocks ``texts``, ``keys`` their letters and digits.

    ``titles`` are the page's own titles, letters and digits alone. Where the title is not shown, the page's
    beginning stands for it.
    """
    shown = [at for at, key in enumerate(keys) if key in titles and len(texts[at]) < _LONGEST_TITLE]
    at = (shown[-1] if shown[-1] - shown[0] < _BELOW else shown[0]) if shown else 0
    return DateLines(texts, at)


def _date_line(texts: Iterable[str]) -> str | None:
    dated = [text for text in texts if _is_date_line(text)]
    return next((text for text in dated if not _NOT_OWN.match(text)), dated[0] if dated else None)


def _is_date_line(text: str) -> bool:
    """Whether ``text`` is a date with little beside it: a name, a place, a clock; no sentence, no caption."""
    if len(text) > _LONGEST or "©" in text or not (dated_years(text) or short_date(text)):
        return False
    date = first_date(text)
    return date is not None and len(_WORD.findall(text[: date.start] + " " + text[date.end :])) <= _WORDS_BESIDE
