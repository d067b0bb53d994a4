from __future__ import annotations

from datetime import date

from headwater.account.dating import reject_retold
from headwater.model.article import Article, Published, StatedKind
from headwater.model.reuse import Direction, Reuse, ReuseKind
from tests.builders import make_article

FIRST = make_article(
    "Pilots of the Vessmark ferry line will stop work from Friday after talks over night shifts failed on Tuesday, "
    "the harbour guild said.",
    id="a_1",
    published=date(2031, 5, 7),
)
TAKEN = (
    "Pilots of the Vessmark ferry company will halt work from Friday after discussions over night shifts collapsed on "
    "Tuesday, the harbour guild stated."
)


def taken(body: str = TAKEN, day: date = date(2031, 5, 15)) -> Article:
    return make_article(body, id="a_2", published=day)


def reuse(kind: ReuseKind = ReuseKind.REWRITE) -> Reuse:
    return Reuse("a_1", "a_2", kind, Direction.B_FROM_A, 0.2, 0.2, (), ())


def published(late: Article, kind: ReuseKind = ReuseKind.REWRITE) -> Published:
    first, second = reject_retold([FIRST, late], [reuse(kind)])
    assert first == FIRST
    return second.published


def test_the_date_of_a_text_taken_over_a_week_later_is_rejected() -> None:
    found = published(taken())
    assert (found.stated, found.stated_rejected, found.stated_kind) == (
        date(2031, 5, 15), True, StatedKind.REPUBLICATION,
    )  # fmt: skip
    assert found.date == date(2031, 5, 7)
    assert {citation.article for citation in found.reasons[0].citations} == {"a_1", "a_2"}


def test_a_rewrite_of_the_next_day_keeps_its_date() -> None:
    assert not published(taken(day=date(2031, 5, 8))).stated_rejected


def test_a_report_of_its_own_keeps_its_date() -> None:
    assert not published(taken(), ReuseKind.SHARED_PASSAGE).stated_rejected


def test_one_weekday_alone_proves_nothing_of_one_week() -> None:
    body = (
        "Pilots of the Vessmark ferry company will halt work from Friday over night shifts, the harbour guild stated."
    )
    assert not published(taken(body)).stated_rejected
    assert published(taken(body, date(2031, 5, 20))).stated_rejected


def test_a_text_that_names_a_later_day_of_its_own_keeps_its_date() -> None:
    assert not published(taken(TAKEN + " The port was shut on May 14, 2031.")).stated_rejected


def test_the_order_of_the_articles_does_not_matter() -> None:
    late = taken()
    assert reject_retold([late, FIRST], [reuse()]) == reject_retold([FIRST, late], [reuse()])[::-1]
