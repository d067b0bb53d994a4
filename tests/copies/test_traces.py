from __future__ import annotations

from headwater.copies import CopySettings, find_reuses
from headwater.copies.traces import copying_trace, end_trace, wording_trace
from tests.builders import make_article

FIRST = (
    "The council will close the market bridge for repairs on Monday, the mayor said. "
    "According to the police, traffic will be led through the harbour. "
    "The government pays for the work, which should end before the summer, the paper reported. "
    "Traders fear that customers will stay away until the bridge is open again, and ask for help with the rent."
)


def trace_of(second: str, first: str = FIRST) -> tuple[bool, str] | None:
    a, b = make_article(first, id="a_1"), make_article(second, id="a_2")
    (reuse,) = find_reuses([a, b], settings=CopySettings())
    found = copying_trace(a, b, reuse) or end_trace(a, b, reuse)
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
    found = trace_of(FIRST[: FIRST.index("Traders")])
    assert found
    assert not found[0]
    assert "stops where the other goes on" in found[1]


def test_a_single_slip_and_slips_on_both_sides_show_nothing() -> None:
    slipped = FIRST.replace("summer", "sumner")
    assert trace_of(slipped) is None
    assert trace_of(slipped, first=FIRST.replace("traffic", "tnaffic").replace("police", "polioe")) is None


def test_other_apostrophes_are_no_slips() -> None:
    straight = FIRST.replace("the government pays", "it doesn't and won't say who pays").replace(
        "Traders", "They don't"
    )
    assert trace_of(straight.replace("'", "’"), first=straight) is None


def test_many_slips_outweigh_a_word_that_only_looks_like_one() -> None:
    wrong = {"bridge": "bridqe", "repairs": "repoirs", "police": "polioe", "traffic": "tnaffic", "should": "shculd"}
    wrong |= {"government": "govermment", "before": "befcre", "which": "whick", "customers": "custcmers"}
    slipped = FIRST
    for right, slip in wrong.items():
        slipped = slipped.replace(right, slip, 1)
    found = wording_trace(FIRST.replace("summer", "sumner"), slipped)
    assert found
    assert not found.a_made
