"""What counted expressions come to: spans from now or from an event, durations, sets, references."""

from __future__ import annotations

from headwater.text.timex import lexicon
from headwater.text.timex.forms import Form, FormKind, Unit
from headwater.text.timex.readings import Words, first, is_plural, time_of, unit_of
from headwater.text.timex.tokens import Token

_CODES = {Unit.SECOND: "TS", Unit.MINUTE: "TM", Unit.HOUR: "TH", Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M",
          Unit.QUARTER: "Q", Unit.YEAR: "Y", Unit.WEEKEND: "WE", Unit.DECADE: "E", Unit.CENTURY: "C"}  # fmt: skip
_LONGER = {Unit.DECADE: ("Y", 10), Unit.CENTURY: ("Y", 100), Unit.FORTNIGHT: ("W", 2), Unit.QUARTER: ("Q", 1)}


def number_of(tokens: list[Token]) -> int | None:
    """The value of a number's tokens; None for "several", "a few" and where there are none."""
    total: int | None = None
    for token in tokens:
        if token.letter == "A":
            total = 1 if total is None else total
        elif token.letter == "q":
            total = 2 if token.word == "couple" else None
        elif token.letter == "k":
            total = (total or 1) * token.value
        elif token.letter in "ndoY":
            total = token.value + (total or 0)
    return total


def ago(words: Words) -> Form | None:
    """As in "two years ago", "a week ago", "three days ahead"; "years ago" is vague."""
    unit, amount = unit_of(words), number_of(words.get("num", []))
    if unit is None:
        return None
    back = words["to"][0].letter == "g"
    mod = _approximate(words)
    if amount is None or unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        vague = amount is None
        value = "PAST_REF" if back else "FUTURE_REF"
        return (
            Form(FormKind.FIXED, value=value, unit=unit, mod=mod)
            if vague
            else Form(FormKind.SHIFT, unit=Unit.DAY, amount=0)
        )
    return Form(FormKind.SHIFT, unit=unit, amount=-amount if back else amount, mod=mod)


def _approximate(words: Words) -> str | None:
    said = " ".join(token.word for token in words.get("mod", ()))
    for cue, mod in (("more", "MORE_THAN"), ("over", "MORE_THAN"), ("least", "EQUAL_OR_MORE"), ("less", "LESS_THAN")):
        if cue in said:
            return mod
    return "APPROX" if said and said != "the" else None


def from_event(words: Words) -> Form | None:
    """As in "a day after the attack", "two days later", "a year earlier": counted from something else that is dated."""
    unit, to = unit_of(words), words["to"][0]
    if unit is None or (to.letter == "B" and to.word not in ("later", "earlier")):
        return None
    num = words.get("num", [])
    amount = 1 if num and num[0].letter == "t" else number_of(num)
    if amount is None and not num and to.letter == "B":
        return None
    back = to.letter == "E" or to.word == "earlier"
    signed = None if amount is None else (-amount if back else amount)
    return Form(FormKind.EVENT, unit=unit, amount=signed, mod=_approximate(words))


def the_same(words: Words) -> Form | None:
    """As in "the same day", "that same week"."""
    unit = unit_of(words)
    return Form(FormKind.EVENT, unit=unit, amount=0) if unit else None


def duration(words: Words) -> Form | None:
    """As in "two days", "almost a year", "the past six months", "a few hours"."""
    token, unit = words["unit"][0], unit_of(words)
    num = words.get("num", [])
    if unit is None:
        return None
    amount = number_of(num)
    if words.get("which") and not is_plural(token) and amount is None:
        return None
    half = any(part.letter == "h" for part in num)
    mod = _approximate(words)
    return Form(FormKind.FIXED, unit=unit, amount=amount, value=period(unit, amount, half=half), mod=mod)


def period(unit: Unit, amount: int | None, *, half: bool = False) -> str:
    """The TIMEX3 value of ``amount`` units; X where the number is vague."""
    code, factor = _CODES.get(unit, "D"), 1
    if amount is not None and unit in _LONGER:
        code, factor = _LONGER[unit]
    head = "PT" if code.startswith("T") else "P"
    number = "X" if amount is None else str(amount * factor)
    if half:
        number = {"D": "0.5", "Y": "0.5"}.get(code, "0.5")
    return f"{head}{number}{code.removeprefix('T')}"


def vague_duration(words: Words) -> Form | None:
    """As in "years", "recent weeks", "the coming months"."""
    unit = unit_of(words)
    if unit is None or not is_plural(words["unit"][0]):
        return None
    which = first(words, "which")
    if which is not None and which.letter == "R" and which.word not in ("recent", "future"):
        return None
    return Form(FormKind.FIXED, unit=unit, value=period(unit, None))


def every(words: Words) -> Form | None:
    """As in "every Monday", "each year", "every two weeks"."""
    token, amount = words["unit"][0], number_of(words.get("num", []))
    value = ""
    if token.letter == "U":
        value = period(lexicon.UNITS[token.word], amount or 1)
    elif token.letter == "W":
        value = f"XXXX-WXX-{token.value + 1}"
    elif token.letter == "M":
        value = f"XXXX-{token.value:02d}"
    elif token.letter == "S":
        value = f"XXXX-{lexicon.SEASONS[token.word]}"
    elif token.letter == "P":
        value = f"XXXX-XX-XX{lexicon.DAYPARTS[token.word]}"
    return Form(FormKind.FIXED, value=value + time_of(words)) if value else None


def weekdays(words: Words) -> Form | None:
    """As in "Mondays", "Friday nights"."""
    return Form(FormKind.FIXED, value=f"XXXX-WXX-{words['weekdays'][0].value + 1}{time_of(words)}")


def often(words: Words) -> Form | None:
    """As in "daily", "weekly", "annual"."""
    return Form(FormKind.FIXED, value=lexicon.FREQUENCIES[words["often"][0].word])


def reference(words: Words) -> Form | None:
    """As in "currently", "recently", "the future"."""
    return Form(FormKind.FIXED, value=lexicon.REFERENCES.get(words["ref"][0].word, "PRESENT_REF"))


def with_half(words: Words) -> Form | None:
    """As in "2 1/2 years"."""
    unit = unit_of(words)
    whole, over, under = (words[name][0].value for name in ("num", "over", "under"))
    if unit is None or (over, under) != (1, 2):
        return None
    value = f"P{whole}Y6M" if unit is Unit.YEAR else period(unit, whole).replace(str(whole), f"{whole}.5", 1)
    return Form(FormKind.FIXED, unit=unit, amount=whole, value=value)


def the_past(words: Words) -> Form | None:
    """As in "in the past"."""
    return Form(FormKind.FIXED, value="PAST_REF") if words["ref"][0].word == "past" else None


def beside_day(words: Words) -> Form | None:
    """As in "the day after tomorrow", "the day before yesterday"."""
    if unit_of(words) is not Unit.DAY:
        return None
    step = 1 if words["to"][0].letter == "F" else -1
    return Form(FormKind.SHIFT, unit=Unit.DAY, amount=lexicon.SAME_DAY[words["same"][0].word] + step)


def from_now(words: Words) -> Form | None:
    """As in "two weeks from now"."""
    unit, amount = unit_of(words), number_of(words["num"])
    if unit is None or amount is None or words["to"][0].word != "from" or words["now"][0].word != "now":
        return None
    return Form(FormKind.SHIFT, unit=unit, amount=amount)
