from __future__ import annotations

from dataclasses import replace
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


def false_early(*others: Article, day: date = date(2031, 2, 3)) -> tuple[Published, Published]:
    """A true report of Tuesday 6 May, with the same text dated far too early, and what they are taken to be of."""
    early = make_article(TAKEN, id="a_2", published=day)
    true = replace(FIRST, published=replace(FIRST.published, stated=date(2031, 5, 7), stated_kind=StatedKind.UNKNOWN))
    first, second, *_ = reject_retold([true, early, *others], [reuse()])
    return first.published, second.published


def test_an_earlier_date_is_false_where_a_report_of_its_own_bears_the_later_one_out() -> None:
    own = make_article(
        "Talks over the night shifts of the Vessmark ferry pilots failed on Tuesday; nobody sails from Friday.",
        id="a_3",
        published=date(2031, 5, 8),
    )
    first, second = false_early(own, day=date(2031, 2, 5))
    assert (first.date, first.stated_rejected) == (date(2031, 5, 7), False)
    assert (second.date, second.stated, second.stated_rejected) == (date(2031, 5, 7), date(2031, 2, 5), True)
    assert {citation.article for citation in second.reasons[0].citations} == {"a_1", "a_2", "a_3"}


def test_an_earlier_date_is_false_where_the_news_was_long_past_by_it() -> None:
    first, second = false_early(day=date(2031, 2, 3))  # a Monday: "on Tuesday" would be six days ago
    assert (first.stated_rejected, second.stated_rejected) == (False, True)
    first, second = false_early(day=date(2031, 2, 5))  # a Wednesday, as the true one: nothing tells them apart
    assert (first.stated_rejected, second.stated_rejected) == (True, False)


def test_a_copy_of_either_text_bears_nothing_out() -> None:
    copy = make_article(FIRST.text, id="a_3", published=date(2031, 5, 8))
    early = make_article(TAKEN, id="a_2", published=date(2031, 2, 5))
    kin = [reuse(), Reuse("a_1", "a_3", ReuseKind.COPY, Direction.B_FROM_A, 0.9, 0.9, (), ())]
    found = {article.id: article.published.stated_rejected for article in reject_retold([FIRST, early, copy], kin)}
    assert not found["a_2"]
