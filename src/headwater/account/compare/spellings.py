"""Spellings: when two written names can be the same name, and when they must not be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from headwater.account.particulars.gazetteer import DEMONYMS, GENERATIONS, GIVEN, HONORIFICS, ORGANISATIONS, PLACES
from headwater.account.wordlists import sections

_SPLIT = re.compile(r"[\s\-‑–]+")
_TURNED = re.compile(r"(department|ministry|office|institute|university|bank|court) of (?:the )?(.+)")
_COMPANY_ENDINGS = frozenset(("inc", "corp", "corporation", "ltd", "llc", "plc", "limited", "gmbh"))
_ARABIC = frozenset(["al", "el", "ul", "an", "ar", "as", "ash", "at", "az", "ad"])
_SOUNDS = (("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ck", "k"))
_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", "y": "i"})
_VOWELS = frozenset("aeiou'")
_MOST_NAMES = 1 << 14  # remembered with their stems: a story has the same again and again
MIN_SKELETON = 3  # consonants; shorter skeletons (Iran, Iraq, Oman) join nothing
MAX_EDITS = 2
MIN_SHORT_FORM = 3  # letters that a given name is cut down to
MIN_LONG = 9  # letters of a full name from which one slip of the pen is forgiven


def _plain(text: str) -> str:
    """Case folded, accents and full points taken off, typographic marks made plain."""
    if text.isascii():
        return text.casefold().replace(".", "")
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace(".", "")


@lru_cache(_MOST_NAMES)
def stem(name: str) -> str:
    """What all ways to write one name share: no article, honorific, "Inc.", hyphen, accent, case; "X of Y" turned."""
    words = [word for word in _SPLIT.split(_plain(name)) if word]
    while len(words) > 1 and (words[0] in HONORIFICS or words[0] == "the" or words[0] in _ARABIC):
        words = words[1:]
    while len(words) > 1 and words[-1] in _COMPANY_ENDINGS:
        words.pop()
    joined = " ".join(words)
    turned = _TURNED.fullmatch(joined)
    return f"{turned[2]} {turned[1]}" if turned else joined


def surname(name: str) -> str:
    """The last word of a person's name as ``stem`` has it, "Jr." aside."""
    return name_words(name)[-1]


def name_words(name: str) -> list[str]:
    """The words of a person's name as ``stem`` has it, "Jr." aside."""
    words = stem(name).split()
    return words[:-1] if len(words) > 2 and words[-1] in GENERATIONS else words


def _table() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in sections("aliases")["aliases"]:
        forms = line.split("|")
        known.update({stem(form): stem(forms[0]) for form in forms})
    for folded, name in sorted(PLACES.items()):
        known.setdefault(stem(folded), known.get(stem(name), stem(name)))
    return known


def _short_forms() -> dict[str, frozenset[str]]:
    """For each given name and each of its short forms the full names that it may stand for."""
    full: dict[str, set[str]] = {}
    for line in sections("persons")["short"]:
        name, *forms = line.split()
        for form in (name, *forms):
            full.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in full.items()}


_ALIASES = _table()
_SHORT = _short_forms()


def known_as(name: str) -> str | None:
    """The stem of the usual name of what general lists know under ``name``; None where they do not know it."""
    return _ALIASES.get(stem(name))


def is_generally_known(name: str) -> bool:
    """Whether general lists know a thing of exactly this name."""
    found = stem(name)
    return found in _ALIASES or found.replace(" ", "-") in ORGANISATIONS


def skeleton(word: str) -> str:
    """The consonants of a word as transliterations share them: "Zarqum" and "Zerqum" give "srkm"."""
    sound = _plain(word)
    for letters, plain in _SOUNDS:
        sound = sound.replace(letters, plain)
    sound = re.sub(r"(.)\1", r"\1", sound.translate(_LETTERS))
    return "".join(letter for letter in sound if letter.isalpha() and letter not in _VOWELS and letter != "h")


def may_be_spellings(a: str, b: str) -> bool:
    """Whether two single words can be transliterations of one name; context must still speak for it.

    The same consonants, at least three, at most two edits apart; never two things that general lists both know.
    """
    if is_generally_known(a) and is_generally_known(b) and known_as(a) != known_as(b):
        return False
    one, other = stem(a), stem(b)
    bones = skeleton(one)
    if len(bones) < MIN_SKELETON or bones != skeleton(other) or one in DEMONYMS or other in DEMONYMS:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=MAX_EDITS) <= MAX_EDITS


def are_one_person(a: str, b: str) -> bool:
    """Whether two full names are one person's: word for word, by consonants, or but for one slip."""
    one, other = _bare(a), _bare(b)
    generations = {stem(name).split()[-1] for name in (a, b)} & GENERATIONS
    if len(generations) > 1:
        return False
    if _ends_alike(one, other):
        return _middles_agree(a, b)
    if len(one) != len(other) or len(one) < 2 or one[0][0] != other[0][0]:
        return False
    if all(x == y or may_be_spellings(x, y) for x, y in zip(one, other, strict=True)):
        return True
    x, y = " ".join(one), " ".join(other)
    same_ends = sum(p == q for p, q in zip(one, other, strict=True)) == len(one) - 1
    return same_ends and min(len(x), len(y)) >= MIN_LONG and DamerauLevenshtein.distance(x, y, score_cutoff=1) <= 1


def is_titled(long: str, short: str) -> bool:
    """Whether one name is another full name behind words that are nobody's given name: "Herons Captain Ida Berg"."""
    one, other = name_words(long), name_words(short)
    if len(other) < 2 or len(one) <= len(other) or one[-len(other) :] != other:
        return False
    return not any(word in GIVEN for word in one[: -len(other)])


def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names have one surname and one given name, the short form of it taken for the same: "Fred"."""
    if one == other or one[-1] != other[-1] or min(len(one), len(other)) < 2:
        return one == other
    short, long = sorted((one[0], other[0]), key=lambda word: (len(word), word))
    if short == long or not _SHORT.get(short, frozenset()).isdisjoint(_SHORT.get(long, ())):
        return True
    return len(short) >= MIN_SHORT_FORM and long.startswith(short)


def _middles_agree(a: str, b: str) -> bool:
    """Whether the middle names of two full names can be the same: one has none, or they begin alike."""
    one, other = (name_words(name)[1:-1] for name in (a, b))
    return all(x[0] == y[0] for x, y in zip(one, other, strict=False))


@lru_cache(_MOST_NAMES)
def _bare(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles, initials in the middle and suffixes."""
    words = stem(name).split()
    if len(words) > 2 and len(words[0]) == 1:
        words = words[1:]
    kept = [w for n, w in enumerate(words) if w not in _ARABIC and not (0 < n < len(words) - 1 and len(w) == 1)]
    return tuple([w for w in kept if w not in GENERATIONS] or words)
