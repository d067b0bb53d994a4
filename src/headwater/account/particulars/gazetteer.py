"""General knowledge about names: countries, places, offices, given names, kinds of organisation."""

from __future__ import annotations

from functools import lru_cache

from headwater.account.wordlists import KEPT, sections, words_of
from headwater.model.particulars import EntityType


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'")


def _countries() -> dict[str, str]:
    """Each name of a country or capital, case folded, and the name it goes by."""
    names: dict[str, str] = {}
    for line in sections("places")["countries"]:
        countries, capitals, _ = line.split("|")
        for group in (countries, capitals):
            forms = [form for form in group.split(";") if form]
            names.update({_fold(form): forms[0] for form in forms})
    return names


def _places() -> dict[str, str]:
    names = _countries()
    for line in sections("places")["places"]:
        names.update({_fold(name): name for name in line.split(";")})
    return names


def _demonyms() -> frozenset[str]:
    words = list(words_of(sections("places")["demonyms"]))
    for line in sections("places")["countries"]:
        words.extend(line.split("|")[2].split())
    return frozenset(_fold(word).replace("-", " ") if word[0].isupper() else _fold(word) for word in words)


STATES = frozenset(_countries())  # and their capitals, which speak for them
PLACES = _places()
DEMONYMS = _demonyms()
_PERSONS = {name: frozenset(words_of(lines)) for name, lines in sections("persons").items()}
_BODIES = {name: frozenset(words_of(lines)) for name, lines in sections("bodies").items()}
ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame"))  # forms of address, no part of a place's name
GENERATIONS = frozenset(("jr", "sr", "ii", "iii"))  # behind a person's surname
HONORIFICS = _PERSONS["honorifics"]
RANKS = _PERSONS["ranks"]
OFFICES = _PERSONS["offices"]
OFFICE_WORDS = _PERSONS["office-words"]
GIVEN = _PERSONS["given"]
FEMALE = _PERSONS["female"]
NOT_NAMES = _BODIES["not-names"]
ORGANISATION_WORDS = _BODIES["organisation-words"]
PLACE_WORDS = _BODIES["place-words"]
GROUP_WORDS = _BODIES["group-words"]
DESCRIPTIONS = _BODIES["descriptions"]
ORGANISATIONS = _BODIES["organisations"]
GROUPS = _BODIES["groups"]


_MONTHS = frozenset(("march", "april", "may", "june", "august"))  # those that are surnames as well


def is_month_surname(before: str, word: str) -> bool:
    """Whether a month's name (case folded) is a surname behind this word: "Theresa May", "Mrs May"."""
    before = before.rstrip(".")
    return word in _MONTHS and (before in ADDRESS or (before in GIVEN and before not in _MONTHS))


@lru_cache(maxsize=KEPT)
def is_title(word: str) -> bool:
    """Whether a word (case folded) is an honorific, a rank or an office, full point or plural aside."""
    word = word.rstrip(".")
    parts = word.replace("-", " ").split()
    return bool(parts) and all(
        part in HONORIFICS or part in RANKS or part in OFFICES or (n > 0 and part in OFFICE_WORDS)
        for n, part in enumerate(parts)
    )


@lru_cache(maxsize=KEPT)
def is_office(word: str) -> bool:
    """Whether a word (case folded) names an office or profession: "minister", "spokesmen"."""
    word = word.rstrip(".").split("-")[0]
    return word in OFFICES or word in RANKS or (word.endswith("s") and word[:-1] in OFFICES)


@lru_cache(maxsize=KEPT)
def known_type(name: str) -> EntityType | None:
    """What a name, as it stands, is commonly the name of; None where the lists do not know it."""
    folded = _fold(name)
    if folded in PLACES:
        return EntityType.PLACE
    joined = folded.replace(" ", "-")
    if joined in GROUPS:
        return EntityType.GROUP
    if joined in ORGANISATIONS:
        return EntityType.ORGANISATION
    return None
