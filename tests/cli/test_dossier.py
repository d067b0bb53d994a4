from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from headwater.cli.main import main

TEXT = """Corvane Agency sends engineers to Brenholm

The Corvane Agency is a public body with 900 engineers.
The Corvane Agency was founded in 1998 and is led by Ilse Marant.

The Corvane Agency is based in Tarn. It sent 40 engineers to Brenholm at the request of the mayor.
"""


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT)
    return tmp_path


def dossier(name: str, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["dossier", name, *map(str, arguments)])


def test_a_dossier_tells_by_aspect(coverage: Path) -> None:
    result = dossier("Corvane Agency", coverage)
    assert result.exit_code == 0, result.output
    heads = [line for line in result.stdout.splitlines() if line.isupper()]
    assert {"SINCE WHEN", "LED BY", "WHERE", "AT WHOSE REQUEST"} <= set(heads)


def test_case_and_article_of_the_name_do_not_matter(coverage: Path) -> None:
    assert dossier("the corvane agency", coverage).exit_code == 0


def test_an_unknown_name_is_told_with_those_like_it(coverage: Path) -> None:
    result = dossier("Corvana Agency", coverage)
    assert result.exit_code == 1
    assert "no report says anything about 'Corvana Agency'; names like it: Corvane Agency" in result.output


def test_the_document_cites_every_statement(coverage: Path) -> None:
    document = json.loads(dossier("Corvane Agency", coverage, "--json").stdout)
    assert (document["schema"], document["type"]) == ("headwater/1", "dossier")
    texts = {article["id"]: article["text"] for article in document["articles"]}
    (story,) = document["stories"]
    assert story["entity"]["name"] == "Corvane Agency"
    statements = [each for aspect in story["dossier"]["aspects"] for each in aspect["statements"]]
    assert statements
    for statement in statements:
        first = statement["citations"][0]
        assert texts[first["article"]][first["start"] : first["end"]] == statement["text"]
