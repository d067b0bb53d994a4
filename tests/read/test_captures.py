from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from headwater.model.capture import Capture, Media, Skipped
from headwater.read import ReadSettings, read_captures


def read(*inputs: str | Path, stdin: bytes = b"", settings: ReadSettings | None = None) -> list[Capture | Skipped]:
    names = [str(item) for item in inputs]
    return list(read_captures(names, stdin=lambda: io.BytesIO(stdin), settings=settings or ReadSettings()))


def reason(item: Capture | Skipped) -> str:
    assert isinstance(item, Skipped), item
    return item.reason


def capture(item: Capture | Skipped) -> Capture:
    assert isinstance(item, Capture), item
    return item


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_what_an_input_is_is_told_by_its_content(tmp_path: Path) -> None:
    page = write(tmp_path, "a.txt", "<!doctype html><html><body><p>Fog closed the port.</p></body></html>")
    text = write(tmp_path, "b.html", "Fog closed the port.\n\nShips waited.")
    rows = write(tmp_path, "c.dat", '{"text": "Fog closed the port."}\n{"title": "Ships wait"}\n')
    assert [capture(item).media for item in read(page, text, rows)] == [Media.HTML, Media.TEXT, Media.ROW, Media.ROW]


def test_the_same_content_has_the_same_id_wherever_it_lies(tmp_path: Path) -> None:
    first = write(tmp_path, "a/x.txt", "Fog closed the port.")
    second = write(tmp_path, "b/y.txt", "Fog closed the port.")
    ids = {capture(item).article_id for item in read(first, second)}
    assert len(ids) == 1


def test_a_row_is_the_same_whatever_the_order_of_its_fields() -> None:
    one = capture(read("-", stdin=b'{"id": 7, "text": "Fog."}\n')[0])
    other = capture(read("-", stdin=b'{"text":"Fog.",   "id":7}\n')[0])
    assert one.article_id == other.article_id
    assert one.row is not None
    assert one.row.id == "7"


def test_a_folder_is_walked_in_the_order_of_its_paths_and_names_are_relative(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "Two.")
    write(tmp_path, "a/z.txt", "One.")
    assert [capture(item).input for item in read(tmp_path)] == ["a/z.txt", "b.txt"]


def test_nothing_that_is_given_vanishes(tmp_path: Path) -> None:
    write(tmp_path, "empty.txt", "")
    write(tmp_path, "blank.txt", " \n\t\n")
    write(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))
    write(tmp_path, "noise.bin", bytes(range(256)) * 10)
    write(tmp_path, ".hidden", "text")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    found = {item.input: reason(item) for item in read(tmp_path)}
    assert found == {
        ".hidden": "is hidden (its name begins with a dot); give it by name to read it",
        "blank.txt": "holds white space alone",
        "dangling.txt": "is a symbolic link inside a folder; links there are not followed",
        "empty.txt": "is empty",
        "loop": "is a symbolic link inside a folder; links there are not followed",
        "noise.bin": "no text in it: media type 'application/octet-stream'",
        "picture.txt": "no text in it: media type 'image/png'",
        "pipe": "is a named pipe, expected a file or a folder",
    }


def test_what_cannot_be_opened_is_skipped_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    missing, loop, address = read(tmp_path / "nowhere.txt", tmp_path / "itself", "https://example.org/a")
    assert reason(missing) == "cannot be opened: No such file or directory"
    assert reason(loop).startswith("cannot be opened: ")
    assert "save the page" in reason(address)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert reason(read(tmp_path / "none")[0]) == "is an empty folder, expected files in it"


@pytest.mark.parametrize("name", ["two\nlines.txt", "--help.txt", "a\x1b[31mred.txt", "ünï.txt"])
def test_odd_file_names_are_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "Fog closed the port.")
    assert capture(read(tmp_path)[0]).input == name


