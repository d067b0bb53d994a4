"""The choice lists of counting: nouns for people, words that end a noun phrase, what can befall people, cues."""

from __future__ import annotations

import json
import re
from importlib.resources import files

_DATA = json.loads(files("headwater.account.particulars").joinpath("counted.json").read_text("utf-8"))


def word_list(name: str) -> frozenset[str]:
    """The words of one list of ``counted.json``, lower case; raises KeyError for an unknown name."""
    return frozenset(_DATA[name].lower().split())


def alternatives(name: str) -> str:
    """The words of one list as the alternatives of a pattern, case kept, the longest first; "_" stands for a space."""
    words = sorted(_DATA[name].split(), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word.replace("_", " ")) for word in words)


def synonym_classes() -> dict[str, frozenset[int]]:
    """For each counted noun, singular, the numbers of the groups of nouns that it can stand for."""
    classes: dict[str, set[int]] = {}
    for number, group in enumerate(_DATA["synonyms"]):
        for word in group.split():
            classes.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in classes.items()}


def counted_roles() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """What people are counted as: for each role its nouns, singular, and the words that tell it beside "people"."""
    return tuple((frozenset(nouns.split()), frozenset(cues.split())) for nouns, cues in _DATA["roles"])


PEOPLE = word_list("people")
NOT_PEOPLE = word_list("not_people")
STOP = word_list("stop")
TRIVIAL_NOUNS = word_list("trivial_nouns")
SIZE_NOUNS = word_list("size_nouns")
UP = word_list("up")
DOWN = word_list("down")
DIRECT_CHANGE = word_list("direct_change")
CHANGE_NOUNS = word_list("change_nouns")
EXPECTED = word_list("expected")
EXPECTED_PHRASE = re.compile(rf"\b(?:{_DATA['expected_phrases']})\b", re.IGNORECASE)
CASUALTY_EVENTS = frozenset(("killed", "injured", "missing", "arrested", "rescued", "evacuated", "displaced",
                             "abducted", "infected", "charged", "convicted", "trapped"))  # fmt: skip
EVENT_OF: dict[str, str] = {form: event for event, forms in _DATA["events"].items() for form in forms.split()}
EVENT_WORDS = frozenset((*EVENT_OF, "life", "casualties", "harmed", "survivors"))

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "policemen": "policeman",
    "gunmen": "gunman",
    "servicemen": "serviceman", "firemen": "fireman", "fishermen": "fisherman", "airmen": "airman", "lives": "life",
    "spies": "spy", "thieves": "thief", "wives": "wife", "feet": "foot", "troops": "troop", "countries": "country",
}  # fmt: skip
_PERSON_ENDINGS = ("ists", "ians", "men", "women", "ist", "ian", "man", "woman")


def singular(word: str) -> str:
    """The singular of an English noun, lower case, by its ending."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "uses")) and word not in ("houses", "causes", "uses", "clauses"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether ``word`` looks like a plural noun."""
    lower = word.lower()
    return lower in _IRREGULAR or lower in ("personnel", "police", "staff") or singular(lower) != lower


def is_person(word: str) -> bool:
    """Whether ``word``, a noun, stands for people."""
    lower = word.lower()
    one = singular(lower)
    if one in NOT_PEOPLE or lower in NOT_PEOPLE:
        return False
    return lower in PEOPLE or one in PEOPLE or (lower.endswith(_PERSON_ENDINGS) and len(lower) > 4)
