"""The headline that stands for a story."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from headwater.model.article import Article
from headwater.model.reuse import Reuse, ReuseKind
from headwater.stories.tokens import normal_form
from headwater.stories.views import background
from headwater.text.words import words

_SHORTEST, _LONGEST = 4, 22  # words of a headline that says what happened and no more
_CENTRAL = 5  # articles that stand for a story
_EQUAL = 0.9  # headlines this near to the best are equals; the newest state of the story is preferred among them


def title_story(articles: Sequence[Article], reuses: Sequence[Reuse]) -> str | None:
    """A headline of one of the articles, verbatim: the one whose words most lines of reporting use; None without any.

    Copies of one text have one vote. Among equals the newest is preferred, then the one whose words say most.
    """
    titled = [article for article in articles if article.title]
    if len(titled) <= 1:
        return titled[0].title if titled else None
    scores = _centralities(articles, reuses)
    bar = _EQUAL * max(scores[article.id] for article in titled)
    equals = [article for article in titled if scores[article.id] >= bar]
    return max(equals, key=lambda article: (_day(article), scores[article.id], article.title, article.id)).title


def central_articles(articles: Sequence[Article], reuses: Sequence[Reuse]) -> tuple[Article, ...]:
    """The few articles, none a copy of another, whose headlines say most of what the texts say, the best first."""
    if len(articles) <= 1:
        return tuple(articles)
    scores = _centralities(articles, reuses)
    copies = {frozenset((reuse.a, reuse.b)) for reuse in reuses if reuse.kind is ReuseKind.COPY}
    chosen: list[Article] = []
    for article in sorted(articles, key=lambda article: (-scores[article.id], article.id)):
        if len(chosen) < _CENTRAL and not any(frozenset((article.id, each.id)) in copies for each in chosen):
            chosen.append(article)
    return tuple(chosen)


def _centralities(articles: Sequence[Article], reuses: Sequence[Reuse]) -> dict[str, float]:
    """How central each article's headline is, by the article's id."""
    votes = _votes(articles, reuses)
    used: defaultdict[str, float] = defaultdict(float)
    for article in sorted(articles, key=lambda article: article.id):
        for word in _telling(article.text):
            used[word] += votes[article.id]
    shares = background()
    return {article.id: _centrality(article.title or "", used, shares, len(articles)) for article in articles}


def _votes(articles: Sequence[Article], reuses: Sequence[Reuse]) -> dict[str, float]:
    """1 for each article, shared among those that are copies of one another."""
    copies = Counter(
        id
        for reuse in reuses
        if reuse.kind in (ReuseKind.COPY, ReuseKind.REWRITE, ReuseKind.EXCERPT)
        for id in (reuse.a, reuse.b)
    )
    return {article.id: 1 / (1 + copies[article.id]) for article in articles}


def _telling(text: str) -> set[str]:
    return {normal_form(word.removesuffix("'s")) for word in words(text) if len(word) > 2}


def _centrality(title: str, used: Mapping[str, float], shares: Mapping[str, float], articles: int) -> float:
    """How much of what the story's texts say the headline says: weighted votes for its words, for its length."""
    named = _telling(title)
    said = sum(used.get(word, 0.0) * -math.log(shares.get(word, 0.002)) for word in named)
    length = len(title.split())
    fit = 1.0 if _SHORTEST <= length <= _LONGEST else 0.5
    return fit * said / (articles * math.sqrt(2 + len(named)))


def _day(article: Article) -> dt.date:
    return article.published.date or dt.date.min
