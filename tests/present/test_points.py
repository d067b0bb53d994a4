from __future__ import annotations

from dataclasses import replace

from headwater.model.account import Aspect, Reading, Status
from headwater.present.labels import report_labels
from headwater.present.points import changing_points, differing_points
from tests.present.sample import sample_report
from tests.present.sample_articles import LATE, PREVIEW, cite

REPORT = sample_report()
STORY = REPORT.stories[0]
LABELS = report_labels(REPORT)["st_a"]


def test_figures_stand_before_names_and_conflicts_before_all() -> None:
    points = differing_points(STORY.account, LABELS)
    assert [point.aspect for point in points] == [Aspect.NUMBER, Aspect.NAME]
    claim = STORY.account.claims[1]
    conflict = replace(claim, differences=(replace(claim.differences[0], conflict=True),))
    account = replace(STORY.account, claims=(conflict,))
    assert [point.aspect for point in differing_points(account, LABELS)] == [Aspect.NAME, Aspect.NUMBER]


def test_a_reading_names_its_lines() -> None:
    point = differing_points(STORY.account, LABELS)[0]
    assert [(reading.value, reading.lines) for reading in point.readings] == [("1", (1,)), ("3", (2,))]


def test_what_changed_is_told_in_order_of_time() -> None:
    (point,) = changing_points(STORY.account, LABELS)
    assert [reading.value for reading in point.readings] == ["2,000–3,000", "about 2,400"]
    assert point.readings[0].note == "expected, three engineers, 3 Mar 2031"


def test_a_long_explanation_is_told_once() -> None:
    long = "because " * 20
    quantities = tuple(
        replace(item, what=f"thing {number}", status=Status.DIFFERS, explanation=long)
        for number, item in enumerate(STORY.account.quantities)
    )
    account = replace(STORY.account, quantities=quantities, claims=())
    explained = [point.explanation for point in differing_points(account, LABELS)]
    assert explained == [long, "as for “thing 0”", "as for “thing 0”"]


def test_readings_of_a_changed_claim_stand_in_order_of_their_reports() -> None:
    claim = STORY.account.claims[1]
    late, early = cite(LATE, "Varn Dam"), cite(PREVIEW, "Varn Dam")
    difference = replace(claim.differences[0], readings=(Reading("late", (late,)), Reading("early", (early,))))
    changed = replace(claim, status=Status.CHANGED, differences=(difference,))
    (point,) = changing_points(replace(STORY.account, claims=(changed,), quantities=()), LABELS)
    assert [reading.value for reading in point.readings] == ["early", "late"]
