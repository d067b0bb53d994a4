from __future__ import annotations

from headwater.extract.furniture import furniture_kinds, judged_pages
from headwater.model.article import FurnitureKind

STORY = "The dry dock at Lyngen was shut on Monday after a crane dropped a steel plate beside two welders. "
CAPTION = "In this March 3 photo, a crane stands over the dock at Lyngen. " + "It was built by the yard itself. " * 30


def captions(*lines: str) -> list[int]:
    return [at for at, kind in enumerate(furniture_kinds(*judged_pages([lines]))) if kind is FurnitureKind.CAPTION]


def test_numbered_slides_of_one_gallery_are_captions() -> None:
    slides = [f"{n}/5 The crane from the north side The yard has two of them" for n in range(1, 6)]
    assert captions(STORY, *slides, STORY) == [1, 2, 3, 4, 5]


def test_two_scores_are_no_gallery() -> None:
    assert captions("3/5 of the members voted for the new dock.", "4/5 of them live in Lyngen.", STORY) == []


def test_slides_run_together_in_one_line_are_captions() -> None:
    toggled = "The dock at dawn Hide Caption 1 of 3 The plate Hide Caption 2 of 3 The hull Hide Caption 3 of 3"
    assert captions(STORY, toggled) == [1]


def test_a_caption_as_long_as_a_paragraph_is_one_beside_a_longer_article() -> None:
    assert captions(CAPTION, *[STORY * 12] * 3) == [0]
    assert captions(CAPTION, STORY) == []
