from __future__ import annotations

import csv
import io
import sys
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from headwater.model.capture import Media
from headwater.read import ReadSettings
from tests.read.inputs import captures, read, reasons, rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_by_the_names_in_its_header(delimiter: str) -> None:
    header = delimiter.join(["ID", "Title", "Source", "Published", "Text", "views"])
    row = delimiter.join(["7", "Fog closes port", "Harbour Post", "2024-03-13", '"Ships, and boats;\nwaited\t|"', "12"])
    [found] = rows(read(f"{header}\n{row}\n".encode()))
    assert (found.id, found.title, found.outlet, found.date) == ("7", "Fog closes port", "Harbour Post", "2024-03-13")
    assert found.text == "Ships, and boats;\nwaited\t|"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings_are_read(encoding: str) -> None:
    words = "Die Schiffe können wegen des Nebels über Nacht nicht einlaufen, größere schon. " * 6
    text = f"title\ttext\r\nNebel\t{words}\r\n"
    [row] = rows(read(text.encode(encoding)))
    assert row.text is not None
    assert "größere" in row.text


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-5 degrees", '@SUM(A1)|cmd"'])
def test_a_cell_that_a_spreadsheet_would_run_is_only_data(cell: str) -> None:
    made = io.StringIO()
    csv.writer(made).writerows([["title", "text"], ["Fog", cell]])
    assert rows(read(made.getvalue().encode()))[0].text == cell


@pytest.mark.parametrize(
    "text",
    [
        "Fog closed the port, ships waited.\nThe text, it said, was short.\n",
        "Title, date and text of the law\n\nParliament voted on it, at last, on Monday.\n",
        "text,title\n",
        "text,title\nFog closed the port and that was all there was to say about it.\n",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert [item.media for item in captures(read(text.encode()))] == [Media.TEXT]


def test_rows_without_words_are_listed_and_blank_ones_are_none() -> None:
    items = read(b"id,text\n1,Fog.\n\n,\n2,\n3,Ships.\n")
    assert [row.id for row in rows(captures(items))] == ["1", "3"]
    assert reasons(items) == {"-#2": "no text in it: expected a field 'text', 'html' or 'title' with words in it"}


def test_a_quote_that_is_never_closed_costs_its_line_alone() -> None:
    items = read(b'id,text\n1,Fog.\n2,"Ships wait\n3,Boats.\n4,"Cranes, ""still""."\n')
    assert [row.id for row in rows(captures(items))] == ["1", "3", "4"]
    assert reasons(items) == {"-#2": "opens a quote that is not closed in the 3 lines after it, expected its end"}


def test_many_quotes_that_are_never_closed_end_the_reading_with_a_reason() -> None:
    odd = read(b"id,text\n1,Fog.\n" + b'2,"Ships\n' * 300, ReadSettings(max_record_bytes=60))
    assert "too many quotes are opened and never closed" in list(reasons(odd).values())[-1]


def test_a_row_over_the_limit_does_not_take_its_neighbours() -> None:
    content = b"id,text\n1,Fog.\n2," + b"x" * 5000 + b"\n3,Ships.\n"
    items = read(content, ReadSettings(max_record_bytes=1000))
    assert [row.id for row in rows(captures(items))] == ["1", "3"]
    assert reasons(items) == {"-#2": "is longer than 1,000 characters (setting read.max_record_bytes)"}


def test_a_row_is_the_same_article_as_in_json() -> None:
    as_json = captures(read(b'{"id": "7", "title": "Fog", "text": "Ships wait."}\n'))
    as_csv = captures(read(b"title,text,id\nFog,Ships wait.,7\n"))
    assert as_csv[0].article_id == as_json[0].article_id


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(str.strip)


@hypothesis_settings(max_examples=60, deadline=None)
@given(texts=st.lists(_WORDS, min_size=1, max_size=8))
def test_every_row_of_a_table_is_read(texts: list[str]) -> None:
    made = io.StringIO()
    csv.writer(made, quoting=csv.QUOTE_ALL).writerows([["id", "text"], *[["n", text] for text in texts]])
    items = read(made.getvalue().encode())
    assert [row.text for row in rows(captures(items))] == texts


def parquet(table: Any, **options: Any) -> bytes:
    made = io.BytesIO()
    pq.write_table(table, made, **options)
    return made.getvalue()


ARTICLES = pa.table(
    {
        "id": [1, 2, 3],
        "Title": ["Fog", "Ships", None],
        "text": ["Fog closed the port.", None, None],
        "authors": [["Ann Roe", "Bo Li"], None, []],
        "published": pa.array([1_710_352_800, None, None], pa.timestamp("s", "UTC")),
        "embedding": pa.array([[0.5, 0.25], None, None], pa.list_(pa.float32())),
        "raw": pa.array([b"\x00", None, None]),
    }
)


@pytest.mark.parametrize("piped", [False, True])
def test_parquet_rows_are_read_by_their_columns(piped: bool) -> None:
    items = read(parquet(ARTICLES), piped=piped)
    first, second = rows(captures(items))
    assert (first.id, first.title, first.text, first.authors) == (
        "1",
        "Fog",
        "Fog closed the port.",
        ("Ann Roe", "Bo Li"),
    )
    assert (first.date, second.title) == ("2024-03-13T18:00:00+00:00", "Ships")
    assert [item.input for item in items] == ["-#1", "-#2", "-#3"]
    assert "-#3" in reasons(items)


def test_a_parquet_row_is_the_same_article_as_in_json() -> None:
    as_json = captures(read(b'{"id": 7, "text": "Ships wait."}\n'))
    as_parquet = captures(read(parquet(pa.table({"id": [7], "text": ["Ships wait."]}))))
    assert as_parquet[0].article_id == as_json[0].article_id


def test_one_long_cell_repeated_in_a_small_file_is_kept_small() -> None:
    table = pa.table({"text": pa.DictionaryArray.from_arrays(pa.array([0] * 200), pa.array(["x" * 2_000_000]))})
    items = read(parquet(table), ReadSettings(max_record_bytes=1_000_000))
    assert len(items) == 200
    assert set(reasons(items).values()) == {"is longer than 1,000,000 characters (setting read.max_record_bytes)"}


def test_broken_parquet_is_listed() -> None:
    content = parquet(ARTICLES)
    for broken in (content[:200], content[:-30] + bytes(30), content[:40] + bytes(60) + content[100:]):
        assert any("damaged" in reason for reason in reasons(read(broken)).values())


def test_what_parquet_unpacks_to_has_a_limit() -> None:
    assert "read.max_unpacked_bytes" in reasons(read(parquet(ARTICLES), ReadSettings(max_unpacked_bytes=10)))["-"]


def test_without_the_extra_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert reasons(read(parquet(ARTICLES))) == {"-": "is a Parquet file: install 'headwater[parquet]' to read it"}
