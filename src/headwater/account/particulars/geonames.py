"""Which cities a name can be the name of, by a table made from GeoNames (bench/make_places.py)."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from headwater.account.particulars.tokens import is_common

SHORT = 4  # letters; another name that short is a word of some language
TIMES = 5  # as populous a city must be before a namesake's usual name is read as its other name
LARGE = 300  # thousand inhabitants from which a bare name is more likely the city than a namesake


class _Table(NamedTuple):
    rows: list[str]
    usual: dict[str, int]
    others: dict[str, int]


def folded(name: str) -> str:
    """A name in lower case without accents, hyphens, apostrophes and full points."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return " ".join(plain.translate(_MARKS).split())


_MARKS = str.maketrans({"-": " ", "‑": " ", "–": " "} | dict.fromkeys("'’‘ʼʾʿ`.", ""))


@cache
def _table() -> _Table:
    """The table, read once; what it says depends on nothing but the package."""
    text = files("headwater.account").joinpath("data", "geonames.tsv").read_text(encoding="utf-8")
    rows = text.splitlines()[1:]
    usual: dict[str, int] = {}
    others: dict[str, int] = {}
    for number in range(len(rows) - 1, -1, -1):  # the most populous last, so that a form shared by several is its own
        form, _, more = rows[number].rpartition("\t")[2].partition(";")
        usual[form] = number
        others.update(dict.fromkeys(more.split(";"), number))
    others.pop("", None)
    return _Table(rows, usual, others)


def _thousands(number: int) -> int:
    return int(_table().rows[number].split("\t")[2])


def city_numbers(name: str) -> tuple[int, ...]:
    """The rows of the most populous city whose usual name this is, and of that which it is another name of."""
    table = _table()
    form = folded(name)
    found = {number for number in (table.usual.get(form), table.others.get(form)) if number is not None}
    return tuple(sorted(found))


def city_trait(name: str) -> str:
    """How well a name is known as a city's: "large", "small", "other" name, "word" where it is a common word, or ""."""
    table = _table()
    form = folded(name)
    number = table.usual.get(form)
    if number is None:
        return "other" if form in table.others and len(form) > SHORT else ""
    if is_common(form):
        return "word"
    return "large" if _thousands(number) >= LARGE else "small"


def same_city(a: str, b: str) -> bool | None:
    """Whether two names are one city's; None where the table does not know both.

    Two usual names are one city's only where one of them is also another name of a city many times as populous.
    """
    table = _table()
    one, two = folded(a), folded(b)
    usual = table.usual.get(one), table.usual.get(two)
    other = table.others.get(one), table.others.get(two)
    if _first(usual[0], other[0]) is None or _first(usual[1], other[1]) is None:
        return None
    if None not in usual:
        return (
            usual[0] == usual[1] or _outshines(usual[0], other[1], usual[1]) or _outshines(usual[1], other[0], usual[0])
        )
    return any(x is not None and x == y for x, y in ((usual[0], other[1]), (other[0], usual[1]), other))


def _first(*numbers: int | None) -> int | None:
    return next((number for number in numbers if number is not None), None)


def _outshines(city: int | None, by_other_name: int | None, namesake: int | None) -> bool:
    """Whether a city that goes by another name too is far larger than the namesake for which that name is usual."""
    if city is None or city != by_other_name or namesake is None:
        return False
    return _thousands(city) >= TIMES * _thousands(namesake)
