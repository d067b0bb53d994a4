"""What may be set about grouping articles into stories."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.errors import SettingsError


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How readily articles are held to report one event.

    ``threshold``: least mean probability, 0..1, at which two groups are joined; higher keeps more apart. The default is
    where BCubed and pairwise F1 of the development stories together were best (bench/quality_stories.py).
    ``storyline_precision``: least share, 0..1, of the pairs of stories joined to a storyline that are expected to
    follow each other; of the labelled pairs of bench/quality_stories.py that the default joins .95 do.
    ``window_days``: articles dated further apart are compared only in small collections, as if one date were false.
    ``storyline_window_days``: stories further apart never follow each other.
    ``replay_days``: articles of a stream that are grouped anew when others arrive: the window, and a week so that the
    last look at an article also has the neighbours that it had before (a fortnight alone takes a fifth less time; of
    the labelled pairs that stream or batch joins, .84 instead of .86 are then joined by both).
    ``neighbours``: pairs scored for one article at most, which bounds time on big stories.
    ``undated_search_up_to``: articles up to which a collection is small.
    """

    threshold: float = 0.455
    storyline_precision: float = 0.6
    window_days: float = 14.0
    storyline_window_days: float = 60.0
    replay_days: float = 21.0
    neighbours: int = 100
    undated_search_up_to: int = 3000

    def __post_init__(self) -> None:
        for name in ("threshold", "storyline_precision"):
            if not 0 < getattr(self, name) <= 1:
                raise SettingsError(f"stories.{name}", f"{getattr(self, name)} is not above 0 and at most 1")
        for name in ("window_days", "storyline_window_days", "replay_days", "neighbours", "undated_search_up_to"):
            if getattr(self, name) < 1:
                raise SettingsError(f"stories.{name}", f"{getattr(self, name)} is less than 1")
