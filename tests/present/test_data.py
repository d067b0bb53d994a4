from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from headwater.model.report import Report
from headwater.present import article_row, as_document, as_line, reuse_row, to_json
from headwater.present.data_account import number
from tests.builders import make_article
from tests.present.sample import reuses, sample_report
from tests.present.sample_articles import WIRE

SCHEMA_FILE = Path(__file__).parents[2] / "docs/schema/headwater-1.schema.json"


def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def test_the_json_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def test_the_document_of_a_report_is_valid() -> None:
    assert [error.message for error in schema().iter_errors(as_document(sample_report()))] == []


def test_the_document_of_nothing_is_valid() -> None:
    empty = as_document(Report("0.1.0", 0, (), (), (), ()))
    assert schema().is_valid(empty)
    assert empty["stories"] == []


@pytest.mark.parametrize("field", ["schema", "inputs", "articles", "reuses", "stories"])
def test_a_document_without_a_field_is_not_valid(field: str) -> None:
    document = as_document(sample_report())
    del document[field]
    assert not schema().is_valid(document)


def test_the_json_is_the_document_and_ends_in_a_newline() -> None:
    text = to_json(sample_report())
    assert json.loads(text) == as_document(sample_report())
    assert text.endswith("}\n")
    assert len([line for line in text.splitlines() if line.startswith('{"id": "a_')]) == len(sample_report().articles)


def test_articles_and_reuses_are_ordered_by_id() -> None:
    report = sample_report()
    backwards = replace(report, articles=report.articles[::-1], reuses=report.reuses[::-1])
    assert to_json(backwards) == to_json(report)


def test_a_lone_surrogate_becomes_one_replacement_character() -> None:
    article = make_article("Half a pair: \ud800 here.", id="a_1")
    line = as_line(article_row(article, sentences=True))
    assert json.loads(line)["text"] == "Half a pair: \ufffd here."
    line.encode("utf-8")


def test_sentences_are_left_out_where_they_are_not_wanted() -> None:
    assert "sentences" in article_row(WIRE, sentences=True)
    assert "sentences" not in article_row(WIRE, sentences=False)


def test_a_reuse_row_has_the_records_own_ids() -> None:
    row = reuse_row(reuses()[1], {"a_02": "wire-7"})
    assert (row["a_key"], row["b_key"], row["contained_a"]) == ("wire-7", None, 0.912)


def test_the_start_of_a_change_is_called_from() -> None:
    document = json.loads(to_json(sample_report()))
    value = document["stories"][0]["account"]["quantities"][0]["values"][0]
    assert list(value)[:6] == ["kind", "value", "low", "high", "from", "to"]
    assert '"low": 2000, "high": 3000' in to_json(sample_report())


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (4000.0, "4000"),
        (1 / 3, "0.333"),
        (None, "null"),
        (float("inf"), "null"),
        (float("nan"), "null"),
        (1e300, "1e+300"),
    ],
)
def test_a_figure_is_written_with_at_most_three_places(given: float | None, written: str) -> None:
    assert json.dumps(number(given)) == written


def test_a_story_without_lines_has_none() -> None:
    report = sample_report()
    story = report.stories[1]
    bare = replace(story, origins=replace(story.origins, groups=(), maybe_joined=()))
    document = json.loads(to_json(replace(report, stories=(bare,))))
    assert document["stories"][0]["origins"] == {"min": 0, "max": 0, "groups": [], "maybe_joined": []}
