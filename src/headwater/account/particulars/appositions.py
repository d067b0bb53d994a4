"""What a text calls a person: the title before a name, the apposition after it."""

from __future__ import annotations

from headwater.account.particulars.gazetteer import DEMONYMS, OFFICE_WORDS, is_office
from headwater.account.particulars.tokens import Token

_STOPS = frozenset(["who", "which", "that", "whose", "said", "says", "told", "added"])
MAX_WORDS = 9  # of an apposition's head, up to the office it must name


def role_before(text: str, tokens: tuple[Token, ...], at: int) -> str | None:
    """The lower-case office right before the word at ``at`` with whose it is: "State Department spokesman"."""
    first = at
    while first > 0 and tokens[first].before == " " and _is_office_word(tokens[first - 1], offices=first == at):
        first -= 1
    if first == at:
        return None
    while first > 0 and tokens[first].before == " " and tokens[first - 1].capital and not tokens[first].possessive:
        first -= 1
    return text[tokens[first].start : tokens[at - 1].end]


def _is_office_word(token: Token, *, offices: bool) -> bool:
    if token.possessive:
        return False
    return is_office(token.lower) or (not offices and (token.lower in OFFICE_WORDS or token.lower in DEMONYMS))


def role_after(text: str, tokens: tuple[Token, ...], at: int) -> str | None:
    """The apposition that begins with the word at ``at``: "a former intelligence chief and ally"."""
    if at >= len(tokens) or tokens[at].before.strip() != "," or tokens[at].lower in _STOPS:
        return None
    last, has_office = at, False
    for n in range(at, min(at + 2 * MAX_WORDS, len(tokens))):
        token = tokens[n]
        if n > at and (token.before.strip() or token.lower in _STOPS):
            break
        has_office = has_office or (is_office(token.lower) and n - at < MAX_WORDS)
        last = n
    if not has_office or _has_verb(tokens[at : last + 1]):
        return None
    return text[tokens[at].start : tokens[last].end]


def _has_verb(words: tuple[Token, ...]) -> bool:
    verbs = ("is", "was", "are", "were", "has", "had", "have", "will", "would", "said", "says", "told", "he", "she")
    return any(token.lower in verbs for token in words)
