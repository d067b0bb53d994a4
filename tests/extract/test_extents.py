from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.extract import Extent, extract
from headwater.model.capture import Capture, Media, Row

LEDE = "VELL (Reuters) - The council voted to rebuild the old bridge over the Arn, mayor Ann Ode said on Thursday."
SECOND = "Work was to begin on 4 March 2019, she told reporters. The water has fallen since."
THIRD = "Bo Lund runs the ferry."
WHOLE = "\n\n".join([LEDE, SECOND, THIRD])
PICTURES = "A boat is seen on the Arn on May 3, 2018.\n\nPeople wait for the ferry on May 4, 2018."

ROWS = [
    Row(text=WHOLE, title="Bridge to be rebuilt", date="2019-02-07", outlet="Vell Courier"),
    Row(text=WHOLE, title="Bridge to be rebuilt", standfirst="The council has voted."),
    Row(text=f"{LEDE}\n\n{THIRD}", outlet="Vell Courier"),
    Row(text=WHOLE, captured="2020-01-01T00:00:00Z"),
    Row(text=f"Bridge to be rebuilt\n\n7 February 2019\n\n{PICTURES}\n\n{WHOLE}\n\nSign up for our newsletter"),
    Row(text=WHOLE, date="soon"),
]


@pytest.mark.parametrize("row", ROWS)
def test_the_wording_of_an_article_is_that_of_the_whole_article(row: Row) -> None:
    capture = Capture("a_1", "rows#1", Media.ROW, "", row)
    whole, wording = extract(capture), extract(capture, extent=Extent.WORDING)
    assert replace(wording, sentences=(), language=None, published=whole.published) == replace(
        whole, sentences=(), language=None
    )
    dates = [(one.date, one.earliest, one.latest, one.stated) for one in (whole.published, wording.published)]
    assert dates[0] == dates[1]


def test_a_stated_language_is_kept_and_none_is_guessed() -> None:
    stated = Capture("a_1", "rows#1", Media.ROW, "", Row(text=WHOLE, language="de"))
    unstated = Capture("a_1", "rows#1", Media.ROW, "", Row(text=WHOLE))
    assert extract(stated, extent=Extent.WORDING).language == "de"
    assert extract(unstated, extent=Extent.WORDING).language is None


@pytest.mark.parametrize("row", ROWS)
def test_wording_alone_has_neither_sentences_nor_reasons(row: Row) -> None:
    wording = extract(Capture("a_1", "rows#1", Media.ROW, "", row), extent=Extent.WORDING)
    assert not wording.sentences
    assert not wording.published.reasons


def test_what_a_text_mentions_bounds_its_date_though_no_sentences_are_told() -> None:
    undated = extract(Capture("a_1", "rows#1", Media.ROW, "", ROWS[1]), extent=Extent.WORDING)
    assert undated.published.earliest is not None
    assert undated.published.date is None
