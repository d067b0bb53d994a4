from __future__ import annotations

import gc
import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import headwater
from headwater.cli.main import main
from headwater.cli.main import run as run_process

TEXT = (
    "Fog closes the harbour of Kalvik\n\nThe harbour of Kalvik was closed by fog on Tuesday, said Captain Lars Moen.\n"
)


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    (folder / "two.txt").write_text(TEXT + "\nFerries waited outside.\n")
    return folder


def run(*arguments: str | Path, input: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)


def test_help_names_every_command() -> None:
    page = run("--help").output
    assert [word for word in ("report", "extract", "copies", "stories", "completion") if word not in page] == []


def test_the_version_is_the_packages_own() -> None:
    assert run("--version").output == f"headwater, version {headwater.__version__}\n"


def test_a_run_seldom_looks_for_cycles(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = gc.get_threshold()
    monkeypatch.setattr(sys, "argv", ["headwater", "--version"])
    try:
        with pytest.raises(SystemExit):
            run_process()
        assert gc.get_threshold() == (100_000, *usual[1:])
    finally:
        gc.set_threshold(*usual)


def test_a_report_is_printed_and_written(coverage: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "r.html", tmp_path / "r.json"
    result = run("report", coverage, "--html", page, "--json", data)
    assert result.exit_code == 0, result.output
    assert "Kalvik" in result.stdout
    assert page.read_text().lower().startswith("<!doctype html>")
    assert json.loads(data.read_text())["schema"] == "headwater/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coverage", "r.html", "r.json"]


def test_json_to_standard_output_comes_alone(coverage: Path) -> None:
    assert json.loads(run("report", coverage, "--json", "-").stdout)["inputs"]["read"] == 2


def test_the_same_folder_twice_is_the_same_report_byte_for_byte(coverage: Path) -> None:
    assert run("report", coverage, "--json", "-").stdout == run("report", coverage, "--json", "-").stdout


@pytest.mark.parametrize("command", ["extract", "copies", "stories"])
def test_each_stage_prints_a_table_or_json_lines(coverage: Path, command: str) -> None:
    table = run(command, coverage)
    lines = run(command, coverage, "--jsonl").stdout.splitlines()
    assert table.exit_code == 0
    assert len(table.stdout) > 0
    assert [type(json.loads(line)) for line in lines] == [dict] * len(lines)
    assert len(lines) == (1 if command == "copies" else 2)


def test_sentences_are_listed_where_asked(coverage: Path) -> None:
    without = json.loads(run("extract", coverage / "one.txt", "--jsonl").stdout)
    article = json.loads(run("extract", coverage / "one.txt", "--jsonl", "--sentences").stdout)
    assert "sentences" not in without
    first = article["sentences"][0]
    assert article["text"][first["start"] : first["end"]] == "Fog closes the harbour of Kalvik"


def test_articles_are_printed_as_text_and_markdown(coverage: Path) -> None:
    text = run("extract", coverage / "one.txt", "--text").stdout
    assert text == TEXT.rstrip("\n") + "\n"
    markdown = run("extract", coverage / "one.txt", "--markdown").stdout
    assert markdown.startswith("# Fog closes the harbour of Kalvik\n\n*")
    assert run("extract", coverage, "--text").stdout.count("-" * 20) == 1
    assert run("extract", coverage, "--sentences").exit_code == 2


def test_what_became_of_each_line_is_told(coverage: Path) -> None:
    (coverage / "empty.txt").touch()
    result = run("extract", coverage, "--explain")
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines if line][:4] == ["one.txt", "KIND", "title", "body"]
    assert "title   Fog closes the harbour of Kalvik (the first line of the text)" in lines
    assert len([line for line in lines if line.startswith("KIND")]) == 2
    assert result.stderr.startswith("skipped ")
    assert run("extract", coverage, "--explain", "-j", "2").stdout == result.stdout


@pytest.mark.parametrize("form", ["--jsonl", "--text", "--markdown"])
def test_an_explanation_stands_alone(coverage: Path, form: str) -> None:
    result = run("extract", coverage, "--explain", form)
    assert result.exit_code == 2
    assert f"--explain and {form} exclude each other" in result.stderr


def test_an_article_is_shown_in_one_form_at_a_time(coverage: Path) -> None:
    result = run("extract", coverage, "--text", "--jsonl")
    assert result.exit_code == 2
    assert "--jsonl and --text exclude each other" in result.stderr


def test_the_number_of_processes_leaves_no_trace(coverage: Path) -> None:
    one, two = (run("extract", coverage, "--jsonl", "-j", jobs).stdout for jobs in ("1", "2"))
    assert one == two
    assert len(one.splitlines()) == 2


