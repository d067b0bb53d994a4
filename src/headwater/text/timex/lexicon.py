"""The words of English time expressions, each with its class letter and value."""

from __future__ import annotations

from headwater.text.timex.forms import Unit

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: number for number, name in enumerate(MONTHS, 1) if name != "may"} | {"sept": 9}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}

SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip
UNITS = {
    **{unit.value: unit for unit in Unit if unit not in (Unit.SECOND, Unit.SEASON)},
    **{f"{unit.value}s": unit for unit in Unit if unit not in (Unit.SEASON, Unit.CENTURY)},
    "centuries": Unit.CENTURY, "hrs": Unit.HOUR, "hr": Unit.HOUR, "mins": Unit.MINUTE, "min": Unit.MINUTE,
    "secs": Unit.SECOND, "yrs": Unit.YEAR, "yr": Unit.YEAR, "twelvemonth": Unit.YEAR,
}  # fmt: skip
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
NUMBERS = {word: value for value, word in enumerate(_SMALL.split())}
NUMBERS |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)} | {"final": 4, "thirtieth": 30}
DAYPARTS = {"morning": "TMO", "mornings": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nights": "TNI",
            "dawn": "TMO", "dusk": "TEV", "midday": "TMI", "lunchtime": "TMI", "nightfall": "TNI",
            "daytime": "TDT"}  # fmt: skip
CLOCK_WORDS = {"noon": "T12:00", "midnight": "T24:00"}
SAME_DAY = {"today": 0, "yesterday": -1, "tomorrow": 1, "yesteryear": 0}
REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "soon": "FUTURE_REF", "shortly": "FUTURE_REF", "future": "FUTURE_REF",
}  # fmt: skip
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "biennial": "P2Y",
}  # fmt: skip
HOLIDAYS = {"christmas": (12, 25), "halloween": (10, 31)}
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
           "nineties": 90}  # fmt: skip
EDGES = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START",
    "mid": "MID", "middle": "MID", "midst": "MID",
    "late": "END", "later": "END", "end": "END", "close": "END",
}  # fmt: skip

# Class letters of words that only matter by their class. Digits, dates and the tables above get theirs in tokens.py.
CLASSES = {
    "A": "a an",
    "t": "the",
    "L": "last past previous prior preceding",
    "X": "next coming following upcoming",
    "H": "this",
    "g": "ago",
    "E": "before",
    "F": "after afterwards afterward following",
    "v": "every each",
    "q": "several few couple some many various",
    "r": "about around nearly almost approximately roughly over",
    "O": "of",
    "&": "and or",
    "~": "to through until till",
    "i": "in since by during until from on through between at before after for as till within of",
    "f": "fiscal",
    "!": "more less than least most up not longer",
    "a": "ahead hence",
    "z": "same that",
    "h": "half",
    "x": "old",
    "e": "latest corresponding same-year",
    "j": "period",
    "u": "current",
}
LETTERS: dict[str, str] = {}
for _letter, _words in CLASSES.items():
    for _word in _words.split():
        LETTERS.setdefault(_word, _letter)
