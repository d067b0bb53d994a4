"""An article's words read once, parted by its quotation marks: what names, quotes and attributions all start from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.account.particulars.tokens import Token, Words, words_of_article
from headwater.model.article import Article
from headwater.text.quotemarks import quoted_spans

_BREAK = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of an article, where its quoted words and line breaks are, and the words outside all quotes.

    ``starts`` are the offsets at which the words outside begin. All in text order.
    """

    words: Words
    spans: tuple[tuple[int, int], ...]
    lines: tuple[int, ...]
    outside: tuple[Token, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The words outside quotes that begin in ``start..end``."""
        return self.outside[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def has_words(self, start: int, end: int) -> bool:
        """Whether a word outside quotes begins in ``start..end``."""
        at = bisect_left(self.starts, start)
        return at < len(self.starts) and self.starts[at] < end

    def has_quote(self, start: int, end: int) -> bool:
        """Whether quoted words begin or end in ``start..end``."""
        at = bisect_left(self.spans, (start, 0))
        return (at < len(self.spans) and self.spans[at][0] < end) or (at > 0 and self.spans[at - 1][1] > start)

    def line_of(self, at: int) -> int:
        """The number of the line that an offset is in, from 0."""
        return bisect_left(self.lines, at)


def marked(article: Article) -> Marked:
    """The words of ``article`` and how its quotation marks part them."""
    words = words_of_article(article)
    spans = tuple(quoted_spans(article.text, unclosed=True))
    lines = tuple(match.start() for match in _BREAK.finditer(article.text))
    plain = _outside(words, spans)
    return Marked(words, spans, lines, plain, tuple([token.start for token in plain]))


def _outside(words: Words, spans: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The words that stand in none of the quoted spans."""
    found: list[Token] = []
    at = 0
    for _, tokens in words.sentences:
        while tokens and at < len(spans) and spans[at][1] <= tokens[0].start:
            at += 1
        if not tokens or at == len(spans) or tokens[-1].start < spans[at][0]:
            found += tokens
            continue
        for token in tokens:
            while at < len(spans) and spans[at][1] <= token.start:
                at += 1
            if at == len(spans) or token.start < spans[at][0]:
                found.append(token)
    return tuple(found)
