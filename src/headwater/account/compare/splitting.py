"""Where one sentence makes several statements."""

from __future__ import annotations

import re

_FINITE = r"(?:will|is|are|was|were|has|have|had|would|could|may|might|can|must|said|says)\b"
# The second clause stands by itself.
_BREAK = (
    r";\s+(?:(?:and|but)\s+)?"
    r"|,\s+(?:but|though|although|while|whereas)\s+"
    r"|,\s+(?:and\s+)?(?:adding|added)\s+that\s+"
    r"|\s+and\s+that\s+"
    rf"|,\s+and\s+(?=(?:the|a|an|its|their|his|her|it|he|she|they|there)\s+(?:[\w-]+\s+){{0,4}}{_FINITE})"
)
# The second clause leans on the first: told by itself only where another report tells it too.
_GOES_ON = rf"(?![^,.;]{{0,200}},\s+{_FINITE})"  # the main clause does not end after it
_LEANING = (
    rf",\s+(?=(?:which|where)\s+[a-z]){_GOES_ON}"
    r"|,\s+(?=a\s+(?:move|step|decision|sign|measure|plan)\s)"
    rf"|,?\s+(?=(?:following|after)\s+(?:a|an|the|his|her|its|their|[A-Z][\w-]*|[\w-]+['’]s)\s){_GOES_ON}"
)
_SPLIT = re.compile(rf"(?P<leaning>{_LEANING})|{_BREAK}")
_LEAST_WORDS = 5
_LOOK_AHEAD = 200  # characters that must hold the least words: the rest of a line may be endless
_PARTNERS = {"“": "”", "«": "»", "„": "“"}

# "CITY, Region (Agency) - " or "(Agency) - " before the first sentence: where it was filed, not what it says.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,}(?:[ ,]{1,2}(?:[A-Z][\w.]*|\d{1,4}\b)){0,5} ?(?:\([A-Z][\w./ ]{1,20}\) ?)?"
    r"|\([A-Z][\w./ ]{1,20}\) ?)"
    r"(?:[-–—]{1,2}|:)\s+(?=[\"“A-Z])"
)

ClauseSpan = tuple[int, int, bool]


def clause_spans(text: str, start: int, end: int) -> list[ClauseSpan]:
    """Half-open spans in ``text`` of the clauses of its sentence ``start..end``, and whether each leans on the last.

    Empty for a sentence without letters. A quotation that a break cuts in two lends each clause only its own words:
    marks without a partner, and what follows a closing one, are left out.
    """
    words = text[start:end]
    if not any(letter.isalpha() for letter in words):
        return []
    cuts: list[ClauseSpan] = []
    at, leaning = dateline_length(words), False
    for match in _SPLIT.finditer(words):
        before = words.count(" ", at, match.start()) + 1
        after = words.count(" ", match.end(), match.end() + _LOOK_AHEAD) + 1
        if before >= _LEAST_WORDS and after >= _LEAST_WORDS:
            cuts.append((at, match.start(), leaning))
            at, leaning = match.end(), match.lastgroup == "leaning"
    cuts.append((at, len(words), leaning))
    if len(cuts) == 1:
        return [(start + dateline_length(words), end, False)]
    return [(start + a, start + b, leaning) for a, b, leaning in _unquoted(words, cuts)]


def dateline_length(words: str) -> int:
    """How many characters of a dateline stand at the start of a sentence: where it was filed, not what it says."""
    match = _DATELINE.match(words)
    return match.end() if match else 0


def _unquoted(words: str, cuts: list[ClauseSpan]) -> list[ClauseSpan]:
    trimmed: list[ClauseSpan] = []
    straight = 0
    for at, end, leaning in cuts:
        piece = words[at:end]
        inside = straight % 2 == 1
        straight += piece.count('"')
        low, high = _own_words(piece, inside_straight=inside)
        trimmed.append((at + low, at + high, leaning))
    return trimmed


def _own_words(piece: str, *, inside_straight: bool) -> tuple[int, int]:
    """The part of ``piece`` without a first mark that is not closed in it, and up to one that is not opened in it."""
    closing_at = piece.find('"') if inside_straight else _unopened(piece)
    if closing_at > 0 and piece.count(" ", 0, closing_at) + 1 >= _LEAST_WORDS:
        return 0, len(piece[:closing_at].rstrip(" ,"))
    first = piece[:1]
    unclosed = (first == '"' and '"' not in piece[1:]) or (first in _PARTNERS and _PARTNERS[first] not in piece[1:])
    return (1 if unclosed else 0), len(piece)


def _unopened(piece: str) -> int:
    """Where a closing mark stands before any opening one; -1 where none does."""
    for opening, closing in _PARTNERS.items():
        at = piece.find(closing)
        if at >= 0 and opening not in piece[:at]:
            return at
    return -1
