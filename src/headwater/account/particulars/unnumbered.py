"""Counts without a numeral: "a contractor was killed" is one, "no passengers were hurt" none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.account.particulars.lexicon import CASUALTY_EVENTS, EVENT_OF, EVENT_WORDS, is_person, word_list
from headwater.account.particulars.nouns import Counted, noun_phrase

_ACTIVE = frozenset(
    word
    for word, event in EVENT_OF.items()
    if event in CASUALTY_EVENTS
    and word.endswith(("ed", "ing", "s", "slain"))
    and word not in ("deaths", "lives", "injuries", "killings", "infected")
)
_VERB = re.compile(r"\b([a-z]+) (an?|another)(?= [\w“\"])", re.IGNORECASE)
_LIFE = re.compile(r"\b(?:claim(?:s|ed|ing)|took|taking|cost(?:ing)?) the li(?:fe|ves) of (an?)(?= \w)", re.IGNORECASE)
_INCLUDING = re.compile(r",? (?:including|among them|one of them) (an?)(?= \w)")
_SUBJECT = re.compile(
    r"(?:^|[.!?:;—–,“\"(] ?|\b(?:and|that|when|but|as|after|said|where|while|which) )(an?|another|one|no)(?= [\w“\"])",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?: (?:from|in|of|at|on|with|for|by|near|aboard)(?: [\w'’-]+){1,6}?)?,?"
    r" (?:was|were|is|are|has been|have been|had been|being|been)(?: (?:also|reportedly|seriously|critically|badly"
    r"|fatally|shot and|later|found|slightly|immediately|believed|feared|reported))*"
    r" (killed|injured|wounded|hurt|arrested|detained|rescued|abducted|kidnapped|missing|murdered|dead|executed"
    r"|evacuated|infected|charged|harmed)\b"
    r"|(?: (?:from|in|of|at|on|with|near|aboard)(?: [\w'’-]+){1,6}?)? (?:has |have |had )?(died|drowned|perished)\b",
)
_NOBODY = re.compile(
    r"\b(no[ -]?one|nobody|none)(?: (?:else|of (?:the|them)(?: \w+){0,2}|on board|aboard))?"
    r" (?:was|were|has been|have been|is|are)(?: \w+)? "
    r"(killed|injured|wounded|hurt|arrested|harmed|infected|missing)\b",
    re.IGNORECASE,
)
_NONE_NOUN = re.compile(
    r"(?: (?:reported|known|serious|other|further|major|immediate))*(?: reports? of)?(?: any)?"
    r" (casualties|injuries|deaths|fatalities|survivors|arrests)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\bno(?= )", re.IGNORECASE)
_TIMES = word_list("not_befallen_times")
_LETTERS = re.compile(r"[a-z]+")
_BODY = word_list("not_befallen_body")


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A count without a numeral: ``sentence[start:end]``, its number (1 or 0), what is counted and what befell it.

    ``part`` marks one that is counted within the figure before it ("nine people, including a nurse").
    """

    start: int
    end: int
    value: float
    counted: Counted
    event: str
    part: bool = False


def find_unnumbered(sentence: str) -> list[Unnumbered]:
    """The people counted without a numeral in a sentence, in order, none twice."""
    if EVENT_WORDS.isdisjoint(_LETTERS.findall(sentence.lower())):
        return []
    found = [*_objects(sentence), *_subjects(sentence), *_nobody(sentence)]
    found.sort(key=lambda count: (count.start, -count.end))
    kept: list[Unnumbered] = []
    for count in found:
        if not kept or count.start >= kept[-1].end:
            kept.append(count)
    return kept


def _objects(sentence: str) -> list[Unnumbered]:
    found = []
    for match in _VERB.finditer(sentence):
        if match[1].lower() not in _ACTIVE:
            continue
        event = EVENT_OF[match[1].lower()]
        noun = noun_phrase(sentence, match.end())
        if is_person(noun.head) or (event == "killed" and _befallen_thing(noun)):
            found.append(Unnumbered(match.start(2), noun.end, 1.0, noun, event))
    for match in _LIFE.finditer(sentence):
        noun = noun_phrase(sentence, match.end())
        if noun.head:
            found.append(Unnumbered(match.start(1), noun.end, 1.0, noun, "killed"))
    return found


def _befallen_thing(noun: Counted) -> bool:
    return (
        bool(noun.head)
        and noun.head not in _TIMES
        and noun.head not in _BODY
        and not noun.head.endswith(("ing", "ion", "ism", "ment"))
    )


def parts_of(sentence: str, end: int, event: str) -> list[Unnumbered]:
    """The one who is counted within the figure that ends at ``end``: "nine people, including a nurse"."""
    match = _INCLUDING.match(sentence, end)
    if match is None:
        return []
    noun = noun_phrase(sentence, match.end())
    return [Unnumbered(match.start(1), noun.end, 1.0, noun, event, part=True)] if is_person(noun.head) else []


def _subjects(sentence: str) -> list[Unnumbered]:
    found = []
    for match in _SUBJECT.finditer(sentence):
        noun = noun_phrase(sentence, match.end())
        passive = _PASSIVE.match(sentence, noun.end) if noun.head else None
        if passive is None or noun.head in _TIMES:
            continue
        event = EVENT_OF.get((passive[1] or passive[2]).lower(), "injured")
        value = 0.0 if match[1].lower() == "no" else 1.0
        if is_person(noun.head) or event in ("killed", "injured"):
            found.append(Unnumbered(match.start(1), noun.end, value, noun, event))
    return found


def _nobody(sentence: str) -> list[Unnumbered]:
    found = [
        Unnumbered(
            match.start(1),
            match.end(),
            0.0,
            Counted("people", "people", match.end()),
            EVENT_OF.get(match[2].lower(), "injured"),
        )
        for match in _NOBODY.finditer(sentence)
    ]
    for match in _NO.finditer(sentence):
        none = _NONE_NOUN.match(sentence, match.end())
        if none:
            event = {"arrests": "arrested", "deaths": "killed", "fatalities": "killed", "injuries": "injured"}.get(
                none[1].lower(), "killed or injured"
            )
            if none[1].lower() != "survivors":
                found.append(Unnumbered(match.start(), none.end(), 0.0, Counted("people", "people", none.end()), event))
    return found
