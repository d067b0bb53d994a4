"""Traits of a name, and the kind that weights fitted on labelled text give for them (multinomial logistic regression).

The weights are made by bench/fit_names.py, which says on what; a trait that they do not know counts nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from headwater.account.particulars.gazetteer import (
    DEMONYMS,
    GIVEN,
    GROUP_WORDS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    PLACE_WORDS,
    PLACES,
    is_office,
)
from headwater.account.particulars.geonames import city_trait
from headwater.account.particulars.parts import NamePart
from headwater.account.particulars.tokens import Token, is_common
from headwater.model.particulars import EntityType

KINDS = ("PER", "ORG", "LOC", "MISC", "NONE")  # the order of each trait's weights; NONE: no name at all
Scores = tuple[float, ...]
_NOTHING = (0.0,) * len(KINDS)
CACHED = 8192  # names whose scores are kept
_PLAIN_GAPS = frozenset((" ", " (", ", ", "-", ": ", "; ", ") ", '"', "'"))


def _shape(token: Token) -> str:
    text = token.text
    if text.isupper():
        return "X" if len(text) == 1 else "XX" if text.isalpha() else "X9"
    return "Xx" if text[0].isupper() and text[1:].islower() else "xx" if text.islower() else "mix"


def _lists(word: str) -> str:
    """The lists that hold a word, as letters."""
    found = "g" if word in GIVEN else ""
    found += "o" if word in ORGANISATION_WORDS else ""
    found += "p" if word in PLACE_WORDS else ""
    found += "d" if word in DEMONYMS else ""
    found += "P" if word in PLACES else ""
    found += "O" if word in ORGANISATIONS else ""
    return found + ("c" if is_common(word) else "")


def _word_traits(words: Sequence[Token]) -> list[str]:
    first, last = words[0], words[-1]
    size = min(len(words), 4)
    shapes = "".join([_shape(word)[0] + str(min(len(word.text), 2)) for word in words[:4]])
    name = " ".join([word.text for word in words])
    found = [
        f"n{size}",
        f"s{shapes}",
        f"f={first.lower}",
        f"l={last.lower}",
        f"e{last.lower[-3:]}",
        f"e{last.lower[-2:]}",
        f"a{size > 1}{_lists(first.lower)}",
        f"z{size > 1}{_lists(last.lower)}",
        f"c{size > 1}{city_trait(name)}",
        f"x{_shape(last)}{size}",
    ]
    if size > 1:
        found.append(f"w{city_trait(first.text)}{_lists(last.lower)}{last.lower.endswith('s')}")
        found.extend([f"i={word.lower}" for word in words[1:-1]])
    return found


def _side(token: Token | None, gap: str, mark: str) -> list[str]:
    if token is None:
        return [mark]
    lower = token.lower if not token.capital else "^" + _lists(token.lower)
    lists = "G" if lower in GROUP_WORDS else "T" if is_office(lower) else ""
    return [f"{mark}{lower}", f"{mark}:{gap if gap in _PLAIN_GAPS else '?'}{lists}{token.capital}"]


def _place_traits(part: NamePart) -> list[str]:
    """The traits of where a name stands: the two words on each side, the beginning of the sentence, a title."""
    tokens, first, last = part.run.tokens, part.first, part.last
    words = part.words
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    found = _side(before, words[0].before, "<")
    found += _side(after, after.before if after else "", ">")
    if first > 1:
        found.append(f"<<{tokens[first - 2].lower}")
    if last + 1 < len(tokens):
        found.append(f">>{tokens[last + 1].lower}")
    found.append(f"'{words[-1].possessive}")
    found.append(f"^{words[0].first}{len(words) > 1}{is_common(words[0].lower)}")
    if part.role is not None:
        found.append("role")
    return found


def traits_of(part: NamePart, rule: EntityType) -> list[str]:
    """The traits of a name: its words, their shapes and lists, where it stands, what the rules say it is."""
    return [f"r{rule}", *_word_traits(part.words), *_place_traits(part)]


@cache
def _weights() -> dict[str, Scores]:
    """The fitted weights of each trait, one for each of ``KINDS``; read once."""
    text = files("headwater.account").joinpath("data", "name_kinds.json").read_text(encoding="utf-8")
    return {trait: tuple(row) for trait, row in json.loads(text).items()}


def _sum(traits: Iterable[str]) -> Scores:
    rows = filter(None, map(_weights().get, traits))
    return tuple(map(sum, zip(_NOTHING, *rows, strict=True)))


@lru_cache(maxsize=CACHED)
def _word_scores(words: tuple[tuple[str, str], ...]) -> Scores:
    """The scores of a name's words alone; kept, for a story names the same again and again."""
    return _sum(_word_traits([Token(0, 0, text, lower, " ", False, True, False, False) for text, lower in words]))


def scores_of(part: NamePart, rule: EntityType) -> Scores:
    """How strongly the weights speak for each of ``KINDS``; ``rule`` is what the lists say."""
    own = _word_scores(tuple([(token.text, token.lower) for token in part.words]))
    around = _sum([f"r{rule}", "", *_place_traits(part)])
    return tuple([a + b for a, b in zip(own, around, strict=True)])
