from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.sentences import sentence_spans
from tests.steps import grows_evenly


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Col. Mara Venn said the U.S. Army left.", "Gen. Ito and Mr. Osk of Varn Inc. stayed."],
        ["It rose 3.5 per cent at 9.30 a.m. on Friday.", "No. 5 shut on Jan. 12.", "The U.S. The rest went home."][:2],
        ["He flew to the U.S.", "The team followed."],
        ["“We won.”", "The crowd cheered."],
        ["It was late (after 9 p.m.).", "Nobody came."],
        ["“Why now?” Mayor Lena Ruiz asked.", "Nobody knew!"],
        ["J. K. Orr and P.T. Mole spoke.", "Plan B. worked."][:1],
        ["Wait... what happened?", "I do not know… Maybe."][:1],
        ["他来了。", "她走了！", "好吗？"],
        ["वह आया।"],
        ["وصل الوفد؟", "نعم."],
        ["She left at noon.[3]"],
        ["1. Fill the form."],
        ["Then \"... nobody came,\" she said."],
        ["no final stop"],
        [],
    ],
)  # fmt: skip
def test_sentences_of_a_line_are_found_one_by_one(sentences: list[str]) -> None:
    joiner = "" if sentences and sentences[0].endswith("。") else " "
    assert split(joiner.join(sentences)) == sentences


def test_a_line_break_always_ends_a_sentence() -> None:
    assert split("Storm nears the coast\n\nBy Ann Ode\r\nof the Gazette") == [
        "Storm nears the coast",
        "By Ann Ode",
        "of the Gazette",
    ]


def test_a_missing_space_does_not_join_two_sentences() -> None:
    assert split("The bridge fell.The river rose. See example.com for more.") == [
        "The bridge fell.",
        "The river rose.",
        "See example.com for more.",
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB .!?…\"'”’)\n\tU.S。Mr1[]", max_size=80))
def test_spans_are_ordered_disjoint_stripped_and_cover_all_but_space(text: str) -> None:
    spans = sentence_spans(text)
    end = 0
    for start, stop in spans:
        assert end <= start < stop
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert text[end:].strip() == ""


@pytest.mark.parametrize("piece", ['"', "“", ".", "x", '"A!" Bob ', "Mr. ", "\n", "] ["])
def test_hostile_text_takes_work_in_proportion_to_its_length(piece: str) -> None:
    assert grows_evenly(lambda times: sentence_spans(piece * times), 500)


@pytest.mark.parametrize("stops", [". . .", "... .", "? . .", ". . . ."])
def test_spaced_stops_are_one_run(stops: str) -> None:
    assert split(f"He paused{stops} Then the boats came.") == [f"He paused{stops}", "Then the boats came."]
    assert split(f"He paused {stops} then the boats came.") == [f"He paused {stops} then the boats came."]


def test_a_stop_before_a_letter_or_digit_belongs_to_it() -> None:
    assert split("It is up. .5 is a half.") == ["It is up.", ".5 is a half."]


def test_a_text_of_spaced_stops_is_one_sentence() -> None:
    assert sentence_spans(". " * 1000) == [(0, 1999)]
