"""Speakers: whom the subject of a reporting clause means, brought to the fullest form in the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from headwater.account.particulars.cast import Cast, Speaker, may_speak
from headwater.account.particulars.cues import FINITE, PLAIN
from headwater.account.particulars.gazetteer import (
    OFFICE_WORDS,
    OFFICES,
    is_office,
    is_title,
)
from headwater.account.particulars.heads import (
    PREPOSITIONS,
    as_worded,
    can_speak,
    head_of,
    noun_phrase,
    without_heading,
)
from headwater.account.particulars.lexicon import is_person, is_plural
from headwater.account.particulars.reports import Report
from headwater.account.particulars.stand_ins import SPOKEN, STAND_INS, stood_for
from headwater.account.particulars.subjects import DETERMINERS
from headwater.account.particulars.tokens import Token
from headwater.model.article import Article
from headwater.model.particulars import EntityType, NameMention

_SPEAKING = frozenset((EntityType.PERSON, EntityType.ORGANISATION, EntityType.GROUP))
LONGEST_NAME = 60  # characters of a name beside a title
RECALLED = 300  # names back that "the minister" reaches
_SUBORDINATING = frozenset(("as", "after", "before", "once", "like"))
_STOPS = (",", ".", ":", ";", "")
LONGEST_ROLE = 5  # words of a noun phrase that a verb of speech alone makes a speaker
_RELATIVE = frozenset(("that", "which", "who"))


def _by_name(cast: Cast, head: Sequence[Token]) -> NameMention | None:
    """The name that a noun phrase ends in; "the Smith campaign" is not Smith."""
    inside = cast.within(head[0].start, head[-1].end)
    if inside and inside[-1].citation.end == head[-1].end:
        return inside[-1]
    reaching = cast.within(head[0].start, head[-1].end + LONGEST_NAME)[:1]  # "the Bank of Freedonia"
    return reaching[0] if reaching and reaching[0].citation.start < head[-1].end < reaching[0].citation.end else None


def _apposed(cast: Cast, tokens: Sequence[Token], report: Report, mention: NameMention | None) -> NameMention | None:
    """The person whom a subject that names none stands beside: "the head of X, Y, said", "Y, once head of X, said"."""
    if mention is not None and mention.type is EntityType.PERSON:
        return None
    text = cast.article.text
    last = tokens[report.last - 1].end
    noun = tokens[report.last - 1].lower
    stands = noun in ("another", "one") or (is_person(noun) and not is_plural(noun))
    if stands or any(is_office(t.lower) for t in tokens[max(0, report.first - 8) : report.last]):
        beside = cast.within(last, last + LONGEST_NAME)[:1]
        if beside and text[last : beside[0].citation.start] == ", " and _closed(cast, beside[0]):
            return beside[0]
    if report.inverted and tokens[report.first].lower in DETERMINERS:
        for named in cast.within(last, last + LONGEST_NAME)[:1]:
            start, end = named.citation.start, named.citation.end
            parted = text[last:start] == ", " and text[end : end + 1] in _STOPS
            if parted and named.type is EntityType.PERSON:
                return named
    opens = cast.within(tokens[0].start, tokens[0].start + LONGEST_NAME)[:1]
    behind = tokens[report.first].lower in ("a", "an", "the") and tokens[report.first].before.strip() == ","
    closed = tokens[report.cue].before.strip().startswith(",") or behind
    far = report.first > 0 and not report.inverted and closed
    return (
        opens[0] if far and opens and opens[0].citation.start == tokens[0].start and _closed(cast, opens[0]) else None
    )


def _closed(cast: Cast, mention: NameMention) -> bool:
    """Whether a name is a person's and a comma follows."""
    end = mention.citation.end
    may_be = mention.type is EntityType.PERSON or (mention.type is not EntityType.PLACE and " " in mention.text)
    return may_be and cast.article.text[end : end + 1] == ","


def _says(mention: NameMention, tokens: Sequence[Token], report: Report) -> bool:
    """Whether a name alone stands right before its verb of speech, as a company's may that is called like a river."""
    if report.inverted or tokens[report.first].start != mention.citation.start or not tokens[report.last :]:
        return False
    verb = tokens[report.last]
    return tokens[report.last - 1].end == mention.citation.end and not verb.broken and FINITE.get(verb.lower) in PLAIN


def _in_clause(cast: Cast, subject: Sequence[Token], behind: Token | None) -> NameMention | None:
    """Who speaks in a clause whose own clause was taken along: "the report comes after Ilse Marant said".

    So too where "who" stands ``behind``: "they took issue with what Ilse Marant wrote, who said".
    """
    mention = _by_name(cast, subject)
    if mention is None:
        return None
    if behind is not None and behind.lower == "who" and mention.type is EntityType.PERSON:
        return mention
    before = [token for token in subject if token.end <= mention.citation.start]
    while before and (before[-1].capital or is_title(before[-1].lower) or before[-1].lower in DETERMINERS):
        before.pop()
    return mention if before and before[-1].lower in _SUBORDINATING else None


