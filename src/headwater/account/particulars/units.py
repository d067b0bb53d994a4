"""Units and currencies beside a numeral: "km", "per cent", "US$", "dollars a barrel"."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the report names it (``code``, singular); ``kind`` is measure, share, time or money."""

    code: str
    name: str
    kind: str


def _plural(word: str) -> str:
    return word if word.endswith(("s", "feet", "reais", "kronor", "kroner", "celsius", "hertz")) else word + "s"


_DATA = json.loads(files("headwater.account.particulars").joinpath("units.json").read_text("utf-8"))
_WORDS: dict[str, Unit] = {}
_SYMBOLS: dict[str, Unit] = {}
_PREFIXES: dict[str, Unit] = {}
UNIT_NAMES: dict[str, str] = {}
for _row in [*_DATA["units"], *({**row, "kind": "money"} for row in _DATA["currencies"])]:
    _unit = Unit(_row["code"], _row["name"], _row["kind"])
    UNIT_NAMES[_unit.code] = _unit.name
    for _word in _row["words"]:
        _WORDS[_word] = _WORDS[_plural(_word)] = _unit
    for _symbol in _row["symbols"]:
        _SYMBOLS[_symbol.strip()] = _unit
        if _unit.kind == "money" and _unit.code not in ("penny", "cent"):
            _PREFIXES[_symbol] = _unit
POUND_MASS = _WORDS["lb"]
SOME_POUND = Unit("pound", "pound", "money")  # of a country that the sentence does not tell
CURRENCIES = frozenset(row["code"] for row in _DATA["currencies"])
_PER = frozenset(_DATA["per"])
_TIMES = frozenset(unit.code for unit in _WORDS.values() if unit.kind == "time")


def _any_of(forms: dict[str, Unit]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_AFTER_WORD = re.compile(
    rf"[\s\u00a0]?[\s\u00a0-]?({_any_of(_WORDS).replace(chr(92) + ' ', '[ -]')})(?![\w])", re.IGNORECASE
)
# The first word of every unit: a text that goes on with another has none, which spares it the list of all.
_LEAD = re.compile(r"[\s\u00a0]?[\s\u00a0-]?([A-Za-z]+)")
_LEADING = frozenset(match[0] for form in _WORDS if (match := re.match("[a-z]+", form, re.IGNORECASE)))
_AFTER_SYMBOL = re.compile(rf"([\s\u00a0-]?)({_any_of(_SYMBOLS)})(?![A-Za-z0-9])")
_BEFORE_MONEY = re.compile(rf"(?:(?<=[\s(\[/“\"'‘—–:~<>-])|^)({_any_of(_PREFIXES)})[\s\u00a0]?$")
_RATE = re.compile(
    r"(?:[ ](?:per|an?|each|every)[ ]|/|-(?:an?|per)-)(sq(?:uare|\.)? ?(?:m|ft|foot|met(?:er|re))|[a-z]+)\b"
    r"(?! (?:earlier|ago|later|before|after|on)\b)"
)
_ATTACHED_ONLY = frozenset({"m", "g", "p", "pc", "L", "A", "V", "W", "MP", "ha", "ms", "in."})
_MONEY_WINDOW = 8


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit that begins at ``at``, a space or hyphen before it or none, and the offset of its end; None without."""
    symbol = _AFTER_SYMBOL.match(text, at)
    if symbol and (not symbol[1] or symbol[2] not in _ATTACHED_ONLY):
        return _SYMBOLS[symbol[2]], symbol.end()
    lead = _LEAD.match(text, at)
    word = _AFTER_WORD.match(text, at) if lead and lead[1].lower() in _LEADING else None
    if word is None or word.start(1) == at:
        glued = word is not None and text[at - 1 : at].isdigit()
        if not glued or word is None:
            return None
    form = word[1].lower()
    unit = _WORDS.get(form) or _WORDS.get(form.replace("-", " "))
    return (unit, word.end()) if unit else None


def currency_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency sign or code that ends at ``at`` and the offset of its start; None where there is none."""
    window = max(0, at - _MONEY_WINDOW)
    match = _BEFORE_MONEY.search(text[window:at])
    return (
        (_PREFIXES[match[1]] if match[1] in _PREFIXES else _SYMBOLS[match[1]], window + match.start(1))
        if match
        else None
    )


def rate_after(text: str, at: int, unit: Unit) -> tuple[Unit, int] | None:
    """``unit`` per something where the text goes on so at ``at`` ("a barrel", "per hour", "/share"), and the end."""
    match = _RATE.match(text, at)
    if match is None:
        return None
    per = match[1]
    if per.startswith("sq"):
        per = "m2" if "m" in per[2:] else "ft2"
    elif per not in _PER or (unit.kind != "money" and per not in _TIMES and per not in ("person", "capita")):
        return None
    per = "year" if per == "annum" else per
    per_name = UNIT_NAMES.get(per, per)
    return Unit(f"{unit.code}/{per}", f"{unit.name} per {per_name}", unit.kind), match.end()
