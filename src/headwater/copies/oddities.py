"""Oddities of a text that people seldom write and machines that reword or translate often do."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import compress, pairwise
from operator import eq

from headwater.model.article import Article, Citation, Part

# A page dated so long after the latest day that it names was not written when it says.
_DAYS_BETWEEN = 180
_NEAR_CHARS = 400
# What a machine does it does from the beginning; the rest of a very long text need not be searched.
_SEARCHED_CHARS = 100_000

_DOUBLED = re.compile(r"(?<![\w'’-])([A-Za-z]{2,15}\.?) \1(?![\w'’-])")
# Expressions that begin with letters are looked for several times faster than those that begin with a boundary.
_GOVERNMENT = re.compile(r"[Tt]he(?<!\w[Tt]he) ([A-Z][a-z]+) government\b")
_PLACED = ("in ", "from ", "to ", "of ", "against ", "with ", "across ", "between ", "and ", "on ")
# The pieces of a wording: a group of plain choices, plain letters, and whatever else matches what it does.
_BRANCHES = re.compile(r"\|(?![^()]*\))")
_PIECES = re.compile(r"\(\?:([A-Za-z '|-]+)\)(?![?*{])|((?:[A-Za-z '-](?![?*{]))+)|\([^()]*\)[?*+]?|\[[^\]]*\]|\\.|.")
_MOST_FORMS = 4
_LETTERS = re.compile("[A-Za-z]+")
_BLANKS = re.compile("  +")
_BLANKED = bytes(code if chr(code).isalpha() else 32 for code in range(128)).ljust(256)
_INNER_WORD = re.compile("(?<=[ '-])[A-Za-z]+(?=[ '-])")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
_MONTH = "|".join(name.title() for name in (*_MONTHS, "november", "december"))
_FULL_DATE = re.compile(rf"\b({_MONTH}) (\d{{1,2}}), ((?:19|20)\d\d)\b|\b(\d{{1,2}}) ({_MONTH}) ((?:19|20)\d\d)\b")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_BEFORE_YEAR = len("30 September, ")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


# Vowel letters that sound like vowels, and consonants that never fall silent.
_ARTICLE = re.compile(
    r"[Aa](?<!\w[Aa])(?: (?=[aeio][a-z]{2})(?!one|once|eu)|n (?=[bcdfgjklmnpqrstvwyz][a-z]{2}))[a-z]+"
)


class OddityKind(StrEnum):
    """In what way a place in a text is odd."""

    DOUBLED = "a word stands twice"
    INSTITUTION = "one institution goes by its own name and by a foreign one"
    COLLOCATION = "words are put together as no native writer would"
    ARTICLE = "“a” stands before a vowel or “an” before a consonant"
    ORDER = "two words follow each other that news never sets so"
    DATE = "the page is dated long after the days it tells of"


@dataclass(frozen=True, slots=True)
class Oddity:
    """An odd place and what is odd there, in words."""

    kind: OddityKind
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution's ``own`` name, names it would have in other countries, and the ``office`` that they speak of."""

    own: str
    foreign: re.Pattern[str]
    office: str


@dataclass(frozen=True, slots=True)
class Calques:
    """The package's list of what machines make of news.

    ``by_word`` says under the words of ``wrong`` wordings which of these a text with such a word may hold.
    """

    institutions: tuple[Institution, ...]
    wrong: tuple[tuple[tuple[tuple[str, frozenset[str]], ...], re.Pattern[str]], ...]
    by_word: Mapping[str, frozenset[int]]
    doubles: frozenset[str]


@cache
def load_calques() -> Calques:
    """The package's own list; ``wrong`` wordings each with letters of which a match has some and the words in them."""
    listed = json.loads(files("headwater.copies").joinpath("calques.json").read_text("utf-8"))
    institutions = tuple(
        Institution(
            entry["own"], re.compile(rf"[Tt]he(?<!\w[Tt]he) (?:{'|'.join(entry['foreign'])})\b"), entry["office"]
        )
        for entry in listed["institutions"]
    )
    wordings = (*listed["misnomers"], *listed["collocations"])
    forms = [
        tuple(form for branch in _BRANCHES.split(wording) for form in _longest_forms(branch)) for wording in wordings
    ]
    by_word: dict[str, frozenset[int]] = defaultdict(frozenset)
    for number, own in enumerate(forms):
        for form in own:
            by_word[max(_INNER_WORD.findall(form), key=len, default="")] |= {number}
    wrong = tuple(
        (tuple((form.strip(), frozenset(_INNER_WORD.findall(form))) for form in own), re.compile(rf"\b(?:{wording})\b"))
        for own, wording in zip(forms, wordings, strict=True)
    )
    return Calques(institutions, wrong, by_word, frozenset(listed["legitimate_doubles"]))


