"""Extract: captures in, articles out: editorial text parted from furniture, what the page says of itself, its date.

Pure. May import ``text`` and ``model`` alone. HTML main text comes from trafilatura for now.
"""

from __future__ import annotations

from headwater.extract.article import extract
from headwater.extract.repeated import without_repeated_lines
from headwater.extract.settings import Extent, ExtractSettings

__all__ = ["Extent", "ExtractSettings", "extract", "without_repeated_lines"]