def _is_said_to_speak(head: Sequence[Token], tokens: Sequence[Token], report: Report) -> bool:
    """Whether a verb that only somebody can be the subject of makes a noun phrase a speaker: "the tyrant boasted"."""
    if tokens[report.cue].lower not in SPOKEN or report.carried:
        return False
    if all(token.capital for token in head) and len(head) > 1:
        return True
    plain = head[0].lower in ("the", "a", "an") and 1 < len(head) <= LONGEST_ROLE and not head[-1].lower.endswith("ing")
    return plain and head[-1].lower.isalpha() and not head[-1].capital


def _titled(cast: Cast, subject: Sequence[Token]) -> NameMention | None:
    """The person behind a long title: "Chairman of the Harbour Council Ilse Marant"; not "aide to President Marant"."""
    if (
        not subject[0].capital
        or subject[0].lower in DETERMINERS
        or not any(is_title(token.lower) for token in subject[:4])
    ):
        return None
    mention = _by_name(cast, subject)
    if mention is None or mention.type is not EntityType.PERSON or " " not in mention.text:
        return None
    before = [token for token in subject if token.end <= mention.citation.start]
    linked = any(token.lower in PREPOSITIONS and token.lower != "of" for token in before)
    return None if not before or linked or is_title(before[-1].lower) else mention


def _by_title(cast: Cast, head: Sequence[Token]) -> str | None:
    """The person who bears a title: "the secretary general", "the prime minister"."""
    words = [t.lower for t in head if t.lower not in DETERMINERS]
    if head[0].lower != "the" or not words or not (is_office(words[-1]) or words[-1] in OFFICE_WORDS):
        return None
    last = bisect_left(cast.starts, head[0].start)
    before = cast.names[max(0, last - RECALLED) : last]
    for mention in reversed([m for m in before if m.role and m.type is EntityType.PERSON]):
        role = mention.role.casefold().replace("-", " ").split() if mention.role else []
        if all(word in role or any(word in part for part in role if len(part) > 4) for word in words):
            return mention.key
    return None


def _named_later(cast: Cast, subject: Sequence[Token], head: Sequence[Token]) -> str | None:
    """The only one who bears a title, named further down: "a spokeswoman … the spokeswoman, Ilse Marant"."""
    noun = head[-1].lower
    if head[0].lower not in ("a", "an") or not noun.startswith("spokes"):
        return None
    later = cast.names[bisect_left(cast.starts, subject[-1].end) :]
    bearers = {m.key for m in later if m.type is EntityType.PERSON and _bears(cast.article, m, noun)}
    return min(bearers) if len(bearers) == 1 else None


def _bears(article: Article, mention: NameMention, title: str) -> bool:
    """Whether a title stands beside a name, before a comma or not."""
    if mention.role:
        return title in mention.role.casefold().split()
    return article.text[: mention.citation.start].rstrip(" ,").endswith(" " + title)


def speaker_of(
    cast: Cast,
    tokens: Sequence[Token],
    report: Report,
    last: Speaker | None,
    worded: dict[str, str],
    *,
    quoted: bool = False,
) -> Speaker | None:
    """Whom the subject of a reporting clause means; None where it names nobody.

    ``last`` is the speaker before; ``worded`` maps the head nouns of unnamed speakers so far to how they were worded;
    ``quoted``: the clause stands beside quoted words.
    """
    subject = tokens[report.first : report.last]
    if not subject:
        return None
    if len(subject) == 1 and subject[0].lower in STAND_INS:
        return stood_for(cast, subject[0], tokens[report.cue], last, quoted=quoted)
    end = subject[-1].end
    subject = without_heading(subject)
    if len(subject) > 1 and subject[-1].lower in _RELATIVE:
        subject = subject[:-1]
    start = subject[0].start
    head = head_of(subject)
    mention = _by_name(cast, head) or _titled(cast, subject)
    mention = _apposed(cast, tokens, report, mention) or mention
    if mention is not None:
        named = Speaker(mention.key, mention.citation.start, mention.citation.end, True)
        return named if _says(mention, tokens, report) or may_speak(mention) else None
    title = _by_title(cast, head)
    if title:
        return Speaker(title, start, end, True)
    behind = tokens[report.last] if report.last < len(tokens) else None
    mention = _in_clause(cast, subject, behind) if len(head) < len(subject) else None
    if mention is not None:
        return Speaker(mention.key, mention.citation.start, mention.citation.end, True)
    noun = head[-1].lower
    if head[0].lower == "the" and len(head) == 2 and noun in worded:
        return Speaker(worded[noun], start, end, False)
    bearer = cast.surnames.get(noun) if len(head) == 1 and head[0].capital else None
    if bearer:
        return Speaker(bearer, start, end, True)
    clause = len(head) < len(subject) and subject[len(head)].lower in _SUBORDINATING
    said = quoted and not clause and _is_said_to_speak(head, tokens, report)
    later = _named_later(cast, subject, head)
    if later:
        return Speaker(later, start, end, True)
    if said or can_speak(head) or can_speak(noun_phrase(head)):
        return Speaker(as_worded(cast.article, subject), start, end, False)
    return None


def noted(speaker: Speaker, tokens: Sequence[Token], report: Report, worded: dict[str, str]) -> None:
    """Remember how an unnamed speaker was worded, by the head noun, for "the official" later on."""
    subject = tokens[report.first : report.last]
    if speaker.known or not subject:
        return
    noun = head_of(subject)[-1].lower
    worded.setdefault(noun, speaker.name)
    if noun in OFFICES:
        worded.setdefault(noun, speaker.name)
