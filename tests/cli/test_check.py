from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from headwater.cli.main import main

NOW = """Corvane sends 400 engineers to Brenholm

The Corvane Agency sent 400 engineers to Brenholm on Tuesday to mend the flood wall, its director Ilse Marant said.

The flood wall broke in two places last week.
"""
BEFORE = """Agency weighs help for Brenholm

The Corvane Agency could send between 500 and 600 engineers to Brenholm, two officials said.

The flood wall broke in two places and the water rose by a metre.
"""


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    for name, text in (("now.txt", NOW), ("before.txt", BEFORE)):
        (tmp_path / name).write_text(text)
    return tmp_path


def check(claim: str, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", claim, *map(str, arguments)])


def test_a_claim_that_a_report_makes_is_supported(coverage: Path) -> None:
    result = check("The Corvane Agency sent 400 engineers to Brenholm", coverage)
    assert result.exit_code == 0, result.output
    assert "SUPPORT IT" in result.stdout
    assert "rests on: Ilse Marant" in result.stdout


def test_another_figure_contradicts_and_a_forecast_expects(coverage: Path) -> None:
    result = check("The Corvane Agency sent 550 engineers to Brenholm", coverage)
    assert "Not supported as worded." in result.stdout
    assert "has 400 where the claim has 550" in result.stdout
    assert "expects between 500 and 600" in result.stdout


def test_what_no_report_mentions_is_said_so(coverage: Path) -> None:
    result = check("A comet passed over Norland in spring", coverage)
    assert result.exit_code == 0
    assert "No report mentions it." in result.stdout


def test_the_document_cites_every_verdict(coverage: Path) -> None:
    document = json.loads(check("The Corvane Agency sent 550 engineers to Brenholm", coverage, "--json").stdout)
    assert (document["schema"], document["type"]) == ("headwater/1", "check")
    texts = {article["id"]: article["text"] for article in document["articles"]}
    answers = [answer for story in document["stories"] for answer in story["answers"]]
    assert answers
    assert all(answer["citations"] for answer in answers if answer["verdict"] != "does not mention")
    cited = [texts[c["article"]][c["start"] : c["end"]] for answer in answers for c in answer["citations"]]
    assert any("between 500 and 600 engineers" in words for words in cited)


def test_an_empty_folder_cannot_be_asked(tmp_path: Path) -> None:
    assert check("Anything at all happened", tmp_path).exit_code == 1


def test_a_claim_on_somebody_whom_no_report_names_is_supported_by_none(coverage: Path) -> None:
    result = check("Halden Works mended the flood wall of Brenholm", coverage)
    assert "SUPPORT IT" not in result.stdout


def test_a_bound_does_not_bear_out_a_number_beyond_it(tmp_path: Path) -> None:
    (tmp_path / "bound.txt").write_text(
        "Help\n\nThe Corvane Agency sent more than 400 engineers to Brenholm on Tuesday.\n"
    )
    assert "SUPPORT IT" not in check("The Corvane Agency sent 500 engineers to Brenholm", tmp_path).stdout
    assert "SUPPORT IT" in check("The Corvane Agency sent 400 engineers to Brenholm", tmp_path).stdout
