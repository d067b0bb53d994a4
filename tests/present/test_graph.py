from __future__ import annotations

from dataclasses import replace
from datetime import date

from headwater.model.article import Published
from headwater.present.chart import coverage_chart
from headwater.present.graph import source_graph
from headwater.present.labels import Label, report_labels
from tests.present.sample import reuses, sample_report

REPORT = sample_report()
STORY = REPORT.stories[0]
LABELS = report_labels(REPORT)["st_a"]


def undated(label: Label) -> Label:
    return replace(label, article=replace(label.article, published=Published()))


def test_every_article_has_a_box_and_no_two_boxes_overlap() -> None:
    graph = source_graph(STORY, reuses(), LABELS)
    assert sum(node.label is not None for node in graph.nodes) == len(LABELS)
    width, height = graph.box
    for at, one in enumerate(graph.nodes):
        assert one.x + width <= graph.width
        assert one.y + height <= graph.height
        for other in graph.nodes[:at]:
            assert abs(one.x - other.x) >= width or abs(one.y - other.y) >= height


def test_an_arrow_is_drawn_only_where_the_direction_is_known() -> None:
    graph = source_graph(STORY, reuses(), LABELS)
    known = {edge.kind: edge.known for edge in graph.edges}
    assert known == {"via": True, "copy": True, "rewrite": False, "shared-quote": False}


def test_a_source_that_is_not_among_the_inputs_is_shown() -> None:
    graph = source_graph(STORY, reuses(), LABELS)
    assert [node.head for node in graph.nodes if node.label is None] == ["Norda Press"]


def test_weak_links_beyond_the_readable_are_left_to_the_table() -> None:
    many = [replace(reuses()[0], reasons=(str(number),)) for number in range(150)]
    assert source_graph(STORY, many, LABELS).left_out == 30


def test_undated_articles_stand_in_a_column_of_their_own() -> None:
    labels = {id: undated(label) if id == "a_04" else label for id, label in LABELS.items()}
    days = [day for _, day in source_graph(STORY, reuses(), labels).days]
    assert days[-1] == "not dated"


def test_the_chart_has_a_row_for_each_report_in_order_of_time() -> None:
    chart = coverage_chart(LABELS, STORY.account.timeline)
    assert chart is not None
    assert [row.label.code for row in chart.rows] == ["A", "B1", "B2", "B3", "C", "D"]
    dots = [row.x for row in chart.rows if row.x is not None]
    assert dots == sorted(dots)
    assert all(chart.left <= x <= chart.right for x in dots)
    assert [row.note for row in chart.rows if row.note] == ["gives 14 Aug 2033: rejected"]


def test_events_of_the_days_of_coverage_are_marked() -> None:
    chart = coverage_chart(LABELS, STORY.account.timeline)
    assert chart is not None
    assert [mark.number for mark in chart.events] == [2]


def test_open_bounds_do_not_flatten_the_chart() -> None:
    published = Published(date(2031, 3, 5), date(1990, 1, 1), date(2031, 3, 6))
    label = replace(LABELS["a_01"], article=replace(LABELS["a_01"].article, published=published))
    chart = coverage_chart({"a_01": label}, ())
    assert chart is not None
    assert chart.rows[0].start == chart.left
    assert chart.rows[0].end is not None
    assert chart.rows[0].end < chart.right


def test_there_is_no_chart_where_nothing_is_dated() -> None:
    labels = {id: undated(label) for id, label in LABELS.items()}
    assert coverage_chart(labels, ()) is None
    some = coverage_chart({**labels, "a_01": LABELS["a_01"]}, ())
    assert some is not None
    assert [row.note for row in some.rows][1:] == ["not dated"] * 5
