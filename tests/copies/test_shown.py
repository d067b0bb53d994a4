from __future__ import annotations

from xml.etree import ElementTree as ET

import networkx as nx

from headwater.copies import CopySettings, as_dot, as_graphml, diff_articles, find_reuses, passim_rows
from headwater.model.diff import Change
from tests.builders import make_article
from tests.copies.texts import CHOIR, DOCK, DOCK_REWRITTEN, WEIR

SETTINGS = CopySettings()
FLOOD = (
    "Crews pumped water from the lower tunnel all night and it may stay shut until Friday, two engineers told Reuters."
)


def test_a_graph_has_a_node_for_an_agency_that_is_not_among_the_inputs() -> None:
    articles = [make_article(f"{DOCK} {FLOOD}", title='Dock <shut> & "closed"\x1b'), make_article(f"{CHOIR} {FLOOD}")]
    text = as_graphml(articles, find_reuses(articles, settings=SETTINGS))
    graph = nx.parse_graphml(text)
    assert graph.nodes["agency:Reuters"]["kind"] == "agency"
    assert graph.number_of_edges() == 2
    assert ET.fromstring(text).tag.endswith("graphml")


def test_a_dot_label_cannot_break_out_of_its_quotes() -> None:
    text = as_dot([make_article(DOCK, title='A "title"\\')], [])
    assert '\\"title\\"\\\\' in text


def test_a_diff_marks_the_words_that_changed() -> None:
    a, b = make_article(DOCK), make_article(DOCK.replace("eleven of its 40", "twelve of its 40"))
    diff = diff_articles(a, b, settings=SETTINGS)
    changes = [
        (a.text[slice(*edit.a)], b.text[slice(*edit.b)])
        for aligned in diff.aligned
        for edit in aligned.edits
        if edit.change is Change.CHANGED
    ]
    assert changes == [("eleven", "twelve")] or not changes
    assert diff.only_a == diff.only_b == ()


def test_a_diff_aligns_reworded_sentences_and_lists_what_one_side_adds() -> None:
    a, b = make_article(DOCK), make_article(f"{DOCK_REWRITTEN} {WEIR}")
    diff = diff_articles(a, b, settings=SETTINGS)
    covered = sum(aligned.passage.a_end - aligned.passage.a_start for aligned in diff.aligned)
    assert covered > 0.5 * len(a.text)
    assert "heron" in " ".join(b.text[slice(*span)] for span in diff.only_b)


def test_every_edit_of_a_passage_lies_within_it() -> None:
    a, b = make_article(DOCK), make_article(DOCK_REWRITTEN)
    for aligned in diff_articles(a, b, settings=SETTINGS).aligned:
        assert all(aligned.passage.a_start <= edit.a[0] <= edit.a[1] <= aligned.passage.a_end for edit in aligned.edits)
        assert all(aligned.passage.b_start <= edit.b[0] <= edit.b[1] <= aligned.passage.b_end for edit in aligned.edits)


def test_a_passage_printed_three_times_is_one_cluster_of_three() -> None:
    articles = [make_article(f"{body}\n\n{DOCK[:290]}", outlet=name) for body, name in ((CHOIR, "A"), (WEIR, "B"))]
    articles.append(make_article(DOCK[:290], key="row-3", outlet="C"))
    rows = passim_rows(articles, find_reuses(articles, settings=SETTINGS))
    assert [(row.cluster, row.size) for row in rows] == [(0, 3)] * 3
    assert "row-3" in {row.id for row in rows}
    assert len({row.text.strip(". ") for row in rows}) == 1
