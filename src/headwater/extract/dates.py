"""Explicit dates: the calendar days that a text writes out in full."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


def _folded(name: str) -> str:
    """``name`` as its letters are matched without case: all four of the Turkish i are one."""
    return name.casefold().replace("\N{COMBINING DOT ABOVE}", "").replace("ı", "i")


_MONTHS = {
    _folded(name): number
    for number, names in enumerate(
        (
            "يناير січня ιανουαρίου gener siječnja januára tammikuuta januar জানুয়ারি जनवरी "
            "jan january janvier enero januar gennaio ocak stycznia leden ledna января ianuarie janeiro januari",
            "فبراير شباط лютого φεβρουαρίου febrer veljače februára helmikuuta ফেব্রুয়ারি फरवरी फ़रवरी "
            "feb february février fevrier febrero februar febbraio şubat lutego února февраля "
            "februarie fevereiro februari",
            "مارس آذار березня μαρτίου març ožujka marca maaliskuuta maret মার্চ मार्च "
            "mar march mars marzo märz mart marca března марта martie maart março",
            "أبريل إبريل نيسان квітня απριλίου travnja apríla huhtikuuta এপ্রিল अप्रैल "
            "apr april avril abril aprile nisan kwietnia dubna апреля aprilie",
            "مايو أيار травня μαΐου maig svibnja mája toukokuuta mei মে मई "
            "may mai mayo maggio maio mei mayıs mayis maja května мая maj",
            "يونيو يونيه حزيران червня ιουνίου juny lipnja júna kesäkuuta জুন जून "
            "jun june juin junio haziran czerwca června июня iunie juni giugno junho",
            "يوليو يوليه تموز липня ιουλίου juliol srpnja júla heinäkuuta জুলাই जुलाई "
            "jul july juillet julio temmuz lipca července июля iulie juli luglio julho",
            "أغسطس آب серпня αυγούστου agost kolovoza augusta elokuuta agustus আগস্ট अगस्त "
            "aug august août aout ağustos agustos sierpnia srpna августа agosto augustus augusti",
            "سبتمبر أيلول вересня σεπτεμβρίου setembre rujna septembra syyskuuta সেপ্টেম্বর सितंबर "
            "sep sept september septembre septiembre eylül września září сентября septembrie settembre setembro",
            "أكتوبر жовтня οκτωβρίου octubre októbra lokakuuta অক্টোবর अक्टूबर "
            "oct october octobre octubre ekim października října октября octombrie oktober oktober ottobre outubro okt",
            "نوفمبر листопада νοεμβρίου novembre studenoga novembra marraskuuta নভেম্বর नवंबर "
            "nov november novembre noviembre kasım listopada listopadu ноября noiembrie novembro",
            "ديسمبر грудня δεκεμβρίου desembre prosinca decembra joulukuuta desember ডিসেম্বর दिसंबर dic déc "
            "dec december décembre decembre aralık grudnia prosince декабря decembrie diciembre "
            "dezember dicembre dezembro desember dez",
        ),
        1,
    )
    for name in names.split()
}
# Any word in the letters of months' names, looked up afterwards: to try two hundred names in turn costs far more.
_NAME = "(?P<month>[" + "".join(sorted(set("".join(_MONTHS)))) + r"]+)\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
# Each with a sign that stands in all that it matches.
_FORMS = (
    ("-", re.compile(rf"(?<![\d-]){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)")),
    ("/", re.compile(rf"(?<!\d){_YEAR}/(?P<number>\d\d)/(?P<day>\d\d)(?!\d)")),
    ("", re.compile(rf"(?<!\w){_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+{_YEAR}", re.I)),
    (
        "",
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?[\s-]+(?:of |de |del )?{_NAME}"
            rf"(?:\s?/\s?\w{{3,9}})?,?[\s-]+(?:de |del )?{_YEAR}",
            re.I,
        ),
    ),
    (".", re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}")),
    ("年", re.compile(rf"(?<!\d){_YEAR}年\s?(?P<number>\d{{1,2}})月\s?(?P<day>\d{{1,2}})日")),
    ("/", re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}")),
)
_SHORT = re.compile(r"(?<![\d.])(?P<day>\d\d)\.(?P<number>\d\d)\.(?P<year>\d\d)(?![\d.]\d|\d)")
_LONGEST_LINE = 160
_LAST_CENTURY = 70
_ANY_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_MONTH_NAMES = tuple(_MONTHS)
_ORDINALS = ("st", "nd", "rd", "th")
_OF = frozenset(("of", "de", "del"))
# How far before a year the last word of a date before it begins, and a second month after a stroke ("May/mai 2031").
_LAST_WORD = 40
_STROKE = 14
# The dates of so many lines are remembered: rows of one day have the same.
_KEPT_LINES = 1024
_KEPT_WORDS = 4096
_BEFORE_YEAR = 48
_AFTER_YEAR = 12
_MONTH_YEAR = re.compile(rf"(?<!\w){_NAME},?\s+(?:of )?{_YEAR}", re.I)


_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?=/)")


@dataclass(frozen=True, slots=True, order=True)
class WrittenDate:
    """A day that stands in a text, at ``start``..``end`` of it."""

    start: int
    end: int
    day: dt.date


def date_in_address(url: str) -> WrittenDate | None:
    """The day in the path of an address, ``/2021/02/18/`` or ``/2021/feb/18/``; None where there is none."""
    match = _IN_ADDRESS.search(url)
    if match is None:
        return None
    month = int(match["month"]) if match["month"].isdigit() else _MONTHS.get(match["month"], 0)
    try:
        day = dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    return WrittenDate(match.start("year"), match.end("day"), day)


def written_dates(text: str) -> list[WrittenDate]:
    """The full dates in ``text`` in order; those that read two ways (03/04/2021) are left out."""
    found = sorted(_matches(text))
    return [date for at, date in enumerate(found) if at == 0 or date.start >= found[at - 1].end]


@lru_cache(_KEPT_LINES)
def first_date(text: str) -> WrittenDate | None:
    """The first full date in ``text``, or None; in a short line one with two figures for its year too."""
    return next(iter(written_dates(text[:2000])), None) or short_date(text)


def short_date(line: str) -> WrittenDate | None:
    """The first day in a date line with two figures for its year ("Do 25.04.24 | 14:07 Uhr"), or None.

    Years from 70 are of the last century, as POSIX has it.
    """
    match = _SHORT.search(line) if len(line) <= _LONGEST_LINE else None
    if match is None:
        return None
    year = int(match["year"])
    try:
        day = dt.date(year + (1900 if year >= _LAST_CENTURY else 2000), int(match["number"]), int(match["day"]))
    except ValueError:
        return None
    return WrittenDate(*match.span(), day)


def dated_years(text: str) -> list[int]:
    """Where the years begin that may be part of a date or stand with a month, in order; most years are neither."""
    found: list[int] = []
    end = 0
    for place in sorted(_places(text, "19") + _places(text, "20")):
        if place >= end and _ANY_YEAR.match(text, place):
            end = place + len("2000")
            if _may_be_dated(text, place, end):
                found.append(place)
    return found


def _places(text: str, part: str) -> list[int]:
    """Where ``part`` stands in ``text``: ten times as fast as a pattern that begins with one of two figures."""
    found: list[int] = []
    place = text.find(part)
    while place >= 0:
        found.append(place)
        place = text.find(part, place + 1)
    return found


def _may_be_dated(text: str, start: int, end: int) -> bool:
    """Whether what stands beside the year at ``start`` allows a date: a day or month before it, or a sign after it."""
    if text[end : end + 1] in ("-", "/", "年"):
        return True
    before = text[max(0, start - _LAST_WORD) : start]
    last = before[-1:]
    if last == " " and "/" not in before[-_STROKE:]:
        word = before[before.rfind(" ", 0, -1) + 1 : -1]
        if word.isalpha():
            return _is_before_year(word)
    if not (last.isspace() or last in ("-", ".", "/")) or not before.strip():
        return last == "/"
    if "/" in before[-_STROKE:]:
        return True
    words = before.replace("-", " ").replace(",", " ").split()
    word = _folded(words[-1].rstrip(".")) if words else ""
    if not word or word[-1].isdigit() or _is_before_year(word):
        return bool(word)
    if word.isalpha():
        return False
    return word.endswith(_MONTH_NAMES) or (word.endswith(_ORDINALS) and word[-3:-2].isdigit())


@lru_cache(_KEPT_WORDS)
def _is_before_year(word: str) -> bool:
    """Whether the year of a date or a month may follow ``word``."""
    folded = _folded(word)
    return folded in _OF or folded in _MONTHS


def last_month(text: str) -> WrittenDate | None:
    """The latest month named with its year in ``text``, as its first day; None where there is none."""
    found = []
    for start, end in _beside_years(text):
        for match in _MONTH_YEAR.finditer(text, start, end):
            if month := _MONTHS.get(_folded(match["month"])):
                found.append(WrittenDate(*match.span(), dt.date(int(match["year"]), month, 1)))
    return max(found, key=lambda date: (date.day, -date.start), default=None)


def _matches(text: str) -> Iterator[WrittenDate]:
    for start, end in _beside_years(text):
        beside = text[start:end]
        for sign, form in _FORMS:
            for match in form.finditer(text, start, end) if sign in beside else ():
                day = _day(match.groupdict())
                if day:
                    yield WrittenDate(*match.span(), day)


def _beside_years(text: str) -> Iterator[tuple[int, int]]:
    """The parts of ``text`` around years, apart and in order: a date is looked for nowhere else."""
    start, end = 0, -1
    for year in dated_years(text):
        if year - _BEFORE_YEAR > end:
            if end > 0:
                yield start, end
            start = max(0, year - _BEFORE_YEAR)
        end = year + len("2000") + _AFTER_YEAR
    if end > 0:
        yield start, end


def _day(named: dict[str, str | None]) -> dt.date | None:
    year = int(named["year"] or 0)
    if named.get("first"):
        one, other = int(named["first"] or 0), int(named["second"] or 0)
        if one != other and one <= 12 and other <= 12:
            return None
        month, day = (other, one) if other <= 12 else (one, other)
    else:
        name = named.get("month")
        month = _MONTHS.get(_folded(name), 0) if name else int(named.get("number") or 0)
        day = int(named["day"] or 0)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
