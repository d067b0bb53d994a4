from __future__ import annotations

from datetime import date

from headwater.account import AccountSettings, tell_story
from headwater.model.account import Aspect, Difference, Status
from headwater.model.article import Published
from headwater.model.reuse import Line, Origins
from tests.builders import make_article

WRITTEN = date(2024, 5, 17)


def dates(*texts: str) -> list[tuple[Difference, Status]]:
    made = [
        make_article(
            f"{text}\n\nVolunteers in Brenholm cooked soup number {n}.",
            id=f"a_{n}",
            title=f"Report {n}",
            published=Published(date=WRITTEN, earliest=WRITTEN, latest=WRITTEN),
        )
        for n, text in enumerate(texts, 1)
    ]
    origins = Origins(tuple(Line((article.id,)) for article in made))
    claims = tell_story(made, (), origins, settings=AccountSettings())[0].claims
    return [(d, claim.status) for claim in claims for d in claim.differences if d.aspect is Aspect.DATE]


def test_one_event_on_two_days_is_a_conflict() -> None:
    [(found, status)] = dates(
        "The old lighthouse of Brenholm collapsed into the sea during a storm on 3 May.",
        "The old lighthouse of Brenholm collapsed into the sea during a storm on 8 May.",
    )
    assert found.conflict
    assert status is Status.DIFFERS
    assert [reading.value for reading in found.readings] == ["3 May", "8 May"]


def test_the_next_day_may_be_another_time_zone() -> None:
    [(found, _)] = dates(
        "The old lighthouse of Brenholm collapsed into the sea during a storm on 3 May.",
        "The old lighthouse of Brenholm collapsed into the sea during a storm on 4 May.",
    )
    assert not found.conflict
    assert "a day apart" in found.explanation


def test_a_date_put_off_has_changed() -> None:
    [(found, status)] = dates(
        "The new lighthouse of Brenholm will open to visitors on 3 June.",
        "The new lighthouse of Brenholm will open to visitors on 8 June.",
    )
    assert not found.conflict
    assert status is Status.CHANGED


def test_the_day_of_the_saying_is_no_date_of_the_event() -> None:
    assert not dates(
        "The old lighthouse of Brenholm collapsed into the sea, the mayor said on 3 May.",
        "The old lighthouse of Brenholm collapsed into the sea, the mayor said on 8 May.",
    )


def test_one_day_in_two_wordings_is_no_difference() -> None:
    assert not dates(
        "The old lighthouse of Brenholm collapsed into the sea during a storm on Friday.",
        "The old lighthouse of Brenholm collapsed into the sea during a storm on 17 May.",
    )


def test_two_years_in_figures_are_a_conflict_and_one_counted_back_is_none() -> None:
    sentence = "The old lighthouse of Brenholm was given its lamp by the harbour council {}."
    [(found, _)] = dates(sentence.format("in 2014"), sentence.format("in 2015"))
    assert found.conflict
    [(found, _)] = dates(sentence.format("in 2022"), sentence.format("last year"))
    assert not found.conflict
