"""The clauses of an article that can be held against those of other reports, with all that was read in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, Protocol, TypeVar

from headwater.account.compare.manner import Manner, manner_of
from headwater.account.compare.splitting import clause_spans
from headwater.model.article import Article, Citation, Part, Sentence
from headwater.model.particulars import (
    AttributionMention,
    NameMention,
    Particulars,
    QuantityMention,
    QuoteMention,
    TimeMention,
)
from headwater.text.words import words


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause or sentence: ``article.text[start:end]``, with the particulars inside it.

    ``order`` is the position of its sentence in the article, ``written`` the day the article was written, ``whole``
    whether it is the whole sentence, ``leaning`` whether it leans on the clause before it ("which killed ..."),
    ``spoken`` whether it is all inside a quotation; ``tokens`` are its words, folded.
    """

    article: Article
    sentence: Sentence
    order: int
    start: int
    end: int
    attribution: AttributionMention | None
    names: tuple[NameMention, ...]
    quotes: tuple[QuoteMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[QuantityMention, ...]
    manner: Manner
    tokens: tuple[str, ...]
    leaning: bool = False
    spoken: bool = False

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.article.text[self.start : self.end]

    @property
    def part(self) -> Part:
        """Title, standfirst or body."""
        return self.sentence.part

    @property
    def whole(self) -> bool:
        """Whether the clause is all of its sentence."""
        return self.start == self.sentence.start and self.end == self.sentence.end

    @property
    def written(self) -> date | None:
        """The day that the article was written, where it is known."""
        return self.article.published.date

    @property
    def citation(self) -> Citation:
        """The citation of the clause."""
        return Citation(self.article.id, self.start, self.end, sentence=self.sentence.id)

    @property
    def place(self) -> tuple[str, int]:
        """What orders clauses by content: the article's id and the offset."""
        return self.article.id, self.start


class _Cited(Protocol):
    @property
    def citation(self) -> Citation: ...


_Mention = TypeVar("_Mention", bound=_Cited)


def clauses_of(particulars: Particulars) -> tuple[Clause, ...]:
    """The clauses of the article's sentences in text order, each with its particulars; lines without letters drop."""
    article = particulars.article
    attributed = _by_sentence(particulars.attributions)
    names, quotes = _Placed(particulars.names), _Placed(particulars.quotes)
    times, quantities = _Placed(particulars.times), _Placed(particulars.quantities)
    found: list[Clause] = []
    for order, sentence in enumerate(article.sentences):
        for start, end, leaning in clause_spans(article.text, sentence.start, sentence.end):
            attribution = _longest(attributed.get(sentence.id, ()), start)
            kind = attribution.kind if attribution else None
            text = article.text[start:end]
            tokens = tuple(words(text))
            clause = Clause(
                article=article,
                sentence=sentence,
                order=order,
                start=start,
                end=end,
                attribution=attribution,
                names=names.within(start, end),
                quotes=quotes.within(start, end),
                times=times.within(start, end),
                quantities=quantities.within(start, end),
                manner=manner_of(text, kind, tokens),
                tokens=tokens,
                leaning=leaning,
                spoken=quotes.hold(start, end),
            )
            found.append(clause)
    return tuple(found)


def _by_sentence(attributions: Sequence[AttributionMention]) -> dict[str, list[AttributionMention]]:
    found: dict[str, list[AttributionMention]] = {}
    for mention in attributions:
        found.setdefault(mention.citation.sentence or "", []).append(mention)
    return found


def _longest(attributions: Sequence[AttributionMention], start: int) -> AttributionMention | None:
    """The longest chain, the first of them, among those that cover the clause from its ``start`` on."""
    covering = [mention for mention in attributions if mention.citation.start <= start]
    return max(covering, key=lambda mention: len(mention.chain), default=None)


class _Placed(Generic[_Mention]):
    """Mentions in text order, and where each begins."""

    def __init__(self, mentions: Sequence[_Mention]) -> None:
        self.mentions = tuple(mentions)
        self.starts = [mention.citation.start for mention in mentions]

    def within(self, start: int, end: int) -> tuple[_Mention, ...]:
        """The mentions that begin inside the span."""
        first = bisect_left(self.starts, start)
        return self.mentions[first : bisect_left(self.starts, end, first)]

    def hold(self, start: int, end: int) -> bool:
        """Whether the last mention that begins up to ``start`` reaches to ``end``, a mark behind it left aside."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.mentions[at].citation.end + 1


def extended(clause: Clause, leaning: Clause) -> Clause:
    """``clause`` up to the end of the ``leaning`` clause that follows it in the same sentence."""
    kind = clause.attribution.kind if clause.attribution else None
    text = clause.article.text[clause.start : leaning.end]
    tokens = tuple(words(text))
    return replace(
        clause,
        end=leaning.end,
        manner=manner_of(text, kind, tokens),
        tokens=tokens,
        names=clause.names + leaning.names,
        quotes=clause.quotes + leaning.quotes,
        times=clause.times + leaning.times,
        quantities=clause.quantities + leaning.quantities,
    )
