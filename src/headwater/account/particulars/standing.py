"""How a figure stands: stated, expected or denied, on whose word, and as of which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from headwater.account.particulars.lexicon import EXPECTED, EXPECTED_PHRASE
from headwater.model.article import Article
from headwater.model.particulars import (
    AttributionMention,
    Granularity,
    Modality,
    QuoteMention,
    TimeMention,
    TimexType,
)

_CLAUSE = re.compile(
    r"[;:]|, (?:and|but|while|which|who|where|although|though|after|following|because|as)\b"
    r"|\b(?:but|while|after|because|although)\b"
)
_WORD = re.compile(r"[\w'’-]+")
_NOT = re.compile(r"\b(?:not|n['’]t|never)(?: been| be| have| actually)? (?:\w+ )?$", re.IGNORECASE)
_DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying) (?:that|having|any|claims?|reports?|there|[\w'’]+ing)\b"
    r"|\b(?:untrue|false) that\b|\brefuted\b",
    re.IGNORECASE,
)
_NO_HOPE = re.compile(r"\bhopes? (?!to\b|that\b|for\b|it\b|the\b)", re.IGNORECASE)  # "hopes of survivors fade"
_IF_FOUND = re.compile(r"\bif (?=(?:convicted|found guilty)\b)", re.IGNORECASE)  # the counts or years are facts
_TO_DO = re.compile(r"\w to (?:[a-z]+ly )?[a-z]+(?: [a-z]+){0,2} $")
_AHEAD = re.compile(
    r" (?:[\w-]+ )?(?:target|goal)\b|(?: [\w'’-]+){0,6} (?:(?:is|are|was|were) )?"
    r"(?:expected|likely|set|due|planned|projected|forecast)(?: to)? "
)
_TOLD_ON = re.compile(
    r"(?:\b(?:said|says|told|reported|announced|confirmed|added|according to|spokes\w+|officials?|police|authorities)"
    r"(?: [\w’']+){0,4},?|\b(?:by|as of|until|since|(?:has|had|have) (?:risen|climbed|grown)))(?: late| early)?"
    r"(?: on)? \Z",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(r"[\w,.-]+(?: (?:people|dead|deaths?|bodies|victims))?(?: late| early)?(?: on| by)? ")
_TOLD_REACH = 70
_REACH = 90
# "4,200 drivers, conductors and other staff are expected to ..."
_LISTED = re.compile(
    r"(?: [\w'’-]+){1,4}(?:, (?:[\w'’-]+ ){0,3}[\w'’-]+){1,4},? and(?: [\w'’-]+){1,5} (?:is|are|was|were) "
    r"(?:expected|likely|set|due|planned|projected|forecast) to "
)


def modality_of(sentence: str, start: int, end: int, *, headline: bool = False) -> Modality:
    """Whether the figure at ``sentence[start:end]`` is stated, expected (will, could, set to, plans) or denied.

    In a headline "to" alone looks ahead: "Yard to cut 300 jobs".
    """
    clause = _CLAUSE.split(sentence[max(0, start - _REACH) : start])[-1]
    if "ope" in clause or "if " in clause:
        clause = _NO_HOPE.sub("", _IF_FOUND.sub("", clause))
    words = [word.lower() for word in _WORD.findall(clause) if word != "May"]  # the month is no forecast
    if _DENIED.search(clause) or (_NOT.search(clause) and "%" not in sentence[start:end]):
        return Modality.DENIED
    if any(word in EXPECTED for word in words) or EXPECTED_PHRASE.search(clause):
        return Modality.EXPECTED
    if headline and _TO_DO.search(clause):
        return Modality.EXPECTED
    following = _CLAUSE.split(sentence[end : end + _REACH])[0]
    after = [word for word in _WORD.findall(following) if word != "May"][:9]
    if any(word in ("could", "might", "may", "would") for word in after) or _AHEAD.match(following):
        return Modality.EXPECTED
    if _LISTED.match(sentence, end):
        return Modality.EXPECTED
    return Modality.STATED


def asserted_by(
    start: int, end: int, attributions: Sequence[AttributionMention], quotes: Sequence[QuoteMention]
) -> str | None:
    """On whose word the figure rests: the speaker of the quote it stands in, else the last of the sentence's chain.

    ``start`` and ``end`` count in the article's text; ``attributions`` and ``quotes`` are those of the sentence.
    """
    for quote in quotes:
        if quote.speaker and quote.citation.start <= start and end <= quote.citation.end:
            return quote.speaker
    for attribution in attributions:
        if attribution.citation.sentence is not None and attribution.chain and attribution.citation.start <= start:
            return attribution.chain[-1]
    return None


def as_of(article: Article, start: int, times: Sequence[TimeMention], *, toll: bool = False) -> date | None:
    """The day the figure holds for: the nearest day that its sentence names, else the day the text was written.

    A ``toll`` holds for the day of writing also where the sentence names that of the event ("14 died when the ferry
    sank on Sunday"), but not where it was told or counted on a named day ("14 on Monday", "21, police said Tuesday").
    """
    written = article.published.date
    if toll and written is not None:
        times = [time for time in times if _is_of_count(article.text, start, time.citation.start)]
    days = [
        (abs(time.citation.start - start), time.citation.start, time.first)
        for time in times
        if time.type in (TimexType.DATE, TimexType.TIME)
        and time.granularity is Granularity.DAY
        and time.first is not None
        and time.first == time.last
        and time.citation.sentence is not None
    ]
    return min(days)[2] if days else written


def _is_of_count(text: str, figure: int, time: int) -> bool:
    """Whether what was counted at ``figure`` was told, or stood so, on the day named at ``time``."""
    behind = figure < time and _RIGHT_BEHIND.fullmatch(text, figure, time) is not None
    return behind or _TOLD_ON.search(text, max(0, time - _TOLD_REACH), time) is not None
