"""Visible dates: the date line at a page's headline, for pages that state no date, or one in UTC alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.extract.blocks import Block
from headwater.extract.dates import first_date
from headwater.extract.lines import folded

_BELOW = 14
_ABOVE = 8
_LONGEST = 160
_WORDS_BESIDE = 8
_WORD = re.compile(r"[^\W_]+")
_NOT_OWN = re.compile(r"©|copyright|(?:up|aktuali|modifi|edit|actuali|atuali|gewijzigd)\w*\W{0,3}\b", re.I)


def date_lines(blocks: Sequence[Block], titles: frozenset[str]) -> tuple[str | None, str | None]:
    """The short block with a full date nearest to the headline, and the first one further down.

    ``titles`` are the page's own titles, letters and digits alone. Where the title is not shown, the page's
    beginning stands for it.
    """
    at = _headline_at(blocks, titles)
    near = sorted(range(max(0, at - _ABOVE), min(at + _BELOW, len(blocks))), key=lambda one: (abs(one - at), -one))
    return _date_line([blocks[one] for one in near]), _date_line(blocks[at + _BELOW :])


def _date_line(blocks: Sequence[Block]) -> str | None:
    dated = [block.text for block in blocks if _is_date_line(block.text)]
    return next((text for text in dated if not _NOT_OWN.match(text)), dated[0] if dated else None)


def _headline_at(blocks: Sequence[Block], titles: frozenset[str]) -> int:
    shown = [at for at, block in enumerate(blocks) if len(block.text) < 300 and folded(block.text) in titles]
    return shown[-1] if shown and shown[-1] - shown[0] < _BELOW else (shown[0] if shown else 0)


def _is_date_line(text: str) -> bool:
    """Whether ``text`` is a date with little beside it: a name, a place, a clock; no sentence, no caption."""
    if len(text) > _LONGEST or "©" in text:
        return False
    date = first_date(text)
    return date is not None and len(_WORD.findall(text[: date.start] + " " + text[date.end :])) <= _WORDS_BESIDE
