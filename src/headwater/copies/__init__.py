"""Copies: articles in; who shares wording with whom, in which direction, and the independent lines that follow, out.

May import ``text`` and ``model``; pure, and the same result whatever the order of the articles.
"""

from headwater.copies.diff import diff_articles
from headwater.copies.graph import as_dot, as_graphml
from headwater.copies.index import Index, add_article, empty_index
from headwater.copies.origins import count_origins, distinct_count
from headwater.copies.passim import PassimRow, passim_rows
from headwater.copies.reuses import find_reuses
from headwater.copies.rewrites import find_rewrites, find_rewrites_anywhere
from headwater.copies.settings import CopySettings
from headwater.copies.signs import find_signs

__all__ = [
    "CopySettings",
    "Index",
    "PassimRow",
    "add_article",
    "as_dot",
    "as_graphml",
    "count_origins",
    "diff_articles",
    "distinct_count",
    "empty_index",
    "find_reuses",
    "find_rewrites",
    "find_rewrites_anywhere",
    "find_signs",
    "passim_rows",
]
