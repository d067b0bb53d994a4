"""The headline that stands for a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from headwater.model.article import Article
from headwater.model.reuse import Reuse
from headwater.text.words import words


def title_story(articles: Sequence[Article], reuses: Sequence[Reuse]) -> str | None:
    """A headline of one of the articles, the one whose words the others use most; None where none has a title."""
    titled = sorted((article for article in articles if article.title), key=lambda article: article.id)
    used = Counter(word for article in articles for word in set(words(article.text)) if len(word) > 3)

    def central(article: Article) -> tuple[float, str]:
        named = {word for word in words(article.title or "") if len(word) > 3}
        return (sum(used[word] for word in named) / (1 + len(named)), article.id)

    return max(titled, key=central).title if titled else None
