from __future__ import annotations

import datetime as dt

import pytest

from headwater.model.reuse import Direction, Reuse, ReuseKind
from headwater.stories import StorySettings, collect, explain_pair
from tests.builders import make_article
from tests.stories.test_group import budget, ferry
from tests.stories.test_storylines import inquiry

SETTINGS = StorySettings()


def test_two_reports_of_one_event_are_explained_by_what_they_share() -> None:
    why = explain_pair("a_f0", "a_f1", collect(ferry() + budget(), (), settings=SETTINGS), settings=SETTINGS)
    assert why.together
    assert why.probability > 0.5
    assert "ferry" in why.shared
    assert why.factors[0].effect != 0


def test_reports_of_two_events_are_explained_by_what_they_lack() -> None:
    why = explain_pair("a_f0", "a_g0", collect(ferry() + budget(), (), settings=SETTINGS), settings=SETTINGS)
    assert not why.together
    assert why.reasons[-1] == (
        "no storyline joins their stories: they have too little in common, or lie more than 60 days apart"
    )


def storyline_reason(day: dt.date | None, settings: StorySettings) -> str:
    collection = collect(ferry() + budget() + inquiry(day), (), settings=settings)
    why = explain_pair("a_f0", "a_i0", collection, settings=settings)
    assert not why.together
    return why.reasons[-1]


def test_two_stories_of_one_affair_are_explained_by_their_storyline() -> None:
    parted = StorySettings(undated_search_up_to=1)
    strict = StorySettings(undated_search_up_to=1, storyline_precision=1.0)
    month_later = dt.date(2031, 6, 20)
    assert storyline_reason(month_later, parted).startswith("their stories are of one storyline: ")
    assert storyline_reason(month_later, strict).endswith("likely to follow each other, 100% is asked")


def test_reports_of_one_event_have_no_word_of_storylines() -> None:
    why = explain_pair("a_f0", "a_f1", collect(ferry() + budget(), (), settings=SETTINGS), settings=SETTINGS)
    assert not any("storyline" in reason for reason in why.reasons)


def test_a_copy_is_explained_as_one() -> None:
    copy = Reuse("a_f0", "a_f1", ReuseKind.COPY, Direction.UNKNOWN, 1.0, 1.0, (), ())
    why = explain_pair("a_f0", "a_f1", collect(ferry(), (copy,), settings=SETTINGS), settings=SETTINGS)
    assert why.together
    assert why.reasons == ("one is a copy of the other",)


def test_an_unknown_article_is_refused() -> None:
    with pytest.raises(KeyError):
        explain_pair("a_f0", "a_none", collect(ferry(), (), settings=SETTINGS), settings=SETTINGS)


def test_words_in_common_are_shown_as_they_are_written_and_common_ones_are_not() -> None:
    told = [
        make_article("Two companies lost the Karst contract. They said so.", title="Companies lose Karst", id="a_1"),
        make_article("The Karst contract of two companies has gone, they said.", title="Karst contract gone", id="a_2"),
    ]
    why = explain_pair("a_1", "a_2", collect(told, (), settings=SETTINGS), settings=SETTINGS)
    assert {"companies", "karst", "contract"} <= set(why.shared)
    assert "the" not in why.shared
