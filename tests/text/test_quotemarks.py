from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.quotemarks import quoted_spans
from tests.steps import grows_evenly


def quoted(text: str, *, unclosed: bool = False) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text, unclosed=unclosed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Stop," she said. "Now."', ["Stop,", "Now."]),
        ("“Stop,” she said. “Now.”", ["Stop,", "Now."]),
        ("Sie sagte: „Halt“, dann „jetzt”.", ["Halt", "jetzt"]),
        ("Elle dit : « Assez », puis «non».", ["Assez", "non"]),
        ("“Stop,“ she said. “Now.“", ["Stop,", "Now."]),
        ("”Stopp”, sade hon.", ["Stopp"]),
        ("``Stop,'' she said. ''Now.''", ["Stop,", "Now."]),
        ("她说：「够了」。", ["够了"]),
        ('He is 6\'2" tall and "very fast".', ["very fast"]),
        ("‘We shan’t pay the boys’ fines,’ she said.", ["We shan’t pay the boys’ fines,"]),
        ("The ‘great’ boys’ club isn’t ‘open’.", ["great", "open"]),
        ("It was 'terrible', he said of the '90s. Don't.", ["terrible"]),
        ("‘He told me “no” twice,’ she said.", ["He told me “no” twice,"]),
        ("“She called it ‘rubbish’ again,” he said.", ["She called it ‘rubbish’ again,"]),
        ("‘He can’t,’ `she' wrote; '' no.", ["He can’t,"]),
        ("Rock 'n' roll and the players' union and the clubs' board.", []),
    ],
)
def test_the_words_between_marks_are_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_two_paragraphs_yields_one_span_each() -> None:
    text = "“First this.\n\n“Then that,” he said.\n\nNothing more."
    assert quoted(text) == ["First this.", "Then that,"]


def test_a_mark_without_partner_does_not_swallow_the_rest() -> None:
    assert quoted('He said "we go.\n\nThe next day "they" left.') == ["they"]
    assert quoted("He said “we go “now” today.") == ["now"]


def test_whole_sentences_whose_closing_mark_is_missing_end_with_the_line_or_the_next_mark() -> None:
    body = 'Ann said: "We go home. They stay.\nThe rain fell.'
    assert (quoted(body), quoted(body, unclosed=True)) == ([], ["We go home. They stay."])
    assert quoted('Ann said: "We go home. "They stay. "It rains," she added.', unclosed=True) == [
        "We go home.",
        "They stay.",
        "It rains,",
    ]
    assert quoted('Ann said the "We go line is long.\nThe rain fell.', unclosed=True) == []


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    assert quoted('"We go home\ntoday," she said.') == ["We go home\ntoday,"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB1 .,\"'“”‘’„«»\n(s", max_size=60))
def test_spans_are_ordered_disjoint_and_stripped(text: str) -> None:
    end = 0
    for start, stop in quoted_spans(text):
        assert end <= start < stop
        assert text[start:stop] == text[start:stop].strip()
        end = stop


@pytest.mark.parametrize("piece", ['"', "“", "‘a ", "\n", "''", '"a b', "’s "])
def test_hostile_text_takes_work_in_proportion_to_its_length(piece: str) -> None:
    assert grows_evenly(lambda times: quoted_spans(piece * times), 500)
