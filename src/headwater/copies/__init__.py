"""Copies: articles in; who shares wording with whom, in which direction, and the independent lines that follow, out.

May import ``text`` and ``model``; pure, and the same result whatever the order of the articles.
"""

from headwater.copies.origins import count_origins, distinct_count
from headwater.copies.reuses import find_reuses
from headwater.copies.rewrites import find_rewrites
from headwater.copies.settings import CopySettings
from headwater.copies.signs import find_signs

__all__ = ["CopySettings", "count_origins", "distinct_count", "find_reuses", "find_rewrites", "find_signs"]
