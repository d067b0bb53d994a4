"""What the text of one article shows about its own making."""

from __future__ import annotations

from headwater.copies.settings import CopySettings
from headwater.model.article import Article, Sign


def find_signs(article: Article, *, settings: CopySettings) -> tuple[Sign, ...]:
    """Signs that the article was made by a machine or cut short; empty where too few agree."""
    return ()
