"""What the text of one article shows about its own making: reworded by a machine, translated by one, or cut short.

A single oddity proves nothing, people make mistakes too: signs of a machine are given only when several kinds agree.
No original is named, since it need not be among the inputs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.copies.oddities import Oddity, OddityKind, found_oddities, load_calques
from headwater.copies.settings import CopySettings
from headwater.model.article import Article, Part, Sign, SignKind

_FEWEST_ODDITIES = 3
_FEWEST_KINDS = 2
_FEWEST_WORDS = 6
# No writer's slips but wordings of a machine; beside another kind they tell.
_WORDINGS = frozenset({OddityKind.INSTITUTION, OddityKind.COLLOCATION})

# Slips of grammar tell where they are too many for the length of the text: a report by people has one pair of words out
# of order in 4,000 words or so, and a wrong article forty times more seldom. With this bar 2 of 3,580 ordinary
# articles show signs, with three slips in a text of any length 35.
_GRAMMAR = frozenset({OddityKind.ARTICLE, OddityKind.ORDER})
_SLIPS = {OddityKind.ARTICLE: 2.0, OddityKind.ORDER: 1.0, OddityKind.DOUBLED: 0.5}
_FEWEST_SLIPS = 3
_SLIPS_AT_ALL = 0.5
_SLIPS_PER_CHAR = 0.45 / 1000

_CUT = re.compile(r"(?:\[\+\d+ chars\]|\[(?:…|\.\.\.)\]|(?:…|\.\.\.)(?: ?(?:Read|Continue|More)\b.{0,40})?)\s*\Z")
_HANGING = frozenset({"the", "a", "an", "of", "and", "or", "to", "with", "for", "in", "on", "by", "that", "from", "at"})
_TRANSLATED = re.compile(
    r"\b(?:machine[- ]translated|translated (?:automatically|by (?:a machine|AI|Google Translate|DeepL))"
    r"|automatically translated|automatic translation of)\b",
    re.IGNORECASE,
)


def find_signs(article: Article, *, settings: CopySettings) -> tuple[Sign, ...]:
    """Signs that the article was made by a machine or cut short, each with its places; empty where too few agree."""
    return (
        *_rewritten(found_oddities(article, load_calques()), len(article.text)),
        *_translated(article),
        *_truncated(article),
    )


def _rewritten(oddities: Sequence[Oddity], length: int) -> list[Sign]:
    """The oddities as signs where they agree; ``length``: of the text, in characters."""
    cited = [oddity for oddity in oddities if oddity.citations]
    if len(cited) < _FEWEST_ODDITIES or not (_is_worded_so(cited) or _is_garbled(cited, length)):
        return []
    return [Sign(SignKind.MACHINE_REWRITTEN, oddity.text, oddity.citations) for oddity in cited]


def _is_worded_so(oddities: Sequence[Oddity]) -> bool:
    """Whether wordings of a machine stand beside oddities of another kind."""
    kinds = [oddity.kind for oddity in oddities]
    wordings = _WORDINGS.intersection(kinds)
    slips = (OddityKind.DOUBLED in kinds) + (sum(kind in _GRAMMAR for kind in kinds) > 1)
    return bool(wordings) and len(wordings) + slips >= _FEWEST_KINDS


def _is_garbled(oddities: Sequence[Oddity], length: int) -> bool:
    """Whether slips are too many for a text by people."""
    slips = sum(_SLIPS.get(oddity.kind, 0.0) for oddity in oddities)
    return slips >= max(_FEWEST_SLIPS, _SLIPS_AT_ALL + _SLIPS_PER_CHAR * length)


def _translated(article: Article) -> list[Sign]:
    """The article's own word for it; a widget that offers translation is furniture and says nothing."""
    found: list[Sign] = []
    if "translat" not in article.text.casefold():
        return found
    for match in _TRANSLATED.finditer(article.text):
        sentence = article.sentence_at(match.start())
        last = article.sentences[-1] if article.sentences else None
        if sentence and last and (sentence.start < 200 or last.start - sentence.start < 200):
            words = f"“{match.group()}”: the text says so itself"
            found.append(Sign(SignKind.MACHINE_TRANSLATED, words, (article.cite(*match.span()),)))
    return found[:1]


def _truncated(article: Article) -> list[Sign]:
    """The last sentence of the body breaks off."""
    body = [sentence for sentence in article.sentences if sentence.part is Part.BODY]
    if len(body) < 2:
        return []
    last = article.slice(body[-1])
    words = last.split()
    cut = _CUT.search(last[-80:])
    hanging = words[-1].lower() in _HANGING or words[-1].endswith(",")
    if len(words) < _FEWEST_WORDS or not (cut or hanging):
        return []
    return [Sign(SignKind.TRUNCATED, "the last sentence breaks off", (article.cite(body[-1].start, body[-1].end),))]
