"""Copies: articles in; who shares wording with whom, in which direction, and the independent lines that follow, out.

May import ``text`` and ``model``; pure, and the same result whatever the order of the articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headwater.names import names_from

if TYPE_CHECKING:
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

__getattr__ = names_from(
    __name__,
    {
        "CopySettings": "settings",
        "Index": "index",
        "PassimRow": "passim",
        "add_article": "index",
        "as_dot": "graph",
        "as_graphml": "graph",
        "count_origins": "origins",
        "diff_articles": "diff",
        "distinct_count": "origins",
        "empty_index": "index",
        "find_reuses": "reuses",
        "find_rewrites": "rewrites",
        "find_rewrites_anywhere": "rewrites",
        "find_signs": "signs",
        "passim_rows": "passim",
    },
)
