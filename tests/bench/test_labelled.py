"""Labels read and placed, on made rows."""

from __future__ import annotations

import json
from dataclasses import asdict

from bench.labelled import LABELS, Span, find_span, place, read_clusters

ROW = "The ferry Aster sank.\nSome 40 people were aboard.\nSome 40 people were aboard.\nAd"
ARTICLE = "Ferry sinks\n\nThe ferry Aster sank.\n\nSome 40 people were aboard.\n\nSome 40 people were aboard."


def cluster(**labels: object) -> str:
    lists = ("figures", "figure_groups", "quotes", "dates", "claims", "forbidden", "opposed", "doubtful", "conflicts")
    empty: dict[str, object] = {name: [] for name in lists}
    return json.dumps({"event": 1, "held_out": False, **empty, **labels})


def test_a_span_is_found_behind_title_and_blank_lines() -> None:
    start = ROW.index("Aster")
    found = find_span(ROW, ARTICLE, start, start + 5)
    assert found is not None
    assert ARTICLE[found : found + 5] == "Aster"


def test_of_two_equal_lines_each_is_found_at_its_own_place() -> None:
    first, second = ROW.index("40"), ROW.rindex("40")
    assert find_span(ROW, ARTICLE, first, first + 2) == ARTICLE.index("40")
    assert find_span(ROW, ARTICLE, second, second + 2) == ARTICLE.rindex("40")


def test_words_that_the_article_does_not_hold_are_left_out() -> None:
    start = ROW.index("Ad")
    assert find_span(ROW, ARTICLE, start, start + 2) is None


def test_a_line_that_lost_its_beginning_is_found_by_what_stands_around() -> None:
    row = "PORT ELM (Wire) - The ferry Aster sank on Monday evening."
    start = row.index("Monday")
    found = find_span(row, "Ferry sinks\n\nThe ferry Aster sank on Monday evening.", start, start + 6)
    assert found == len("Ferry sinks\n\nThe ferry Aster sank on ")


def test_labels_are_placed_in_the_articles_text() -> None:
    start = ROW.index("40")
    figure = {"dId": "r1", "start": start, "end": start + 2, "kind": "value", "value": 40, "group": "aboard"}
    quote = {"dId": "r1", "start": ROW.index("Ad"), "end": len(ROW), "speaker": "Ida|mayor", "utterance": "u1"}
    (read,) = read_clusters([cluster(figures=[figure], quotes=[quote])])
    placed = place(read, {"r1": ROW}, {"r1": ARTICLE})
    assert placed.figures[0].span == Span("r1", ARTICLE.index("40"), ARTICLE.index("40") + 2)
    assert read.quotes[0].speakers == ("Ida", "mayor")
    assert placed.quotes == ()


def test_labels_hold_no_text_and_a_third_is_held_out() -> None:
    clusters = read_clusters(LABELS.read_text(encoding="utf-8").splitlines())
    assert len(clusters) >= 12
    assert [each.held_out for each in clusters] == [number % 3 == 0 for number in range(1, len(clusters) + 1)] or (
        3 * sum(each.held_out for each in clusters) >= len(clusters)
    )
    for each in clusters:
        assert all(len(word) < 40 for quote in each.quotes for word in quote.speakers)
        assert all(figure.span.end - figure.span.start < 40 for figure in each.figures)
        assert asdict(each)["event"].isdigit()