def _longest_forms(branch: str) -> tuple[str, ...]:
    """Runs of letters and spaces of which every match of a regular expression has one: "flame office", "fire office".

    Of all that few alternatives cover they are those whose shortest is the longest. The expression matches whole words,
    so a blank stands for each of its ends.
    """
    best: tuple[str, ...] = ("",)
    pieces = [tuple((piece[1] or piece[2] or "").split("|")) for piece in _PIECES.finditer(f" {branch} ")]
    for first in range(len(pieces)):
        run: tuple[str, ...] = ("",)
        for piece in pieces[first:]:
            run = tuple(begun + more for begun in run for more in piece)
            if piece == ("",) or len(run) > _MOST_FORMS:
                break
            best = max(best, run, key=lambda forms: min(map(len, forms)))
    return best


@cache
def load_unset_pairs() -> frozenset[tuple[str, str]]:
    """The package's list of pairs of words; bench/fit_unset_pairs.py says where they were counted."""
    lines = files("headwater.copies").joinpath("unset_pairs.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines)
    return frozenset((one, other) for one, other in pairs)


@cache
def _unset_by_letters() -> Mapping[tuple[str, str], Sequence[str]]:
    """The unset pairs by the runs of letters that meet in their middle: ("t", "the") of "don't the"."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, other in sorted(load_unset_pairs()):
        found[_LETTERS.findall(one)[-1], _LETTERS.findall(other)[0]].append(f"{one} {other}")
    return found


def _unset_places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where unset pairs of words stand in ``text``, which has these runs of letters."""
    by_letters = _unset_by_letters()
    straight = text.replace("’", "'")
    met = [pair for letters in by_letters.keys() & pairwise(words) for pair in by_letters[letters]]
    if not any(pair in straight for pair in met):
        return []
    # Beside a surer one a pair counts too where a word may have been dropped between two blanks.
    closed = _BLANKS.sub(" ", straight)
    parted = [pair.split(" ") for pair in met if pair in closed]
    whole = (re.compile(rf"(?<![A-Za-z']){re.escape(one)} +{re.escape(other)}(?![A-Za-z'])") for one, other in parted)
    return [match.span() for pair in whole for match in pair.finditer(straight)]


def found_oddities(article: Article, calques: Calques) -> tuple[Oddity, ...]:
    """The oddities of the article, by kind and place."""
    text = article.text[:_SEARCHED_CHARS]
    words = _runs_of_letters(text)
    return (
        *(_doubled(article, calques) if _may_hold_doubled(text, words) else ()),
        *_institutions(article, calques),
        *_governments(article),
        *_collocations(article, calques, frozenset(words)),
        *_grammar(article, words),
        *_late_date(article),
    )


def _runs_of_letters(text: str) -> list[str]:
    """The runs of ASCII letters in ``text``, in order; by bytes, which takes a third of the time."""
    return text.encode("ascii", "replace").translate(_BLANKED).decode("ascii").split()


def _may_hold_doubled(text: str, words: Sequence[str]) -> bool:
    """Whether one of these runs of letters stands twice in ``text`` with a blank between, if only as parts of words."""
    repeated = {word for word in compress(words, map(eq, words, words[1:])) if len(word) > 1}
    return any(f"{word} {word}" in text or f"{word}. {word}." in text for word in repeated)


def _doubled(article: Article, calques: Calques) -> Iterator[Oddity]:
    for match in _DOUBLED.finditer(article.text[:_SEARCHED_CHARS]):
        if match.group(1).rstrip(".").lower() not in calques.doubles and not match.group(1).isupper():
            yield Oddity(OddityKind.DOUBLED, f"“{match.group()}”: a word stands twice", _cited(article, *match.span()))


def _grammar(article: Article, words: Sequence[str]) -> Iterator[Oddity]:
    """Wrong articles, and words that follow each other as nobody sets them; each wording once."""
    text = article.text[:_SEARCHED_CHARS]
    seen: set[str] = set()
    found = [(match.span(), OddityKind.ARTICLE) for match in _ARTICLE.finditer(text)]
    found += [(span, OddityKind.ORDER) for span in _unset_places(text, words)]
    for (start, end), kind in sorted(found):
        wording = text[start:end]
        if wording not in seen:
            seen.add(wording)
            yield Oddity(kind, f"“{wording}”: {kind.value}", _cited(article, start, end))


def _institutions(article: Article, calques: Calques) -> Iterator[Oddity]:
    """The foreign name without a country, near the own name, where no foreign office of the kind plays a part."""
    text = article.text[:_SEARCHED_CHARS]
    for institution in calques.institutions:
        if institution.own not in text:
            continue
        matches = list(institution.foreign.finditer(text))
        if not matches:
            continue
        others = text.lower().count(institution.office) - sum(institution.office in m.group().lower() for m in matches)
        for match in matches:
            near = text.find(institution.own, max(0, match.start() - _NEAR_CHARS), match.end() + _NEAR_CHARS)
            if others == 0 and near >= 0:
                what = f"“{match.group()[4:]}” beside “{institution.own}”, where no other country's is meant"
                places = (*_cited(article, *match.span()), *_cited(article, near, near + len(institution.own)))
                yield Oddity(OddityKind.INSTITUTION, what, places)


def _governments(article: Article) -> Iterator[Oddity]:
    """An administration called a government: a person's name before it, in a text about the White House."""
    text = article.text[:_SEARCHED_CHARS]
    if "White House" not in text:
        return
    for match in _GOVERNMENT.finditer(text):
        name = match.group(1)
        if name[-2:] in _DEMONYM_ENDS or any(word + name in text for word in _PLACED) or f"{name}’s" in text:
            continue
        what = f"“{name} government” beside “White House”, where an administration is meant"
        yield Oddity(OddityKind.INSTITUTION, what, _cited(article, *match.span(1)))


_DEMONYM_ENDS = frozenset({"an", "se", "sh", "li", "qi", "ni", "ch", "ic", "al", "ss", "ek", "rk", "ne", "us", "no"})


def _collocations(article: Article, calques: Calques, words: frozenset[str]) -> Iterator[Oddity]:
    text = article.text[:_SEARCHED_CHARS]
    possible = {number for word in calques.by_word.keys() & words for number in calques.by_word[word]}
    tried = [calques.wrong[number] for number in sorted(possible)]
    found = [
        match
        for forms, wrong in tried
        if any(inner <= words and form in text for form, inner in forms)
        for match in wrong.finditer(text)
    ]
    for match in sorted(found, key=lambda match: match.span()):
        what = f"“{match.group()}” is no wording of the trade"
        yield Oddity(OddityKind.COLLOCATION, what, _cited(article, *match.span()))


def _late_date(article: Article) -> Iterator[Oddity]:
    """The date a page gives itself, when its weekdays and the full dates in it belong to a time long before."""
    stated = article.published.stated
    if stated is None or not _WEEKDAY.search(article.text):
        return
    latest: tuple[date, tuple[Citation, ...]] | None = None
    for day, places in _dates(article):
        if day < stated and (latest is None or day > latest[0]):
            latest = day, places
    if latest and (stated - latest[0]).days > _DAYS_BETWEEN:
        what = f"dated {stated.isoformat()}, but it speaks of weekdays around {latest[0].isoformat()} as present"
        yield Oddity(OddityKind.DATE, what, latest[1])


def _dates(article: Article) -> Iterator[tuple[date, tuple[Citation, ...]]]:
    for match in _full_dates(article.text):
        if day := _day(match):
            yield day, _cited(article, *match.span())
    for item in article.furniture:
        for match in _full_dates(item.text):
            if day := _day(match):
                yield day, (Citation(article.id, *match.span(), furniture=item.id),)


def _full_dates(text: str) -> Iterator[re.Match[str]]:
    for year in _YEAR.finditer(text) if "19" in text or "20" in text else ():
        if match := _FULL_DATE.search(text, max(0, year.start() - _BEFORE_YEAR), year.end()):
            yield match


def _day(match: re.Match[str]) -> date | None:
    month, day, year = match.group(1, 2, 3) if match.group(1) else match.group(5, 4, 6)
    try:
        return date(int(year), [*_MONTHS, "november", "december"].index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def _cited(article: Article, start: int, end: int) -> tuple[Citation, ...]:
    sentence = article.sentence_at(start)
    return (article.cite(start, end),) if sentence and sentence.part is not Part.TITLE else ()
