from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.cluster_scores import score_clusters
from bench.copy_finders import grown, word_runs
from bench.labelled_pages import f1_of, is_bad, shingle_scores
from bench.peers_extraction import body_row, exact_share
from bench.peers_particulars import accuracies, by_line, located, overlapping, timex_value
from bench.peers_stories import groups_of
from bench.process import cost_of, run_apart
from bench.quality_extraction import same_authors
from bench.quality_timex import Document, Gold
from bench.synthetic_copies import Row, score_pairs, truth_of

FERRY = "The ferry to Oster stays in the harbour until the storm has passed over the islands"


def row(number: int, kind: str, copy_of: int | None = None, host: int | None = None) -> Row:
    values: dict[str, Any] = {"id": number, "kind": kind, "copy_of": copy_of, "host": host, "text": "", "source": ""}
    return values


def test_the_same_body_scores_one_and_another_nothing() -> None:
    assert shingle_scores(FERRY, FERRY) == (1.0, 1.0)
    assert shingle_scores("A choir from Tarrow has won a prize", FERRY) == (0.0, 0.0)
    assert shingle_scores("", FERRY) == (0.0, 0.0)


def test_half_a_body_has_full_precision_and_part_of_the_recall() -> None:
    precision, recall = shingle_scores("The ferry to Oster stays in the harbour", FERRY)
    assert precision == 1.0
    assert recall == pytest.approx(5 / 13)


def test_a_page_whose_words_are_mostly_wrong_is_bad() -> None:
    assert is_bad("", FERRY)
    assert not is_bad(FERRY, FERRY)


def test_f1_is_that_of_the_means() -> None:
    assert f1_of([(1.0, 1.0), (0.5, 0.0)]) == pytest.approx(2 * 0.75 * 0.5 / 1.25)
    assert f1_of([]) == 0.0


def test_authors_are_compared_without_case_order_and_punctuation() -> None:
    assert same_authors(["ILSE BRANDT", "J. Weir"], ["J Weir", "Ilse Brandt"])
    assert not same_authors(["Ilse Brandt"], ["Ilse Brandt", "J Weir"])


def test_a_page_that_an_extractor_lacks_counts_as_empty() -> None:
    assert body_row({"p1": FERRY, "p2": FERRY}, {"p1": FERRY}) == ("0.500", "50.0")
    assert exact_share({"p1": ("A",), "p2": ("B",)}, {"p1": ("a",)}) == "0.500"


def test_stories_found_exactly_score_one() -> None:
    score = score_clusters({"a": 1, "b": 1, "c": 2}, [("a", "b"), ("c", "d")])
    assert (score.bcubed, score.pairwise) == (1.0, 1.0)


def test_one_story_of_everything_loses_precision_alone() -> None:
    score = score_clusters({"a": 1, "b": 1, "c": 2}, [("a", "b", "c")])
    assert score.bcubed == pytest.approx(2 * (5 / 9) / (1 + 5 / 9))
    assert score.pairwise == pytest.approx(0.5)


def test_held_out_stories_are_spoilt_by_others() -> None:
    assert score_clusters({"a": 1, "b": 2}, [("a", "b")], only={1}).bcubed == pytest.approx(2 / 3)


def test_a_copy_of_a_copy_is_of_the_family_and_a_pasted_passage_is_not() -> None:
    rows = [row(0, "orig"), row(1, "edit5", 0), row(2, "truncate", 1), row(3, "orig"), row(4, "excerpt", 0, 3)]
    truth = truth_of(rows)
    assert truth.same == {("000000", "000001"), ("000000", "000002"), ("000001", "000002"), ("000003", "000004")}
    assert truth.pasted == {("000000", "000004"), ("000001", "000004"), ("000002", "000004")}


def test_pairs_are_scored_as_wholes_and_as_passages() -> None:
    truth = truth_of([row(0, "orig"), row(1, "edit5", 0), row(3, "orig"), row(4, "excerpt", 0, 3)])
    every = truth.same | truth.pasted
    assert set(score_pairs(every, truth.same, truth).values()) == {1.0}
    scores = score_pairs({("000000", "000001"), ("000001", "000003")}, {("000000", "000001")}, truth)
    assert scores["pair_precision"] == 1.0
    assert scores["pair_recall"] == 0.5
    assert scores["pasted_recall"] == 0.0


def test_what_the_host_shares_too_is_no_false_passage() -> None:
    truth = truth_of([row(0, "orig"), row(3, "orig"), row(4, "excerpt", 0, 3), row(5, "orig")])
    wire = {("000003", "000005"), ("000004", "000005")}
    assert score_pairs(wire | truth.pasted, (), truth)["pasted_precision"] == 1.0
    assert score_pairs({("000004", "000005")} | truth.pasted, (), truth)["pasted_precision"] == 0.5


def test_a_grown_collection_is_always_the_same() -> None:
    texts = [FERRY, FERRY.upper()]
    made = grown(texts, 24)
    assert made == grown(texts, 24)
    assert made[:2] == texts
    assert len(made) == 24
    assert grown(texts, 1) == [FERRY]


def test_a_short_text_is_one_run_of_words() -> None:
    assert word_runs("Two Words") == {"two words"}
    assert len(word_runs(FERRY)) == 12


def test_labels_become_groups_of_ids() -> None:
    assert sorted(groups_of(["a", "b", "c"], [1, 2, 1])) == [("a", "c"), ("b",)]


@pytest.mark.parametrize(
    ("period", "value"),
    [("day", "2021-02-18"), ("week", "2021-W07"), ("month", "2021-02"), ("year", "2021"), ("time", "2021-02-18T09:30")],
)
def test_a_moment_is_written_at_its_granularity(period: str, value: str) -> None:
    assert timex_value(dt.datetime(2021, 2, 18, 9, 30, tzinfo=dt.UTC), period) == value
    assert timex_value(None, period) is None


def test_pieces_are_located_in_order() -> None:
    assert located("on Monday and on Monday", ["Monday", "Monday", "Tuesday"]) == [(3, 9), (17, 23)]


def test_spans_match_gold_one_to_one() -> None:
    gold = (Gold(3, 9, "DATE", "2021-02-15"), Gold(17, 23, "DATE", "2021-02-15"))
    document = Document("d", "on Monday and on Monday", None, gold)
    assert overlapping([(0, 23)], document) == (1, 1, 2)
    assert overlapping([(3, 9), (17, 20), (0, 2)], document) == (2, 3, 2)


def test_accuracy_is_of_all_and_of_dates() -> None:
    assert accuracies([("DATE", True), ("DATE", False), ("DURATION", False), ("SET", False)]) == ("0.250", "0.500")


def test_spans_of_lines_count_in_the_text() -> None:
    assert list(by_line(lambda line: [(0, len(line))])("ab\n\ncde")) == [(0, 2), (4, 7)]


def test_a_process_apart_hands_back_its_output_and_its_cost(tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_text(json.dumps({"b": 1}), encoding="utf-8")
    ran = run_apart("json.tool", "--compact", stdin=source)
    assert ran is not None
    cost, lines = ran
    assert lines == ['{"b":1}']
    assert 0 < cost.cpu_s < 60
    assert 1 < cost.peak_mb < 1000


def test_the_memory_of_who_measures_is_not_counted() -> None:
    held = bytearray(b"x" * 150_000_000)
    assert cost_of([sys.executable, "-c", "pass"]).peak_mb < 100
    assert len(held) == 150_000_000


def test_a_process_that_fails_is_no_result(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_apart("bench.no_such_module") is None
    assert "no_such_module" in capfd.readouterr().err
