from __future__ import annotations

from datetime import date

from headwater.account.tell.warnings import Coverage, find_warnings
from headwater.model.account import Account, Warning, WarningKind
from headwater.model.article import Article, Published, Reason, StatedKind
from headwater.model.reuse import Direction, Line, Match, MaybeJoined, Origins, Passage, Reuse, ReuseKind
from tests.builders import make_article

A = make_article("The ferry sank on Monday near the harbour.", id="a_1", outlet="Lantern", published=date(2031, 5, 5))
B = make_article("The ferry sank on Monday close to the port.", id="a_2", title="Ferry lost")
TWO_LINES = Origins((Line(("a_1",)), Line(("a_2",))))


def warn(*articles: Article, reuses: tuple[Reuse, ...] = (), origins: Origins = TWO_LINES) -> tuple[Warning, ...]:
    return find_warnings(Account(), Coverage({a.id: a for a in articles}, reuses, origins), {})


def test_two_lines_without_quarrel_give_no_warning() -> None:
    assert warn(A, B) == ()


def test_a_rejected_date_is_told_with_its_evidence() -> None:
    reasons = (Reason("a caption of another year", (A.cite(0, 9),)),)
    published = Published(
        date=date(2031, 5, 5), stated=date(2033, 1, 1), stated_kind=StatedKind.CRAWL, stated_rejected=True,
        reasons=reasons,
    )  # fmt: skip
    dated = make_article("The ferry sank on Monday near the harbour.", id="a_1", outlet="Lantern", published=published)
    (warning,) = warn(dated, B)
    assert warning.kind is WarningKind.FALSE_DATE
    assert "2033-01-01" in warning.text
    assert warning.citations == (A.cite(0, 9),)


def test_a_single_line_is_a_single_origin() -> None:
    (warning,) = warn(A, B, origins=Origins((Line(("a_1", "a_2")),)))
    assert warning.kind is WarningKind.SINGLE_ORIGIN
    assert {citation.article for citation in warning.citations} == {"a_1", "a_2"}


def test_lines_that_may_be_one_are_doubted_not_denied() -> None:
    maybe = Origins((Line(("a_1",)), Line(("a_2",))), (MaybeJoined((0, 1), ()),))
    (warning,) = warn(A, B, origins=maybe)
    assert "may all" in warning.text


def test_a_rewrite_names_reports_by_outlet_date_and_title_never_by_file() -> None:
    passage = Passage(0, 19, 0, 19, Match.VERBATIM)
    reuse = Reuse("a_1", "a_2", ReuseKind.REWRITE, Direction.UNKNOWN, 0.2, 0.2, (passage,), ())
    (warning,) = warn(A, B, reuses=(reuse,))
    assert warning.kind is WarningKind.REWRITTEN_TEXT
    assert "Lantern (5 May 2031)" in warning.text
    assert "a report without a named outlet “Ferry lost”" in warning.text
    assert "made.txt" not in warning.text


def test_a_rewrite_whose_direction_is_known_is_told_with_it() -> None:
    for direction, told in (
        (Direction.A_FROM_B, "Lantern (5 May 2031) tells"),
        (Direction.UNKNOWN, "from a third"),
    ):
        reuse = Reuse("a_1", "a_2", ReuseKind.REWRITE, direction, 0.2, 0.2, (), ())
        (warning,) = warn(A, B, reuses=(reuse,))
        assert told in warning.text
