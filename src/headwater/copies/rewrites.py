"""Rewrites inside a story: the same content in other words, in much the same order."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.copies.credits import load_agencies
from headwater.copies.direction import directed
from headwater.copies.settings import CopySettings
from headwater.model.article import Article
from headwater.model.reuse import Reuse


def find_rewrites(articles: Sequence[Article], reuses: Sequence[Reuse], *, settings: CopySettings) -> tuple[Reuse, ...]:
    """The reuses among ``articles`` (one story), rewrites added, directions judged anew, by (a, b)."""
    known = {article.id for article in articles}
    inside = [reuse for reuse in reuses if reuse.a in known and reuse.b in known]
    return directed(sorted(inside, key=lambda reuse: (reuse.a, reuse.b)), articles, load_agencies())
