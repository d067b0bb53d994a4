from __future__ import annotations

from headwater.extract.strays import stray_kinds
from headwater.model.article import FurnitureKind

PROSE = "The dry dock at Lyngen was shut on Monday after a crane dropped a steel plate beside two welders."
CAPTION = "The crane had lifted plates of this kind over the dock since it was rebuilt in the spring of last year"


def captions(*lines: str) -> list[int]:
    return [at for at, kind in enumerate(stray_kinds(lines)) if kind is FurnitureKind.CAPTION]


def test_sentences_without_their_stop_between_paragraphs_are_captions() -> None:
    assert captions(*[PROSE] * 4, CAPTION, PROSE, CAPTION, CAPTION, *[PROSE] * 4) == [4, 6, 7]


def test_the_points_above_the_first_paragraph_are_no_captions() -> None:
    assert captions(CAPTION, CAPTION, *[PROSE] * 9) == []


def test_many_lines_without_stops_together_are_a_list() -> None:
    assert captions(*[PROSE] * 5, *[CAPTION] * 4, *[PROSE] * 5) == []


def test_a_paragraph_broken_off_is_no_caption() -> None:
    assert captions(*[PROSE] * 5, CAPTION, "and had never failed, the yard said.", *[PROSE] * 5) == []
    assert captions(*[PROSE] * 5, CAPTION.replace("The crane", 'The foreman said: "The crane'), *[PROSE] * 5) == []


def test_a_sub_heading_is_too_short_for_a_caption() -> None:
    assert captions(*[PROSE] * 5, "What the crane had lifted before it failed", *[PROSE] * 5) == []


def test_a_text_that_sets_few_stops_has_no_captions_by_their_lack() -> None:
    assert captions(*[PROSE, CAPTION, CAPTION, CAPTION] * 9) == []
