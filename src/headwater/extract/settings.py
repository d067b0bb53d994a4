"""Settings of extraction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Extent(StrEnum):
    """How much of an article is made.

    ``WORDING`` is for comparing many texts: text, parts, furniture, outlet, credits and dates are the same, the
    language is the one that the input states, and neither sentences nor the reasons for the date are told.
    """

    ALL = "all"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class ExtractSettings:
    """How much of an input extraction is willing to work on.

    ``max_text_chars`` and ``max_html_chars`` bound one input, in code points: a longer one is refused with the reason,
    since no article is so long and the later stages compare every sentence. The longest of 468 pages measured
    has 2.2 million characters of HTML. ``max_html_depth`` bounds
    the nesting of elements: a deeper page is read as bare text, because the tree code of every parser recurses.
    """

    max_text_chars: int = 1_000_000
    max_html_chars: int = 5_000_000
    max_html_depth: int = 250

    def __post_init__(self) -> None:
        for name in ("max_text_chars", "max_html_chars", "max_html_depth"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")
