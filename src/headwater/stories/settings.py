"""What may be set about grouping articles into stories."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How readily two articles are held to report one event.

    ``threshold``: least mean similarity, 0..1, at which two groups are joined; higher keeps more stories apart.
    ``window_days``: articles that are certainly further apart than this are never compared.
    """

    threshold: float = 0.2
    window_days: float = 14.0
