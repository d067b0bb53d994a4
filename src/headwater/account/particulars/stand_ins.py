"""Words that stand for a speaker named elsewhere: "he said", "they said", "one said"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from headwater.account.particulars.cast import Cast, Speaker, may_speak
from headwater.account.particulars.gazetteer import is_office
from headwater.account.particulars.heads import as_worded
from headwater.account.particulars.lexicon import is_person, is_plural
from headwater.account.particulars.pronouns import meant_by
from headwater.account.particulars.reports import reports_in
from headwater.account.particulars.subjects import DETERMINERS, main_subject
from headwater.account.particulars.tokens import Token
from headwater.model.particulars import EntityType

SPOKEN = frozenset(("said", "says", "told", "boasted", "vowed", "tweeted", "wrote", "admitted", "insisted", "replied"))
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_OBJECTS = frozenset(("him", "her"))  # where somebody is quoted: "the paper quoted her as saying"
_OWN = frozenset(("i", "we", "you", "one", "there", "that", "this", "these", "those", "what", "which"))
STAND_INS = _PRONOUNS | _OBJECTS | _OWN


def stood_for(cast: Cast, word: Token, cue: Token, last: Speaker | None, *, quoted: bool) -> Speaker | None:
    """Whom one of ``STAND_INS`` means as the subject of ``cue``; None for "I", "we" and where the text does not tell.

    ``last`` is the speaker before; ``quoted``: the clause stands beside quoted words.
    """
    if word.lower == "one":
        return _one_of(cast, word) if quoted and cue.lower in SPOKEN else None
    if word.lower in _OWN or (word.lower in _OBJECTS and cue.lower not in ("quoted", "quotes")):
        return None
    name = meant_by(cast, word, last)
    if name is None:
        return _unnamed(cast, word) if word.lower in ("he", "she") else None
    return Speaker(name, word.start, word.end, last.known if last and last.name == name else True)


def _sentence_before(cast: Cast, at: int) -> tuple[Token, ...]:
    """The words outside quotes of the last sentence with any before that of ``at``; none where there is no such."""
    position = bisect_right(cast.told, at) - 1
    return cast.words.between(cast.told[position - 1], cast.told[position]) if position > 0 else ()


def _unnamed(cast: Cast, pronoun: Token) -> Speaker | None:
    """Whom "he" or "she" means where no person is named: whom the sentence before is about, "a spokesman declined"."""
    tokens = _sentence_before(cast, pronoun.start)
    subject = main_subject(tokens)
    if subject is None:
        return None
    phrase = tokens[slice(*subject)]
    named = cast.within(phrase[0].start, phrase[-1].end)
    if named:
        fits = named[-1].type in (EntityType.PERSON, EntityType.OTHER) and may_speak(named[-1])
        return Speaker(named[-1].key, pronoun.start, pronoun.end, True) if fits else None
    noun = phrase[-1].lower
    if phrase[0].lower not in DETERMINERS or not (is_person(noun) or is_office(noun)) or is_plural(noun):
        return None
    return Speaker(
        as_worded(cast.article, tokens[subject[0] : _with_body(tokens, subject[1])]), pronoun.start, pronoun.end, False
    )


def _with_body(tokens: Sequence[Token], end: int) -> int:
    """Where a phrase that ends at ``end`` goes on with whom somebody speaks for: "a spokesman for the ministry"."""
    if tokens[end : end + 1] and tokens[end].lower in ("for", "of", "from") and not tokens[end].broken:
        at = end + 1 + (tokens[end + 1 : end + 2] != () and tokens[end + 1].lower in DETERMINERS)
        behind = at + 1
        while behind < len(tokens) and tokens[behind].capital and not tokens[behind].broken:
            behind += 1
        return min(behind, len(tokens))
    return end


def _one_of(cast: Cast, one: Token) -> Speaker | None:
    """Of whom "one" is, several that the sentence before is about: "neighbours knew him … one said"."""
    tokens = _sentence_before(cast, one.start)
    for report in reports_in(tokens)[:1]:
        noun = tokens[report.first : report.last][-1:]
        if report.first == 0 and noun and is_plural(noun[0].lower):
            return Speaker(as_worded(cast.article, tokens[: report.last]), one.start, one.end, False)
    return None
