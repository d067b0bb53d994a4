"""The choice lists of counting: nouns for people, words that end a noun phrase, what can befall people, cues."""

from __future__ import annotations

import json
import re
from importlib.resources import files

_DATA = json.loads(files("headwater.account.particulars").joinpath("counted.json").read_text("utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].lower().split())


PEOPLE = _words("people")
NOT_PEOPLE = _words("not_people")
STOP = _words("stop")
TRIVIAL_NOUNS = _words("trivial_nouns")
SIZE_NOUNS = _words("size_nouns")
UP = _words("up")
DOWN = _words("down")
DIRECT_CHANGE = _words("direct_change")
CHANGE_NOUNS = _words("change_nouns")
EXPECTED = _words("expected")
DENIED = _words("denied")
EXPECTED_PHRASE = re.compile(rf"\b(?:{_DATA['expected_phrases']})\b", re.IGNORECASE)
CASUALTY_EVENTS = frozenset(("killed", "injured", "missing", "arrested", "rescued", "evacuated", "displaced",
                             "abducted", "infected", "charged", "convicted", "trapped"))  # fmt: skip
EVENT_OF: dict[str, str] = {form: event for event, forms in _DATA["events"].items() for form in forms.split()}

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "policemen": "policeman", "gunmen": "gunman",
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
