"""Statements: the reporting clauses of a sentence that really report, with whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.account.particulars.cast import Cast, Speaker
from headwater.account.particulars.cues import FINITE, HYPOTHETICAL, PARTICIPLES, PLAIN, is_weak
from headwater.account.particulars.reports import Report, introduces, puts_it, reports_in, takes_blame
from headwater.account.particulars.speakers import noted, speaker_of
from headwater.account.particulars.subjects import main_subject
from headwater.account.particulars.tokens import Token

_COSTS = frozenset(("life", "lives", "victims", "toll"))
LONGEST = 250  # words of a sentence that are read; what is longer is a list or no prose


@dataclass(slots=True)
class Talk:
    """Who spoke last, in which paragraph, where the last quote and its cue began, while an article is read downwards.

    ``running`` marks a quote whose paragraph ended without a closing mark: the next one goes on with it. ``quoting`` is
    whose the last quote was and ``within`` its paragraph, whatever was reported since; ``ended`` is where it ended.
    """

    last: Speaker | None = None
    paragraph: int = -1
    utterance: int = 0
    quoted: int = -1
    cue: int = -1
    running: bool = False
    quoting: str | None = None
    within: int = -1
    ended: int = 0
    worded: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A reporting clause of a sentence with its speaker; ``tokens`` are the sentence's words outside quotes."""

    tokens: tuple[Token, ...]
    report: Report
    speaker: Speaker

    @property
    def cue(self) -> str:
        """The cue, case folded."""
        return self.tokens[self.report.cue].lower


def is_hypothetical(tokens: Sequence[Token], cue: int) -> bool:
    """Whether the word before a cue makes it no report: "would say", "declined"; a capital is a name's ("Mrs May")."""
    if any(token.lower == "only" for token in tokens[max(0, cue - 1) : cue + 2]):
        return False  # "would say only" tells what was said
    return cue > 0 and tokens[cue - 1].lower in HYPOTHETICAL and not tokens[cue - 1].capital


def reports_really(tokens: Sequence[Token], report: Report) -> bool:
    """Whether a clause reports what was said: "said", "noted that"; not "would not say", "added troops"."""
    cue = tokens[report.cue].lower
    if cue == "according":
        return True
    before = [t.lower for t in tokens[max(0, report.cue - 3) : report.cue]]
    if "not" in before or "never" in before or (is_hypothetical(tokens, report.cue) and before[-1] != "publicly"):
        return False
    ahead = tokens[report.cue + 1 : report.cue + 4]
    if any(token.lower in _COSTS for token in ahead):
        return False
    if takes_blame(tokens, report.cue) or puts_it(tokens, report.cue):
        return True
    base = FINITE.get(cue) or PARTICIPLES.get(cue, cue)
    if base == "add":
        by_pronoun = report.first < report.last and tokens[report.first].lower in ("he", "she")
        return not ahead or by_pronoun or introduces(ahead)
    return base in PLAIN or (not is_weak(cue) and introduces(ahead))


def carrier(tokens: Sequence[Token], report: Report) -> Report:
    """The clause whose subject a participle or second verb goes on with; the clause itself where none does.

    That is the first clause before it that really reports, else the last before it, else what the sentence is about.
    """
    if not report.carried:
        return report
    earlier = [other for other in reports_in(tokens[: report.cue]) if not other.carried]
    real = [other for other in earlier if reports_really(tokens, other)]
    chosen = real[0] if real else earlier[-1] if earlier else None
    if chosen is not None:
        return Report(report.cue, chosen.first, chosen.last)
    subject = main_subject(tokens[: report.cue])
    return Report(report.cue, *subject) if subject else report


def statements_in(cast: Cast, tokens: tuple[Token, ...], talk: Talk) -> list[Statement]:
    """The statements that a sentence reports, in order; ``talk`` then knows the last speaker."""
    found: list[Statement] = []
    tokens = tokens[:LONGEST]
    for report in reports_in(tokens):
        if not reports_really(tokens, report):
            continue
        whole = carrier(tokens, report)
        speaker = speaker_of(cast, tokens, whole, talk.last, talk.worded)
        if speaker is None:
            continue
        noted(speaker, tokens, whole, talk.worded)
        found.append(Statement(tokens, whole, speaker))
    if found:
        talk.last = found[0].speaker
    return found
