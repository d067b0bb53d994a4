"""Attributions lost: what one report lays at somebody's door and another says in its own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.account.compare.clauses import Clause
from headwater.account.compare.terms import Terms
from headwater.model.particulars import AttributionKind

Read = Sequence[tuple[Clause, Terms]]

_MARKS = "\"'‘’“”«»"
_OPENING = "\"“«‘'"
_SAME_STATEMENT = 0.7  # share of the shorter clause's words that both have
_MUCH_OF_BOTH = 0.5  # the same share of the longer one's
_LEAST_SHARED = 5
_LONG_QUOTE = 5  # words from which a quotation, not the report, makes the statement
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b|@\w|https?:|pic\.")


def lost_attribution(read: Read) -> tuple[list[Clause], list[Clause]] | None:
    """The clauses of one claim that attribute it, and those of reports of another title that state it as their own.

    None where there is no such pair. Quotations count for neither side: their marks are an attribution.
    """
    named = [(clause, terms) for clause, terms in read if attributes(clause) and not is_quoted(clause)]
    holders = {clause.article.id for clause, _ in read if clause.attribution}
    kept: list[Clause] = []
    lost: list[Clause] = []
    for clause, terms in read:
        if clause.article.id in holders or not _own_voice(clause):
            continue
        behind = [other for other, theirs in named if _lost_by(clause, terms, other, theirs)]
        if behind:
            lost.append(clause)
            kept.extend(other for other in behind if other not in kept)
    return (kept, lost) if lost else None


def attributes(clause: Clause) -> bool:
    """Whether the clause itself names whose statement it is."""
    said = clause.attribution
    if said is None or said.kind is AttributionKind.CREDIT or said.speaker_citation is None or clause.leaning:
        return False
    return clause.start <= said.speaker_citation.start < clause.end


def is_quoted(clause: Clause) -> bool:
    """Whether a quotation makes the statement, single marks and quotations over several paragraphs among them."""
    text = clause.text
    if clause.spoken or text[0] in _MARKS or text[-1] in _MARKS or text.count('"') % 2:
        return True
    return any(quote.text.count(" ") + 1 >= _LONG_QUOTE for quote in clause.quotes)


def _own_voice(clause: Clause) -> bool:
    """Whether the outlet speaks: no quotation around it, nobody who says I or we, no question."""
    if is_quoted(clause) or clause.quotes or clause.manner.asks or _FIRST_PERSON.search(clause.text):
        return False
    return not _in_quoted_paragraph(clause)


def _in_quoted_paragraph(clause: Clause) -> bool:
    """Whether the paragraph begins with a mark or leaves one open: then the speaker stands elsewhere."""
    text = clause.article.text
    start = text.rfind("\n\n", 0, clause.start) + 2 if "\n\n" in text[: clause.start] else 0
    before = text[start : clause.start]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return opened or (bool(before) and before[0] in _OPENING)


def _lost_by(clause: Clause, terms: Terms, other: Clause, theirs: Terms) -> bool:
    """Whether the clause states what ``other`` attributes, and does not speak of the source itself."""
    if (
        clause.article.title == other.article.title
        or terms.words & theirs.who
        or theirs.names & theirs.who & terms.names
    ):
        return False
    said = theirs.words - theirs.who
    shared = len(terms.words & said)
    sizes = sorted((len(terms.words), len(said)))
    alike = shared >= _SAME_STATEMENT * sizes[0] and shared >= _MUCH_OF_BOTH * sizes[1]
    return alike and shared >= _LEAST_SHARED and terms.numbers == theirs.numbers
