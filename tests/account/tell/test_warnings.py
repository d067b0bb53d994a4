from __future__ import annotations

from datetime import date

from headwater.account.tell.warnings import Coverage, find_warnings
from headwater.model.account import Account, Quantity, QuantityValue, Status, Warning, WarningKind
from headwater.model.article import Article, Published, Reason, StatedKind
from headwater.model.particulars import Modality, ValueKind
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


def counted(*values: tuple[str, float, Modality, str | None]) -> list[str]:
    """The warnings on figures for one day of one thing: the words of the report that give each, and how it stands."""
    report = make_article("Vell Yard to cut 12 jobs. It would cut 12 jobs, then 14 jobs, said the union.", id="a_1")
    day = date(2031, 5, 5)
    given = []
    for words, number, modality, speaker in values:
        at = report.text.index(words)
        cited = (report.cite(at, at + len(words)),)
        given.append(QuantityValue(ValueKind.VALUE, cited, number, modality=modality, asserted_by=speaker, as_of=day))
    quantity = Quantity("q1", "jobs", None, Status.DIFFERS, tuple(given))
    found = find_warnings(Account(quantities=(quantity,)), Coverage({"a_1": report, "a_2": B}, (), TWO_LINES), {})
    return [warning.text for warning in found if warning.kind is WarningKind.SELF_CONTRADICTION]


def test_a_report_that_gives_two_numbers_for_one_thing_contradicts_itself() -> None:
    stated = Modality.STATED
    assert len(counted(("12", 12, stated, None), ("14", 14, stated, None))) == 1


def test_one_number_told_twice_or_by_two_speakers_or_as_planned_and_done_contradicts_nothing() -> None:
    stated, expected = Modality.STATED, Modality.EXPECTED
    assert not counted(("to cut 12", 12, stated, None), ("would cut 12", 12, stated, None))
    assert not counted(("12", 12, stated, "the yard"), ("14", 14, stated, "the union"))
    assert not counted(("12", 12, expected, None), ("14", 14, stated, None))


def test_rewrites_of_one_text_are_told_with_it() -> None:
    copies = [make_article("The ferry sank.", id=f"a_{n}", outlet=f"Post {n}", credit="Arn Wire") for n in (1, 2, 3)]
    rewrite = make_article("The boat went down.", id="a_4", outlet="Buzz")
    reuses = tuple(
        Reuse(copy.id, "a_4", ReuseKind.REWRITE, Direction.COMMON_SOURCE, 0.1, 0.1, (), (), via="Arn Wire")
        for copy in copies
    )
    (warning,) = warn(*copies, rewrite, reuses=reuses)
    assert "Buzz tells in other words what Post 1, Post 2 and Post 3 tell." in warning.text
