"""Capitalised runs: the stretches of a sentence that are written like a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from headwater.account.particulars.gazetteer import (
    DEMONYMS,
    GIVEN,
    NOT_NAMES,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    PLACES,
    is_month_surname,
    is_office,
    is_title,
    known_type,
)
from headwater.account.particulars.tokens import Token, Words, is_headline
from headwater.model.article import Sentence
from headwater.text.number_tokens import SMALL, TENS

_PARTICLES = frozenset(
    ("al", "el", "ul", "bin", "ibn", "abu", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du")
) | frozenset(("la", "le", "ter", "ten", "y", "zu"))
_OF = frozenset(("of", "for", "on", "and", "&", "the"))
_FEASTS = frozenset(("day", "eve"))  # "New Year's Eve", "St Patrick's Day"
_FEAST_WORDS = 2
_SPACES = frozenset((" ", "\u00a0"))
LONGEST = 16  # words of a name; a longer run of capitals is a list or a heading


class Run(NamedTuple):
    """Words ``tokens[first:last]`` of a sentence that are written like one name, titles before it included.

    A tuple, for an article has a hundred.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    first: int
    last: int

    @property
    def words(self) -> tuple[Token, ...]:
        """The words of the run."""
        return self.tokens[self.first : self.last]


def _heads_of(words: Sequence[Token]) -> bool:
    """Whether "of" after these words goes on with the name: "Ministry of …", "Gulf of …", "Secretary of …"."""
    last = words[-1].lower
    return last in ORGANISATION_WORDS or last in PLACE_WORDS or is_office(last) or last == "university"


def _joined(words: Sequence[Token], ahead: Sequence[Token]) -> int:
    """How many of the words ``ahead`` carry on a name that begins with ``words``; 0 where it ends."""
    if not ahead or ahead[0].before not in _SPACES:
        return 0
    if words[-1].possessive:
        return 1 if ahead[0].capital and ahead[0].lower in _FEASTS and len(words) <= _FEAST_WORDS else 0
    if ahead[0].capital:
        return 1
    connectors = 0
    while connectors < min(3, len(ahead)) and not ahead[connectors].capital and ahead[connectors].before in _SPACES:
        connectors += 1
    between = [token.lower for token in ahead[:connectors]]
    if connectors == len(ahead) or not connectors or not ahead[connectors].capital:
        return 0
    if ahead[connectors].before not in _SPACES or ahead[connectors].lower in NOT_NAMES:
        return 0
    if all(word in _PARTICLES for word in between):
        return connectors + 1
    known = " ".join([words[0].lower, *between, ahead[connectors].lower])
    if known in PLACES:
        return connectors + 1
    if not all(word in _OF for word in between) or between == ["the"]:
        return 0
    if between[0] in ("and", "&"):
        return connectors + 1 if between[0] == "&" or _lists_fields(words, ahead[connectors]) else 0
    return connectors + 1 if _heads_of(words) else 0


def _lists_fields(words: Sequence[Token], after: Token) -> bool:
    """Whether "and" lies inside a name such as "Department of Health and Human Services"."""
    lowers = [token.lower for token in words]
    opened = any(word in ("of", "for") for word in lowers) and lowers[0] in ORGANISATION_WORDS
    return opened and after.lower not in GIVEN and after.lower not in PLACES and not is_title(after.lower)


def _is_surname(tokens: Sequence[Token], at: int, step: int) -> bool:
    """Whether a month's name is a surname: behind a given name or form of address, no figure after it."""
    day = tokens[at + 1 : at + 2] and tokens[at + 1].text[0].isdigit()
    return step == 1 and not day and is_month_surname(tokens[at - 1].lower, tokens[at].lower)


def _only_opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital is the sentence's own: a number's ("Nineteen expect") or an office's ("Interior minister")."""
    token, after = tokens[at], tokens[at + 1 : at + 2]
    if not token.first or token.possessive:
        return False
    office = token.lower in OFFICE_WORDS and after != () and not after[0].capital and is_office(after[0].lower)
    return office or token.lower in SMALL or token.lower in TENS


def _starts(token: Token, counts: Callable[[Token], bool]) -> bool:
    return counts(token) and token.lower not in NOT_NAMES and token.lower not in ("a", "an")


def _runs_of(sentence: Sentence, tokens: tuple[Token, ...], counts: Callable[[Token], bool]) -> list[Run]:
    runs: list[Run] = []
    end = 0
    for at in [position for position, token in enumerate(tokens) if token.capital]:
        if at < end or not _starts(tokens[at], counts):
            continue
        end = at + 1
        while end - at < LONGEST and (step := _joined(tokens[at:end], tokens[end : end + 4])):
            last = tokens[end + step - 1]
            if not counts(last) or (last.lower in NOT_NAMES and not _is_surname(tokens, end, step)):
                break
            end += step
        if end - at > 1 or not _only_opens(tokens, at):
            runs.append(Run(sentence, tokens, at, end))
    return runs


def runs_of(words: Words) -> list[Run]:
    """The capitalised runs of an article in text order.

    A capital at the beginning of a sentence counts when the article's habit or the word itself speaks for a name; in
    a headline in title case only words that the body capitalises, places and acronyms count.
    """

    def in_sentence(token: Token) -> bool:
        if not token.first:
            return True
        return words.names_by_habit(token) or token.lower in DEMONYMS or is_title(token.lower)

    def in_headline(token: Token) -> bool:
        if words.capitals.get(token.lower, 0) > words.lowers.get(token.lower, 0):
            return True
        return known_type(token.text) is not None or token.lower in GIVEN

    runs: list[Run] = []
    for sentence, tokens in words.sentences:
        headline = is_headline(sentence, tokens)
        runs.extend(_runs_of(sentence, tokens, in_headline if headline else in_sentence))
    return runs
