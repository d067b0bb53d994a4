"""The grammar: each rule is a regular expression over the class letters of tokens, and what its groups come to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from headwater.text.timex import counted
from headwater.text.timex import readings as read
from headwater.text.timex.forms import Form
from headwater.text.timex.tokens import Token

Words = dict[str, list[Token]]
Reading = Callable[[Words], Form | None]

# Building blocks. A number is a digit run, number words ("twenty-five", "two dozen") or a figure.
_NUM = "(?P<num>n-?[nk]|[dY]-?k|[ndY]k?|Ak)"
_UNTIL = _NUM.replace("num", "until")
_EDGE = "(?P<edge>t?BO|t?B-?|)"
_WHICH = "(?P<which>[LXHu])"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over letters, the type that it yields, and the reading of its groups."""

    pattern: re.Pattern[str]
    type: str
    reading: Reading


def _rule(pattern: str, type: str, reading: Reading) -> Rule:
    return Rule(re.compile(pattern), type, reading)


RULES = (
    # whole and partial dates
    _rule("(?P<whole>D)", "DATE", read.whole_date),
    _rule(
        rf"(?:(?P<weekday>W),?)?{_EDGE}(?P<month>M)(?P<day>[do])(?:[-~]t?(?P<until>[do])(?![/U]))?(?:,?(?P<year>Y))?",
        "DATE",
        read.date,
    ),
    _rule(
        rf"(?:(?P<weekday>W),?)?{_EDGE}t?(?P<day>[do])(?:[-~](?P<until>[do]))?O?-?(?P<month>M)(?:[,-]?O?(?P<year>[Yy]))?",
        "DATE",
        read.date,
    ),
    _rule(rf"{_EDGE}(?P<month>M),?O?(?P<year>[Yy])", "DATE", read.date),
    _rule(rf"{_EDGE}(?P<month>M),?O?{_WHICH}(?P<unit>U)", "DATE", read.month_of_year),
    _rule(rf"{_EDGE}{_WHICH}?(?P<month>M)", "DATE", read.date),
    _rule(rf"{_EDGE}(?:f)?(?P<year>[Yy])(?:[-](?P<last>[Yyd]))?", "DATE", read.year),
    _rule(rf"{_EDGE}t?(?P<decade>K)", "DATE", read.decade),
    _rule(rf"{_EDGE}t?(?P<decade>Q)", "DATE", read.decade),
    # days by name, with the part of the day or the time before or after
    _rule(
        rf"(?:(?P<clock>[Cc]),?)?{_EDGE}{_WHICH}?(?P<weekday>W)(?P<part>P)?(?:i?(?P<at>[Cc]))?", "DATE", read.weekday
    ),
    _rule(r"(?P<weekday>W)(?P<part>P)?O?(?P<which>[LXH])(?P<unit>U)", "DATE", read.weekday),
    _rule(rf"(?:(?P<clock>[Cc]),?)?{_EDGE}(?P<same>T)(?P<part>P)?(?:i?(?P<at>[Cc]))?", "DATE", read.same_day),
    _rule(rf"{_EDGE}(?P<tonight>N)", "TIME", read.tonight),
    _rule(rf"(?P<clock>[Cc])?(?:it|)?{_EDGE}{_WHICH}(?P<part>P)", "TIME", read.part_of_day),
    _rule(r"(?P<edge>t?B-?)?t(?P<part>P)", "TIME", read.part_of_day),
    _rule(r"(?P<clock>[Cc])(?:(?:i?)(?P<day_word>W|T))?", "TIME", read.clock),
    _rule(r"(?P<clock>[Cc]),?i?(?:(?P<weekday>W),?)?(?P<month>M)(?P<day>[do])(?:,?(?P<year>Y))?", "TIME", read.date),
    # cycles of the calendar
    _rule(rf"{_EDGE}t?{_WHICH}(?P<unit>U)", "DATE", read.cycle),
    _rule(rf"{_EDGE}t(?P<unit>U)", "DATE", read.the_unit),
    _rule(r"(?P<unit>U)-(?P<edge>B)", "DATE", read.the_unit),
    _rule(
        rf"{_EDGE}t?{_WHICH}?(?P<season>S)(?:,?O?(?P<year>[Yy]))?(?:O?(?P<of>[LXH])(?P<unit>U))?", "DATE", read.season
    ),
    _rule(rf"{_EDGE}t?(?P<of>[LXH])(?P<yearly>U)s(?P<ord>o)-?(?P<unit>U)", "DATE", read.quarter),
    _rule(
        rf"{_EDGE}t?(?:f)?(?P<ord>o)-?(?:f)?(?P<unit>[Uh])(?:O?(?:f)?(?P<year>[Yy])|O?(?P<of>[LXH])(?P<yearly>U))?",
        "DATE",
        read.quarter,
    ),
    _rule(rf"{_EDGE}t?(?P<year>[Yy])(?P<ord>o)-?(?P<unit>U)", "DATE", read.quarter),
    _rule(r"t?(?P<ago>U)-?(?P<to>[gB])(?P<ord>o)?-?(?P<unit>[Uj])", "DATE", read.year_ago),
    _rule(r"te(?P<unit>[Uj])", "DATE", read.latest),
    _rule(r"(?:f)?(?P<unit>U)s?(?P<edge>B)", "DATE", read.the_unit),
    _rule(r"(?P<edge>B)it(?P<unit>U)", "DATE", read.the_unit),
    _rule(r"(?P<hundreds>n)(?P<rest>n-?n?)", "DATE", read.spoken_year),
    _rule(r"(?P<holiday>Z)(?:,?(?P<year>Y))?", "DATE", read.holiday),
    _rule(rf"{_WHICH}(?P<holiday>Z)", "DATE", read.holiday),
    # counted from now or from an event
    _rule(rf"(?P<mod>!?[r!t]?){_NUM}(?:-|h)?(?P<unit>U)-?(?P<to>g|a)", "DATE", counted.ago),
    _rule(r"(?P<mod>!?[r!]?)(?P<num>A|q|AqO?|h)(?P<unit>U)-?(?P<to>g|a)", "DATE", counted.ago),
    _rule(r"(?P<num>)(?P<unit>U)-?(?P<to>g)", "DATE", counted.ago),
    _rule(rf"(?P<mod>!?[r!]?){_NUM}-?(?P<unit>U)-?(?P<to>[EFB])", "DATE", counted.from_event),
    _rule(r"(?P<mod>!?[r!]?)(?P<num>Aq?O?|q|t|)(?P<unit>U)-?(?P<to>[EFB])", "DATE", counted.from_event),
    _rule(r"t(?P<unit>U)(?P<to>[EF])(?P<same>T)", "DATE", counted.beside_day),
    _rule(r"(?P<num>A|n-?[nk]|[dY]-?k|[ndY]k?)(?P<unit>U)(?P<to>i)(?P<now>R)", "DATE", counted.from_now),
    _rule(r"tz(?P<unit>U)", "DATE", counted.the_same),
    # durations
    _rule(
        rf"(?P<mod>!?[r!&]?[!r]?)t?(?P<which>[LXH]|o)?!?{_NUM}(?:[-~&]{_UNTIL})?-?!?(?P<unit>U)",
        "DURATION",
        counted.duration,
    ),
    _rule(r"(?P<mod>!?[r!]?)t?(?P<which>[LXH])?(?P<num>AqO?|q|A|hA|h|Ah)-?(?P<unit>U)", "DURATION", counted.duration),
    _rule(r"(?:t?(?P<which>[LX]|R))(?P<num>)(?P<unit>U)", "DURATION", counted.vague_duration),
    _rule(r"(?P<num>)(?P<unit>U)", "DURATION", counted.vague_duration),
    _rule(r"(?P<num>[nd])(?P<over>[dn])/(?P<under>[dn])-?(?P<unit>U)", "DURATION", counted.with_half),
    # sets and references
    _rule(r"(?P<every>v)(?P<num>[ndo])?(?P<unit>[UWPMS])(?P<part>P)?", "SET", counted.every),
    _rule(r"(?P<weekdays>w)(?P<part>P)?", "SET", counted.weekdays),
    _rule(r"(?P<often>J)", "SET", counted.often),
    _rule(r"t?(?P<ref>[Ru])", "DATE", counted.reference),
    _rule(r"t(?P<ref>L)", "DATE", counted.the_past),
)
