"""Attributions: the sentences of an article that report what somebody said, and by whom it came to the reader.

Sentences in the outlet's own voice are not among them. In "X told the Y news agency" and "X said, Y reported" the chain
is Y, then X: the nearest first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.account.particulars.cast import Cast, cast_of
from headwater.account.particulars.cues import AGENCIES, CLAIMS, DENIALS
from headwater.account.particulars.marked import Marked, marked
from headwater.account.particulars.statements import Statement, Talk, statements_in
from headwater.model.article import Article, Citation, Sentence
from headwater.model.particulars import AttributionKind, AttributionMention, NameMention, QuoteMention

_CREDIT = re.compile(rf"\(({'|'.join(re.escape(name) for name in sorted(AGENCIES, key=lambda n: (-len(n), n)))})\)")
_TAKERS = frozenset(("told", "tells", "telling", "to", "with", "by", "quoted", "informed"))
_MEDIA = frozenset(
    (
        "agency",
        "newspaper",
        "magazine",
        "television",
        "tv",
        "radio",
        "channel",
        "broadcaster",
        "network",
        "website",
        "daily",
    )
)
_DUTIES = frozenset(("responsibility", "credit"))
_SUBORDINATORS = frozenset(
    (
        *("after", "before", "when", "while", "since", "until", "because", "although", "though"),
        *("which", "whom"),  # "$4 million, half of which donors have pledged"
    )
)
_LEAST_OWN = 3  # words before "after X said" that the outlet states itself


def _kind(statement: Statement) -> AttributionKind:
    ahead = {token.lower for token in statement.tokens[statement.report.cue : statement.report.cue + 4]}
    if statement.cue in DENIALS:
        return AttributionKind.DENIED
    if statement.cue in CLAIMS or ahead & _DUTIES:
        return AttributionKind.CLAIMED
    return AttributionKind.SAID


def _medium(cast: Cast, statement: Statement) -> str | None:
    """The agency or paper that a statement was made to: "told Reuters", "told the Y newspaper"."""
    tokens, cue = statement.tokens, statement.report.cue
    for at in range(cue, min(cue + 6, len(tokens))):
        if tokens[at].lower not in _TAKERS:
            continue
        window = tokens[at + 1 : at + 7]
        if not window:
            continue
        for mention in cast.within(window[0].start, window[-1].end)[:1]:
            gap = [t for t in window if t.end <= mention.citation.start]
            follows = [t.lower for t in window if t.start >= mention.citation.end][:2]
            named = mention.text in AGENCIES or mention.key in AGENCIES
            if all(t.lower in ("the", "a", "an") for t in gap) and (named or any(word in _MEDIA for word in follows)):
                return mention.key
    return None


def _chained(cast: Cast, statements: Sequence[Statement]) -> list[tuple[tuple[str, ...], Statement]]:
    """Each statement with its chain; an agency that reports what another said stands before that other."""
    agencies = [s for s in statements if s.speaker.name in AGENCIES]
    others = [s for s in statements if s.speaker.name not in AGENCIES]
    if not others:
        return [((s.speaker.name,), s) for s in agencies]
    chained: list[tuple[tuple[str, ...], Statement]] = []
    for statement in others:
        medium = _medium(cast, statement) or (agencies[0].speaker.name if agencies else None)
        name = statement.speaker.name
        chained.append(((medium, name) if medium and medium != name else (name,), statement))
    return chained


def _whole(article: Article, sentence: Sentence) -> Citation:
    return Citation(article.id, sentence.start, sentence.end, sentence=sentence.id)


def _attributed(article: Article, sentence: Sentence, statement: Statement) -> Citation:
    """What the statement covers: the sentence, or from "after" on in "the ship was seized after X said ..."."""
    first = statement.report.first
    opening = statement.tokens[first - 1] if first > _LEAST_OWN and not statement.report.inverted else None
    if opening is None or opening.lower not in _SUBORDINATORS or not sentence.start < opening.start < sentence.end:
        return _whole(article, sentence)
    return Citation(article.id, opening.start, sentence.end, sentence=sentence.id)


def _said(
    article: Article, cast: Cast, sentence: Sentence, statements: Sequence[Statement]
) -> list[AttributionMention]:
    found: dict[tuple[str, ...], AttributionMention] = {}
    for chain, statement in _chained(cast, statements):
        speaker = statement.speaker
        inside = sentence.start <= speaker.start < sentence.end
        cited = article.cite(speaker.start, speaker.end) if inside else None
        covered = _attributed(article, sentence, statement)
        found.setdefault(chain, AttributionMention(covered, chain, _kind(statement), cited))
    return list(found.values())


def _quoted(article: Article, sentence: Sentence, quotes: Sequence[QuoteMention]) -> list[AttributionMention]:
    """What a sentence says in quotes whose speaker is named elsewhere."""
    found: dict[str, AttributionMention] = {}
    for quote in quotes:
        if quote.speaker and quote.citation.start < sentence.end and quote.citation.end > sentence.start:
            cited = quote.speaker_citation
            inside = cited is not None and sentence.start <= cited.start < sentence.end
            mention = AttributionMention(
                _whole(article, sentence), (quote.speaker,), speaker_citation=cited if inside else None
            )
            found.setdefault(quote.speaker, mention)
    return list(found.values())


def _credited(article: Article, sentence: Sentence) -> list[AttributionMention]:
    """An agency in brackets, as in a dateline or at the end: "(Reuters)"."""
    words = article.slice(sentence)
    found = []
    for match in _CREDIT.finditer(words):
        cited = article.cite(sentence.start + match.start(1), sentence.start + match.end(1))
        found.append(AttributionMention(_whole(article, sentence), (match[1],), AttributionKind.CREDIT, cited))
    return found[:1]


def find_attributions(
    article: Article, names: Sequence[NameMention], quotes: Sequence[QuoteMention], words: Marked | None = None
) -> tuple[AttributionMention, ...]:
    """The attributions of an article in text order; a sentence has one for each chain that it reports.

    ``names`` and ``quotes`` are the article's own, from ``find_names`` and ``find_quotes``; so are ``words``, where
    they have been read already.
    """
    words = words or marked(article)
    cast = cast_of(article, names, words)
    talk = Talk()
    found: list[AttributionMention] = []
    at = 0
    for sentence in article.sentences:
        statements = statements_in(cast, words.between(sentence.start, sentence.end), talk)
        while at < len(quotes) and quotes[at].citation.end <= sentence.start:
            at += 1
        ahead = at
        while ahead < len(quotes) and quotes[ahead].citation.start < sentence.end:
            ahead += 1
        here = _said(article, cast, sentence, statements)
        known = {mention.chain[-1] for mention in here}
        here += [m for m in _quoted(article, sentence, quotes[at:ahead]) if m.chain[-1] not in known]
        found.extend([*here, *_credited(article, sentence)])
    return tuple(found)