def test_a_file_name_that_is_no_text_can_still_be_written_out(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Fog.")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    assert capture(read(tmp_path)[0]).input.encode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Zürich — naïve".encode(), "Zürich — naïve"),
        ("\ufeffZürich".encode(), "Zürich"),
        ("Zürich wide".encode("utf-16"), "Zürich wide"),
        ("Zurich wide without a mark".encode("utf-16-le"), "Zurich wide without a mark"),
        (b"<html><meta charset=iso-8859-1><p>Z\xfcrich \x96 fog</p>", "Zürich – fog"),
        ("Ünïcödé text, well formed but for one byte: ".encode() + b"\xff.", "one byte: \ufffd."),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, content: bytes, expected: str) -> None:
    assert expected in capture(read(write(tmp_path, "page", content))[0]).text


def test_text_in_an_undeclared_encoding_is_detected() -> None:
    words = "Der Bürgermeister kündigte für Österreich größere Maßnahmen an, die später überprüft würden. " * 5
    assert "Bürgermeister" in capture(read("-", stdin=words.encode("cp1252"))[0]).text


def test_broken_lines_are_listed_and_the_others_read() -> None:
    lines = [
        '{"text": "Fog closed the port."}',
        '{"text": "cut off',
        "",
        '"just a string"',
        '{"text": 5}',
        '{"id": "x"}',
        '{"title": ["a"], "text": null}',
        '{"id": ' + "9" * 6000 + ', "text": "Ships waited."}',
        '{"n": NaN, "authors": {"a": 1}, "text": "Cranes stood still."}',
        "[" * 100_000,
        '{"date": 1e400, "text": "Cranes moved."}',
        '{"text": "\\ud800 lone"}',
    ]
    items = read("-", stdin="\n".join(lines).encode())
    kinds = ["ok" if isinstance(item, Capture) else item.reason for item in items]
    assert kinds == [
        "ok",
        "broken JSON: Unterminated string starting at at column 10",
        "is a string, expected a JSON object",
        "field 'text' is a number, expected a string",
        "no text in it: expected a field 'text', 'html' or 'title' with words in it",
        "field 'title' is a list, expected a string",
        "ok",
        "ok",
        "broken JSON: nested too deeply",
        "ok",
        "ok",
    ]
    assert [item.input for item in items][:3] == ["-#1", "-#2", "-#3"]
    last = capture(items[-1]).row
    assert last is not None
    assert last.text == "\ufffd lone"


def test_a_line_over_the_limit_does_not_take_its_neighbours() -> None:
    rows = [json.dumps({"text": "Fog."}), json.dumps({"text": "x" * 200_000}), json.dumps({"text": "Ships."})]
    items = read("-", stdin="\n".join(rows).encode(), settings=ReadSettings(max_record_bytes=100_000))
    assert [type(item) for item in items] == [Capture, Skipped, Capture]
    assert reason(items[1]) == "is longer than 100,000 bytes (setting read.max_record_bytes)"


def test_a_document_over_the_limit_is_skipped() -> None:
    item = read("-", stdin=b"word " * 1000, settings=ReadSettings(max_document_bytes=4000))[0]
    assert "holds more than 4,000 bytes" in reason(item)


def test_a_json_document_of_several_lines_is_read_as_rows(tmp_path: Path) -> None:
    pretty = write(tmp_path, "rows.json", json.dumps([{"text": "Fog."}, {"body": "Ships."}, 3], indent=2))
    first, second, third = read(pretty)
    assert (capture(first).input, capture(second).input) == ("rows.json#1", "rows.json#2")
    assert reason(third) == "is a number, expected a JSON object"


def test_json_lines_in_a_wide_encoding_are_read() -> None:
    stdin = '{"text": "Fog."}\n{"text": "Ships."}\n'.encode("utf-16")
    assert [capture(item).media for item in read("-", stdin=stdin)] == [Media.ROW, Media.ROW]


def test_field_names_of_other_collections_are_understood() -> None:
    record = {
        "source_domain": "post.example",
        "date_publish": 1_710_352_800,
        "maintext": "Fog.",
        "description": "Ships wait",
        "lang": "EN-gb",
        "authors": "Ann Roe; Bo Li and C. Dee",
    }
    row = capture(read("-", stdin=json.dumps(record).encode())[0]).row
    assert row is not None
    assert (row.outlet, row.date, row.text) == ("post.example", "2024-03-13T18:00:00+00:00", "Fog.")
    assert (row.standfirst, row.language, row.authors) == ("Ships wait", "en", ("Ann Roe", "Bo Li", "C. Dee"))
