"""How well a clause reads when it stands alone."""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.account.compare.clauses import Clause
from headwater.account.compare.manner import Certainty
from headwater.model.article import Part

_MID_AIR = re.compile(
    r"(?:he|she|it|they|we|our|his|her|its|their|this|that|these|those|but|and|or|so|also|still|however|"
    r"meanwhile|i|who|which|him|them|then|there)\b",
    re.IGNORECASE,
)
_SCRAP = re.compile(
    r"(?:not|because|especially|including|like|such as|as if|as for|without|plus|what about)\b", re.IGNORECASE
)
_SHORT = 8  # words up to which a clause may be a scrap
_OPENING = "“\"'‘«„("
_FEWEST, _MOST = 50, 240  # characters of a clause that reads well on its own


def begins_mid_air(clause: Clause) -> bool:
    """Whether the clause begins with a word that points back to a sentence before it."""
    return _MID_AIR.match(clause.text.lstrip(_OPENING)) is not None


def balanced(clause: Clause) -> bool:
    """Whether every quotation mark in the clause has its partner."""
    text = clause.text
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def sentence_of(clause: Clause) -> Clause:
    """The clause up to the end of its sentence."""
    return clause if clause.end == clause.sentence.end else replace(clause, end=clause.sentence.end)


def states_something(clause: Clause) -> bool:
    """Whether the clause says something by itself: no question, no scrap, no few words about somebody not named."""
    if clause.text.rstrip("”\"’' ").endswith("?"):
        return False
    brief = clause.text.count(" ") < _SHORT
    return not (brief and (begins_mid_air(clause) or _SCRAP.match(clause.text.lstrip(_OPENING))))


def reads_alone(clause: Clause) -> bool:
    """Whether a reader who sees only this clause understands of whom and what it speaks."""
    starts_well = clause.text[:1].isupper() or clause.text[:1].isdigit() or clause.text[:1] in _OPENING
    return starts_well and not clause.leaning and balanced(clause) and not begins_mid_air(clause)


def clarity(clause: Clause) -> float:
    """How well the clause can stand for a claim: stated, of the body, complete in itself; higher is better."""
    score = 1.0 if clause.manner.certainty is not Certainty.EXPECTED else 0.0
    score += {Part.TITLE: -1.0, Part.STANDFIRST: 0.0, Part.BODY: 0.3}[clause.part]
    score -= 0.8 if begins_mid_air(clause) else 0.0
    score -= 2.5 if clause.leaning else 0.0
    score -= 0.0 if balanced(clause) else 0.8
    score += 0.3 if clause.names else 0.0
    score += 0.2 if _FEWEST <= len(clause.text) <= _MOST else 0.0
    score += 0.1 if clause.whole else 0.0
    return score
