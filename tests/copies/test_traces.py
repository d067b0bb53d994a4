from __future__ import annotations

from headwater.copies.traces import copying_trace
from headwater.model.reuse import Direction, Match, Passage, Reuse, ReuseKind
from tests.builders import make_article

FIRST = (
    "The council will close the market bridge for repairs on Monday, the mayor said. "
    "According to the police, traffic will be led through the harbour. "
    "The government pays for the work, which should end before the summer, the paper reported. "
    "Traders fear that customers will stay away until the bridge is open again, and ask for help with the rent."
)


def reuse(contained_b: float, end: int) -> Reuse:
    passage = Passage(0, end, 0, end, Match.VERBATIM)
    return Reuse("a", "b", ReuseKind.COPY, Direction.UNKNOWN, 0.6, contained_b, (passage,), ("The same text.",))


def trace_of(second: str, contained_b: float = 0.8) -> tuple[bool, str] | None:
    found = copying_trace(make_article(FIRST), make_article(second), reuse(contained_b, min(len(second), len(FIRST))))
    return (found.a_made, found.reason) if found else None


def test_misspelt_words_that_the_other_has_right_show_the_copy() -> None:
    found = trace_of(FIRST.replace("traffic", "tnaffic").replace("police", "polioe"))
    assert found
    assert not found[0]
    assert "“polioe” for “police”" in found[1]


def test_attributions_left_out_show_the_copy() -> None:
    found = trace_of(FIRST.replace(", the mayor said", "").replace(", the paper reported", ""))
    assert found
    assert not found[0]
    assert "leaves out attributions" in found[1]


def test_a_text_that_stops_where_the_other_goes_on_is_the_copy() -> None:
    found = trace_of(FIRST[: FIRST.index("Traders")], 1.0)
    assert found
    assert not found[0]
    assert "stops where the other goes on" in found[1]


def test_a_slip_on_either_side_shows_nothing() -> None:
    slipped = FIRST.replace("council", "coumcil")
    assert trace_of(slipped) is None
