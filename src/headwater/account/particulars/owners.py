"""Owners of quoted words that no reporting clause names: "Marant’s “step aside” remark", "Marant (“Never again”)"."""

from __future__ import annotations

import re

from headwater.account.particulars.cast import Cast, Speaker, may_speak
from headwater.account.particulars.cues import OWNED
from headwater.account.particulars.frames import MARKS, OPENING, Frame
from headwater.account.particulars.speakers import LONGEST_NAME
from headwater.account.particulars.statements import Talk
from headwater.account.particulars.tokens import Token
from headwater.model.particulars import EntityType

PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NEAR = 3  # words before a quote, of which one says whose it is: "Marant’s much derided “…” remark"
_REMARK = 12  # words back from a quote that "Marant’s remark that" stands
_BRACKETED = 2  # words from which what stands in brackets behind a name is no title of a song


def _owned_by(cast: Cast, theirs: Token, frame: Frame, talk: Talk) -> tuple[Speaker, Token] | None:
    """Whom "his" or "her" before a quote and a noun of speech means: the person last named in the sentence."""
    here = cast.article.sentence_at(theirs.start)
    named = cast.people_before(theirs.start, since=here.start if here else 0)
    if named:
        return Speaker(named[0].key, named[0].citation.start, named[0].citation.end, True), frame.after[0]
    return (talk.last, frame.after[0]) if talk.last else None


def owner(cast: Cast, frame: Frame, talk: Talk) -> tuple[Speaker, Token] | None:
    """Whose words stand between a name's possessive and a noun of speech: "Marant’s “step aside” remark"."""
    if not frame.before or not frame.after or frame.after[0].lower not in OWNED or frame.after[0].before.strip(MARKS):
        return None
    near = frame.before[-_NEAR:]
    theirs = next((token for token in reversed(near) if token.lower in ("his", "her")), None)
    if theirs is not None and not is_title_of_work(cast.article.text[frame.start : frame.end]):
        return _owned_by(cast, theirs, frame, talk)
    owners = [token for token in near if token.possessive]
    if not owners or any(token.broken for token in near[near.index(owners[-1]) + 1 :]):
        return None
    speaker = _named_by(cast, owners[-1])
    return (speaker, frame.after[0]) if speaker else None


def _named_by(cast: Cast, owner: Token) -> Speaker | None:
    """Who bears the name that a possessive ends; None for a place."""
    named = cast.within(owner.end - LONGEST_NAME, owner.end)[-1:]
    if not named or named[0].citation.end != owner.end or named[0].type is EntityType.PLACE:
        return None
    return Speaker(named[0].key, named[0].citation.start, named[0].citation.end, True)


def remarked(cast: Cast, frame: Frame) -> Speaker | None:
    """Whose remark the words before a quote speak of: "Marant’s remark that the plan was “a farce”"."""
    tokens = frame.before
    for at in range(len(tokens) - 2, max(0, len(tokens) - _REMARK), -1):
        if tokens[at].lower in OWNED and tokens[at + 1].lower in ("that", "about", "of"):
            owners = [token for token in tokens[max(0, at - _NEAR) : at] if token.possessive]
            return _named_by(cast, owners[-1]) if owners else None
    return None


def is_bracketed(text: str, frame: Frame) -> bool:
    """Whether a quote fills a pair of brackets."""
    opening = text[max(0, frame.start - len("(“") - 1) : frame.start].rstrip(OPENING)
    return opening.endswith("(") and text[frame.end : frame.end + len("”)")].lstrip(MARKS).startswith(")")


def in_brackets(cast: Cast, frame: Frame) -> Speaker | None:
    """Who is named right before the brackets that hold a quote: "Ilse Marant (“It was never asked”)"."""
    quoted = cast.article.text[frame.start : frame.end]
    if not frame.before or is_title_of_work(quoted) or len(PLAIN_WORD.findall(quoted)) < _BRACKETED:
        return None
    end = frame.before[-1].end
    named = [mention for mention in cast.within(end - LONGEST_NAME, end) if mention.citation.end == end]
    if not named or not may_speak(named[-1]):
        return None
    return Speaker(named[-1].key, named[-1].citation.start, named[-1].citation.end, True)


def is_title_of_work(text: str) -> bool:
    """Whether no longer word is in lower case, as in titles of works."""
    return not any(len(word) > 3 and word[0].islower() for word in PLAIN_WORD.findall(text))
