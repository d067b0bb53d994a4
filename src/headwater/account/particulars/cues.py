"""Cues: the words by which a report lays a statement at somebody's door (PARC, PolNeAR)."""

from __future__ import annotations

from headwater.account.particulars.gazetteer import GROUP_WORDS, ORGANISATION_WORDS, is_office
from headwater.account.particulars.lexicon import NOT_PEOPLE, is_person, singular
from headwater.account.wordlists import sections, words_of

_LISTS = sections("cues")
MIN_AGENT = 6  # letters of a noun that names its bearer by an ending
_VOWELS = frozenset("aeiou")


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _participle(base: str, past: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    doubled = past == base + base[-1] + "ed"
    return (base + base[-1] if doubled else base) + "ing"


def _forms() -> tuple[dict[str, str], dict[str, str]]:
    finite: dict[str, str] = {}
    going: dict[str, str] = {}
    for entry in words_of(_LISTS["verbs"]):
        base, _, irregular = entry.partition(":")
        past = irregular or _past(base)
        finite.update({base: base, _third_person(base): base, past: base})
        going[_participle(base, past)] = base
    return finite, going


FINITE, PARTICIPLES = _forms()
WEAK = frozenset(words_of(_LISTS["weak"]))
PLAIN = frozenset(words_of(_LISTS["plain"]))
_NOUN_LIKE = frozenset(words_of(_LISTS["ambiguous"]))
AMBIGUOUS = frozenset(form for word in _NOUN_LIKE for form in (word, _third_person(word)))
DESCRIBING = frozenset(words_of(_LISTS["describing"]))
HYPOTHETICAL = frozenset(words_of(_LISTS["hypothetical"]))
NOUNS = frozenset(words_of(_LISTS["nouns"]))
OWNED = frozenset(words_of(_LISTS["words"]))
DENIALS = frozenset(words_of(_LISTS["denying"]))
CLAIMS = frozenset(words_of(_LISTS["claiming"]))
_SPEAKING = frozenset(words_of(_LISTS["speaking"]))
AGENCIES = frozenset(name for line in _LISTS["agencies"] for name in line.split("|"))


def is_weak(form: str) -> bool:
    """Whether a cue (case folded form) reports words only when they stand beside it: "called", "showed"."""
    return FINITE.get(form, PARTICIPLES.get(form, form)) in WEAK


def speaks(noun: str) -> bool:
    """Whether a noun (case folded) stands for who or what can say something: people, bodies, documents."""
    noun = noun.rpartition("-")[2]
    one = singular(noun)
    if is_person(noun) or is_office(noun):
        return True
    return any(form in words for form in (noun, one) for words in (_SPEAKING, NOUNS, ORGANISATION_WORDS, GROUP_WORDS))


def does(noun: str) -> bool:
    """Whether a noun (case folded) names its bearer by what he or she does: "narrator", "questioner", "lobbyist"."""
    one = singular(noun)
    return len(one) > MIN_AGENT and one.endswith(("er", "or", "ist", "eer", "ian")) and one not in NOT_PEOPLE