def test_standard_input_is_read(tmp_path: Path) -> None:
    row = json.dumps({"id": "k-1", "text": TEXT})
    line = json.loads(run("stories", "-", "--jsonl", input=row + "\n").stdout)
    assert (line["key"], line["input"]) == ("k-1", "-#1")
    assert re.fullmatch(r"a_[0-9a-f]+", line["article"])
    assert line["story"].startswith("st_")


def test_without_a_readable_input_the_exit_code_is_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("report", tmp_path)
    assert result.exit_code == 1
    assert "empty.txt: is empty" in result.stderr
    assert "no input could be read" in result.stderr


def test_strict_fails_when_some_could_not_be_read(coverage: Path) -> None:
    (coverage / "empty.txt").touch()
    assert run("report", coverage).exit_code == 0
    assert run("report", coverage, "--strict").exit_code == 1


def test_what_was_skipped_is_listed_once(coverage: Path) -> None:
    (coverage / "empty.txt").touch()
    summary, rows = run("report", coverage), run("stories", coverage, "--jsonl")
    assert (summary.stdout.count("empty.txt: is empty"), summary.stderr) == (1, "")
    assert rows.stderr == "skipped empty.txt: is empty\n"


def test_quiet_says_nothing_on_standard_error(coverage: Path) -> None:
    (coverage / "empty.txt").touch()
    assert run("report", coverage, "--quiet").stderr == ""


@pytest.mark.parametrize(
    "settings", ["[reed]\n", "[read]\nmax = 1\n", "[read]\nmax_document_bytes = 'x'\n", "read = 3\n", "= no toml"]
)
def test_a_wrong_settings_file_is_a_usage_error(coverage: Path, tmp_path: Path, settings: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(settings)
    result = run("report", coverage, "--settings", file)
    assert result.exit_code == 2
    assert "setting" in result.stderr


def test_settings_are_used(coverage: Path, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[read]\nmax_document_bytes = 10\n")
    assert "holds more than 10 bytes" in run("extract", coverage, "--settings", file).stderr


def test_usage_errors_have_code_2() -> None:
    assert run("report").exit_code == 2
    assert run("report", "--nonsense", "x").exit_code == 2
    assert run("nonsense").exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_program(shell: str) -> None:
    assert "_HEADWATER_COMPLETE" in run("completion", shell).output


def test_the_source_graph_is_written_in_either_language(coverage: Path, tmp_path: Path) -> None:
    dot, graphml = tmp_path / "g.dot", tmp_path / "g.graphml"
    assert run("copies", coverage, "--graph", dot).exit_code == 0
    assert run("copies", coverage, "--graph", graphml).exit_code == 0
    assert dot.read_text().startswith("digraph")
    assert "<graphml" in graphml.read_text()


def test_reprints_are_listed_in_the_manner_of_passim(coverage: Path) -> None:
    rows = [json.loads(line) for line in run("copies", coverage, "--passim").stdout.splitlines()]
    assert [row["cluster"] for row in rows] == [0, 0]
    assert all(row["end"] - row["begin"] == len(row["text"]) for row in rows)
    assert run("copies", coverage, "--passim", "--jsonl").exit_code == 2


def test_two_articles_are_compared(coverage: Path, tmp_path: Path) -> None:
    page = tmp_path / "diff.html"
    result = run("diff", coverage / "one.txt", coverage / "two.txt", "--html", page)
    assert "copy, " in result.stdout
    assert "Ferries waited outside." in result.stdout
    assert "Ferries waited outside." in page.read_text()
    assert json.loads(run("diff", coverage / "one.txt", coverage / "two.txt", "--json").stdout)["kind"] == "copy"


def test_only_two_single_articles_can_be_compared(coverage: Path) -> None:
    result = run("diff", coverage / "one.txt", coverage)
    assert result.exit_code == 1
    assert "holds 2 articles, expected one" in result.stderr
    assert "very same content" in run("diff", coverage / "one.txt", coverage / "one.txt").stderr


def test_why_two_articles_share_a_story_is_told(coverage: Path) -> None:
    assert "Held to be one story." in run("stories", coverage, "--why", "one.txt", "two.txt").stdout
    assert json.loads(run("stories", coverage, "--why", "one.txt", "two.txt", "--json").stdout)["together"] is True
    assert "names 0 articles" in run("stories", coverage, "--why", "one.txt", "three.txt").stderr


def test_an_unwritable_target_is_named(coverage: Path, tmp_path: Path) -> None:
    result = run("report", coverage, "--html", tmp_path / "missing" / "r.html")
    assert result.exit_code == 1
    assert "cannot write" in result.stderr
