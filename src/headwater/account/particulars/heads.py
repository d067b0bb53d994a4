"""Heads of noun phrases: where the noun of a subject is, and whether it can be said to say something."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.account.particulars.cues import does, speaks
from headwater.account.particulars.gazetteer import DEMONYMS, NOT_NAMES
from headwater.account.particulars.subjects import DETERMINERS
from headwater.account.particulars.tokens import Token, is_common
from headwater.model.article import Article

PREPOSITIONS = frozenset(
    ("of", "for", "with", "from", "at", "in", "on", "to", "by", "against", "under", "close", "who", "during", "after")
) | frozenset(("before", "about", "over", "near", "without", "as"))
_OPENING = frozenset(("that", "which", "whom", "whose", "he", "she", "they", "it", "we"))
_PARTICIPLES = frozenset(("known", "seen", "given", "taken", "written", "drawn", "sent", "made", "held", "familiar"))
_SELVES = frozenset(("himself", "herself", "itself", "themselves", "alone"))
LONGEST_HEAD = 12  # words of a noun phrase that may be a speaker


def head_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The head of a noun phrase: up to its first preposition or comma, "himself" left out."""
    for n, token in enumerate(tokens):
        parted = token.lower in PREPOSITIONS or token.lower in _SELVES
        if n and (parted or token.before.strip().startswith((",", "(", "–", "—"))):
            return tokens[:n]
    return tokens


def without_heading(subject: Sequence[Token]) -> Sequence[Token]:
    """A subject without the caption or heading that ran into it: from a later capitalised "The" on."""
    for n in range(len(subject) - 2, 0, -1):
        if subject[n].text in ("The", "A", "An") and subject[n - 1].lower not in PREPOSITIONS:
            return subject[n:]
    return subject


def can_speak(head: Sequence[Token]) -> bool:
    """Whether a phrase without a name may be a speaker: its noun stands for people, a body, a document or a name."""
    noun = head[-1]
    if head[0].lower in ("no", "neither", "none"):
        return False
    if not noun.lower.replace("-", "").isalpha() or len(head) > LONGEST_HEAD:
        return False
    if noun.lower in NOT_NAMES and not (head[0].lower in ("a", "the") and speaks(noun.lower)):
        return False
    if noun.lower in DEMONYMS:
        return noun.lower.endswith("s") or head[0].lower in DETERMINERS
    if speaks(noun.lower) or (noun.capital and not is_common(noun.lower)):
        return True
    return len(head) > 1 and not noun.capital and does(noun.lower)


def noun_phrase(head: Sequence[Token]) -> Sequence[Token]:
    """The head without a participle or clause behind its noun: "a person briefed", "a statement the union issued"."""
    for n in range(1, len(head)):
        after = head[n].lower
        cut = after in DETERMINERS or after in _OPENING or after.endswith(("ed", "ing")) or after in _PARTICIPLES
        if cut and not head[n].capital and speaks(head[n - 1].lower):
            return head[:n]
    return head


def as_worded(article: Article, tokens: Sequence[Token]) -> str:
    """A phrase as the text words it, a number whole, a determiner or common noun at its beginning in lower case."""
    start = tokens[0].start
    while (
        start > 1
        and tokens[0].text[0].isdigit()
        and article.text[start - 1] in ",."
        and article.text[start - 2].isdigit()
    ):
        start -= 1
        while start > 0 and article.text[start - 1].isdigit():
            start -= 1
    text = article.text[start : tokens[-1].end]
    plain = (
        tokens[0].first and len(tokens[0].lower) > 1 and tokens[0].lower.endswith("s") and is_common(tokens[0].lower)
    )
    return text[0].lower() + text[1:] if plain or tokens[0].lower in DETERMINERS else text
