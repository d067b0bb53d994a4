"""Extract: captures in, articles out: editorial text parted from furniture, what the page says of itself, its date.

Pure. May import ``text`` and ``model`` alone. The main text of HTML is chosen by trees fitted on labelled pages.
"""

from __future__ import annotations

from headwater.extract.article import extract
from headwater.extract.repeated import without_repeated_lines
from headwater.extract.settings import Extent, ExtractSettings
from headwater.extract.sites import with_one_outlet_a_site

__all__ = ["Extent", "ExtractSettings", "extract", "with_one_outlet_a_site", "without_repeated_lines"]
