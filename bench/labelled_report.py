"""A report on one labelled cluster, made easy to ask: what is cited where, in the rows' own names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from bench.label_scores import same_figure
from bench.labelled import Figure, Span
from headwater.model.account import Claim, Quote
from headwater.model.article import Article, Citation
from headwater.model.particulars import Particulars
from headwater.model.report import Report, Story

_COMPANY = 25  # characters on either side that make two places of the same words the same statement


class Read:
    """A report on a cluster and the particulars of its articles, found by the rows' ids."""

    def __init__(self, report: Report, particulars: tuple[Particulars, ...]) -> None:
        self.stories: tuple[Story, ...] = report.stories
        self.by_key: dict[str, Particulars] = {each.article.key or "": each for each in particulars}
        self.ids: dict[str, str] = {key: each.article.id for key, each in self.by_key.items()}
        self.places: dict[Span, list[Span]] = {}

    def article(self, span: Span) -> Article:
        """The article the span is in."""
        return self.by_key[span.article].article

    def words(self, span: Span) -> str:
        """The words of the span."""
        return self.article(span).text[span.start : span.end]

    def cited(self, span: Span, citations: Iterable[Citation]) -> bool:
        """Whether one of the citations overlaps the span, or another place where its article has the same words."""
        places = self._places(span)
        return any(
            citation.article == self.ids[span.article]
            and citation.furniture is None
            and any(place.overlaps(citation.start, citation.end) for place in places)
            for citation in citations
        )

    def _places(self, span: Span) -> list[Span]:
        """The span, and where else its article has the same words in the same company: standfirsts repeat ledes."""
        if span not in self.places:
            text = self.article(span).text
            low = max(text.rfind("\n", 0, span.start) + 1, span.start - _COMPANY)
            high = min(len(text), span.end + _COMPANY)
            words = text[low:high].split("\n")[0]
            found, at = [span], text.find(words)
            while at >= 0:
                found.append(Span(span.article, at + span.start - low, at + span.end - low))
                at = text.find(words, at + 1)
            self.places[span] = found
        return self.places[span]

    def gives(self, label: Figure, citations: Iterable[Citation]) -> bool:
        """Whether one of the citations is of the label's article and holds its figure, there or elsewhere (a title)."""
        found = list(citations)
        mentions = self.by_key[label.span.article].quantities
        return self.cited(label.span, found) or any(
            citation.article == self.ids[label.span.article]
            and citation.start < mention.citation.end
            and mention.citation.start < citation.end
            and same_figure(label, mention)
            for citation in found
            for mention in mentions
        )

    def sentence(self, span: Span) -> Span:
        """The sentence that the span begins in."""
        found = self.article(span).sentence_at(span.start)
        return span if found is None else Span(span.article, found.start, found.end)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all stories."""
        return tuple(claim for story in self.stories for claim in story.account.claims)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of all stories."""
        return tuple(quote for story in self.stories for quote in story.account.quotes)
