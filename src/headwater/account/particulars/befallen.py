"""What befell the counted: killed, injured, arrested, missing ... from the words around a figure."""

from __future__ import annotations

import re
from itertools import islice

from headwater.account.particulars.lexicon import EVENT_OF, STOP, is_person, word_list
from headwater.text.words import WORD

_AUX = word_list("auxiliaries")
_BETWEEN_AUX = word_list("between_auxiliary_and_verb")
_ACTIVE_ONLY = word_list("active_only")
_INTRANSITIVE = word_list("intransitive")
_NO_OBJECT = word_list("without_object")
_THROUGH = word_list("between_verb_and_figure")
_TOLL = re.compile(
    r"\b(?:death toll|toll|death count|deaths?|fatalities|dead)\b(?:(?:[^.;,]|\.(?=\d)){0,40}"
    r"|[^.;,\d]{0,90} (?:rises|rose|risen|climb\w*|jump\w*|gr[eo]w\w*|st(?:ands|ood)|reach\w*|pass\w*|hit)"
    r" (?:(?:to|at) )?(?:\w+ ){0,2})$",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:claim|claims|claimed|claiming|took|taking|cost|costing) (?:the )?(?:lives|life) of"
    r" (?:at least |more than |some |about )?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", (?:including|among them|at least \w+ of (?:them|whom)|\w+ of (?:them|whom))[^,.;]{0,70},")
_PIECE = re.compile(r"\d+\.\d+|[\w’'-]+|[.;:!?()]")
_CLAUSE_END = re.compile(r"\.(?!\d)|[;:!?()]")
_REACH = 16
_WINDOW = 130


def event_of(sentence: str, start: int, number: int, end: int) -> str | None:
    """What befell what is counted by the words ``sentence[start:end]``, in normal form; None where nothing did.

    ``start`` is where the expression begins, hedge included; ``number`` where its noun begins; ``end`` where it ends.
    """
    close = re.match(r"[\s]+([\w-]+)", sentence[end : end + 30])
    if close and (event := EVENT_OF.get(close[1].lower())) and close[1].lower() not in _ACTIVE_ONLY:
        after = WORD.finditer(sentence, end, min(len(sentence), end + _WINDOW))
        return _both(event, [match.group().lower() for match in islice(after, 1, 3)])
    head = re.findall(r"[\w-]+", sentence[number:end])
    if head and (event := EVENT_OF.get(head[-1].lower())):
        return event
    before = sentence[max(0, start - _WINDOW) : start]
    if _LIVES.search(before):
        return "killed"
    return _governing(before) or _passive(sentence, end) or ("killed" if _TOLL.search(before) else None)


def _both(event: str, following: list[str]) -> str:
    """One event, or two where one count is of both ("killed or injured")."""
    if len(following) == 2 and following[0] == "or" and (other := EVENT_OF.get(following[1])):
        return event if other == event else f"{event} or {other}"
    return event


def _governing(before: str) -> str | None:
    """The event of the verb whose object the figure is: "killed at least", "injuring a soldier and"."""
    clause = _CLAUSE_END.split(before)[-1]
    tokens = re.findall(r"[\w’'-]+|,", clause)[-_REACH:]
    joined = False
    for position in range(len(tokens) - 1, -1, -1):
        word = tokens[position].lower()
        event = EVENT_OF.get(word)
        if event and word not in _NO_OBJECT:
            if (
                position >= 2
                and tokens[position - 1].lower() == "and"
                and (other := EVENT_OF.get(tokens[position - 2].lower()))
            ):
                return event if other == event else f"{other} or {event}"
            passive = position > 0 and tokens[position - 1].lower() in _AUX
            return None if passive else event
        if word in ("and", ",", "including"):
            joined = True
        elif word in _THROUGH or is_person(word):
            continue
        elif not joined or word in STOP:
            return None
    return None


def _passive(sentence: str, end: int) -> str | None:
    """The event of a passive or intransitive verb whose subject the figure is: "fighters of the force were killed"."""
    aux = False
    aside = _ASIDE.match(sentence, end)
    end = aside.end() if aside else end
    for match in islice(_PIECE.finditer(sentence, end, min(len(sentence), end + _WINDOW)), _REACH):
        word = match.group().lower()
        if word in ".;:!?()":
            return None
        event = EVENT_OF.get(word)
        if event and (aux or word in _INTRANSITIVE) and word not in _ACTIVE_ONLY:
            rest = [
                part.group().lower()
                for part in WORD.finditer(sentence, match.end(), min(len(sentence), match.end() + 30))
            ]
            return _both(event, rest[:2])
        if event:
            return None
        if word in _AUX:
            aux = True
        elif (
            (aux and word not in _BETWEEN_AUX and not word.endswith("ly"))
            or word.isdigit()
            or word in ("said", "says", "told", "while", "but", "after", "when")
        ):
            return None
    return None
