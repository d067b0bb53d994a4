"""Extract: captures in, articles out: editorial text parted from furniture, what the page says of itself, its date.

Pure. May import ``text`` and ``model`` alone. The main text of HTML is chosen by trees fitted on labelled pages.
"""

from __future__ import annotations

from headwater.extract.article import extract, extract_together
from headwater.extract.collection import in_collection, learned
from headwater.extract.members import Member, member_of
from headwater.extract.settings import Extent, ExtractSettings

__all__ = [
    "Extent",
    "ExtractSettings",
    "Member",
    "extract",
    "extract_together",
    "in_collection",
    "learned",
    "member_of",
]
