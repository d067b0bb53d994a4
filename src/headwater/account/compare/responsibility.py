"""Who did it: clauses that assert or claim responsibility for one act of violence belong to one question."""

from __future__ import annotations

from collections.abc import Sequence, Set

from headwater.account.compare.clauses import Clause
from headwater.account.compare.phrases import padded, phrase_lists, phrase_patterns, phrases_in
from headwater.model.article import Part

_CUES = phrase_patterns("stances")
_LISTS = phrase_lists("stances")
_RECENT_DAYS = 45
_NEAR = 90  # characters between the word of responsibility and that of the act


def joined_by_responsibility(
    groups: Sequence[list[int]], clauses: Sequence[Clause], about: Set[int]
) -> list[list[int]]:
    """The groups, those clauses taken together that say who is behind the violence: of ``about``, that name one.

    Only where one report claims or doubts responsibility and another asserts that a group did it: sentences so unlike
    in wording that similarity cannot join them, and whose difference in certainty is what a desk must see.
    """
    claimed = {i for i in about if _CUES["claimed"].search(clauses[i].text)}
    asserted = {i for i in about - claimed if clauses[i].part is not Part.TITLE and _recent(clauses[i])}
    if not claimed or not asserted:
        return list(groups)
    joined = claimed | asserted
    rest = [[i for i in group if i not in joined] for group in groups]
    return sorted([group for group in rest if group] + [sorted(joined)])


def names_perpetrator(clause: Clause) -> bool:
    """Whether the clause says, claims or doubts that a group is responsible for an act of violence."""
    row, present = padded(clause.tokens), frozenset(clause.tokens)
    if not all(phrases_in(row, present, _LISTS[section]) for section in ("responsibility", "violence")):
        return False
    text = clause.text
    for cue in _CUES["responsibility"].finditer(text):
        if not _CUES["violence"].search(text, cue.end(), cue.end() + _NEAR):
            continue
        if _CUES["group"].search(text, max(0, cue.start() - _NEAR), cue.start()) or _doubts(text):
            return True
    return False


def _doubts(text: str) -> bool:
    return _CUES["claimed"].search(text) is not None


def _recent(clause: Clause) -> bool:
    """Whether the clause does not place the violence long before the article."""
    days = [time.last for time in clause.times if time.last]
    return not days or clause.written is None or (clause.written - max(days)).days <= _RECENT_DAYS
