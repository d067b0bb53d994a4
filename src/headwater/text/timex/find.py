"""Time expressions of a text: every rule over the letters of its tokens, the longest match first."""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.text.timex.cues import BEFORE_A_YEAR, NUMBERED
from headwater.text.timex.forms import Form, FormKind, Timex
from headwater.text.timex.rules import RULES, Rule
from headwater.text.timex.tokens import Token, telling_tokens

_EVENT = re.compile(r" ([\w'’-]+(?: [\w'’-]+){0,5})")
_COUNTED = ("s", "people", "men", "women", "children", "police")  # what a bare number before it counts
_MONEY = frozenset("$€£#¥")


def find_timexes(text: str) -> list[Timex]:
    """The time expressions of English ``text`` in order, none inside another."""
    tokens = telling_tokens(text)
    letters = "".join([token.letter for token in tokens])
    candidates: list[tuple[int, int, int, Timex]] = []
    for rank, rule in enumerate(RULES):
        for match in rule.pattern.finditer(letters):
            made = _made(text, tokens, rule, match)
            if made is not None:
                candidates.append((-(match.end() - match.start()), rank, match.start(), made))
    taken: list[Timex] = []
    used = bytearray(len(text) + 1)
    for _, _, _, timex in sorted(candidates, key=lambda item: item[:3]):
        if not any(used[timex.start : timex.end]):
            used[timex.start : timex.end] = b"\x01" * (timex.end - timex.start)
            taken.append(timex)
    return sorted(taken, key=lambda timex: timex.start)


def _made(text: str, tokens: list[Token], rule: Rule, match: re.Match[str]) -> Timex | None:
    if match.start() == match.end():
        return None
    groups = rule.pattern.groupindex
    words = {name: tokens[match.start(at) : match.end(at)] for name, at in groups.items() if match.start(at) >= 0}
    form = rule.reading(words)
    if form is None or not _plausible(text, tokens, match, form):
        return None
    start, end = tokens[match.start()].start, tokens[match.end() - 1].end
    if form.kind is FormKind.EVENT and match.group()[-1] in "EF":
        form = _with_event(text, end, form)
    return Timex(start, end, _type(rule, form), form)


def _type(rule: Rule, form: Form) -> str:
    return "TIME" if form.time and rule.type == "DATE" else rule.type


def _with_event(text: str, end: int, form: Form) -> Form:
    match = _EVENT.match(text, end, end + 80)
    return replace(form, event=match.span(1)) if match else form


def _plausible(text: str, tokens: list[Token], match: re.Match[str], form: Form) -> bool:
    """Whether the words around allow the reading: a bare "2000" may count people, "May" may be a verb or a name."""
    if [token.letter for token in tokens[match.end() : match.end() + 2]] == ["-", "x"]:
        return False  # an age: "the six-year-old"
    only = tokens[match.start()] if match.end() - match.start() == 1 else None
    if only is None:
        return True
    before = tokens[match.start() - 1] if match.start() else None
    after = tokens[match.end()] if match.end() < len(tokens) else None
    if only.letter == "Y":
        return _is_year(text, only, before, after)
    if only.letter == "y" or only.letter == "Q" or only.letter == "d":
        return False
    if only.letter == "M" and only.word in ("may", "march", "april", "june", "august", "mar"):
        return before is not None and (before.word in BEFORE_A_YEAR or before.letter in "BLXH")
    return True


def _is_year(text: str, year: Token, before: Token | None, after: Token | None) -> bool:
    if before is not None and (before.word in _MONEY or (before.letter in "-/" and before.end == year.start)):
        return False
    if after is not None and (after.word == "%" or (after.letter in "/k" and after.start == year.end)):
        return False
    if before is not None and before.word in BEFORE_A_YEAR and not (after is not None and after.letter == "U"):
        return True
    if not 1900 <= year.value <= 2100 or (before is not None and before.word in NUMBERED):
        return False
    counted = after is not None and after.start == year.end + 1 and after.word.endswith(_COUNTED)
    return not counted
